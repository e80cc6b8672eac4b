import fc from "fast-check";
import { expect, test } from "vitest";
import { isZoneName, type ZoneName } from "../acts/index.ts";
import { addAmount, isWorkingDay, localDate, startOfDay, subtractAmount, workingDaysBetween } from "./calendar.ts";
import type { Calendar } from "./terms.ts";

function zone(name: string): ZoneName {
  if (!isZoneName(name)) throw new TypeError(name);
  return name;
}

const calendarOf = (name: string, weekend: number[], holidays: string[] = []): Calendar => ({
  zone: zone(name),
  weekend,
  holidays: holidays.map((date) => ({ date, names: { en: "holiday" } })),
});

// Weekends as domain.md gives them: Morocco works Monday to Friday, Israel Sunday to Thursday.
const rabat = calendarOf("Africa/Casablanca", [6, 7], ["2021-11-18"]);
const jerusalem = calendarOf("Asia/Jerusalem", [5, 6]);
const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const at = (text: string): number => Temporal.ZonedDateTime.from(text).epochMilliseconds;
const inZone = (ms: number, name: string): string =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(name)
    .toString({ offset: "never", timeZoneName: "never" });

test("15:30 in Rabat on 24 November 2021 is 16:30 in Jerusalem", () => {
  expect(inZone(at("2021-11-24T15:30[Africa/Casablanca]"), "Asia/Jerusalem")).toBe("2021-11-24T16:30:00");
});

test("in Ramadan the day begins an hour later by UTC in Rabat", () => {
  expect(new Date(startOfDay("Africa/Casablanca", date("2022-04-15"))).toISOString()).toBe("2022-04-15T00:00:00.000Z");
  expect(new Date(startOfDay("Africa/Casablanca", date("2022-06-15"))).toISOString()).toBe("2022-06-14T23:00:00.000Z");
});

test("a deadline across the Ramadan shift ends at midnight of the same clock, not after so many hours", () => {
  const from = at("2022-03-24T10:00[Africa/Casablanca]");
  const end = addAmount({ calendar: rabat, from, amount: { days: 7 } });
  expect(inZone(end, "Africa/Casablanca")).toBe("2022-04-01T00:00:00");
  expect((end - startOfDay("Africa/Casablanca", date("2022-03-25"))) / 3_600_000).toBe(7 * 24 + 1);
});

test("days across the change to summer time in Jerusalem are an hour short and still whole days", () => {
  const end = addAmount({ calendar: jerusalem, from: at("2022-03-24T12:00[Asia/Jerusalem]"), amount: { days: 1 } });
  expect(inZone(end, "Asia/Jerusalem")).toBe("2022-03-26T00:00:00");
  expect((end - startOfDay("Asia/Jerusalem", date("2022-03-25"))) / 3_600_000).toBe(23);
});

test("hours are exact across a change of the clock", () => {
  const from = at("2022-03-24T12:00[Asia/Jerusalem]");
  expect(addAmount({ calendar: jerusalem, from, amount: { hours: 24 } }) - from).toBe(86_400_000);
  expect(from - subtractAmount({ calendar: jerusalem, before: from, amount: { hours: 48 } })).toBe(2 * 86_400_000);
});

test("each side keeps its own weekend: Friday is worked in Rabat, Sunday in Jerusalem", () => {
  const week = ["2021-11-22", "2021-11-23", "2021-11-24", "2021-11-25", "2021-11-26", "2021-11-27", "2021-11-28"];
  expect(week.map((day) => isWorkingDay(rabat, date(day)))).toEqual([true, true, true, true, true, false, false]);
  expect(week.map((day) => isWorkingDay(jerusalem, date(day)))).toEqual([true, true, true, true, false, false, true]);
});

test("a holiday is not a working day, and a holiday on a weekend is not counted twice", () => {
  expect(isWorkingDay(rabat, date("2021-11-18"))).toBe(false);
  const from = at("2021-11-17T09:00[Africa/Casablanca]");
  const to = at("2021-11-23T09:00[Africa/Casablanca]");
  expect(workingDaysBetween({ calendar: rabat, from, to })).toBe(2);
  const onSaturday = calendarOf("Africa/Casablanca", [6, 7], ["2021-11-18", "2021-11-20"]);
  expect(workingDaysBetween({ calendar: onSaturday, from, to })).toBe(2);
});

