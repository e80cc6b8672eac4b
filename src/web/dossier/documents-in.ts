// The highest level among the documents that a half-filled form names: the act's own label is not below it.

import type { Entry } from "../parts/form/index.ts";
import { rankOf, useSides } from "../parts/index.ts";
import { parseKeptUpload, referenceIn } from "../parts/upload/index.ts";

/** Undefined where the form names no document. */
export function useHighestDocument(entry: Entry): string | undefined {
  const sides = useSides();
  return levelsIn(entry).reduce<string | undefined>(
    (highest, level) => (highest === undefined || rankOf(sides, level) > rankOf(sides, highest) ? level : highest),
    undefined,
  );
}

/** The levels of the finished documents anywhere in a form. */
export function levelsIn(entry: Entry): readonly string[] {
  if (typeof entry !== "object") return [];
  const document = referenceIn(parseKeptUpload(entry));
  if (document !== undefined) return [document.label.classification];
  return Object.values(entry).flatMap(levelsIn);
}
