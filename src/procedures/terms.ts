// What holds for both sides at one point of the two registers: the founding's policy, the accord's annex once it is
// agreed, when it is in force, and each side's working calendar. Every act is judged by the terms its author could
// know.

import type { ArticleNumber, DossierId, LabelPolicy, PartyCode, ServiceCode, ZoneName } from "../acts/index.ts";
import type { Annex } from "./annex.ts";
import type { Services } from "./services.ts";

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

/**
 * A channel between one service of each side, as far as it has come; kept when it is closed, for what it has carried.
 */
export interface Channel {
  readonly dossier: DossierId;
  readonly state: "open" | "suspended" | "closed";
  /** The service of each side that sends and receives on it. */
  readonly services: Readonly<Record<PartyCode, ServiceCode>>;
  /** The articles that allow it. */
  readonly articles: readonly ArticleNumber[];
  /** The highest level, of the accord's policy. */
  readonly cap: string;
  /** The widest releasability of what it carries. */
  readonly releasableTo: readonly PartyCode[];
}

/** A policy of labels that one side uses within itself, with the words of special handling it knows. */
export interface NationalPolicy extends LabelPolicy {
  readonly owner: PartyCode;
  readonly markings: readonly { readonly code: string; readonly names: Readonly<Record<string, string>> }[];
}

/** One direction: what bears `from` is handled as `to`, with the extra marking where there is one. */
export interface EquivalenceRow {
  readonly from: { readonly policy: string; readonly level: string; readonly caveat?: string | undefined };
  readonly to: { readonly policy: string; readonly level: string; readonly marking?: string | undefined };
}

/** A table of equivalent levels that both sides have adopted. Instants are milliseconds since 1970, UTC. */
export interface EquivalenceTable {
  readonly dossier: DossierId;
  readonly policies: readonly NationalPolicy[];
  readonly rows: readonly EquivalenceRow[];
  readonly validFrom: number;
  /** The first instant at which it no longer holds: its own end, or a withdrawal's; undefined without end. */
  readonly validUntil: number | undefined;
  /** Tables that hold no more once this one is valid. */
  readonly supersedes: readonly DossierId[];
}

export interface Terms {
  readonly parties: readonly [PartyCode, PartyCode];
  readonly labels: LabelPolicy;
  /** The cap before articles in force set their own. */
  readonly cap: string;
  readonly calendars: Readonly<Record<PartyCode, Calendar>>;
  readonly accord: AccordInForce | undefined;
  /** Every channel that was ever open, by its dossier. */
  readonly channels: ReadonlyMap<DossierId, Channel>;
  /** Every table that both sides have adopted, whatever its dates. */
  readonly equivalence: readonly EquivalenceTable[];
  /** The services a side has designated. Throws for one that is no party. */
  services(party: PartyCode): Services;
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
