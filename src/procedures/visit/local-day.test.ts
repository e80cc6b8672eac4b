import fc from "fast-check";
import { expect, test } from "vitest";
import { localDate } from "../calendar.ts";
import { morocco, termsWith } from "../testing/walk.ts";
import { localDay } from "./local-day.ts";

test("half past eleven at night in London is the next day in Rabat and Jerusalem", () => {
  expect(localDay("Africa/Casablanca", "2021-11-24T23:30:00Z")).toBe("2021-11-25");
  expect(localDay("Asia/Jerusalem", "2021-11-24T21:59:59Z")).toBe("2021-11-24");
  expect(localDay("America/New_York", "2021-11-24T04:59:59Z")).toBe("2021-11-23");
});

test("it is the calendar's own date at every instant", () => {
  const calendar = termsWith().calendars[morocco];
  if (!calendar) throw new TypeError("The tests have a calendar of Morocco.");
  const seconds = fc.integer({ min: Date.parse("2020-01-01") / 1000, max: Date.parse("2040-01-01") / 1000 });
  fc.assert(
    fc.property(seconds, (second) => {
      const instant = new Date(second * 1000).toISOString().replace(".000Z", "Z");
      expect(localDay(calendar.zone, instant)).toBe(localDate(calendar, second * 1000).toString());
    }),
  );
});
