import { expect, test } from "vitest";
import { type CalendarEntry, icalendar } from "./icalendar.ts";

const at = Date.parse("2021-11-24T17:45:00Z");
const entry: CalendarEntry = {
  uid: "a.line-1@b",
  sequence: 3,
  changedAt: Date.parse("2021-11-20T08:00:00.900Z"),
  summary: "Entretiens",
  categories: ["PROGRAMME"],
  start: { kind: "time", at, zone: "Africa/Casablanca" },
  status: "CONFIRMED",
  busy: true,
};
const written = (...entries: readonly CalendarEntry[]) => icalendar({ name: "N", language: "fr", entries });

/** As RFC 5545 §3.1 has a reader undo the folding. */
const lines = (text: string) => text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);

test("every line ends by CR LF and has at most 75 octets, whatever the script", () => {
  const text = written({
    ...entry,
    summary: "لقاء وفد الضيوف بمقر القيادة العليا ".repeat(8),
    description: "é".repeat(300),
  });
  for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(lines(text)).toContain(`DESCRIPTION;LANGUAGE=fr:${"é".repeat(300)}`);
});

test("what a text holds adds no line and no property", () => {
  const text = written({ ...entry, summary: "a\r\nEND:VEVENT\nATTACH:x;y,z\\\u0007" });
  expect(lines(text).filter((line) => line === "END:VEVENT")).toHaveLength(1);
  expect(lines(text)).toContain("SUMMARY;LANGUAGE=fr:a\\nEND:VEVENT\\nATTACH:x\\;y\\,z\\\\ ");
});

test("a time is on its zone's clock, and the file brings the zone's rules with it", () => {
  const told = lines(written(entry));
  expect(told).toContain("DTSTART;TZID=Africa/Casablanca:20211124T184500");
  expect(told).toContain("DTSTAMP:20211120T080000Z");
  const zone = told.slice(told.indexOf("BEGIN:VTIMEZONE"), told.indexOf("END:VTIMEZONE"));
  expect(zone).toContain("TZID:Africa/Casablanca");
  expect(zone).toContain("TZOFFSETTO:+0100");
});

test("the changes of a zone between the first and the last time are told by the clock that is left", () => {
  // Morocco left +01 for Ramadan at 3:00 on 27 March 2022 and came back at 2:00 on 8 May.
  const later = {
    ...entry,
    start: { kind: "time", at: Date.parse("2022-06-01T10:00:00Z"), zone: "Africa/Casablanca" },
  } as const;
  const told = lines(written(entry, later));
  expect(told.filter((line) => line.startsWith("DTSTART:"))).toEqual([
    "DTSTART:20211123T184500",
    "DTSTART:20220327T030000",
    "DTSTART:20220508T020000",
  ]);
  expect(told.filter((line) => line.startsWith("TZOFFSETTO:"))).toEqual([
    "TZOFFSETTO:+0100",
    "TZOFFSETTO:+0000",
    "TZOFFSETTO:+0100",
  ]);
  expect(told.filter((line) => line.startsWith("BEGIN:VTIMEZONE"))).toHaveLength(1);
});

test("whole days end on the first day that is not in them, and an own deadline warns", () => {
  const days: CalendarEntry = {
    ...entry,
    start: { kind: "day", date: "2021-11-24" },
    end: { kind: "day", date: "2021-11-26" },
    busy: false,
    warnHours: 48,
  };
  const told = lines(written(days));
  expect(told).toEqual(expect.arrayContaining(["DTSTART;VALUE=DATE:20211124", "DTEND;VALUE=DATE:20211126"]));
  expect(told).toEqual(expect.arrayContaining(["TRANSP:TRANSPARENT", "TRIGGER:-PT48H"]));
  expect(told).not.toContain("BEGIN:VTIMEZONE");
});

test("a calendar without an entry is still a calendar", () => {
  expect(lines(written())).toEqual(expect.arrayContaining(["BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR"]));
});
