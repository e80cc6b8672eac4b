// The level of a thread: the highest of its documents' labels as they stand now, in the accord's terms. What answers it
// begins with that.

import { highestOf, type LabelLike, useSides } from "../parts/index.ts";
import type { ThreadRead } from "./data.ts";
import { useLevels } from "./tables.ts";

/** Undefined for a thread without documents. */
export function useHighestLabel(thread: ThreadRead): LabelLike | undefined {
  const sides = useSides();
  const levels = useLevels();
  if (thread.documents.length === 0) return undefined;
  return highestOf(
    sides,
    thread.documents.map(({ label }) => ({ ...label, classification: levels.accordLevel(label) })),
  );
}
