// Folds the acts of one dossier into its present state and each act's outcome.
//
// Whether an act is valid depends only on what its author could know: its own line before it and the part of the other
// line it had seen. A valid act takes effect unless an act its author had not seen prevailed; then it is crossed. Both
// verdicts are functions of the set of acts alone, so both nodes reach them in whatever order the acts arrive.

import type { ActId } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Procedure } from "../declaration.ts";
import { apply, type Surroundings } from "./apply.ts";
import type { Dossier } from "./dossier.ts";
import { foldingOrder, type Lines, lineOf, type PlacedAct } from "./order.ts";

export type Outcome =
  | { readonly kind: "effective" }
  /** It never could take effect: what its author knew did not allow it. */
  | { readonly kind: "void"; readonly refusal: Refusal }
  /** It was valid when made, but an act its author had not seen prevailed. */
  | { readonly kind: "crossed"; readonly by: ActId; readonly refusal: Refusal };

export interface Folded<Data> {
  /** Undefined when no act opened the dossier. */
  readonly dossier: Dossier<Data> | undefined;
  /** How many acts of each line have been folded. */
  readonly counts: readonly [number, number];
  readonly outcomes: ReadonlyMap<ActId, Outcome>;
  /** Register index of the last act on each line, whatever became of it; -1 for none. */
  readonly ends: readonly [number, number];
}

export type Digest = Surroundings["digest"];

const effective: Outcome = { kind: "effective" };

/** Folds both lines whole. */
export function fold<Data>(procedure: Procedure<Data>, input: { lines: Lines; digest: Digest }): Folded<Data> {
  return new Folding(procedure, input).upTo([input.lines[0].length, input.lines[1].length]);
}

/**
 * Adds one act to a folded dossier, or returns undefined when its author had not seen all that is folded: then the acts
 * have crossed and the dossier must be folded afresh.
 */
export function extend<Data>(
  procedure: Procedure<Data>,
  input: { folded: Folded<Data>; act: PlacedAct; digest: Digest },
): Folded<Data> | undefined {
  const { folded, act } = input;
  const line = lineOf(act.terms, act.act.party);
  if (act.sight <= folded.ends[line === 0 ? 1 : 0]) return undefined;
  const result = judge(procedure, { dossier: folded.dossier, act, digest: input.digest });
  const counts: [number, number] = [folded.counts[0], folded.counts[1]];
  counts[line] += 1;
  const ends: [number, number] = [folded.ends[0], folded.ends[1]];
  ends[line] = act.index;
  const outcome: Outcome = isRefusal(result) ? { kind: "void", refusal: result } : effective;
  const dossier = isRefusal(result) ? folded.dossier : result;
  return { dossier, counts, ends, outcomes: new Map([[act.act.id, outcome]]) };
}

/** A dossier nobody has opened yet, to be extended. */
export const unopened: Folded<never> = { dossier: undefined, counts: [0, 0], ends: [-1, -1], outcomes: new Map() };

function judge<Data>(
  procedure: Procedure<Data>,
  input: { dossier: Dossier<Data> | undefined; act: PlacedAct; digest: Digest },
): Dossier<Data> | Refusal {
  const { act } = input;
  if (act.inadmissible) return act.inadmissible;
  return apply(procedure, {
    dossier: input.dossier,
    act: act.act,
    surroundings: { terms: act.terms, digest: input.digest },
  });
}

/** One folding of one dossier. Holds what prefixes and verdicts it has worked out, each worked out once. */
class Folding<Data> {
  readonly #procedure: Procedure<Data>;
  readonly #lines: Lines;
  readonly #digest: Digest;
  /** The verdict of each act on what its author could know: undefined when it was valid. */
  readonly #verdicts = new Map<PlacedAct, Refusal | undefined>();
  /** The folded prefixes, by their counts. Only prefixes some act's author stood at: at most one an act. */
  readonly #prefixes = new Map<string, Dossier<Data> | undefined>();

