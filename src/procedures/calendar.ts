// Working days on a side's calendar: when a deadline ends, by when something must have been sent, how many working days
// lie between. Days are counted as days since 1970-01-01 and turned into instants by the zone's own history (IANA,
// through Temporal): an offset is never stored, because Morocco's shifts with Ramadan and Israel's with summer time.
//
// Not here: what a deadline is called and whose it is (the declarations), and the Hijri and Hebrew calendars, which are
// entered or shown but never reckoned with.

import type { PartyCode } from "../acts/index.ts";
import { Fault } from "../base/index.ts";
import type { Amount } from "./annex.ts";
import { type Calendar, calendarOf, type Terms } from "./terms.ts";

/** Days since 1970-01-01. */
type DayNumber = number;

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * The instant at which a length of time has passed, in milliseconds since 1970. Working days and days end with their
 * day: the answer is 24:00, local time, of the n-th one after the local day of `from`, and of that day itself when the
 * amount is 0. Hours are exact.
 */
export function addAmount(input: { calendar: Calendar; from: number; amount: Amount }): number {
  const { calendar, from, amount } = input;
  if ("hours" in amount) return from + amount.hours * hourMs;
  const day = dayNumber(calendar.zone, from);
  const last = "days" in amount ? day + amount.days : walk(calendar, { from: day, count: amount.workingDays, by: 1 });
  return startOf(calendar.zone, last + 1);
}

/**
 * The instant before which something must have been sent so that the amount lies whole between the sending and the
 * local day of `before`: 00:00, local time, of the n-th working day (or day) before that day. Hours are counted back
 * exactly.
 */
export function subtractAmount(input: { calendar: Calendar; before: number; amount: Amount }): number {
  const { calendar, before, amount } = input;
  if ("hours" in amount) return before - amount.hours * hourMs;
  const day = dayNumber(calendar.zone, before);
  const first = "days" in amount ? day - amount.days : walk(calendar, { from: day, count: amount.workingDays, by: -1 });
  return startOf(calendar.zone, first);
}

/** How many working days lie whole between the local day of `from` and that of `to`; 0 when `to` is not later. */
export function workingDaysBetween(input: { calendar: Calendar; from: number; to: number }): number {
  const { calendar } = input;
  const first = dayNumber(calendar.zone, input.from) + 1;
  const end = dayNumber(calendar.zone, input.to);
  if (end <= first) return 0;
  const off = weekendOf(calendar);
  // Whole weeks are counted at once: a dossier may ask over years.
  const weeks = Math.floor((end - first) / 7);
  let count = weeks * (7 - off.size);
  for (let day = first + weeks * 7; day < end; day++) if (!off.has(weekdayOf(day))) count += 1;
  for (const day of holidaysOf(calendar)) if (day >= first && day < end && !off.has(weekdayOf(day))) count -= 1;
  return count;
}

export function isWorkingDay(calendar: Calendar, date: Temporal.PlainDate): boolean {
  return isWorking(calendar, numberOf(date));
}

/** The local date of an instant (milliseconds since 1970). */
export function localDate(calendar: Pick<Calendar, "zone">, ms: number): Temporal.PlainDate {
  return epoch.add({ days: dayNumber(calendar.zone, ms) });
}

/** The first instant of a local date: not always 00:00, where a clock is set forward at midnight. */
export function startOfDay(zone: string, date: Temporal.PlainDate): number {
  return startOf(zone, numberOf(date));
}

/** The first instant after a day (YYYY-MM-DD) in the zone. Milliseconds since 1970. */
export function endOfDay(zone: string, day: string): number {
  return startOfDay(zone, Temporal.PlainDate.from(day).add({ days: 1 }));
}

/** The end of a day (YYYY-MM-DD) on a side's clock. Milliseconds since 1970. */
export function dayEndsAt(terms: Terms, day: { readonly side: PartyCode; readonly day: string }): number {
  return endOfDay(calendarOf(terms, day.side).zone, day.day);
}

const epoch = Temporal.PlainDate.from("1970-01-01");

function numberOf(date: Temporal.PlainDate): DayNumber {
  return Date.UTC(date.year, date.month - 1, date.day) / dayMs;
}

/** ISO 8601 number of the weekday: 1970-01-01 was a Thursday, 4. */
function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function isWorking(calendar: Calendar, day: DayNumber): boolean {
  return !weekendOf(calendar).has(weekdayOf(day)) && !holidaysOf(calendar).has(day);
}

/** The n-th working day after or before a day; the day itself for none. */
function walk(calendar: Calendar, input: { from: DayNumber; count: number; by: 1 | -1 }): DayNumber {
  const off = weekendOf(calendar);
  if (off.size === 7) throw new Fault("procedures.noWorkingDay", `A calendar of ${calendar.zone} has no working day.`);
  const holidays = holidaysOf(calendar);
  let day = input.from;
  for (let left = input.count; left > 0; ) {
    day += input.by;
    if (!off.has(weekdayOf(day)) && !holidays.has(day)) left -= 1;
  }
  return day;
}

interface DaysOff {
  readonly weekend: ReadonlySet<number>;
  readonly holidays: ReadonlySet<DayNumber>;
}

// A list of dossiers asks the same calendar thousands of times. Calendars are values that nobody changes.
const daysOff = new WeakMap<Calendar, DaysOff>();

function daysOffOf(calendar: Calendar): DaysOff {
  const known = daysOff.get(calendar);
  if (known) return known;
  const days = {
    weekend: new Set(calendar.weekend),
    holidays: new Set(calendar.holidays.map((holiday) => Date.parse(holiday.date) / dayMs)),
  };
  daysOff.set(calendar, days);
  return days;
}

const weekendOf = (calendar: Calendar): ReadonlySet<number> => daysOffOf(calendar).weekend;
const holidaysOf = (calendar: Calendar): ReadonlySet<DayNumber> => daysOffOf(calendar).holidays;

// Asking a zone's history costs microseconds, so the starts of days are kept, by zone. Bounded: dates come from the
// other side too, and a full table is simply begun anew.
const starts = new Map<string, Map<DayNumber, number>>();
const startsKept = 20_000;

function startOf(zone: string, day: DayNumber): number {
  let known = starts.get(zone);
  if (!known) {
    known = new Map();
    if (starts.size >= 64) starts.clear();
    starts.set(zone, known);
  }
  const at = known.get(day);
  if (at !== undefined) return at;
  const start = epoch.add({ days: day }).toZonedDateTime(zone).epochMilliseconds;
  if (known.size >= startsKept) known.clear();
  known.set(day, start);
  return start;
}

/** The local day of an instant: the UTC day or a neighbour, since no zone is a whole day away from UTC. */
function dayNumber(zone: string, ms: number): DayNumber {
  const day = Math.floor(ms / dayMs);
  if (ms < startOf(zone, day)) return day - 1;
  return ms < startOf(zone, day + 1) ? day : day + 1;
}
