// `entente draft list`, `show`, `release`, `return` and `remove`.

import { isRefusal, type Refusal, z } from "../../base/index.ts";
import { confirmed, officerSigner } from "../act/act.ts";
import { registered, signedDraft } from "../act/submit.ts";
import type { NodeClient } from "../client/client.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { fileOption } from "../side/fields.ts";
import { draftLine, toldDraft } from "./told.ts";

const listOptions = z.object({
  accord: z.string().optional(),
  state: z.string().optional(),
  dossier: z.string().optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "not a number from 1 to 500")
    .default("100"),
});

export async function draftList(call: Call): Promise<Outcome> {
  const given = readCall(listOptions, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const { state, dossier, limit } = given;
  const page = await standing.client.call("drafts", {
    params: { accord: accord.accord },
    query: { state, dossier, limit },
  });
  if (isRefusal(page)) return page;
  const lines = page.items.length === 0 ? ["No draft."] : page.items.map(draftLine);
  const more = page.next !== undefined;
  return done([...lines, ...(more ? ["There are more: raise --limit."] : [])], { items: page.items, more });
}

const one = { id: z.string(), accord: z.string().optional() } as const;

interface Place {
  readonly client: NodeClient;
  readonly params: { readonly accord: string; readonly draft: string };
}

async function placeOf(
  call: Call,
  given: { readonly id: string; readonly accord?: string | undefined },
): Promise<Place | Refusal> {
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  return { client: standing.client, params: { accord: accord.accord, draft: given.id } };
}

/** What changes a draft names the version it was read in: the one that is there now. */
async function versionOf({ client, params }: Place): Promise<number | Refusal> {
  const draft = await client.call("draft", { params });
  return isRefusal(draft) ? draft : draft.version;
}

export async function draftShow(call: Call): Promise<Outcome> {
  const given = readCall(z.object(one), call);
  if (isRefusal(given)) return given;
  const place = await placeOf(call, given);
  if (isRefusal(place)) return place;
  const draft = await place.client.call("draft", { params: place.params });
  if (isRefusal(draft)) return draft;
  const told = toldDraft(draft);
  if (told.kind === "refused") return told;
  return done([...told.lines, JSON.stringify(draft.draft, null, 2)], told.json);
}

export async function draftRelease(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ ...one, officerKey: fileOption.optional() }), call);
  if (isRefusal(given)) return given;
  const place = await placeOf(call, given);
  if (isRefusal(place)) return place;
  const { client, params } = place;
  const version = await versionOf(place);
  if (isRefusal(version)) return version;
  const signed = given.officerKey === undefined ? undefined : await signature(call, { place, key: given.officerKey });
  if (isRefusal(signed)) return signed;
  const body = { version, ...(signed === undefined ? {} : { signed }) };
  const answer = await client.call("releaseDraft", { params, body });
  if (isRefusal(answer)) return answer;
  const result = registered(answer.results);
  if (isRefusal(result)) return result;
  const again = result.status === "repeated" ? " before, and not again" : "";
  return done([`Registered${again}: leaf ${result.index} of ${result.party}.`, `Act: ${result.id}`], { ...result });
}

async function signature(call: Call, input: { place: Place; key: string }): Promise<unknown> {
  const { client, params } = input.place;
  const signer = officerSigner({ given: { officerKey: input.key, step: "the draft" }, terminal: call.terminal });
  if (isRefusal(signer)) return signer;
  const prepared = await client.call("prepareDraft", { params });
  if (isRefusal(prepared)) return prepared;
  return (await confirmed(call.terminal, prepared)) ?? signedDraft(prepared, signer);
}

export async function draftReturn(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ ...one, reason: z.string().min(1).max(2_000) }), call);
  if (isRefusal(given)) return given;
  const place = await placeOf(call, given);
  if (isRefusal(place)) return place;
  const version = await versionOf(place);
  if (isRefusal(version)) return version;
  const body = { version, reason: given.reason };
  const draft = await place.client.call("returnDraft", { params: place.params, body });
  return isRefusal(draft) ? draft : toldDraft(draft);
}

export async function draftRemove(call: Call): Promise<Outcome> {
  const given = readCall(z.object(one), call);
  if (isRefusal(given)) return given;
  const place = await placeOf(call, given);
  if (isRefusal(place)) return place;
  const version = await versionOf(place);
  if (isRefusal(version)) return version;
  const answer = await place.client.call("removeDraft", { params: place.params, body: { version } });
  return isRefusal(answer) ? answer : done([`Removed: ${answer.removed}`], answer);
}
