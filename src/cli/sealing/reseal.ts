// `entente service reseal`: a document sealed anew to the keys that count today, for a new act to name.

import { existsSync } from "node:fs";
import {
  type DocumentRef,
  isActId,
  isServiceCode,
  kindOfRecipient,
  parseSealedHead,
  type SealedHead,
} from "../../acts/index.ts";
import type { AccordDetail, Directory } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { reseal } from "../../node/index.ts";
import { parseRecipient, type Recipient } from "../../seal/index.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { unreadable, unwritable } from "../files.ts";
import { fileOption } from "../side/fields.ts";

const service = z.string().refine(isServiceCode, "not a service code: lowercase words joined by hyphens");
const options = z.object({
  file: fileOption,
  out: fileOption,
  service,
  to: service,
  act: z.string().refine(isActId, "not the id of an act, a lowercase UUIDv7"),
  label: z.string().optional(),
  older: z.boolean().default(false),
  accord: z.string().optional(),
});

type Options = z.infer<typeof options>;

export async function serviceReseal(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  if (!standing.home) return refuse("node.noHome", { folder: call.globals.home });
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const directory = await standing.client.call("directory", { params: { accord: accord.accord } });
  if (isRefusal(directory)) return directory;
  const recipients = recipientsIn(directory, { accord, given });
  if (isRefusal(recipients)) return recipients;
  const [from, to] = [call.terminal.path(given.file), call.terminal.path(given.out)];
  if (!existsSync(from)) return unreadable(from, Object.assign(new Error("no file"), { code: "ENOENT" }));
  if (existsSync(to)) return unwritable(to, "it is there already");
  const identities = standing.home.sealing.identitiesOf(given.service);
  const head = (old: SealedHead): SealedHead | Refusal => newHead(old, given);
  const sealed = await reseal({ from, to, identities, recipients, head });
  return isRefusal(sealed) ? sealed : told(to, sealed);
}

function newHead(old: SealedHead, given: Options): SealedHead | Refusal {
  const classification = given.label ?? old.label.classification;
  return parseSealedHead({ ...old, act: given.act, label: { ...old.label, classification } });
}

function told(
  to: string,
  sealed: { readonly digest: string; readonly size: number; readonly head: SealedHead },
): Outcome {
  const { mediaType, label } = sealed.head;
  const document: DocumentRef = {
    entente: "sealed/1",
    digest: sealed.digest,
    size: sealed.size,
    mediaType,
    label,
  };
  return done(
    [`Sealed anew: ${to}`, "The act that names it holds this reference:", JSON.stringify(document, null, 2)],
    { file: to, act: sealed.head.act, document },
  );
}

/** Both services' keys of one kind, as they count today. */
function recipientsIn(
  directory: Directory,
  { accord, given }: { readonly accord: AccordDetail; readonly given: Options },
): readonly Recipient[] | Refusal {
  const kind = given.older ? "x25519" : "hybrid";
  const found: Recipient[] = [];
  for (const [party, code] of [
    [accord.other, given.to],
    [accord.own, given.service],
  ] as const) {
    const designated = directory.parties[party]?.find((one) => one.service === code && !one.withdrawn);
    const counting = (designated?.sealing ?? []).filter((one) => one.valid && kindOfRecipient(one.recipient) === kind);
    if (counting.length === 0) return refuse("procedures.noSealingKey", { service: code, kind });
    for (const { recipient } of counting) {
      const parsed = parseRecipient(recipient);
      if (isRefusal(parsed)) return parsed;
      found.push(parsed);
    }
  }
  return found;
}
