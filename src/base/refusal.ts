// Refusals are values, faults are thrown. A refusal is the answer to what a person, a program or the other side's node
// may rightly get wrong; a fault is a promise that this code or this machine did not keep.
//
// The words of each refusal stand in `refusals/`, one file a room; docs/errors.md is written from them.

import { type RefusalCode, refusalWords } from "./refusals/index.ts";

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

/** The words of one refusal, filled with its details. */
export interface RefusalText {
  readonly failed: string;
  readonly expected: string;
  readonly todo: string;
}

/** What failed, what was expected and what to do, in plain English with the details filled in. */
export function wordsOf(refusal: Refusal): RefusalText {
  const words = refusalWords[refusal.code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = refusal.details[name];
      return Array.isArray(value) ? value.join(", ") : String(value ?? `(${name} unknown)`);
    });
  return { failed: fill(words.failed), expected: fill(words.expected), todo: fill(words.todo) };
}

/** One line for a terminal or a log. */
export function refusalLine(refusal: Refusal): string {
  const words = wordsOf(refusal);
  return `${refusal.code}: ${words.failed} Expected: ${words.expected} ${words.todo}`;
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
