// Refusals are values, faults are thrown. A refusal is the answer to what a person, a program or the other side's node
// may rightly get wrong; a fault is a promise that this code or this machine did not keep.
//
// The words of each refusal stand in `refusals/`, one file a room; refusalText.ts fills them. They stand apart so that
// a page that says refusals in its reader's language need not load them in ours.

import type { RefusalCode } from "./refusals/index.ts";

export type { RefusalCode } from "./refusals/index.ts";

/** What a refusal tells beside its code: plain values named in the code's words. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface Refusal {
  readonly kind: "refused";
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
}

export function refuse(code: RefusalCode, details: RefusalDetails = {}): Refusal {
  return { kind: "refused", code, details };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "refused";
}

/** A promise this code or this machine did not keep. Thrown, never returned; `code` tells which. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Ends an exhaustive switch: compiles only when nothing is left, and throws if data escaped the types. */
export function never(value: never): never {
  throw new Fault("base.unreachable", `No case for ${JSON.stringify(value)}.`);
}
