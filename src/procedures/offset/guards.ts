// Why a step of an offset obligation cannot be made: other terms, a multiplier beyond what was agreed, more claimed
// than was performed, more accepted than was claimed.

import type { PartyCode } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { endOfDay } from "../calendar.ts";
import type { StepContext } from "../declaration.ts";
import { orNone } from "../entries.ts";
import { amountOf, fits, isLarger, minorUnits, times } from "../money.ts";
import { calendarOf, type Terms } from "../terms.ts";
import type { OffsetType } from "./bodies.ts";
import type { Obligation, OffsetData } from "./data.ts";
import { offsetUnits, projectUnits } from "./data.ts";

export type OffsetContext = StepContext<OffsetData>;

/** The first instant after the last day, on the beneficiary's calendar. */
export function endOf(terms: Terms, input: { readonly beneficiary: PartyCode; readonly until: string }): number {
  const { zone } = calendarOf(terms, input.beneficiary);
  return endOfDay(zone, input.until);
}

export function refusePeriod(
  { terms, time, side }: OffsetContext,
  { from, until }: { readonly from: string; readonly until: string },
): Refusal | undefined {
  if (from <= until && endOf(terms, { beneficiary: side, until }) > time) return undefined;
  return refuse("procedures.offsetPeriod", { from, until });
}

export function refuseOtherTerms({ data }: OffsetContext, got: string): Refusal | undefined {
  const expected = data.digest ?? "none";
  return got === expected ? undefined : refuse("procedures.offsetOther", { got, expected });
}

/** Projects in a state, by their numbers. */
export const projectsIn = ({ data }: OffsetContext, state: OffsetData["projects"][number]["state"]): string[] =>
  data.projects.filter((one) => one.state === state).map(({ project }) => project);

/** Claims that wait for their decision. */
export const openClaims = ({ claims }: OffsetData): string[] =>
  claims.filter(({ state }) => state === "filed").map(({ claim }) => claim);

export function refuseMultiplier(
  { data }: OffsetContext,
  { type, multiplier }: { readonly type: OffsetType; readonly multiplier: string },
): Refusal | undefined {
  const most = data.obligation?.multipliers.find((one) => one.type === type)?.most ?? "1";
  return isLarger(multiplier, most)
    ? refuse("procedures.offsetMultiplier", { type, got: multiplier, most })
    : undefined;
}

/** What is performed only grows. */
export function refusePerformance(
  context: OffsetContext,
  { project, performed }: { readonly project: string; readonly performed: string },
): Refusal | undefined {
  const least = projectUnits(context.data, project).performed;
  const currency = currencyOf(context.data.obligation);
  if (fits({ amount: performed, currency }) && minorUnits({ amount: performed, currency }) >= least) return undefined;
  return refuse("procedures.offsetPerformed", { got: performed, least: amountOf(least, currency), currency });
}

export function refuseClaim(
  context: OffsetContext,
  { project, year, amount }: { readonly project: string; readonly year: number; readonly amount: string },
): Refusal | undefined {
  const { claims } = context.data;
  if (claims.some((one) => one.project === project && one.year === year && one.state === "filed"))
    return refuse("procedures.offsetYear", { project, year });
  const { performed, claimed } = projectUnits(context.data, project);
  return refuseBeyond(context, { amount, most: performed - claimed });
}

/** No more is accepted than was claimed, and less only with a reason. */
export function refuseDecision(
  context: OffsetContext,
  given: { readonly claim: string; readonly accepted: string; readonly reasons?: readonly unknown[] | undefined },
): Refusal | undefined {
  const found = context.data.claims.find(({ claim }) => claim === given.claim);
  const currency = currencyOf(context.data.obligation);
  const most = minorUnits({ amount: found?.amount ?? "0", currency });
  const refusal = refuseBeyond(context, { amount: given.accepted, most });
  if (refusal) return refusal;
  if (given.reasons !== undefined || minorUnits({ amount: given.accepted, currency }) === most) return undefined;
  return refuse("procedures.offsetUnreasoned", { claim: given.claim });
}

export function refuseRelease(context: OffsetContext, amount: string): Refusal | undefined {
  return refuseBeyond(context, { amount, most: offsetUnits(context.data).guarantee });
}

/** At most the agreed share of what is missing. */
export function refusePenalty(context: OffsetContext, amount: string): Refusal | undefined {
  const share = times(offsetUnits(context.data).balance, context.data.obligation?.penalty ?? "0") / 100n;
  return refuseBeyond(context, { amount, most: share });
}

/** Nothing is owed any more, or the penalty stands for what is; no claim waits. */
export function refuseOpen({ data }: OffsetContext): Refusal | undefined {
  const { balance } = offsetUnits(data);
  const currency = currencyOf(data.obligation);
  const claims = openClaims(data);
  if (claims.length === 0 && (balance === 0n || data.penalty !== undefined)) return undefined;
  return refuse("procedures.offsetOpen", { balance: amountOf(balance, currency), currency, claims: orNone(claims) });
}

function refuseBeyond(
  { data }: OffsetContext,
  { amount, most }: { readonly amount: string; readonly most: bigint },
): Refusal | undefined {
  const currency = currencyOf(data.obligation);
  const given = { amount, currency };
  if (fits(given) && minorUnits(given) <= most) return undefined;
  return refuse("procedures.offsetBeyond", { got: amount, most: amountOf(most, currency), currency });
}

const currencyOf = (obligation: Obligation | undefined): string => obligation?.currency ?? "";
