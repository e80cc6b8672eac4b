// A question to the register as the index understands it.

import type { Act } from "../../acts/index.ts";
import type { RouteInput } from "../../api/index.ts";
import type { SoughtWord } from "../../store/index.ts";
import { type FacetName, facetNames, facetsOf, facetWord } from "./facets.ts";
import { wordsIn } from "./words.ts";

type Asked = RouteInput<"searchActs">["query"];

export interface Question {
  readonly words: readonly SoughtWord[];
  /** A number alone also asks for the acts that stand at that place of a register. */
  readonly index: number | undefined;
  /** Whether an act is what was asked for. */
  fits(act: Act): boolean;
}

export function questionOf(asked: Asked): Question {
  const text = asked.q ?? "";
  const facets = facetNames.flatMap((name): [FacetName, string][] => {
    const value = asked[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    words: [
      ...facets.map(([name, value]) => ({ word: facetWord(name, value), begins: false })),
      ...soughtWords(text).map((word) => ({ word, begins: true })),
    ],
    index: numberIn(text),
    fits: (act) => facets.every(([name, value]) => facetsOf(act)[name].includes(value)),
  };
}

/** Digests are shown in groups of four: typed so, they are one word. */
function soughtWords(text: string): string[] {
  const trimmed = text
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, "");
  const grouped = /^[0-9a-f]{4}(?:[ \u00a0\u202f][0-9a-f]{4})+(?:[ \u00a0\u202f][0-9a-f]{1,3})?$/.test(trimmed);
  return grouped ? [trimmed.replaceAll(/[^0-9a-f]/g, "")] : wordsIn(text);
}

/** `1 283` as `1283`, whatever stands between the thousands. */
function numberIn(text: string): number | undefined {
  const digits = wordsIn(text).join("");
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}
