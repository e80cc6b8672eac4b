// A refusal that was made in the browser, in the form in which the node tells its own.

import type { RefusalText } from "../../../api/index.ts";
import { type Refusal, wordsOf } from "../../../base/index.ts";

/** The words are the code's own, English: a page says them in the reader's language where it has them. */
export function problemWords(refusal: Refusal): RefusalText {
  const details = Object.entries(refusal.details).map(([name, value]) => [
    name,
    typeof value === "object" ? [...value] : value,
  ]);
  return { code: refusal.code, ...wordsOf(refusal), details: Object.fromEntries(details) };
}
