// How long before its first day a request must be sent. The host sets it by type and level, so it is data in the
// accord's annex and counts on the host's working calendar; the requester is told the same instant on its own clock.

import { levelOf, type PartyCode, type ZoneName } from "../../acts/index.ts";
import type { LeadTime } from "../annex.ts";
import { startOfDay, subtractAmount } from "../calendar.ts";
import { calendarOf, type Terms } from "../terms.ts";
import type { VisitType } from "./request.ts";

interface LeadTimeQuestion {
  readonly terms: Terms;
  readonly host: PartyCode;
  readonly type: VisitType;
  /** For an amendment, the type of the request it changes: its row counts where amendments have none. */
  readonly amends?: VisitType;
  /** The highest level of the visit. */
  readonly level: string;
}

/** The most specific row: the one for the highest level not above the visit's, then the one for any level. */
export function leadTimeOf(question: LeadTimeQuestion): LeadTime | undefined {
  const { terms, host, type, amends } = question;
  const rank = rankOf(terms, question.level);
  let found: { readonly row: LeadTime; readonly rank: number } | undefined;
  for (const row of terms.accord?.annex.leadTimes ?? []) {
    if (row.host !== host || row.type !== type) continue;
    const rowRank = row.level === undefined ? -1 : rankOf(terms, row.level);
    if (rowRank > rank) continue;
    // Two equal rows: the longer time is the safe one.
    const better =
      !found || rowRank > found.rank || (rowRank === found.rank && row.workingDays > found.row.workingDays);
    if (better) found = { row, rank: rowRank };
  }
  if (found) return found.row;
  return amends === undefined ? undefined : leadTimeOf({ terms, host, level: question.level, type: amends });
}

/** An unknown level ranks above all others, so that no row is passed over by a mistake in writing it. */
function rankOf(terms: Terms, code: string): number {
  const rank = levelOf(terms.labels, { policy: terms.labels.policy, classification: code });
  return typeof rank === "number" ? rank : terms.labels.levels.length;
}

/** A side's clock at an instant: `2021-11-08T00:00` and the zone. */
export interface ClockTime {
  readonly zone: ZoneName;
  readonly local: string;
}

export interface LatestDate {
  readonly row: LeadTime;
  /** The request must have been sent before this instant; milliseconds since 1970. */
  readonly before: number;
  readonly host: ClockTime;
  readonly requester: ClockTime;
}

/**
 * By when a request for a visit from `from` on (`2021-11-24`, the host's date) must be sent; undefined: no lead time.
 */
export function latestDateToSend(
  question: LeadTimeQuestion & { readonly requester: PartyCode; readonly from: string },
): LatestDate | undefined {
  const row = leadTimeOf(question);
  if (!row) return undefined;
  const calendar = calendarOf(question.terms, question.host);
  const first = startOfDay(calendar.zone, Temporal.PlainDate.from(question.from));
  const before = subtractAmount({ calendar, before: first, amount: { workingDays: row.workingDays } });
  return {
    row,
    before,
    host: clockTime(calendar.zone, before),
    requester: clockTime(calendarOf(question.terms, question.requester).zone, before),
  };
}

function clockTime(zone: ZoneName, ms: number): ClockTime {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime();
  return { zone, local: local.toString({ smallestUnit: "minute" }) };
}
