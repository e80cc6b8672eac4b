// One folding of one dossier's two lines. First each act's verdict: what comes of it where its author stood, folded
// from what its author knew and nothing else. Then all acts in folding order, the valid ones taken where they still can
// be.

import { isRefusal, type Refusal } from "../../base/index.ts";
import type { Procedure } from "../declaration.ts";
import { apply, type Surroundings } from "./apply.ts";
import type { Dossier } from "./dossier.ts";
import { type Counts, FoldingOrder, type Line, type Lines, otherLine, type PlacedAct } from "./order.ts";

type Digest = Surroundings["digest"];
type Result<Data> = Dossier<Data> | Refusal;

/** What comes of one act on one dossier. */
export function judge<Data>(
  procedure: Procedure<Data>,
  input: { dossier: Dossier<Data> | undefined; act: PlacedAct; digest: Digest },
): Result<Data> {
  const { act } = input;
  if (act.inadmissible) return act.inadmissible;
  return apply(procedure, {
    dossier: input.dossier,
    act: act.act,
    surroundings: { terms: act.terms, digest: input.digest },
  });
}

/** An act as the folding took it. */
export interface TakenAct<Data> {
  readonly act: PlacedAct;
  readonly line: Line;
  /** Why it has no effect; undefined when it has. */
  readonly refusal: Refusal | undefined;
  /** Whether it could have had effect by what its author knew. */
  readonly valid: boolean;
  /** The dossier after it. */
  readonly dossier: Dossier<Data> | undefined;
}

interface Point<Data> {
  readonly at: Counts;
  readonly dossier: Dossier<Data> | undefined;
}

export class Folding<Data> {
  readonly #procedure: Procedure<Data>;
  readonly #lines: Lines;
  readonly #digest: Digest;
  readonly #order: FoldingOrder<Data>;
  /** The verdict of each act on what its author could know: undefined when it was valid. */
  readonly #verdicts: readonly [(Refusal | undefined)[], (Refusal | undefined)[]] = [[], []];
  /** What came of each act the last time it was judged: most are judged on the same dossier again. */
  readonly #judged = new Map<PlacedAct, { before: Dossier<Data> | undefined; result: Result<Data> }>();

  constructor(procedure: Procedure<Data>, input: { lines: Lines; digest: Digest }) {
    this.#procedure = procedure;
    this.#lines = input.lines;
    this.#digest = input.digest;
    this.#order = new FoldingOrder(procedure, input.lines);
    this.#judgeAll();
  }

  /** Every act, in folding order. */
  *all(): Generator<TakenAct<Data>> {
    const counts: Counts = [this.#lines[0].length, this.#lines[1].length];
    yield* this.#walk({ at: [0, 0], dossier: undefined }, counts);
  }

  /** Judges every act where its author stood, in an order in which all that an author knew has been judged before. */
  #judgeAll(): void {
    const [first, second] = this.#lines;
    const { known } = this.#order;
    const knowledge = [this.#knowledge(), this.#knowledge()] as const;
    const at: [number, number] = [0, 0];
    while (at[0] < first.length || at[1] < second.length) {
      const line: Line = at[0] < first.length && (known[0][at[0]] ?? 0) <= at[1] ? 0 : 1;
      const position = at[line];
      const act = this.#lines[line][position];
      const others = known[line][position];
      if (!act || others === undefined) throw new TypeError("Acts that know each other: the order is not one.");
      const result = this.#judge(act, knowledge[line](line === 0 ? [position, others] : [others, position]));
      this.#verdicts[line].push(isRefusal(result) ? result : undefined);
      if (!isRefusal(result)) this.#order.note(line, position);
      at[line] += 1;
    }
  }

  /**
   * One side's knowledge as it grows from act to act: gives the dossier folded from the acts before a point, none of
   * whose counts may be less than the last one's. An act newly known changes nothing of the order up to the acts that
   * it knew itself; the folding goes back to there and no further, so what is made in turn, or in long runs that cross,
   * costs no more than its length.
   */
  #knowledge(): (counts: Counts) => Dossier<Data> | undefined {
    const way: Point<Data>[] = [{ at: [0, 0], dossier: undefined }];
    let last: Counts = [0, 0];
    return (counts) => {
      for (const line of [0, 1] as const) {
        if (counts[line] === last[line]) continue;
        const settled = this.#order.known[line][last[line]] ?? 0;
        while ((way.at(-1)?.at[otherLine(line)] ?? 0) > settled) way.pop();
      }
      last = counts;
      let from = way.at(-1) ?? { at: [0, 0], dossier: undefined };
      for (const { line, dossier } of this.#walk(from, counts)) {
        from = { at: line === 0 ? [from.at[0] + 1, from.at[1]] : [from.at[0], from.at[1] + 1], dossier };
        way.push(from);
      }
      return from.dossier;
    };
  }

  /** From a point on, the acts before `counts`, which have all been judged. */
  *#walk(from: Point<Data>, counts: Counts): Generator<TakenAct<Data>> {
    const at: [number, number] = [from.at[0], from.at[1]];
    let dossier = from.dossier;
    for (let line = this.#order.next(at, counts); line !== undefined; line = this.#order.next(at, counts)) {
      const act = this.#lines[line][at[line]];
      if (!act) return;
      const verdict = this.#verdicts[line][at[line]];
      const result = verdict ?? this.#judge(act, dossier);
      if (!isRefusal(result)) dossier = result;
      at[line] += 1;
      const refusal = isRefusal(result) ? result : undefined;
      yield { act, line, refusal, valid: verdict === undefined, dossier };
    }
  }

  #judge(act: PlacedAct, dossier: Dossier<Data> | undefined): Result<Data> {
    const judged = this.#judged.get(act);
    if (judged && judged.before === dossier) return judged.result;
    const result = judge(this.#procedure, { dossier, act, digest: this.#digest });
    this.#judged.set(act, { before: dossier, result });
    return result;
  }
}
