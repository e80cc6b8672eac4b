// The accord as each act's author could know it: what its instruments, folded over what the author knew, come to at the
// act's date.

import { isZoneName } from "../acts/index.ts";
import { type AccordData, accordInForceOf, accordProcedure, accordTerms } from "./accord/index.ts";
import { DossierHistory, type DossiersAt, type Point } from "./dossier-history.ts";
import type { Dossier } from "./engine/dossier.ts";
import type { Digest } from "./engine/fold.ts";
import type { Line, PlacedAct } from "./engine/order.ts";
import type { Calendar, Terms } from "./terms.ts";

type Instruments = DossiersAt<AccordData>;

export class AccordHistory {
  readonly #base: Terms;
  readonly #instruments: DossierHistory<AccordData>;
  /** The terms last worked out, with until when time alone does not change them: they are asked for act after act. */
  #last:
    | { readonly instruments: Instruments; readonly from: number; readonly until: number; readonly terms: Terms }
    | undefined;

  /** `base`: what holds before there is an accord. */
  constructor(input: { base: Terms; digest: Digest }) {
    this.#base = input.base;
    this.#instruments = new DossierHistory({ procedure: accordProcedure, digest: input.digest });
  }

  /** Takes an admissible act of the procedure; in register order on each line. */
  note(placed: PlacedAct, line: Line): void {
    this.#instruments.note(placed, line);
  }

  /** What the author of the act at this place could know. `at`: milliseconds since 1970. */
  termsAt(point: Point & { at: number }): Terms {
    return this.#terms(this.#instruments.at(point), point.at);
  }

  presentTerms(now: number): Terms {
    return this.#terms(this.#instruments.present(), now);
  }

  #terms(instruments: Instruments, at: number): Terms {
    if (this.#last?.instruments === instruments && at >= this.#last.from && at < this.#last.until)
      return this.#last.terms;
    const terms = this.#termsOf(instruments, at);
    this.#last = { instruments, from: at, until: nextChange(instruments, at), terms };
    return terms;
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
