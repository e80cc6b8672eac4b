// Why a step of an exercise cannot be made. Each guard answers with its own refusal.

import { isPartyCode } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { startOfDay } from "../calendar.ts";
import type { StepContext } from "../declaration.ts";
import { type Conference, type ExercisePlan, type Report, readinessChecks, type Specification } from "./bodies.ts";
import {
  type CalledConference,
  type ExerciseData,
  type Lesson,
  type LessonStage,
  openLessons,
  type Written,
} from "./data.ts";

export type ExerciseContext = StepContext<ExerciseData>;

const longestDays = 120;

export function guardPeriod(period: { readonly from: string; readonly until: string }): Refusal | undefined {
  const days = Temporal.PlainDate.from(period.from).until(period.until).days + 1;
  if (days >= 1 && days <= longestDays) return undefined;
  return refuse("procedures.exercisePeriod", { from: period.from, until: period.until, longest: longestDays });
}

/** First instant of the first day, on the exercise's own clock. */
export function opening(proposal: { readonly from: string; readonly zone: string }): number {
  return startOfDay(proposal.zone, Temporal.PlainDate.from(proposal.from));
}

export function guardParties({ terms }: ExerciseContext, codes: readonly string[]): Refusal | undefined {
  const got = codes.find((code) => !isPartyCode(code) || !terms.parties.includes(code));
  return got === undefined ? undefined : refuse("procedures.exerciseParty", { got, parties: [...terms.parties] });
}

export function guardNumber({ side }: ExerciseContext, id: string): Refusal | undefined {
  const prefix = `${side.toLowerCase()}-`;
  return id.startsWith(prefix) ? undefined : refuse("procedures.exerciseNumber", { got: id, prefix });
}

/** A number that stands for one thing only in its list. */
export function guardOnce(ids: readonly string[]): Refusal | undefined {
  const got = ids.find((id, i) => ids.indexOf(id) !== i);
  return got === undefined ? undefined : refuse("procedures.exerciseSameNumber", { got });
}

/** The text that stands, as its author read it; none where nothing is written yet. */
export function guardBase(written: Written<unknown> | undefined, base: string | undefined): Refusal | undefined {
  if (written?.digest === base) return undefined;
  return refuse("procedures.exerciseOtherText", { got: base ?? "none", expected: written?.digest ?? "none" });
}

export function guardVersion(written: Written<unknown> | undefined, version: string): Refusal | undefined {
  const expected = written?.digest ?? "none";
  return version === expected ? undefined : refuse("procedures.exerciseOtherText", { got: version, expected });
}

export function guardSpecification(context: ExerciseContext, specification: Specification): Refusal | undefined {
  const ids = specification.objectives.map((one) => one.id);
  const lost = specification.lessons?.find((one) => !ids.includes(one.objective));
  return (
    guardOnce(ids) ??
    guardParties(context, Object.keys(specification.participants)) ??
    (lost ? refuse("procedures.exerciseNoObjective", { got: lost.objective, objectives: ids }) : undefined)
  );
}

/** Conferences of one's own that are not held yet, or new ones. */
export function guardConferences(context: ExerciseContext, called: readonly Conference[]): Refusal | undefined {
  const twice = guardOnce(called.map((one) => one.id));
  if (twice) return twice;
  for (const one of called) {
    const found = context.data.conferences.find(({ id }) => id === one.id);
    if (found?.held) return refuse("procedures.exerciseHeld", { conference: one.id });
    const refusal = guardNumber(context, one.id) ?? guardPeriod(one);
    if (refusal) return refusal;
  }
  return undefined;
}

export function conferenceFor(
  { data }: ExerciseContext,
  input: { readonly id: string; readonly kinds: readonly string[] },
): CalledConference | Refusal {
  const found = data.conferences.find(({ id, held }) => id === input.id && !held);
  if (found && input.kinds.includes(found.kind)) return found;
  const open = data.conferences.filter(({ kind, held }) => !held && input.kinds.includes(kind)).map(({ id }) => id);
  return refuse("procedures.exerciseNoConference", {
    got: input.id,
    kinds: [...input.kinds],
    open: open.length > 0 ? open : "none",
  });
}

