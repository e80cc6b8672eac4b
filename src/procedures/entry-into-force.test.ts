import fc from "fast-check";
import { expect, test } from "vitest";
import { isZoneName, type ZoneName } from "../acts/index.ts";
import { localDate, startOfDay } from "./calendar.ts";
import {
  denunciationEffect,
  type EntryFacts,
  type EntryRule,
  entryIntoForce,
  explanationLine,
  objectionLimit,
  periodEnd,
} from "./entry-into-force.ts";

function zoneOf(name: string): ZoneName {
  if (!isZoneName(name)) throw new TypeError(name);
  return name;
}

const zone = zoneOf("Africa/Casablanca");
const at = (text: string): number => Temporal.ZonedDateTime.from(text).epochMilliseconds;
const day = (text: string, where = zone): number => startOfDay(where, Temporal.PlainDate.from(text));
const signedAt = at("2021-11-24T14:30[Africa/Casablanca]");
const facts = (rule: EntryRule, receipts: readonly string[] = [], more: Partial<EntryFacts> = {}): EntryFacts => ({
  rule,
  zone,
  signedAt,
  receipts,
  ...more,
});

test("on signature: in force with the last signature", () => {
  const entry = entryIntoForce(facts({ kind: "onSignature" }));
  expect(entry.inForceFrom).toBe(signedAt);
  expect(explanationLine(entry.explanation)).toBe("Signed 2021-11-24; rule: on signature → 2021-11-24");
});

test("without a signature nothing enters into force, whatever the rule", () => {
  const rules: EntryRule[] = [
    { kind: "onSignature" },
    { kind: "onSecondNote" },
    { kind: "onDate", date: "2022-01-01" },
  ];
  for (const rule of rules) {
    const entry = entryIntoForce(facts(rule, ["2022-01-01", "2022-01-02"], { signedAt: undefined }));
    expect(entry.inForceFrom).toBeUndefined();
    expect(explanationLine(entry.explanation)).toContain("Not signed yet");
  }
});

test("with one note or none the entry into force stays open and the line says what is awaited", () => {
  const none = entryIntoForce(facts({ kind: "onSecondNote" }));
  expect(none.inForceFrom).toBeUndefined();
  expect(explanationLine(none.explanation)).toBe(
    "Signed 2021-11-24; No note of completion received; rule: on receipt of the second note",
  );
  const one = entryIntoForce(facts({ kind: "onSecondNote" }, ["2022-01-12"]));
  expect(one.inForceFrom).toBeUndefined();
  expect(explanationLine(one.explanation)).toContain("First note received 2022-01-12; the second is awaited");
});

test("on the second note: from the start of the day of the later receipt", () => {
  const entry = entryIntoForce(facts({ kind: "onSecondNote" }, ["2022-03-01", "2022-01-12"]));
  expect(entry.inForceFrom).toBe(day("2022-03-01"));
});

test("a receipt on the day of the signature does not put the accord in force before it was signed", () => {
  const entry = entryIntoForce(facts({ kind: "onSecondNote" }, ["2021-11-24", "2021-11-24"]));
  expect(entry.inForceFrom).toBe(signedAt);
});

test("days after the second note are calendar days", () => {
  const entry = entryIntoForce(facts({ kind: "daysAfterSecondNote", days: 30 }, ["2022-01-12", "2022-01-31"]));
  expect(entry.date).toBe("2022-03-02");
  expect(explanationLine(entry.explanation)).toBe(
    "Second note received 2022-01-31; rule: 30 days after the second note → 2022-03-02",
  );
});

// The rule the two ministries fixed for the France-Morocco security agreement of 2000 (domain.md section 1.2). The
// dates of receipt are assumed: the source does not give them.
test("France and Morocco: the first day of the second month after the receipt of the second note", () => {
  const rule: EntryRule = { kind: "firstOfMonthAfterSecondNote", months: 2 };
  const assumed = { signedAt: at("2000-12-01T12:00[Europe/Paris]"), zone: zoneOf("Europe/Paris") };
  const entry = entryIntoForce(facts(rule, ["2000-12-20", "2001-01-15"], assumed));
  expect(entry.date).toBe("2001-03-01");
  expect(explanationLine(entry.explanation)).toBe(
    "Second note received 2001-01-15; rule: first day of the second month after → 2001-03-01",
  );
  for (const received of ["2001-01-01", "2001-01-31"])
    expect(entryIntoForce(facts(rule, ["2000-12-20", received], assumed)).date).toBe("2001-03-01");
  expect(entryIntoForce(facts(rule, ["2000-12-20", "2000-12-31"], assumed)).date).toBe("2001-02-01");
});

