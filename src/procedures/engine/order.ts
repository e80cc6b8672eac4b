// The order in which a dossier's acts are folded, the same on both nodes whenever they learn of them. Each side's
// register is a line; `sight` says how much of the other line an act's author knew. Acts of the two lines of which
// neither author knew the other's have crossed, and the declaration says which is taken first.

import type { Act, PartyCode } from "../../acts/index.ts";
import type { Refusal } from "../../base/index.ts";
import type { Procedure } from "../declaration.ts";
import type { Terms } from "../terms.ts";

/** An act of a dossier with its place in its author's register. */
export interface PlacedAct {
  readonly act: Act;
  /** Index of the leaf in its author's register. Grows along a line. */
  readonly index: number;
  /**
   * How many leaves of the other register the author had seen, at this act or at an earlier one. Never falls on a line.
   */
  readonly sight: number;
  /** What the author could know of the accord at that point. */
  readonly terms: Terms;
  /** Why the act could not be admitted whatever the dossier's state: bad key, no article, label over the cap. */
  readonly inadmissible: Refusal | undefined;
}

/** The acts of one dossier, each side's in the order of its register; the sides in the founding's order. */
export type Lines = readonly [readonly PlacedAct[], readonly PlacedAct[]];
export type Line = 0 | 1;
/** How many acts of each line: a point of the dossier's two histories. */
export type Counts = readonly [number, number];

export function otherLine(line: Line): Line {
  return line === 0 ? 1 : 0;
}

export function lineOf(terms: Terms, party: PartyCode): Line {
  return terms.parties[0] === party ? 0 : 1;
}

/**
 * How many acts of the other line each act's author knew. A claim to have seen an act that claims to have seen this one
 * counts for nothing: both cannot be true, and so neither side gains, or loses what it may do alone, by the other's
 * lie. What is left is a partial order, whatever the sights.
 */
export function knownCounts(lines: Lines): readonly [readonly number[], readonly number[]] {
  const along = (line: Line): number[] => {
    const others = lines[otherLine(line)];
    let known = 0;
    return lines[line].map((act) => {
      for (let other = others[known]; other && saw(act, other) && !saw(other, act); other = others[known]) known += 1;
      return known;
    });
  };
  return [along(0), along(1)];
}

function saw(act: PlacedAct, other: PlacedAct): boolean {
  return act.sight > other.index;
}

/** Chooses between the heads of the two lines. Told by `note` of the acts that can prevail, before it is asked. */
export class FoldingOrder<Data> {
  readonly known: readonly [readonly number[], readonly number[]];
  readonly #lines: Lines;
  readonly #firstTaken: Line;
  /** The steps that prevail over a step, by its name. */
  readonly #over = new Map<string, string[]>();
  /** Positions on each line of the valid acts of each step that prevails over some other. */
  readonly #positions: readonly [Map<string, number[]>, Map<string, number[]>] = [new Map(), new Map()];

  constructor(procedure: Procedure<Data>, lines: Lines) {
    this.#lines = lines;
    this.known = knownCounts(lines);
    for (const [name, step] of Object.entries(procedure.steps)) {
      for (const over of step.prevailsOver) this.#over.set(over, [...(this.#over.get(over) ?? []), name]);
      if (step.prevailsOver.length > 0) for (const positions of this.#positions) positions.set(name, []);
    }
    this.#firstTaken = firstTaken(procedure, lines);
  }

  /** In the line's order, for acts that are valid: one that never could take effect prevails over nothing. */
  note(line: Line, position: number): void {
    const step = this.#lines[line][position]?.act.step;
    if (step !== undefined) this.#positions[line].get(step)?.push(position);
  }

  /** The line whose head is taken next at this point, of the acts before `counts`; undefined at the end. */
  next(at: Counts, counts: Counts): Line | undefined {
    const [i, j] = at;
    if (i >= counts[0]) return j < counts[1] ? 1 : undefined;
    if (j >= counts[1]) return 0;
    if ((this.known[0][i] ?? 0) > j) return 1;
    if ((this.known[1][j] ?? 0) > i) return 0;
    const first = this.#prevails(0, { at, counts });
    const second = this.#prevails(1, { at, counts });
    if (first !== second) return first ? 0 : 1;
    return this.#firstTaken;
  }

  /**
   * Whether on this line, at its head or behind it, an act stands that crossed the other line's head and prevails over
   * it. Behind it too: a withdrawal is no weaker for another act that its author made before.
   */
  #prevails(line: Line, point: { at: Counts; counts: Counts }): boolean {
    const other = otherLine(line);
    const head = this.#lines[other][point.at[other]];
    for (const name of (head && this.#over.get(head.act.step)) ?? []) {
      const position = firstFrom(this.#positions[line].get(name) ?? [], point.at[line]);
      if (position === undefined || position >= point.counts[line]) continue;
      // The head does not know this line's head, so nothing behind it either; the first is the one that knows least.
      if ((this.known[line][position] ?? 0) <= point.at[other]) return true;
    }
    return false;
  }
}

/** The line of the role whose act is taken first where none prevails. */
function firstTaken<Data>(procedure: Procedure<Data>, lines: Lines): Line {
  const opens = ({ act }: PlacedAct): boolean => act.id === act.dossier;
  const opener: Line = !lines[0].some(opens) && lines[1].some(opens) ? 1 : 0;
  return (procedure.firstTaken ?? procedure.roles[0]) === procedure.roles[0] ? opener : otherLine(opener);
}

/** The first of these growing numbers that is at least `from`. */
function firstFrom(positions: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return positions[low];
}