  constructor(procedure: Procedure<Data>, input: { lines: Lines; digest: Digest }) {
    this.#procedure = procedure;
    this.#lines = input.lines;
    this.#digest = input.digest;
  }

  upTo(counts: readonly [number, number]): Folded<Data> {
    let dossier: Dossier<Data> | undefined;
    const done: [number, number] = [0, 0];
    const outcomes = new Map<ActId, Outcome>();
    const last: [PlacedAct | undefined, PlacedAct | undefined] = [undefined, undefined];
    const order = { lines: this.#lines, counts, firstTaken: this.#firstTaken() };
    for (const [line, position] of foldingOrder(this.#procedure, order)) {
      const act = this.#lines[line][position];
      if (!act) break;
      const verdict = this.#verdict(act, { line, position, done, dossier });
      done[line] += 1;
      if (verdict) {
        outcomes.set(act.act.id, { kind: "void", refusal: verdict });
        continue;
      }
      const result = judge(this.#procedure, { dossier, act, digest: this.#digest });
      if (isRefusal(result)) {
        const by = last[line === 0 ? 1 : 0]?.act.id ?? act.act.id;
        outcomes.set(act.act.id, { kind: "crossed", by, refusal: result });
        continue;
      }
      dossier = result;
      last[line] = act;
      outcomes.set(act.act.id, effective);
    }
    const ends = [this.#lines[0][counts[0] - 1]?.index ?? -1, this.#lines[1][counts[1] - 1]?.index ?? -1] as const;
    return { dossier, counts, outcomes, ends };
  }

  #verdict(
    act: PlacedAct,
    here: {
      line: 0 | 1;
      position: number;
      done: readonly [number, number];
      dossier: Dossier<Data> | undefined;
    },
  ): Refusal | undefined {
    if (this.#verdicts.has(act)) return this.#verdicts.get(act);
    // Stands while the verdict is being worked out, so that acts which claim to have seen each other end here.
    this.#verdicts.set(act, refuse("procedures.sawEachOther", { act: act.act.id }));
    const past = this.#past(act, here);
    // The usual case: its author stood exactly where this folding stands, and no prefix need be folded again.
    const known = past[0] === here.done[0] && past[1] === here.done[1] ? here.dossier : this.#prefix(past);
    const result = judge(this.#procedure, { dossier: known, act, digest: this.#digest });
    const verdict = isRefusal(result) ? result : undefined;
    this.#verdicts.set(act, verdict);
    // Its author's next act, when nothing new was seen in between, stands right behind this one: two long runs of acts
    // that crossed cost no more than their length.
    past[here.line] += 1;
    this.#prefixes.set(past.join(" "), isRefusal(result) ? known : result);
    return verdict;
  }

  /** How many acts of each line the author of `act` knew. */
  #past(act: PlacedAct, here: { line: 0 | 1; position: number }): [number, number] {
    const other = this.#lines[here.line === 0 ? 1 : 0];
    let seen = 0;
    while (seen < other.length && (other[seen]?.index ?? Number.POSITIVE_INFINITY) < act.sight) seen += 1;
    return here.line === 0 ? [here.position, seen] : [seen, here.position];
  }

  #prefix(counts: readonly [number, number]): Dossier<Data> | undefined {
    const key = counts.join(" ");
    if (!this.#prefixes.has(key)) this.#prefixes.set(key, this.upTo(counts).dossier);
    return this.#prefixes.get(key);
  }

  #firstTaken(): 0 | 1 {
    const [first, second] = this.#lines;
    const opening = [first[0], second[0]].find((act) => act && act.act.id === act.act.dossier);
    const role = this.#procedure.firstTaken;
    if (!opening || role === undefined) return 0;
    const line = lineOf(opening.terms, opening.act.party);
    const openerFirst = role === this.#procedure.roles[0];
    return openerFirst ? line : line === 0 ? 1 : 0;
  }
}