export function guardPlan({ data }: ExerciseContext, plan: ExercisePlan): Refusal | undefined {
  const phases = plan.phases ?? [];
  const odd = [{ from: plan.begins, until: plan.ends }, ...phases].find(({ from, until }) => until <= from);
  if (odd) return refuse("procedures.exerciseTimes", { from: odd.from, until: odd.until });
  const { proposal } = data;
  // The days are those of the exercise's own clock; a day on either side leaves room for every zone there is.
  const first = Temporal.PlainDate.from(proposal?.from ?? plan.begins.slice(0, 10)).subtract({ days: 1 });
  const last = Temporal.PlainDate.from(proposal?.until ?? plan.ends.slice(0, 10)).add({ days: 1 });
  if (plan.begins.slice(0, 10) < String(first) || plan.ends.slice(0, 10) > String(last))
    return refuse("procedures.exerciseOutside", {
      from: plan.begins,
      until: plan.ends,
      first: proposal?.from ?? "none",
      last: proposal?.until ?? "none",
    });
  return guardOnce(phases.map((one) => one.id));
}

export function guardReady(checks: readonly string[]): Refusal | undefined {
  const missing = readinessChecks.filter((one) => !checks.includes(one));
  return missing.length > 0 ? refuse("procedures.exerciseNotReady", { missing }) : undefined;
}

export function guardStart({ data, time, act }: ExerciseContext, plan: string): Refusal | undefined {
  const expected = data.signedPlan?.version ?? "none";
  if (plan !== expected) return refuse("procedures.exerciseOtherText", { got: plan, expected });
  if (data.opensAt === undefined || time >= data.opensAt) return undefined;
  return refuse("procedures.exerciseNotYet", { from: data.proposal?.from ?? "none", made: act.at.instant });
}

export function guardResume({ data }: ExerciseContext, interruption: number): Refusal | undefined {
  const expected = data.interruptions.length;
  return interruption === expected
    ? undefined
    : refuse("procedures.exerciseInterruption", { got: interruption, expected });
}

/** Every objective of the specification is reported on, and no other. */
export function guardReport({ data }: ExerciseContext, report: Report): Refusal | undefined {
  const expected = (data.specification?.text.objectives ?? []).map((one) => one.id).sort();
  const got = report.objectives.map((one) => one.objective).sort();
  return got.join() === expected.join()
    ? undefined
    : refuse("procedures.exerciseObjectives", { got: got.length > 0 ? got : "none", expected });
}

/** A lesson at this point of its way, of or for this side where that matters. */
export function lessonFor(
  { data, side }: ExerciseContext,
  input: {
    readonly id: string;
    readonly stages: readonly LessonStage[];
    readonly whose: "observer" | "owner" | "notOwner" | "any";
  },
): Lesson | Refusal {
  const found = data.lessons.find(({ id }) => id === input.id);
  if (!found) return refuse("procedures.exerciseNoLesson", { got: input.id });
  if (!input.stages.includes(found.stage))
    return refuse("procedures.exerciseLessonStage", {
      lesson: input.id,
      stage: found.stage,
      expected: [...input.stages],
    });
  const may = {
    observer: found.by === side,
    owner: found.owner === side,
    notOwner: found.owner !== side,
    any: true,
  }[input.whose];
  if (may) return found;
  return refuse("procedures.exerciseLessonSide", { lesson: input.id, side });
}

/** Nothing observed is left unlooked at, and every lesson still under way is named. */
export function guardClosing({ data }: ExerciseContext, named: readonly string[]): Refusal | undefined {
  const left = data.lessons.filter(({ stage }) => stage === "observed").map(({ id }) => id);
  if (left.length > 0) return refuse("procedures.exerciseNotAnalysed", { lessons: left });
  const expected = openLessons(data)
    .map(({ id }) => id)
    .sort();
  if ([...named].sort().join() === expected.join()) return undefined;
  return refuse("procedures.exerciseOpenLessons", {
    got: named.length > 0 ? [...named] : "none",
    expected: expected.length > 0 ? expected : "none",
  });
}
