// Why a step of a course cannot be made. Each guard answers with its own refusal.

import { isPartyCode, type PartyCode } from "../../acts/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Amount } from "../annex.ts";
import { addAmount, localDate, startOfDay, subtractAmount } from "../calendar.ts";
import type { StepContext } from "../declaration.ts";
import { calendarOf, type Terms } from "../terms.ts";
import { type CourseData, held, type Iteration, isLive, type Seat, type SeatStatus } from "./data.ts";

export type CourseContext = StepContext<CourseData>;

/** The usual practice, not law: the annex sets other amounts under `course.<name>`. */
export const usual = {
  nomination: { days: 60 },
  vetting: { days: 45 },
  release: { days: 42 },
  instructions: { days: 30 },
  acknowledgement: { days: 14 },
  substitution: { days: 7 },
  offerAnswer: { workingDays: 5 },
  report: { days: 30 },
  personalData: { days: 180 },
} as const satisfies Readonly<Record<string, Amount>>;

function amountOf(terms: Terms, name: keyof typeof usual): Amount {
  return terms.accord?.annex.deadlines[`course.${name}`] ?? usual[name];
}

function hostOf({ data, side }: CourseContext): PartyCode {
  return data.host ?? side;
}

/** The first instant of a date on the host's clock. */
export function opensOn(context: CourseContext, date: string): number {
  return startOfDay(calendarOf(context.terms, hostOf(context)).zone, Temporal.PlainDate.from(date));
}

/** The instant a date ends on the host's clock. */
export function endsOn(context: CourseContext, date: string): number {
  return opensOn(context, Temporal.PlainDate.from(date).add({ days: 1 }).toString());
}

/** So long before the first day, counted on the host's calendar. */
export function timeBefore(
  context: CourseContext,
  input: { readonly iteration: Iteration; readonly name: "release" | "substitution" },
): number {
  const calendar = calendarOf(context.terms, hostOf(context));
  return subtractAmount({
    calendar,
    before: input.iteration.startsAt,
    amount: amountOf(context.terms, input.name),
  });
}

/** The host's date at an instant. */
export function dateAt(context: CourseContext, ms: number): string {
  return localDate(calendarOf(context.terms, hostOf(context)), ms).toString();
}

/** As many as a refusal has room for. */
const knownOf = (codes: readonly string[]): string[] | string => (codes.length > 0 ? codes.slice(0, 30) : "none");

/** The iteration, which must be neither cancelled nor reported. */
export function liveIteration({ data }: CourseContext, code: string): Iteration | Refusal {
  const found = data.iterations.find((one) => one.code === code);
  if (!found)
    return refuse("procedures.courseUnknown", { got: code, known: knownOf(data.iterations.map((one) => one.code)) });
  if (isLive(found)) return found;
  return refuse("procedures.courseIterationOver", { iteration: code, status: found.status });
}

/** For an effect whose guard has found it. */
export function foundIteration({ data }: CourseContext, code: string): Iteration {
  const found = data.iterations.find((one) => one.code === code);
  if (!found) throw new Fault("procedures.courseUnknown", `No guard has looked for the iteration ${code}.`);
  return found;
}

/** The live iteration, whose first day has not come. */
export function aheadIteration(context: CourseContext, code: string): Iteration | Refusal {
  const found = liveIteration(context, code);
  if (isRefusal(found) || context.time < found.startsAt) return found;
  return refuse("procedures.courseBegun", { iteration: code, from: found.from, made: context.act.at.instant });
}

/** The seats of these nominees, each in one of these statuses; with `own`, of the acting side only. */
export function seatsIn(
  context: CourseContext,
  input: {
    readonly iteration: Iteration;
    readonly nominees: readonly string[];
    readonly in: readonly SeatStatus[];
    readonly of: "own" | "any";
  },
): readonly Seat[] | Refusal {
  const { iteration, nominees } = input;
  const found: Seat[] = [];
  for (const nominee of nominees) {
    const seat = iteration.seats.find((one) => one.nominee === nominee);
    if (!seat)
      return refuse("procedures.courseUnknown", {
        got: nominee,
        known: knownOf(iteration.seats.map((one) => one.nominee)),
      });
    if (input.of === "own" && seat.by !== context.side)
      return refuse("procedures.courseNotOwn", { nominee, by: seat.by });
    if (!input.in.includes(seat.status))
      return refuse("procedures.courseSeatStatus", { nominee, status: seat.status, expected: [...input.in] });
    found.push(seat);
  }
  return found;
}

