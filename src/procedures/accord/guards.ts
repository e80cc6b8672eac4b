// Guards that several steps of an instrument share, each with its own refusal.

import type { PartyCode } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { localDate } from "../calendar.ts";
import type { StepContext } from "../declaration.ts";
import type { AccordData } from "./data.ts";
import { agreedOf } from "./force.ts";

export type Context = StepContext<AccordData>;

/** The first refusal of a list of guards. */
export function firstOf(...refusals: readonly (Refusal | undefined)[]): Refusal | undefined {
  return refusals.find((refusal) => refusal !== undefined);
}

/** What is dated by the act's author cannot lie after the act, on the author's own clock. */
export function refuseAhead(context: Context, dated: { what: string; date: string }): Refusal | undefined {
  const today = localDate({ zone: context.act.at.zone }, context.time).toString();
  return dated.date > today ? refuse("procedures.notYet", { what: dated.what, date: dated.date, today }) : undefined;
}

export function refuseAgain(done: unknown, what: string): Refusal | undefined {
  return done === undefined ? undefined : refuse("procedures.alreadyRecorded", { what });
}

/** The act must name the agreed text by its digest: nobody initials, prints or signs another one. */
export function refuseOtherText(context: Context, got: string): Refusal | undefined {
  const expected = agreedOf(context.data).digest;
  return got === expected ? undefined : refuse("procedures.otherText", { got, expected });
}

/** One entry for each of the two parties and for nobody else. */
export function refuseOneSided(
  context: Context,
  given: { what: string; by: Readonly<Record<string, unknown>> },
): Refusal | undefined {
  const parties: readonly PartyCode[] = context.terms.parties;
  const named = Object.keys(given.by);
  if (named.length === 2 && parties.every((party) => named.includes(party))) return undefined;
  return refuse("procedures.bothSides", { what: given.what, got: named, parties });
}

export function refuseUnknownArticle(context: Context, articles: readonly string[]): Refusal | undefined {
  const known = new Set<string>(agreedOf(context.data).annex.articles.map((article) => article.number));
  const unknown = articles.find((number) => !known.has(number));
  return unknown === undefined
    ? undefined
    : refuse("procedures.unknownArticle", { article: unknown, language: "annex" });
}

/** A record with one side's entry replaced. */
export function withSide<T>(
  record: Readonly<Record<PartyCode, T>>,
  entry: { side: PartyCode; value: T },
): Readonly<Record<PartyCode, T>> {
  return { ...record, [entry.side]: entry.value };
}
