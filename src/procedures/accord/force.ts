// What an instrument's own facts say of its force: when it enters into force and why, whether some of its articles
// apply provisionally, and when it ends. Computed from the annex's rule and the dates the two sides registered; entered
// nowhere.

import { Fault } from "../../base/index.ts";
import { localDate, startOfDay } from "../calendar.ts";
import {
  denunciationEffect,
  type EntryIntoForce,
  entryIntoForce,
  type Lasting,
  objectionLimit,
  periodEnd,
} from "../entry-into-force.ts";
import type { AccordInForce } from "../terms.ts";
import type { AccordData, AgreedText } from "./data.ts";

/** The agreed text of a dossier that is past its freezing. */
export function agreedOf(data: AccordData): AgreedText {
  if (data.agreed) return data.agreed;
  throw new Fault("procedures.noAgreedText", "A step after the freezing met a dossier without an agreed text.");
}

/** When the instrument enters into force and why, as far as the facts go; undefined before its text is agreed. */
export function explainEntryIntoForce(data: AccordData): EntryIntoForce | undefined {
  if (!data.agreed) return undefined;
  const { rule, zone } = data.agreed.annex.entryIntoForce;
  const receipts = Object.values(data.notes).flatMap((note) => note.received ?? []);
  return entryIntoForce({ rule, zone, signedAt: data.signature?.at, receipts });
}

/** The data with its entry into force computed anew, after a signature or a receipt. */
export function withEntry(data: AccordData): AccordData {
  return { ...data, inForceFrom: explainEntryIntoForce(data)?.inForceFrom };
}

/** The end of an instant's day, in the zone by which the instrument's days are reckoned. */
export function endOfDay(data: AccordData, at: number): number {
  const { zone } = agreedOf(data).annex.entryIntoForce;
  return startOfDay(zone, localDate({ zone }, at).add({ days: 1 }));
}

function lastingOf(data: AccordData): Lasting | undefined {
  const { agreed, inForceFrom, renewedYears } = data;
  if (!agreed || inForceFrom === undefined) return undefined;
  const { duration, entryIntoForce } = agreed.annex;
  return { inForceFrom, zone: entryIntoForce.zone, duration, renewedYears };
}

/** The end of the period of validity that runs at `at`; undefined when concluded for an unlimited time. */
export function currentPeriodEnd(data: AccordData, at: number): number | undefined {
  const lasting = lastingOf(data);
  return lasting && periodEnd(lasting, at);
}

/** The end of the running period and before when an objection to its renewal must be made; undefined without one. */
export function objectionWindow(data: AccordData, at: number): { end: number; limit: number } | undefined {
  const lasting = lastingOf(data);
  const renewal = lasting?.duration?.tacitRenewal;
  const end = currentPeriodEnd(data, at);
  if (!lasting || !renewal || end === undefined) return undefined;
  return { end, limit: objectionLimit({ end, zone: lasting.zone, noticeMonths: renewal.noticeMonths }) };
}

/** When it expires by its own terms: never while it renews itself. */
export function expiryOf(data: AccordData): number | undefined {
  if (data.objection) return data.objection.end;
  const lasting = lastingOf(data);
  if (!lasting?.duration || lasting.duration.tacitRenewal) return undefined;
  return periodEnd(lasting, lasting.inForceFrom);
}

/** When a denunciation received on that date takes effect. */
export function effectOfDenunciation(data: AccordData, received: string): number {
  const { annex } = agreedOf(data);
  return denunciationEffect({
    received,
    zone: annex.entryIntoForce.zone,
    noticeMonths: annex.denunciation.noticeMonths,
  });
}

/**
 * The earliest instant that ends it. A suspension counts as an end until it is lifted: no article applies meanwhile.
 */
function endOf(data: AccordData): number | undefined {
  const ends = [expiryOf(data), data.denunciation?.effect, data.succession?.from, data.suspendedFrom];
  const known = ends.filter((end) => end !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/**
 * The instrument as far as it has come: its annex once the text is agreed, and from when to when its articles apply.
 * Undefined before the text is agreed. `provisionalFrom` is undefined where no article is applied provisionally.
 */
export function accordInForceOf(data: AccordData): AccordInForce | undefined {
  if (!data.agreed || data.dossier === undefined) return undefined;
  const { annex } = data.agreed;
  const provisional = data.provisional?.articles;
  return {
    dossier: data.dossier,
    annex: provisional
      ? { ...annex, entryIntoForce: { ...annex.entryIntoForce, provisional: [...provisional] } }
      : annex,
    inForceFrom: data.inForceFrom,
    provisionalFrom: data.provisional?.from,
    endsAt: endOf(data),
  };
}