/** Quotas of the parties, no more than the capacity and no fewer than are taken. */
export function guardQuotas(
  context: CourseContext,
  input: Pick<Iteration, "capacity" | "quotas" | "seats"> & { readonly released: boolean },
): Refusal | undefined {
  const { parties } = context.terms;
  const stranger = Object.keys(input.quotas).find((code) => !isPartyCode(code) || !parties.includes(code));
  if (stranger !== undefined) return refuse("procedures.courseParty", { got: stranger, parties: [...parties] });
  const sum = Object.values(input.quotas).reduce((total, seats) => total + seats, 0);
  const most = input.capacity;
  if (sum > most) return refuse("procedures.courseCapacity", { got: sum, most });
  const all = held(input);
  if (all > most) return refuse("procedures.courseTaken", { got: most, taken: all });
  for (const party of input.released ? [] : parties) {
    const taken = held(input, party);
    const got = input.quotas[party] ?? 0;
    if (taken > got) return refuse("procedures.courseTaken", { got, taken });
  }
  return undefined;
}

/** A number of the acting side's, not given before; with sealed details where they go to the other side. */
export function guardNominee(
  context: CourseContext,
  input: { readonly nominee: string; readonly details?: unknown },
): Refusal | undefined {
  const { data, side } = context;
  const { nominee, details } = input;
  const prefix = `${side.toLowerCase()}-`;
  if (!nominee.startsWith(prefix)) return refuse("procedures.courseNumber", { got: nominee, prefix });
  if (data.iterations.some((one) => one.seats.some((seat) => seat.nominee === nominee)))
    return refuse("procedures.courseSame", { got: nominee });
  if (details === undefined && side !== data.host) return refuse("procedures.courseNoDetails", { nominee });
  return undefined;
}

/** The release is due, or offers have stood unanswered long enough. */
export function guardRelease(context: CourseContext, code: string): Refusal | undefined {
  const iteration = aheadIteration(context, code);
  if (isRefusal(iteration)) return iteration;
  const from = timeBefore(context, { iteration, name: "release" });
  if (context.time < from)
    return refuse("procedures.courseNotDue", {
      iteration: code,
      from: dateAt(context, from),
      made: context.act.at.instant,
    });
  if (iteration.releasedAt === undefined) return undefined;
  const before = offersBefore(context);
  const stale = iteration.seats.some((seat) => seat.status === "offered" && (seat.offeredAt ?? 0) < before);
  return stale ? undefined : refuse("procedures.courseReleased", { iteration: code });
}

/** Offers made before this instant have had their time. */
export function offersBefore(context: CourseContext): number {
  const calendar = calendarOf(context.terms, hostOf(context));
  return subtractAmount({ calendar, before: context.time, amount: amountOf(context.terms, "offerAnswer") });
}

export function guardSubstitution(context: CourseContext, iteration: Iteration): Refusal | undefined {
  const latest = timeBefore(context, { iteration, name: "substitution" });
  if (context.time < latest) return undefined;
  return refuse("procedures.courseTooLate", {
    iteration: iteration.code,
    before: dateAt(context, latest),
    made: context.act.at.instant,
  });
}

/** A day of the iteration that has begun. */
export function guardDay(
  context: CourseContext,
  input: { readonly iteration: Iteration; readonly day: string },
): Refusal | undefined {
  const { iteration, day } = input;
  const { from, until } = iteration;
  if (day >= from && day <= until && opensOn(context, day) <= context.time) return undefined;
  return refuse("procedures.courseDay", { got: day, from, until, made: context.act.at.instant });
}

/** When the personal data of a seat must be gone; undefined while it is needed. */
export function personalDataDue(context: CourseContext, seat: Seat, iteration: Iteration): number | undefined {
  const from = seat.overAt ?? iteration.overAt;
  if (from === undefined) return undefined;
  const calendar = calendarOf(context.terms, hostOf(context));
  return addAmount({ calendar, from, amount: amountOf(context.terms, "personalData") });
}
