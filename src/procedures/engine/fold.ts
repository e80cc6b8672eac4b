// Folds the acts of one dossier into its present state and each act's outcome.
//
// Whether an act is valid depends only on what its author could know: its own line before it and the part of the other
// line it had seen. That verdict never changes. A valid act takes effect unless an act its author had not seen
// prevailed; then it is crossed. Both are functions of the set of acts alone, so both nodes reach them in whatever
// order the acts arrive. While a node does not know all acts yet, a valid act can be effective there and crossed later,
// or, more rarely, crossed and effective later: an act that arrives may undo what had stood in its way.

import type { ActId } from "../../acts/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import type { Procedure } from "../declaration.ts";
import type { Surroundings } from "./apply.ts";
import type { Dossier } from "./dossier.ts";
import { Folding, judge } from "./folding.ts";
import { type Counts, type Line, type Lines, lineOf, otherLine, type PlacedAct } from "./order.ts";

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
  readonly counts: Counts;
  readonly outcomes: ReadonlyMap<ActId, Outcome>;
  /** Register index of the last act on each line, whatever became of it; -1 for none. */
  readonly ends: readonly [number, number];
  /** How much of the other line the last act on each line claims to have seen. */
  readonly sights: readonly [number, number];
}

export type Digest = Surroundings["digest"];

const effective: Outcome = { kind: "effective" };

/** Folds both lines whole. */
export function fold<Data>(procedure: Procedure<Data>, input: { lines: Lines; digest: Digest }): Folded<Data> {
  const [first, second] = input.lines;
  const outcomes = new Map<ActId, Outcome>();
  const last: [ActId | undefined, ActId | undefined] = [undefined, undefined];
  let dossier: Dossier<Data> | undefined;
  for (const taken of new Folding(procedure, input).all()) {
    const { act, line, refusal, valid } = taken;
    dossier = taken.dossier;
    if (!refusal) last[line] = act.act.id;
    const by = last[otherLine(line)] ?? act.act.id;
    outcomes.set(
      act.act.id,
      refusal ? (valid ? { kind: "crossed", by, refusal } : { kind: "void", refusal }) : effective,
    );
  }
  return {
    dossier,
    counts: [first.length, second.length],
    outcomes,
    ends: [first.at(-1)?.index ?? -1, second.at(-1)?.index ?? -1],
    sights: [first.at(-1)?.sight ?? 0, second.at(-1)?.sight ?? 0],
  };
}

/**
 * Adds one act to a folded dossier, or returns undefined when its author had not seen all that is folded: then the acts
 * have crossed and the dossier must be folded afresh. The outcomes are the act's alone.
 */
export function extend<Data>(
  procedure: Procedure<Data>,
  input: { folded: Folded<Data>; act: PlacedAct; digest: Digest },
): Folded<Data> | undefined {
  const { folded, act } = input;
  const line = lineOf(act.terms, act.act.party);
  const other = otherLine(line);
  // An act of the other line that claims to have seen this one, which is only now made, takes no claim to have been
  // seen.
  if (act.sight <= folded.ends[other] || folded.sights[other] > act.index) return undefined;
  const result = judge(procedure, { dossier: folded.dossier, act, digest: input.digest });
  const outcome: Outcome = isRefusal(result) ? { kind: "void", refusal: result } : effective;
  return {
    dossier: isRefusal(result) ? folded.dossier : result,
    counts: replaced(folded.counts, line, folded.counts[line] + 1),
    ends: replaced(folded.ends, line, act.index),
    sights: replaced(folded.sights, line, act.sight),
    outcomes: new Map([[act.act.id, outcome]]),
  };
}

/** A dossier nobody has opened yet, to be extended. */
export const unopened: Folded<never> = {
  dossier: undefined,
  counts: [0, 0],
  ends: [-1, -1],
  sights: [0, 0],
  outcomes: new Map(),
};

function replaced(pair: Counts, line: Line, value: number): Counts {
  return line === 0 ? [value, pair[1]] : [pair[0], value];
}
