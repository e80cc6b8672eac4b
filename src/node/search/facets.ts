// What an act is, as words of the index: so that "visits under article 6" is found as quickly as a word. An officer can
// type such a word too, and finds no more by it than by the filter.

import type { Act } from "../../acts/index.ts";

export const facetNames = ["party", "procedure", "step", "article", "level"] as const;
export type FacetName = (typeof facetNames)[number];

/** One word for a facet. Two values may share one, so what is found is compared once more with what was asked. */
export function facetWord(name: FacetName, value: string): string {
  return `f0${name}0${value.toLowerCase().replaceAll(/[^a-z0-9]/g, "0")}`.slice(0, 64);
}

/** What an act is, by facet. */
export function facetsOf(act: Act): Readonly<Record<FacetName, readonly string[]>> {
  return {
    party: [act.party],
    procedure: [act.procedure.split("/")[0] ?? act.procedure],
    step: [act.step],
    article: act.articles,
    level: [act.label.classification],
  };
}
