// Refusals in plain English: the words of refusals/ with the details filled in. docs/errors.md is written from the
// same.

import type { Refusal } from "./refusal.ts";
import { refusalWords } from "./refusals/index.ts";

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
