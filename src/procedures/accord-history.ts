// The accord as each act's author could know it: the instruments folded over exactly the acts of both registers that lie
// before the author's own act and within what it had seen. Consecutive points differ by one act and extend one another,
// so a long negotiation costs its length and not its square.

import type { DossierId, PartyCode } from "../acts/index.ts";
import { type AccordData, accordProcedure, accordTerms } from "./accord/index.ts";
import type { Dossier } from "./engine/dossier.ts";
import { type Digest, extend, fold, type Folded, unopened } from "./engine/fold.ts";
import type { PlacedAct } from "./engine/order.ts";
import type { Terms } from "./terms.ts";

type Instruments = ReadonlyMap<DossierId, Folded<AccordData>>;

export interface AccordHistory {
  termsAt(point: { line: 0 | 1; index: number; sight: number; at: number }): Terms;
  presentTerms(now: number): Terms;
  /** In register order on each line. */
  note(placed: PlacedAct, line: 0 | 1): void;
}

/** Points kept folded: the latest are extended again and again, older ones are asked for by a refold only. */
const pointsKept = 64;

export function accordHistory(input: { base: Terms; digest: Digest }): AccordHistory {
  const lines: [PlacedAct[], PlacedAct[]] = [[], []];
  const points = new Map<string, Instruments>([["0 0", new Map()]]);

  const countBelow = (line: 0 | 1, index: number): number => {
    const acts = lines[line];
    let count = acts.length;
    while (count > 0 && (acts[count - 1]?.index ?? -1) >= index) count -= 1;
    return count;
  };

  const instrumentsAt = (first: number, second: number): Instruments => {
    const key = `${first} ${second}`;
    const known = points.get(key);
    if (known) return known;
    const instruments =
      step({ before: points.get(`${first - 1} ${second}`), act: lines[0][first - 1] }) ??
      step({ before: points.get(`${first} ${second - 1}`), act: lines[1][second - 1] }) ??
      foldAll(first, second);
    points.set(key, instruments);
    if (points.size > pointsKept) for (const oldest of points.keys()) if (points.size > pointsKept) points.delete(oldest);
    return instruments;
  };

  const step = (from: { before: Instruments | undefined; act: PlacedAct | undefined }): Instruments | undefined => {
    if (!from.before || !from.act) return undefined;
    const dossier = from.act.act.dossier;
    const folded: Folded<AccordData> = from.before.get(dossier) ?? unopened;
    const next = extend(accordProcedure, { folded, act: from.act, digest: input.digest });
    return next ? new Map(from.before).set(dossier, next) : undefined;
  };

  const foldAll = (first: number, second: number): Instruments => {
    const taken: [PlacedAct[], PlacedAct[]] = [lines[0].slice(0, first), lines[1].slice(0, second)];
    const dossiers = new Set(taken.flat().map((act) => act.act.dossier));
    return new Map(
      [...dossiers].map((dossier) => [
        dossier,
        fold(accordProcedure, {
          lines: [
            taken[0].filter((act) => act.act.dossier === dossier),
            taken[1].filter((act) => act.act.dossier === dossier),
          ],
          digest: input.digest,
        }),
      ]),
    );
  };

  const termsOf = (instruments: Instruments, at: number): Terms => {
    const dossiers: Dossier<AccordData>[] = [];
    for (const folded of instruments.values()) if (folded.dossier) dossiers.push(folded.dossier);
    const accord = accordTerms({ dossiers, at, parties: input.base.parties });
    if (!accord) return input.base;
    const calendars: Record<PartyCode, Terms["calendars"][PartyCode]> = { ...input.base.calendars };
    for (const party of input.base.parties) {
      const calendar = accord.annex.calendars[party];
      if (calendar) calendars[party] = calendar as Terms["calendars"][PartyCode];
    }
    return { ...input.base, calendars, accord };
  };

  // The same terms are asked for act after act; what was worked out last is kept by point and by what time can change.
  let last: { key: string; until: number; at: number; terms: Terms } | undefined;
  const terms = (first: number, second: number, at: number): Terms => {
    const key = `${first} ${second}`;
    if (last && last.key === key && at >= last.at && at < last.until) return last.terms;
    const instruments = instrumentsAt(first, second);
    const found = termsOf(instruments, at);
    last = { key, at, until: nextChange(instruments, at), terms: found };
    return found;
  };

  return {
    termsAt(point) {
      const own = countBelow(point.line, point.index);
      const other = countBelow(point.line === 0 ? 1 : 0, point.sight);
      return point.line === 0 ? terms(own, other, point.at) : terms(other, own, point.at);
    },
    presentTerms: (now) => terms(lines[0].length, lines[1].length, now),
    note(placed, line) {
      lines[line].push(placed);
    },
  };
}

/** The next instant at which time alone changes which instrument's annex holds; never, when none waits for a date. */
function nextChange(instruments: Instruments, at: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const folded of instruments.values()) {
    const from = folded.dossier?.data ? inForceFromOf(folded.dossier.data) : undefined;
    if (from !== undefined && from > at && from < next) next = from;
  }
  return next;
}

function inForceFromOf(data: AccordData): number | undefined {
  return data.inForceFrom;
}
