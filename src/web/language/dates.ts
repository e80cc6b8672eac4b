// Dates as the reader's language writes them. The node tells times as walls: the date and the hand of a clock at one
// side, with its zone's name. They are shown as told; no offset is computed here.

import { useMemo } from "react";
import { manners } from "./languages.ts";
import { useSpeech } from "./provider.tsx";

/** What a clock on a wall shows somewhere. `at` is that date and time as if it were UTC, in milliseconds. */
export interface Wall {
  readonly at: number;
  readonly zone: string;
}

const shape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?[+-]\d{2}:\d{2}\[([\w+/-]+)\]$/;

/** Reads `2021-11-24T16:30+02:00[Asia/Jerusalem]` (RFC 9557); undefined for another text. */
export function wallOf(text: string): Wall | undefined {
  const [, year, month, day, hour, minute, zone] = shape.exec(text) ?? [];
  if (zone === undefined) return undefined;
  return { at: Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)), zone };
}

/** What the clocks of a zone show at an instant (ISO 8601 or milliseconds); to the minute. */
export function wallIn(zone: string, instant: string | number): Wall {
  const parts = new Intl.DateTimeFormat("en-GB-u-ca-iso8601", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(instant));
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  return { at: Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")), zone };
}

export interface Dates {
  /** `24.11.2021`, in lists. */
  day(wall: Wall): string;
  /** `24.11`, beside a year that is told. */
  dayOfMonth(wall: Wall): string;
  /** `ven.`, as short as the language writes it. */
  weekday(wall: Wall): string;
  /** `vendredi`. */
  weekdayName(wall: Wall): string;
  /** `18:00`. */
  time(wall: Wall): string;
  /** `mardi 15 mars 2022`, in titles. */
  long(wall: Wall): string;
  /** `mars 2022`. */
  month(wall: Wall): string;
  /** The day in another calendar, with its era: `19 rabiʻ II 1443`. */
  hijri(wall: Wall): string;
  hebrew(wall: Wall): string;
  /** `3 days ago`, `in 2 hours`; the difference in milliseconds, negative for what is past. */
  distance(difference: number): string;
  /** `12 345`, in the language's grouping; to be set in a `bdi`. */
  number(value: number): string;
}

export function useDates(): Dates {
  const { language } = useSpeech();
  return useMemo(() => datesIn(manners[language].locale), [language]);
}

const two = (value: number): string => String(value).padStart(2, "0");

/** `locale`: BCP 47 with Latin digits. */
export function datesIn(locale: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions, calendar?: string) => {
    const tag = calendar === undefined ? locale : `${locale}-ca-${calendar}`;
    const made = new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options });
    return (wall: Wall): string => made.format(wall.at);
  };
  const arabic = locale.startsWith("ar");
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const numbers = new Intl.NumberFormat(arabic ? "fr-FR-u-nu-latn" : locale);
  return {
    day: ({ at }) => {
      const date = new Date(at);
      return `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${date.getUTCFullYear()}`;
    },
    dayOfMonth: ({ at }) => `${two(new Date(at).getUTCDate())}.${two(new Date(at).getUTCMonth() + 1)}`,
    // Arabic writes the days of the week out; Hebrew by their letter.
    weekday: format({ weekday: arabic ? "long" : locale.startsWith("he") ? "narrow" : "short" }),
    weekdayName: format({ weekday: "long" }),
    time: ({ at }) => `${two(new Date(at).getUTCHours())}:${two(new Date(at).getUTCMinutes())}`,
    long: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    month: format({ month: "long", year: "numeric" }),
    hijri: format({ day: "numeric", month: "long", year: "numeric" }, "islamic-umalqura"),
    hebrew: format({ day: "numeric", month: "long", year: "numeric" }, "hebrew"),
    distance: (difference) => {
      const [unit, size] = unitOf(Math.abs(difference));
      return relative.format(Math.round(difference / size), unit);
    },
    number: (value) => numbers.format(value),
  };
}

const minute = 60_000;
const hour = 60 * minute;
const dayLong = 24 * hour;

function unitOf(size: number): readonly [Intl.RelativeTimeFormatUnit, number] {
  if (size < hour) return ["minute", minute];
  if (size < 2 * dayLong) return ["hour", hour];
  return ["day", dayLong];
}
