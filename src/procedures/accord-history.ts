// The accord as each act's author could know it: the instruments folded over exactly the acts of both registers that
// lie before the author's own act and within what it had seen. Consecutive points differ by one act and extend one
// another, so a long negotiation costs its length and not its square.

import type { DossierId } from "../acts/index.ts";
import { isZoneName } from "../acts/index.ts";
import { type AccordData, accordInForceOf, accordProcedure, accordTerms } from "./accord/index.ts";
import type { Dossier } from "./engine/dossier.ts";
import { type Digest, extend, type Folded, fold, unopened } from "./engine/fold.ts";
import type { Counts, Line, PlacedAct } from "./engine/order.ts";
import type { Calendar, Terms } from "./terms.ts";

type Instruments = ReadonlyMap<DossierId, Folded<AccordData>>;

/** Points kept folded: the latest are extended again and again, older ones are asked for by a refold only. */
const pointsKept = 64;

export class AccordHistory {
  readonly #base: Terms;
  readonly #digest: Digest;
  readonly #lines: readonly [PlacedAct[], PlacedAct[]] = [[], []];
  readonly #points = new Map<string, Instruments>();
  /** The terms last worked out, with until when time alone does not change them: they are asked for act after act. */
  #last: { readonly point: string; readonly from: number; readonly until: number; readonly terms: Terms } | undefined;

  /** `base`: what holds before there is an accord. */
  constructor(input: { base: Terms; digest: Digest }) {
    this.#base = input.base;
    this.#digest = input.digest;
  }

  /** Takes an admissible act of the procedure; in register order on each line. */
  note(placed: PlacedAct, line: Line): void {
    this.#lines[line].push(placed);
  }

  /** What the author of the act at this place could know. `at`: milliseconds since 1970. */
  termsAt(point: { line: Line; index: number; sight: number; at: number }): Terms {
    const own = this.#countBelow(point.line, point.index);
    const other = this.#countBelow(point.line === 0 ? 1 : 0, point.sight);
    return this.#terms(point.line === 0 ? [own, other] : [other, own], point.at);
  }

  presentTerms(now: number): Terms {
    return this.#terms([this.#lines[0].length, this.#lines[1].length], now);
  }

  /** How many of the acts noted on a line stand below an index of its register. */
  #countBelow(line: Line, index: number): number {
    const acts = this.#lines[line];
    let count = acts.length;
    while (count > 0 && (acts[count - 1]?.index ?? -1) >= index) count -= 1;
    return count;
  }

  #terms(counts: Counts, at: number): Terms {
    const point = counts.join(" ");
    if (this.#last?.point === point && at >= this.#last.from && at < this.#last.until) return this.#last.terms;
    const instruments = this.#instrumentsAt(counts);
    const terms = this.#termsOf(instruments, at);
    this.#last = { point, from: at, until: nextChange(instruments, at), terms };
    return terms;
  }

  #instrumentsAt(counts: Counts): Instruments {
    const key = counts.join(" ");
    const known = this.#points.get(key);
    if (known) return known;
    const instruments = this.#extended(counts, 0) ?? this.#extended(counts, 1) ?? this.#folded(counts);
    this.#points.set(key, instruments);
    for (const oldest of this.#points.keys()) {
      if (this.#points.size <= pointsKept) break;
      this.#points.delete(oldest);
    }
    return instruments;
  }

  /** From the point that lacks the last act of this line; undefined where that is not known or the act has crossed. */
  #extended([first, second]: Counts, line: Line): Instruments | undefined {
    const before = this.#points.get(line === 0 ? `${first - 1} ${second}` : `${first} ${second - 1}`);
    const act = this.#lines[line][(line === 0 ? first : second) - 1];
    if (!before || !act) return undefined;
    const folded: Folded<AccordData> = before.get(act.act.dossier) ?? unopened;
    const next = extend(accordProcedure, { folded, act, digest: this.#digest });
    return next ? new Map(before).set(act.act.dossier, next) : undefined;
  }

  #folded(counts: Counts): Instruments {
    const taken = [this.#lines[0].slice(0, counts[0]), this.#lines[1].slice(0, counts[1])] as const;
    const instruments = new Map<DossierId, Folded<AccordData>>();
    for (const dossier of new Set(taken.flat().map((one) => one.act.dossier))) {
      const ofDossier = (one: PlacedAct): boolean => one.act.dossier === dossier;
      const lines = [taken[0].filter(ofDossier), taken[1].filter(ofDossier)] as const;
      instruments.set(dossier, fold(accordProcedure, { lines, digest: this.#digest }));
    }
    return instruments;
  }

  #termsOf(instruments: Instruments, at: number): Terms {
    const dossiers: Dossier<AccordData>[] = [];
    for (const folded of instruments.values()) if (folded.dossier) dossiers.push(folded.dossier);
    const accord = accordTerms({ dossiers, at, parties: this.#base.parties });
    if (!accord) return this.#base;
    const calendars: Record<string, Calendar> = { ...this.#base.calendars };
    for (const party of this.#base.parties) {
      const calendar = accord.annex.calendars[party];
      if (calendar && isZoneName(calendar.zone)) calendars[party] = { ...calendar, zone: calendar.zone };
    }
    return { ...this.#base, calendars, accord };
  }
}

/** The next instant at which time alone may change which instrument holds, or with which annex. */
function nextChange(instruments: Instruments, at: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { dossier } of instruments.values()) {
    const force = dossier && accordInForceOf(dossier.data);
    const changes = [dossier?.data.inForceFrom, force?.inForceFrom, force?.provisionalFrom, force?.endsAt];
    for (const change of changes) if (change !== undefined && change > at && change < next) next = change;
  }
  return next;
}
