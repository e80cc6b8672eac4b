import { expect, test } from "vitest";
import { amountSchema, annexSchema } from "./annex.ts";

const titles = { en: "Written for tests" };
const annex = {
  entente: "annex/1",
  languages: ["fr", "ar", "he"],
  articles: [{ number: "1", titles, domains: ["visits"] }],
  entryIntoForce: { rule: { kind: "firstOfMonthAfterSecondNote", months: 2 }, zone: "Africa/Casablanca" },
  denunciation: { noticeMonths: 6 },
  calendars: { MA: { zone: "Africa/Casablanca", weekend: [6, 7], holidays: [] } },
};
const reads = (changes: Record<string, unknown>): boolean => annexSchema.safeParse({ ...annex, ...changes }).success;

test("an annex is read, and the settings it leaves out have the usual values", () => {
  expect(annexSchema.parse(annex)).toMatchObject({
    leadTimes: [],
    visitLimits: { visitors: 30, sites: 30, days: 365 },
    deadlines: {},
  });
});

test("each rule of entry into force has its own fields and no others", () => {
  const rule = (given: Record<string, unknown>) => reads({ entryIntoForce: { rule: given, zone: "UTC" } });
  expect(rule({ kind: "onSignature" })).toBe(true);
  expect(rule({ kind: "daysAfterSecondNote", days: 30 })).toBe(true);
  expect(rule({ kind: "onDate", date: "2022-02-28" })).toBe(true);
  expect(rule({ kind: "onDate", date: "2022-02-30" })).toBe(false);
  expect(rule({ kind: "onSignature", days: 30 })).toBe(false);
  expect(rule({ kind: "daysAfterSecondNote" })).toBe(false);
  expect(rule({ kind: "firstOfMonthAfterSecondNote", months: 0 })).toBe(false);
  expect(rule({ kind: "whenWeLike" })).toBe(false);
});

test("a length of time is in working days, days or hours, and in one of them", () => {
  for (const amount of [{ workingDays: 3 }, { days: 0 }, { hours: 48 }])
    expect(amountSchema.safeParse(amount).success).toBe(true);
  for (const amount of [{}, { days: 1, hours: 1 }, { days: -1 }, { days: 1.5 }, { weeks: 1 }, { days: 10_001 }])
    expect(amountSchema.safeParse(amount).success).toBe(false);
});

test("zones are named, weekends leave a working day, and deadlines name a procedure and a deadline", () => {
  const calendar = (changes: object) => reads({ calendars: { MA: { ...annex.calendars.MA, ...changes } } });
  expect(calendar({ zone: "+01:00" })).toBe(false);
  expect(calendar({ weekend: [1, 2, 3, 4, 5, 6, 7] })).toBe(false);
  expect(calendar({ holidays: [{ date: "2021-11-18", names: { fr: "Fête de l'indépendance" } }] })).toBe(true);
  expect(reads({ calendars: { morocco: annex.calendars.MA } })).toBe(false);
  expect(reads({ deadlines: { "visit.decide": { workingDays: 10 } } })).toBe(true);
  expect(reads({ deadlines: { decide: { workingDays: 10 } } })).toBe(false);
});

test("an annex of another form, with a field too many or an unknown domain, is refused", () => {
  expect(reads({ entente: "annex/2" })).toBe(false);
  expect(reads({ extra: 1 })).toBe(false);
  expect(reads({ languages: [] })).toBe(false);
  expect(reads({ articles: [] })).toBe(false);
  expect(reads({ articles: [{ number: "1", titles, domains: ["war"] }] })).toBe(false);
  expect(reads({ articles: [{ number: "01", titles, domains: [] }] })).toBe(false);
});
