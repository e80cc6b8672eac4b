// The names an act is made of, each with its own type and its one parser. The forms are deliberately narrow: what is
// typed by one side is read, compared and printed by the other.

import { type Brand, type Refusal, refuse } from "../base/index.ts";

/** A party to the accord: two to eight capital letters or digits; for a state its ISO 3166-1 alpha-2 code. */
export type PartyCode = Brand<string, "PartyCode">;
/** A designated service of one side: lowercase words joined by hyphens, 2 to 40 characters. */
export type ServiceCode = Brand<string, "ServiceCode">;
/** The function an officer acts in, never a person's name: the same form as a service. */
export type FunctionCode = Brand<string, "FunctionCode">;
/** The accord: the first 32 hexadecimal digits of the founding's SHA-256. */
export type AccordId = Brand<string, "AccordId">;
/** UUIDv7 (RFC 9562), lowercase, chosen before the first attempt and the same over retry, link and bag. */
export type ActId = Brand<string, "ActId">;
/** A dossier is named by the act that opened it. */
export type DossierId = ActId;
/** An article of the accord as its text numbers it: `6`, `6.2`, `12a`. */
export type ArticleNumber = Brand<string, "ArticleNumber">;
/** Name and version of a procedure: `visit/1`. */
export type ProcedureId = Brand<string, "ProcedureId">;
/** An IANA time zone by name (RFC 6557), never an offset: Morocco's offset shifts with Ramadan. */
export type ZoneName = Brand<string, "ZoneName">;
/** An instant in UTC to the second, `2021-11-24T14:30:00Z`, years 2000 to 2199. */
export type InstantText = Brand<string, "InstantText">;
/** A language by its ISO 639 code, two or three letters. */
export type LanguageCode = Brand<string, "LanguageCode">;

/** The service that each side's card itself names: it makes designations and what the node registers by itself. */
export const registryService = "registry" as ServiceCode;

const forms = {
  party: /^[A-Z][A-Z0-9]{1,7}$/,
  service: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  accord: /^[0-9a-f]{32}$/,
  act: /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  article: /^[1-9][0-9]{0,3}[a-z]?(?:\.[1-9][0-9]{0,2})?$/,
  procedure: /^[a-z][a-z-]{1,38}\/[1-9][0-9]{0,2}$/,
  instant: /^2[01]\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/,
  language: /^[a-z]{2,3}$/,
} as const;

export const isPartyCode = (text: string): text is PartyCode => forms.party.test(text);
export const isServiceCode = (text: string): text is ServiceCode =>
  text.length >= 2 && text.length <= 40 && forms.service.test(text);
export const isFunctionCode = (text: string): text is FunctionCode =>
  text.length >= 2 && text.length <= 40 && forms.service.test(text);
export const isAccordId = (text: string): text is AccordId => forms.accord.test(text);
export const isActId = (text: string): text is ActId => forms.act.test(text);
export const isArticleNumber = (text: string): text is ArticleNumber => forms.article.test(text);
export const isProcedureId = (text: string): text is ProcedureId => forms.procedure.test(text);
export const isLanguageCode = (text: string): text is LanguageCode => forms.language.test(text);

/** True for an instant that exists: the 30th of February and the 60th second are not instants here. */
export function isInstantText(text: string): text is InstantText {
  if (!forms.instant.test(text)) return false;
  const day = Number(text.slice(8, 10));
  // Months of 29, 30 and 31 days: Date.parse would roll 30 February over to March instead of refusing it.
  return day <= 28 || new Date(Date.parse(text)).getUTCDate() === day;
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function epochMs(instant: InstantText): number {
  return Date.parse(instant);
}

/** The instant of `ms`, cut to the second; refused outside the years 2000 to 2199. */
export function instantText(ms: number): InstantText | Refusal {
  const whole = Number.isFinite(ms) && Math.abs(ms) < 8e15 ? new Date(Math.floor(ms / 1000) * 1000).toISOString() : "";
  const text = whole.replace(".000Z", "Z");
  return isInstantText(text) ? text : refuse("acts.absurdInstant", { got: String(ms) });
}

// Zone look-ups load time-zone data; the answers are kept. Bounded, since zone names come from the other side too.
const knownZones = new Map<string, boolean>();
const knownZonesMax = 1024;

export function isZoneName(text: string): text is ZoneName {
  const known = knownZones.get(text);
  if (known !== undefined) return known;
  const exists = /^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Z][A-Za-z0-9_+-]*){0,2}$/.test(text) && zoneExists(text);
  if (knownZones.size < knownZonesMax) knownZones.set(text, exists);
  return exists;
}

function zoneExists(text: string): boolean {
  try {
    // Temporal takes a zone in any case; an act has it in one, so that a zone has no two names that differ by case
    // alone.
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId === text;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
