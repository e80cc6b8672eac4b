// The level of a thread: the highest of its documents' labels as they stand now. What answers it begins with that.

import { highestOf, type LabelLike, type Sides } from "../parts/index.ts";
import type { ThreadRead } from "./data.ts";

/** Undefined for a thread without documents. */
export function highestLabel(sides: Sides, thread: ThreadRead): LabelLike | undefined {
  if (thread.documents.length === 0) return undefined;
  return highestOf(
    sides,
    thread.documents.map((one) => one.label),
  );
}
