// What is counted of both registers, act by act: how much each side does under each article and in each procedure, how
// long it takes to answer, and why it gives things back. Counts are of acts as registered, whatever became of them.

import type { Act, PartyCode } from "../../acts/index.ts";

export interface SideTally {
  acts: number;
  /** Dossiers it opened. */
  opened: number;
}

export interface ProcedureTally {
  readonly sides: Map<PartyCode, SideTally & { readonly answersMs: number[] }>;
  /** Codes of reasons given by either side, by how often. */
  readonly reasons: Map<string, number>;
}

export class Tally {
  readonly articles = new Map<string, Map<PartyCode, SideTally>>();
  readonly procedures = new Map<string, ProcedureTally>();
  /** Of each dossier, the latest act: who is answered, and from when. */
  readonly #latest = new Map<string, { readonly party: PartyCode; readonly at: number }>();
  #acts = 0;

  get acts(): number {
    return this.#acts;
  }

  /** `act` by the side whose register it stands in; acts are told in the order of the list of both registers. */
  add(act: Act): void {
    this.#acts += 1;
    const { party, dossier, id, articles, procedure } = act;
    const opens = id === dossier ? 1 : 0;
    for (const article of articles) {
      const sides = this.articles.get(article) ?? new Map<PartyCode, SideTally>();
      this.articles.set(article, sides);
      const before = sides.get(party) ?? { acts: 0, opened: 0 };
      sides.set(party, { acts: before.acts + 1, opened: before.opened + opens });
    }
    const name = procedure.slice(0, procedure.indexOf("/"));
    const tally = this.procedures.get(name) ?? { sides: new Map(), reasons: new Map() };
    this.procedures.set(name, tally);
    const side = tally.sides.get(party) ?? { acts: 0, opened: 0, answersMs: [] };
    tally.sides.set(party, side);
    side.acts += 1;
    side.opened += opens;
    const at = Date.parse(act.at.instant);
    const before = this.#latest.get(dossier);
    // The first act after the other side's: by its authors' clocks, which may disagree by a little.
    if (before && before.party !== party) side.answersMs.push(Math.max(0, at - before.at));
    this.#latest.set(dossier, { party, at });
    for (const code of reasonsIn(act.body)) tally.reasons.set(code, (tally.reasons.get(code) ?? 0) + 1);
  }
}

/** The codes of the reasons that a body gives: `reasons`, a list of objects with a `code`, wherever it stands. */
function reasonsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => reasonsIn(one));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== "reasons" || !Array.isArray(inner)) return reasonsIn(inner);
    return inner.flatMap((one: unknown) =>
      typeof one === "object" && one !== null && "code" in one && typeof one.code === "string" ? [one.code] : [],
    );
  });
}

/** The value below which the share lies, 0 to 1; undefined of nothing. Nearest rank. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}
