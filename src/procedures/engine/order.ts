// The order in which a dossier's acts are folded, the same on both nodes whenever they learn of them. Each side's register
// is a line; `sight` says how much of the other line an act's author knew. Two heads of the lines where neither saw the
// other have crossed, and the declaration says which is taken first.

import type { Act, PartyCode } from "../../acts/index.ts";
import type { Refusal } from "../../base/index.ts";
import type { Procedure } from "../declaration.ts";
import type { Terms } from "../terms.ts";

/** An act of a dossier with its place in its author's register. */
export interface PlacedAct {
  readonly act: Act;
  /** Index of the leaf in its author's register. */
  readonly index: number;
  /** How many leaves of the other register the author had seen, at this act or at an earlier one. */
  readonly sight: number;
  /** What the author could know of the accord at that point. */
  readonly terms: Terms;
  /** Why the act could not be admitted whatever the dossier's state: bad key, no article, label over the cap. */
  readonly inadmissible: Refusal | undefined;
}

/** The acts of one dossier, each side's in the order of its register; the sides in the founding's order. */
export type Lines = readonly [readonly PlacedAct[], readonly PlacedAct[]];

export function sawOther(act: PlacedAct, other: PlacedAct): boolean {
  return act.sight > other.index;
}

/**
 * Yields the acts of the first `counts[0]` and `counts[1]` of the lines in folding order, as [line, position].
 * Two acts that each claim to have seen the other cannot both be honest; the link refuses such a leaf before it is
 * mirrored. Should one stand in a register all the same, the order stays defined: the founding's first side is taken first.
 */
export function* foldingOrder<Data>(
  procedure: Procedure<Data>,
  input: { lines: Lines; counts: readonly [number, number]; firstTaken: 0 | 1 },
): Generator<readonly [0 | 1, number]> {
  const { lines, counts } = input;
  let i = 0;
  let j = 0;
  while (i < counts[0] || j < counts[1]) {
    const a = i < counts[0] ? lines[0][i] : undefined;
    const b = j < counts[1] ? lines[1][j] : undefined;
    const takeFirst = !b || (a !== undefined && goesFirst(procedure, { a, b, firstTaken: input.firstTaken }));
    if (takeFirst) yield [0, i++];
    else yield [1, j++];
  }
}

function goesFirst<Data>(
  procedure: Procedure<Data>,
  input: { a: PlacedAct; b: PlacedAct; firstTaken: 0 | 1 },
): boolean {
  const { a, b } = input;
  const aSaw = sawOther(a, b);
  const bSaw = sawOther(b, a);
  if (aSaw !== bSaw) return bSaw;
  if (prevails(procedure, a.act.step, b.act.step)) return true;
  if (prevails(procedure, b.act.step, a.act.step)) return false;
  return input.firstTaken === 0;
}

function prevails<Data>(procedure: Procedure<Data>, one: string, over: string): boolean {
  const step = Object.hasOwn(procedure.steps, one) ? procedure.steps[one] : undefined;
  return step?.prevailsOver.includes(over) ?? false;
}

export function lineOf(terms: Terms, party: PartyCode): 0 | 1 {
  return terms.parties[0] === party ? 0 : 1;
}
