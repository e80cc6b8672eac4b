// The dossiers of one ground procedure as each act's author could know them: folded over exactly the acts of both
// registers that lie before the author's own act and within what it had seen. Consecutive points differ by one act and
// extend one another, so a long negotiation costs its length and not its square.

import type { DossierId } from "../acts/index.ts";
import type { Procedure } from "./declaration.ts";
import { type Digest, extend, type Folded, fold, unopened } from "./engine/fold.ts";
import type { Counts, Line, PlacedAct } from "./engine/order.ts";

/** A place in the two registers: the acts below `index` on its line, and below `sight` on the other. */
export interface Point {
  readonly line: Line;
  readonly index: number;
  readonly sight: number;
}

/** The dossiers at a point. The same object is given for the same acts as long as it is kept. */
export type DossiersAt<Data> = ReadonlyMap<DossierId, Folded<Data>>;

/** Points kept folded: the latest are extended again and again, older ones are asked for by a refold only. */
const pointsKept = 64;

export class DossierHistory<Data> {
  readonly #procedure: Procedure<Data>;
  readonly #digest: Digest;
  readonly #lines: readonly [PlacedAct[], PlacedAct[]] = [[], []];
  readonly #points = new Map<string, DossiersAt<Data>>();

  constructor(input: { procedure: Procedure<Data>; digest: Digest }) {
    this.#procedure = input.procedure;
    this.#digest = input.digest;
  }

  /** Takes an admissible act of the procedure; in register order on each line. */
  note(placed: PlacedAct, line: Line): void {
    this.#lines[line].push(placed);
  }

  /** What the author of the act at this place could know. */
  at(point: Point): DossiersAt<Data> {
    const own = this.#countBelow(point.line, point.index);
    const other = this.#countBelow(point.line === 0 ? 1 : 0, point.sight);
    return this.#dossiersAt(point.line === 0 ? [own, other] : [other, own]);
  }

  /** All that is known here. */
  present(): DossiersAt<Data> {
    return this.#dossiersAt([this.#lines[0].length, this.#lines[1].length]);
  }

  /** How many of the acts noted on a line stand below an index of its register. */
  #countBelow(line: Line, index: number): number {
    const acts = this.#lines[line];
    let count = acts.length;
    while (count > 0 && (acts[count - 1]?.index ?? -1) >= index) count -= 1;
    return count;
  }

  #dossiersAt(counts: Counts): DossiersAt<Data> {
    const key = counts.join(" ");
    const known = this.#points.get(key);
    if (known) return known;
    const dossiers = this.#extended(counts, 0) ?? this.#extended(counts, 1) ?? this.#folded(counts);
    this.#points.set(key, dossiers);
    for (const oldest of this.#points.keys()) {
      if (this.#points.size <= pointsKept) break;
      this.#points.delete(oldest);
    }
    return dossiers;
  }

  /** From the point that lacks the last act of this line; undefined where that is not known or the act has crossed. */
  #extended([first, second]: Counts, line: Line): DossiersAt<Data> | undefined {
    const before = this.#points.get(line === 0 ? `${first - 1} ${second}` : `${first} ${second - 1}`);
    const act = this.#lines[line][(line === 0 ? first : second) - 1];
    if (!before || !act) return undefined;
    const folded: Folded<Data> = before.get(act.act.dossier) ?? unopened;
    const next = extend(this.#procedure, { folded, act, digest: this.#digest });
    return next ? new Map(before).set(act.act.dossier, next) : undefined;
  }

  #folded(counts: Counts): DossiersAt<Data> {
    const taken = [this.#lines[0].slice(0, counts[0]), this.#lines[1].slice(0, counts[1])] as const;
    const dossiers = new Map<DossierId, Folded<Data>>();
    for (const dossier of new Set(taken.flat().map((one) => one.act.dossier))) {
      const ofDossier = (one: PlacedAct): boolean => one.act.dossier === dossier;
      const lines = [taken[0].filter(ofDossier), taken[1].filter(ofDossier)] as const;
      dossiers.set(dossier, fold(this.#procedure, { lines, digest: this.#digest }));
    }
    return dossiers;
  }
}
