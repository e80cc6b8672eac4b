// The life of a designation's sealing keys: issued, rotated, revoked. What was sealed to a key that counts no more
// stays sealed to it, and its service keeps the private half; nothing new is sealed to it.

import { kindOfRecipient } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { issueSealingKeyBody, revokeSealingKeyBody, rotateSealingKeyBody } from "./bodies.ts";
import type { DesignatedSealingKey, DesignationData } from "./data.ts";
import type { Context } from "./guards.ts";
import { own } from "./own.ts";

/** Keys of one kind that may count at once: a document is sealed to all of them, and to those of the other side. */
const countingMax = 4;

/** How a refusal names a key of two thousand letters. */
const shortly = (recipient: string): string => `${recipient.slice(0, 16)}…${recipient.slice(-8)}`;

/** No sealing key is issued twice, nor so many that a document could not be sealed to all of them. */
export function refuseSealingKeys(data: DesignationData, recipients: readonly string[]): Refusal | undefined {
  const known = new Set(data.sealing.map((one) => one.recipient));
  const twice = recipients.find((one, i) => known.has(one) || recipients.indexOf(one) !== i);
  if (twice !== undefined) return refuse("procedures.sealingKeyKnown", { recipient: shortly(twice) });
  const counting = [...counted(data), ...recipients];
  for (const kind of ["hybrid", "x25519"]) {
    const count = counting.filter((one) => kindOfRecipient(one) === kind).length;
    if (count > countingMax) return refuse("procedures.tooManySealingKeys", { kind, count, limit: countingMax });
  }
  return undefined;
}

export function newSealingKeys(recipients: readonly string[]): readonly DesignatedSealingKey[] {
  return recipients.map((recipient) => ({ recipient, state: "valid" }));
}

function counted(data: DesignationData): readonly string[] {
  return data.sealing.filter((one) => one.state === "valid").map((one) => one.recipient);
}

function refuseUnused({ data }: Context, recipient: string): Refusal | undefined {
  const key = data.sealing.find((one) => one.recipient === recipient);
  if (!key) return refuse("procedures.sealingKeyUnknown", { recipient: shortly(recipient) });
  return key.state === "valid" ? undefined : refuse("procedures.sealingKeyNotValid", { recipient: shortly(recipient) });
}

function changed(data: DesignationData, key: DesignatedSealingKey): DesignationData {
  return { ...data, sealing: data.sealing.map((one) => (one.recipient === key.recipient ? key : one)) };
}

export const sealingSteps = {
  issueSealingKey: step({
    ...own,
    body: issueSealingKeyBody,
    guard: ({ data }, { recipient }) => refuseSealingKeys(data, [recipient]),
    effect: ({ data }, { recipient }) => ({ ...data, sealing: [...data.sealing, ...newSealingKeys([recipient])] }),
  }),
  /** One act, so that there is no moment in which nothing can be sealed to the service. */
  rotateSealingKey: step({
    ...own,
    body: rotateSealingKeyBody,
    guard: (context, body) => {
      const { data } = context;
      const without = { ...data, sealing: data.sealing.map((one) => (one.recipient === body.old ? gone(one) : one)) };
      return refuseUnused(context, body.old) ?? refuseSealingKeys(without, [body.new]);
    },
    effect: ({ data }, body) => {
      const next = changed(data, { recipient: body.old, state: "replaced", successor: body.new });
      return { ...next, sealing: [...next.sealing, ...newSealingKeys([body.new])] };
    },
  }),
  revokeSealingKey: step({
    ...own,
    body: revokeSealingKeyBody,
    guard: (context, { recipient }) => refuseUnused(context, recipient),
    effect: ({ data }, { recipient, reason }) => changed(data, { recipient, state: "revoked", reason }),
  }),
} satisfies Readonly<Record<string, Step<DesignationData>>>;

function gone(key: DesignatedSealingKey): DesignatedSealingKey {
  return { ...key, state: "replaced" };
}
