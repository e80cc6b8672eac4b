// What holds for both sides at one point of the two registers: the founding's policy, the accord's annex once it is
// agreed, when it is in force, and each side's working calendar. Every act is judged by the terms its author could
// know.

import type { ArticleNumber, DossierId, LabelPolicy, PartyCode, ZoneName } from "../acts/index.ts";
import type { Annex } from "./annex.ts";

/** A side's working calendar. Zone by name, never an offset. */
export interface Calendar {
  readonly zone: ZoneName;
  /** Days off each week as ISO 8601 numbers, 1 is Monday. */
  readonly weekend: readonly number[];
  /** Days off by date, `2021-11-18`, with their names by language. */
  readonly holidays: readonly { readonly date: string; readonly names: Readonly<Record<string, string>> }[];
}

/** The accord as far as it has come. Instants are milliseconds since 1970, UTC. */
export interface AccordInForce {
  readonly dossier: DossierId;
  readonly annex: Annex;
  /** When all articles take effect; undefined while a condition of the entry into force is not met. */
  readonly inForceFrom: number | undefined;
  /** When the articles of `annex.entryIntoForce.provisional` already apply; undefined when there are none. */
  readonly provisionalFrom: number | undefined;
  /** When it ends or ended by denunciation or expiry; undefined while nothing ends it. */
  readonly endsAt: number | undefined;
}

export interface Terms {
  readonly parties: readonly [PartyCode, PartyCode];
  readonly labels: LabelPolicy;
  /** The cap before articles in force set their own. */
  readonly cap: string;
  readonly calendars: Readonly<Record<PartyCode, Calendar>>;
  readonly accord: AccordInForce | undefined;
}

/** Whether the article is in force or provisionally applied at `at`. */
export function articleApplies(terms: Terms, article: ArticleNumber, at: number): boolean {
  const accord = terms.accord;
  if (!accord || (accord.endsAt !== undefined && at >= accord.endsAt)) return false;
  if (!accord.annex.articles.some((one) => one.number === article)) return false;
  if (accord.inForceFrom !== undefined && at >= accord.inForceFrom) return true;
  const provisional = accord.annex.entryIntoForce.provisional;
  return accord.provisionalFrom !== undefined && at >= accord.provisionalFrom && (provisional ?? []).includes(article);
}

export function calendarOf(terms: Terms, party: PartyCode): Calendar {
  const calendar = terms.calendars[party];
  if (!calendar) throw new TypeError(`No calendar for ${party}.`);
  return calendar;
}
