// When an instrument enters into force, until when it lasts, and why: the rule and the facts in, an instant and an
// explanation out. The kinds of rule are those of domain.md section 1.2; dates are reckoned in the zone the annex
// names.
//
// A notice of so many months ends on the same day of the month, at 00:00, or on the last day of a shorter month; so
// does a duration of years counted from the entry into force. Where a text says otherwise it is the text that must be
// applied: this file knows no other way of counting.

import { never } from "../base/index.ts";
import type { Annex } from "./annex.ts";
import { localDate, startOfDay } from "./calendar.ts";
import type { Calendar } from "./terms.ts";

export type EntryRule = Annex["entryIntoForce"]["rule"];
type Zone = Calendar["zone"];

export interface EntryFacts {
  readonly rule: EntryRule;
  readonly zone: Zone;
  /** When the last signature was given; undefined before. Milliseconds since 1970. */
  readonly signedAt: number | undefined;
  /** The dates on which the two notes of completion were received, those received so far. */
  readonly receipts: readonly string[];
}

/** One part of an explanation: a code for the interface's own words, and the values in it. */
export interface ExplanationPart {
  readonly code: keyof typeof words;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface EntryIntoForce {
  /** Undefined while a condition is not met. Milliseconds since 1970. */
  readonly inForceFrom: number | undefined;
  /** The local date of the entry into force. */
  readonly date: string | undefined;
  readonly explanation: readonly ExplanationPart[];
}

/** The words in English; the interface has its own for each code. */
const words = {
  notSigned: "Not signed yet",
  signedOn: "Signed {date}",
  noNote: "No note of completion received",
  oneNote: "First note received {date}; the second is awaited",
  secondNote: "Second note received {date}",
  ruleOnSignature: "rule: on signature",
  ruleOnSecondNote: "rule: on receipt of the second note",
  ruleDays: "rule: {days} days after the second note",
  ruleFirstOfMonth: "rule: first day of the {ordinal} month after",
  ruleOnDate: "rule: on {date} if both notes are received by then, else on receipt of the second note",
  result: "→ {date}",
} as const;

/** The explanation on one line: `Second note received 2001-01-15; rule: first day of the second month after → …`. */
export function explanationLine(parts: readonly ExplanationPart[]): string {
  const texts = parts.map(({ code, values }) =>
    words[code].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "?")),
  );
  return texts.join("; ").replace("; →", " →");
}

export function entryIntoForce(facts: EntryFacts): EntryIntoForce {
  const from = inForceFrom(facts);
  const date = from === undefined ? undefined : localDate(facts, from).toString();
  return {
    inForceFrom: from,
    date,
    explanation: [
      ...factsExplained(facts),
      ruleExplained(facts.rule),
      ...(date === undefined ? [] : [{ code: "result", values: { date } } as const]),
    ],
  };
}

function inForceFrom(facts: EntryFacts): number | undefined {
  const { rule, zone, signedAt } = facts;
  // In force with the last signature itself: before it there is nothing that could be in force.
  if (rule.kind === "onSignature") return signedAt;
  const second = secondNote(facts);
  if (second === undefined || signedAt === undefined) return undefined;
  // A note cannot complete what is not signed: an early receipt counts from the signature.
  return Math.max(startOfDay(zone, dateByRule(rule, second)), signedAt);
}

function dateByRule(rule: Exclude<EntryRule, { kind: "onSignature" }>, second: Temporal.PlainDate): Temporal.PlainDate {
  switch (rule.kind) {
    case "onSecondNote":
      return second;
    case "daysAfterSecondNote":
      return second.add({ days: rule.days });
    case "firstOfMonthAfterSecondNote":
      return second.with({ day: 1 }).add({ months: rule.months });
    case "onDate": {
      const named = Temporal.PlainDate.from(rule.date);
      return Temporal.PlainDate.compare(second, named) > 0 ? second : named;
    }
    default:
      return never(rule);
  }
}

/** The later receipt, once there are two. */
function secondNote(facts: EntryFacts): Temporal.PlainDate | undefined {
  const [, second] = [...facts.receipts].sort();
  return second === undefined ? undefined : Temporal.PlainDate.from(second);
}

function factsExplained(facts: EntryFacts): ExplanationPart[] {
  const { signedAt, zone } = facts;
  if (signedAt === undefined) return [{ code: "notSigned", values: {} }];
  const signed = { code: "signedOn", values: { date: localDate({ zone }, signedAt).toString() } } as const;
  if (facts.rule.kind === "onSignature") return [signed];
  const [first, second] = [...facts.receipts].sort();
  if (second !== undefined) return [{ code: "secondNote", values: { date: second } }];
  return [signed, first === undefined ? { code: "noNote", values: {} } : { code: "oneNote", values: { date: first } }];
}

const ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth"];

function ordinal(count: number): string {
  const ending = { 21: "st", 22: "nd", 23: "rd" }[count] ?? "th";
  return ordinals[count] ?? `${count}${ending}`;
}

function ruleExplained(rule: EntryRule): ExplanationPart {
  switch (rule.kind) {
    case "onSignature":
      return { code: "ruleOnSignature", values: {} };
    case "onSecondNote":
      return { code: "ruleOnSecondNote", values: {} };
    case "daysAfterSecondNote":
      return { code: "ruleDays", values: { days: rule.days } };
    case "firstOfMonthAfterSecondNote":
      return { code: "ruleFirstOfMonth", values: { months: rule.months, ordinal: ordinal(rule.months) } };
    case "onDate":
      return { code: "ruleOnDate", values: { date: rule.date } };
    default:
      return never(rule);
  }
}

export interface Lasting {
  readonly inForceFrom: number;
  readonly zone: Zone;
  readonly duration: Annex["duration"];
  /** Years added by both sides' renewals. */
  readonly renewedYears: number;
}

/** The end of the period of validity that runs at `at`; undefined for an unlimited time. */
export function periodEnd(lasting: Lasting, at: number): number | undefined {
  const { duration, zone } = lasting;
  if (!duration) return undefined;
  const start = localDate({ zone }, lasting.inForceFrom);
  let years = duration.years + lasting.renewedYears;
  const end = (): number => startOfDay(zone, start.add({ years }));
  if (duration.tacitRenewal) while (end() <= at) years += duration.tacitRenewal.years;
  return end();
}

/** Before when an objection to the tacit renewal at `end` must have been made. */
export function objectionLimit(input: { end: number; zone: Zone; noticeMonths: number }): number {
  const { end, zone, noticeMonths } = input;
  return startOfDay(zone, localDate({ zone }, end).subtract({ months: noticeMonths }));
}

/** When a denunciation takes effect: so many months after its receipt (a local date), at 00:00. */
export function denunciationEffect(input: { received: string; zone: Zone; noticeMonths: number }): number {
  return startOfDay(input.zone, Temporal.PlainDate.from(input.received).add({ months: input.noticeMonths }));
}
