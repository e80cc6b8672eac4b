// `entente service sealing-key`: the keys that documents for a service are sealed to. Making one writes a file in the
// home; that it counts, or counts no more, is an act of the service's designation.

import { isServiceCode } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { type Home, openHome, recoveryOfficers, type SealingKey } from "../../node/index.ts";
import type { SealingKind } from "../../seal/index.ts";
import { framingOptions } from "../act/framing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { designationAct } from "./designation-act.ts";

const service = z.string().refine(isServiceCode, "not a service code: lowercase words joined by hyphens");
const framing = { accord: framingOptions.accord, function: framingOptions.function, label: framingOptions.label };

const makeOptions = z.object({
  ...framing,
  service,
  older: z.boolean().default(false),
  publish: z.boolean().default(false),
});

export async function sealingKeyMake(call: Call): Promise<Outcome> {
  const given = readCall(makeOptions, call);
  if (isRefusal(given)) return given;
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const key = home.sealing.make(given.service, given.older ? "x25519" : "hybrid");
  const lines = [`A sealing key of the service ${key.service} is in ${home.folder}/keys.`, ...keyLines(key)];
  if (!given.publish) {
    const how = "Publish it in the service's designation: `designate`, `issueSealingKey` or `rotateSealingKey`.";
    return done([...lines, ...recoveryLines(home), how], { ...key });
  }
  const body = { recipient: key.recipient };
  const act = await designationAct(call, { ...given, step: "issueSealingKey", body });
  return isRefusal(act) ? act : done([...lines, ...recoveryLines(home), ...act.lines], { ...key, ...act.json });
}

const rotateOptions = z.object({ ...framing, service, old: z.string(), new: z.string().optional() });

export async function sealingKeyRotate(call: Call): Promise<Outcome> {
  const given = readCall(rotateOptions, call);
  if (isRefusal(given)) return given;
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const old = heldKey(home, { service: given.service, named: given.old, option: "--old" });
  if (isRefusal(old)) return old;
  const next = await successor(home, { old, named: given.new });
  if (isRefusal(next)) return next;
  const body = { old: old.recipient, new: next.recipient };
  const act = await designationAct(call, { ...given, step: "rotateSealingKey", body });
  if (isRefusal(act)) {
    call.terminal.err(`The new key is made; to go on with it: --new ${next.id}`);
    return act;
  }
  return done(
    [
      ...act.lines,
      ...keyLines(next),
      ...recoveryLines(home),
      "The old key is kept: it opens what was sealed to it. Seal anew what is still needed: `entente service reseal`.",
    ],
    { ...next, old: old.recipient, ...act.json },
  );
}

const revokeOptions = z.object({
  ...framing,
  service,
  key: z.string(),
  reason: z.enum(["compromised", "lost", "ceased", "other"]),
  suspectedSince: z.iso.date("not a date, such as 2026-11-24").optional(),
});

export async function sealingKeyRevoke(call: Call): Promise<Outcome> {
  const given = readCall(revokeOptions, call);
  if (isRefusal(given)) return given;
  const { reason, suspectedSince } = given;
  // A key that was lost is not here: it is named by its whole text.
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const held = heldKey(home, { service: given.service, named: given.key, option: "--key" });
  const recipient = isRefusal(held) ? given.key : held.recipient;
  if (isRefusal(held) && !given.key.startsWith("age1")) return held;
  const body = { recipient, reason, ...(suspectedSince === undefined ? {} : { suspectedSince }) };
  const act = await designationAct(call, { ...given, step: "revokeSealingKey", body });
  if (isRefusal(act)) return act;
  return done([...act.lines, "Nothing new is sealed to the key; what was sealed to it before is not undone."], {
    recipient,
    reason,
    ...act.json,
  });
}

const listOptions = z.object({ service: service.optional() });

export async function sealingKeyList(call: Call): Promise<Outcome> {
  const given = readCall(listOptions, call);
  if (isRefusal(given)) return given;
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const keys = home.sealing.list().filter((one) => given.service === undefined || one.service === given.service);
  const lines = keys.map(({ service: code, kind, id }) => `${code}  ${kind}  ${id}`);
  return done(lines.length > 0 ? lines : ["No sealing key is in this home."], { keys });
}

function keyLines(key: SealingKey): readonly string[] {
  return [`Recipient: ${key.recipient}`, `Key id: ${key.id} (${key.kind})`];
}

/** A key that two officers cannot bring back is told as such. */
function recoveryLines(home: Home): readonly string[] {
  const officers = recoveryOfficers(home.recovery.recovery).map((one) => one.id);
  return officers.length > 1
    ? [`Recovery: any two of ${officers.join(", ")}.`]
    : ["Recovery: none. Enrol two officers (`entente recovery enrol`): lost keys take their documents along."];
}

/** A key of the service in this home, by its recipient, its id or the beginning of either. */
export function heldKey(
  home: Home,
  input: { readonly service: string; readonly named: string; readonly option: string },
): SealingKey | Refusal {
  const own = home.sealing.list().filter((one) => one.service === input.service);
  const found = own.filter((one) => one.id.startsWith(input.named) || one.recipient.startsWith(input.named));
  const [only] = found;
  if (only && found.length === 1) return only;
  const choices = own.map((one) => `${one.id} (${one.kind})`);
  const none = `(no sealing key of ${input.service} is in this home)`;
  return refuse("cli.choose", { option: input.option, choices: choices.length > 0 ? choices : [none] });
}

async function successor(
  home: Home,
  { old, named }: { readonly old: SealingKey; readonly named: string | undefined },
): Promise<SealingKey | Refusal> {
  const kind: SealingKind = old.kind;
  if (named === undefined) return home.sealing.make(old.service, kind);
  return heldKey(home, { service: old.service, named, option: "--new" });
}