test("three working days from Wednesday 24 November 2021 end on another day on each side", () => {
  const from = at("2021-11-24T16:00[Africa/Casablanca]");
  const amount = { workingDays: 3 };
  expect(inZone(addAmount({ calendar: rabat, from, amount }), "Africa/Casablanca")).toBe("2021-11-30T00:00:00");
  expect(inZone(addAmount({ calendar: jerusalem, from, amount }), "Asia/Jerusalem")).toBe("2021-11-30T00:00:00");
  expect(inZone(addAmount({ calendar: rabat, from, amount: { workingDays: 2 } }), "Africa/Casablanca")).toBe(
    "2021-11-27T00:00:00",
  );
  expect(inZone(addAmount({ calendar: jerusalem, from, amount: { workingDays: 2 } }), "Asia/Jerusalem")).toBe(
    "2021-11-29T00:00:00",
  );
});

test("a time runs from the local day: half past eleven at night in Jerusalem is not yet the next", () => {
  const from = at("2021-11-24T23:30[Asia/Jerusalem]");
  expect(localDate(jerusalem, from).toString()).toBe("2021-11-24");
  expect(localDate({ zone: zone("Pacific/Kiritimati") }, from).toString()).toBe("2021-11-25");
  expect(localDate({ zone: zone("Pacific/Niue") }, at("2021-11-24T00:30[UTC]")).toString()).toBe("2021-11-23");
});

test("what needs seven full working days before a Monday must be sent before the second Thursday before it", () => {
  const before = at("2021-12-06T10:00[Africa/Casablanca]");
  const latest = subtractAmount({ calendar: rabat, before, amount: { workingDays: 7 } });
  expect(inZone(latest, "Africa/Casablanca")).toBe("2021-11-25T00:00:00");
  expect(workingDaysBetween({ calendar: rabat, from: latest - 1, to: before })).toBe(7);
  expect(workingDaysBetween({ calendar: rabat, from: latest, to: before })).toBe(6);
});

test("no amount ends with the day itself, and nothing lies between an instant and an earlier one", () => {
  const from = at("2021-11-24T10:00[Africa/Casablanca]");
  const end = startOfDay("Africa/Casablanca", date("2021-11-25"));
  expect(addAmount({ calendar: rabat, from, amount: { workingDays: 0 } })).toBe(end);
  expect(workingDaysBetween({ calendar: rabat, from: end, to: from })).toBe(0);
});

test("a calendar without a working day is a fault, not an endless search", () => {
  const never = calendarOf("Africa/Casablanca", [1, 2, 3, 4, 5, 6, 7]);
  expect(() => addAmount({ calendar: never, from: 0, amount: { workingDays: 1 } })).toThrow("no working day");
});

const anyCalendar = fc
  .record({
    name: fc.constantFrom("Africa/Casablanca", "Asia/Jerusalem", "Europe/Paris", "Pacific/Apia", "UTC"),
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    offsets: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
  })
  .map(({ name, weekend, offsets }) =>
    calendarOf(
      name,
      weekend,
      offsets.map((days) => date("2022-03-01").add({ days }).toString()),
    ),
  );
const anyInstant = fc.integer({ min: Date.UTC(2022, 1, 15), max: Date.UTC(2022, 5, 15) });

test("law: exactly n working days lie between an instant and the deadline n working days on", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, fc.integer({ min: 0, max: 30 }), (calendar, from, workingDays) => {
      const to = addAmount({ calendar, from, amount: { workingDays } });
      expect(workingDaysBetween({ calendar, from, to })).toBe(workingDays);
      if (workingDays > 0) expect(isWorkingDay(calendar, localDate(calendar, to - 1))).toBe(true);
    }),
  );
});

test("law: what is sent before the latest instant is in time, and what is sent at it is not", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 30 }), (calendar, before, workingDays) => {
      const latest = subtractAmount({ calendar, before, amount: { workingDays } });
      expect(workingDaysBetween({ calendar, from: latest - 1, to: before })).toBe(workingDays);
      expect(workingDaysBetween({ calendar, from: latest, to: before })).toBe(workingDays - 1);
    }),
  );
});

test("law: an instant lies in the day that is its local date", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, (calendar, ms) => {
      const day = localDate(calendar, ms);
      expect(startOfDay(calendar.zone, day)).toBeLessThanOrEqual(ms);
      expect(startOfDay(calendar.zone, day.add({ days: 1 }))).toBeGreaterThan(ms);
      const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(calendar.zone).toPlainDate();
      expect(day.toString()).toBe(local.toString());
    }),
  );
});