// Signed 3 June 2022, in force 8 January 2024 (domain.md section 1.2). The rule and the date of receipt are assumed:
// with a rule of receipt, the second note would have been received on the day of the entry into force.
test("Czechia and Poland: nineteen months lie between signature and entry into force", () => {
  const prague = zoneOf("Europe/Prague");
  const signed = at("2022-06-03T12:00[Europe/Prague]");
  const entry = entryIntoForce(
    facts({ kind: "onSecondNote" }, ["2023-09-01", "2024-01-08"], { signedAt: signed, zone: prague }),
  );
  expect(entry.date).toBe("2024-01-08");
  const between = Temporal.PlainDate.from("2022-06-03").until("2024-01-08", { largestUnit: "months" });
  expect(between.months).toBe(19);
  expect(entry.inForceFrom).toBeGreaterThan(signed);
});

test("on a date: that date when both notes came in time, else the day of the second", () => {
  const rule: EntryRule = { kind: "onDate", date: "2022-07-01" };
  expect(entryIntoForce(facts(rule, ["2022-01-12", "2022-06-30"])).date).toBe("2022-07-01");
  expect(entryIntoForce(facts(rule, ["2022-01-12", "2022-07-04"])).date).toBe("2022-07-04");
  expect(entryIntoForce(facts(rule, ["2022-01-12"])).date).toBeUndefined();
});

test("an unlimited accord has no end of period, a limited one ends on the day years after", () => {
  const inForceFrom = day("2022-03-01");
  expect(periodEnd({ inForceFrom, zone, duration: undefined, renewedYears: 0 }, signedAt)).toBeUndefined();
  const five = { inForceFrom, zone, duration: { years: 5 }, renewedYears: 0 };
  expect(periodEnd(five, signedAt)).toBe(day("2027-03-01"));
  expect(periodEnd(five, day("2030-01-01"))).toBe(day("2027-03-01"));
  expect(periodEnd({ ...five, renewedYears: 3 }, signedAt)).toBe(day("2030-03-01"));
});

test("tacit renewal adds period after period, and an objection must come before the notice begins", () => {
  const duration = { years: 5, tacitRenewal: { years: 2, noticeMonths: 6 } };
  const lasting = { inForceFrom: day("2022-03-01"), zone, duration, renewedYears: 0 };
  expect(periodEnd(lasting, day("2027-02-28"))).toBe(day("2027-03-01"));
  expect(periodEnd(lasting, day("2027-03-01"))).toBe(day("2029-03-01"));
  expect(periodEnd(lasting, day("2030-03-01"))).toBe(day("2031-03-01"));
  expect(objectionLimit({ end: day("2027-03-01"), zone, noticeMonths: 6 })).toBe(day("2026-09-01"));
});

test("a denunciation takes effect months after its receipt, on the last day of a shorter month", () => {
  expect(denunciationEffect({ received: "2024-01-15", zone, noticeMonths: 6 })).toBe(day("2024-07-15"));
  expect(denunciationEffect({ received: "2023-08-31", zone, noticeMonths: 6 })).toBe(day("2024-02-29"));
  expect(denunciationEffect({ received: "2024-01-15", zone, noticeMonths: 0 })).toBe(day("2024-01-15"));
});

test("law: nothing is in force before it is signed, nor before the second note", () => {
  const anyRule = fc.oneof(
    fc.constant<EntryRule>({ kind: "onSecondNote" }),
    fc.integer({ min: 1, max: 400 }).map((days): EntryRule => ({ kind: "daysAfterSecondNote", days })),
    fc.integer({ min: 1, max: 24 }).map((months): EntryRule => ({ kind: "firstOfMonthAfterSecondNote", months })),
    fc.constant<EntryRule>({ kind: "onDate", date: "2022-07-01" }),
  );
  const anyDate = fc
    .integer({ min: -200, max: 900 })
    .map((days) => localDate({ zone }, signedAt).add({ days }).toString());
  fc.assert(
    fc.property(anyRule, anyDate, anyDate, (rule, one, other) => {
      const entry = entryIntoForce(facts(rule, [one, other]));
      expect(entry.inForceFrom).toBeGreaterThanOrEqual(signedAt);
      expect(entry.inForceFrom).toBeGreaterThanOrEqual(Math.max(day(one), day(other)));
      expect(entryIntoForce(facts(rule, [other, one]))).toEqual(entry);
    }),
  );
});
