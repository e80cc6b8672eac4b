// `entente document list`: the sealed documents of a dossier, and what became of each. `entente document show`: one.

import { isRefusal, z } from "../../base/index.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { documentLines, keptOf } from "./told.ts";

export async function documentList(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ dossier: z.string(), accord: z.string().optional() }), call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const params = { accord: accord.accord, dossier: given.dossier };
  const listed = await standing.client.call("documentsOfDossier", { params });
  if (isRefusal(listed)) return listed;
  const detail = await standing.client.call("dossier", { params });
  if (isRefusal(detail)) return detail;
  const kept = keptOf(detail.data);
  const places = new Map<string, string>();
  for (const act of new Set(listed.items.map((one) => one.act))) {
    const naming = await standing.client.call("act", { params: { accord: accord.accord, act } });
    // Who may read a document and not its act is not told where it stands.
    if (!isRefusal(naming)) for (const [digest, place] of placesIn(naming.act.body)) places.set(digest, place);
  }
  const items = listed.items.map((one) => ({ place: places.get(one.document.digest) ?? "", ...one }));
  const lines = items.flatMap((one) => documentLines(one, { kept: kept.get(one.document.digest), place: one.place }));
  return done(lines.length === 0 ? ["No document that you may read."] : lines, { items });
}

const reference = z.looseObject({ entente: z.literal("sealed/1"), digest: z.string() });

/** Each document that a body names, with the path at which it does: `text`, `attachments.0`. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly [digest: string, place: string])[] {
  if (typeof value !== "object" || value === null) return [];
  const named = reference.safeParse(value);
  if (named.success) return [[named.data.digest, path.join(".")]];
  return Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...path, name]));
}

export async function documentShow(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ digest: z.string(), accord: z.string().optional() }), call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const { client } = standing;
  const one = await client.call("document", { params: { accord: accord.accord, digest: given.digest } });
  if (isRefusal(one)) return one;
  const { dossier } = one;
  const detail =
    dossier === undefined ? undefined : await client.call("dossier", { params: { accord: accord.accord, dossier } });
  const kept = detail === undefined || isRefusal(detail) ? undefined : keptOf(detail.data).get(given.digest);
  const of = dossier === undefined ? [] : [`Dossier: ${dossier}`];
  const at = [one.deliveredAt && `Delivered: ${one.deliveredAt}`, one.openedBy && `Opened by the act ${one.openedBy}`];
  return done([...documentLines(one, { kept, place: "" }), ...of, ...at.flatMap((line) => line ?? [])], { ...one });
}
