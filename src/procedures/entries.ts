// Entries of a dossier by their own numbers: each number stands for one, and a step is about one that is there.

import { type Refusal, refuse } from "../base/index.ts";

/** Names for a refusal's words, or the word for none. */
export const orNone = (names: readonly string[]): readonly string[] | string => (names.length > 0 ? names : "none");

/** Each number stands for one thing of its kind in a dossier. */
export function refuseSame(known: readonly string[], got: string): Refusal | undefined {
  return known.includes(got) ? refuse("procedures.caseSameNumber", { got }) : undefined;
}

/** Refused unless the number is one of those that the step can be about. */
export function refuseUnknown(known: readonly string[], got: string): Refusal | undefined {
  return known.includes(got) ? undefined : refuse("procedures.caseNoEntry", { got, known: orNone(known) });
}
