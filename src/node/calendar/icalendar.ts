// A calendar as a file of RFC 5545. Text only: what stands in it is for the reader of the dossiers to say. Lines end by
// CR LF and are folded at 75 octets; a calendar's program knows an entry again by its UID and takes the one of the
// higher SEQUENCE.

import { utf8 } from "../../base/index.ts";
import { compact, timezone } from "./timezone.ts";

export type Moment =
  | { readonly kind: "time" /** Milliseconds since 1970. */; readonly at: number; readonly zone: string }
  /** ISO 8601. */
  | { readonly kind: "day"; readonly date: string };

export interface CalendarEntry {
  readonly uid: string;
  readonly sequence: number;
  /** When it was last changed, milliseconds since 1970. */
  readonly changedAt: number;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly categories: readonly string[];
  readonly start: Moment;
  /** Not included in the entry; absent for an instant, such as a deadline. Of the same kind as the start. */
  readonly end?: Moment;
  readonly status: "CONFIRMED" | "TENTATIVE";
  /** Whether the reader is busy meanwhile. */
  readonly busy: boolean;
  /** Hours before the start at which the reader is warned. */
  readonly warnHours?: number;
}

export function icalendar(input: {
  readonly name: string;
  readonly language: string;
  readonly entries: readonly CalendarEntry[];
}): string {
  const times = input.entries.flatMap(({ start, end }) => [start, ...(end ? [end] : [])]);
  const byZone = new Map<string, number[]>();
  for (const moment of times)
    if (moment.kind === "time") byZone.set(moment.zone, [...(byZone.get(moment.zone) ?? []), moment.at]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Entente//Entente//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(input.name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
    ...[...byZone].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([zone, at]) => timezone(zone, rangeOf(at))),
    ...input.entries.flatMap((entry) => eventLines(entry, input.language)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function rangeOf(times: readonly number[]): { readonly from: number; readonly until: number } {
  return times.reduce((range, at) => ({ from: Math.min(range.from, at), until: Math.max(range.until, at) }), {
    from: Number.POSITIVE_INFINITY,
    until: Number.NEGATIVE_INFINITY,
  });
}

function eventLines(entry: CalendarEntry, language: string): string[] {
  const { description, location, end, warnHours } = entry;
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `DTSTAMP:${utc(entry.changedAt)}`,
    `LAST-MODIFIED:${utc(entry.changedAt)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTART${momentText(entry.start)}`,
    ...(end ? [`DTEND${momentText(end)}`] : []),
    `SUMMARY;LANGUAGE=${language}:${escaped(entry.summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION;LANGUAGE=${language}:${escaped(description)}`]),
    ...(location === undefined ? [] : [`LOCATION:${escaped(location)}`]),
    `CATEGORIES:${entry.categories.map((one) => escaped(one)).join(",")}`,
    `STATUS:${entry.status}`,
    `TRANSP:${entry.busy ? "OPAQUE" : "TRANSPARENT"}`,
    ...(warnHours === undefined ? [] : alarmLines(warnHours, entry.summary)),
    "END:VEVENT",
  ];
}

function alarmLines(hours: number, summary: string): string[] {
  return ["BEGIN:VALARM", "ACTION:DISPLAY", `TRIGGER:-PT${hours}H`, `DESCRIPTION:${escaped(summary)}`, "END:VALARM"];
}

function momentText(moment: Moment): string {
  if (moment.kind === "day") return `;VALUE=DATE:${moment.date.replaceAll("-", "")}`;
  const local = Temporal.Instant.fromEpochMilliseconds(moment.at).toZonedDateTimeISO(moment.zone);
  return `;TZID=${moment.zone}:${compact(local.toPlainDateTime())}`;
}

function utc(ms: number): string {
  const whole = Math.floor(ms / 1000) * 1000;
  return `${compact(Temporal.Instant.fromEpochMilliseconds(whole).toZonedDateTimeISO("UTC").toPlainDateTime())}Z`;
}

/** TEXT of RFC 5545 §3.3.11. Other control characters have no place in it and become a space. */
function escaped(text: string): string {
  return (
    text
      .replaceAll(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
      .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
      .replaceAll("\n", "\\n")
  );
}

const octetsMax = 75;

/** Folded between characters, never inside one: RFC 5545 §3.1. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const { length } = utf8(character);
    if (octets + length > octetsMax) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += length;
  }
  return [...parts, part].join("\r\n");
}
