// What an exercise's dossier knows: what was proposed and agreed, its planning, its conduct, and its lessons.

import type { PartyCode } from "../../acts/index.ts";
import type {
  Conference,
  ExercisePlan,
  endings,
  Proposal,
  pauseReasons,
  progress,
  Report,
  Specification,
  safetyCauses,
  Task,
} from "./bodies.ts";
import type { Observation } from "./lesson-bodies.ts";

/** A text of the dossier with its digest: who changes, agrees to or signs it names the digest. */
export interface Written<Text> {
  readonly text: Text;
  readonly by: PartyCode;
  readonly digest: string;
}

export interface CalledConference extends Conference {
  readonly by: PartyCode;
  readonly held?: { readonly conclusions: string; readonly at: number } | undefined;
}

export interface TrackedTask extends Task {
  readonly by: PartyCode;
  readonly progress: "open" | (typeof progress)[number];
  readonly note?: string | undefined;
}

export interface Interruption {
  readonly by: PartyCode;
  readonly kind: "pause" | "safetyStop";
  readonly cause: (typeof pauseReasons)[number] | (typeof safetyCauses)[number];
  readonly place?: string | undefined;
  readonly note?: string | undefined;
  readonly at: number;
  readonly resumedAt?: number | undefined;
}

export const lessonStages = [
  "observed",
  "rejected",
  "identified",
  "assigned",
  "remedied",
  "validated",
  "learned",
] as const;
export type LessonStage = (typeof lessonStages)[number];

export interface Lesson extends Observation {
  /** The side that observed it. */
  readonly by: PartyCode;
  readonly stage: LessonStage;
  readonly cause?: string | undefined;
  readonly remedy?: string | undefined;
  /** The action body, of the side that tasks it. */
  readonly owner?: PartyCode | undefined;
  readonly body?: string | undefined;
  readonly due?: string | undefined;
  /** End of that day by the owner's clock. Milliseconds since 1970. */
  readonly dueAt?: number | undefined;
  readonly done?: string | undefined;
  readonly changed?: string | undefined;
  /** The exercises into whose specification it was carried. */
  readonly carried: readonly string[];
}

export interface ExerciseData {
  readonly proposer: PartyCode | undefined;
  readonly proposal: Proposal | undefined;
  /** Each side's own number for the exercise. */
  readonly references: Readonly<Record<PartyCode, string>>;
  readonly plan: { readonly dossier: string; readonly line: string } | undefined;
  /** First instant of the first day, by the exercise's own clock. Milliseconds since 1970. */
  readonly opensAt: number | undefined;
  readonly specification: Written<Specification> | undefined;
  readonly agreedSpecification: string | undefined;
  readonly conferences: readonly CalledConference[];
  readonly tasks: readonly TrackedTask[];
  readonly explan: Written<ExercisePlan> | undefined;
  readonly signedPlan: { readonly version: string; readonly at: number } | undefined;
  /** The main events list. */
  readonly injects: string | undefined;
  readonly startedAt: number | undefined;
  readonly interruptions: readonly Interruption[];
  readonly ended: { readonly ending: (typeof endings)[number]; readonly at: number } | undefined;
  readonly impressions: Readonly<Record<PartyCode, string>>;
  readonly report: Written<Report> | undefined;
  readonly adopted: { readonly version: string; readonly at: number } | undefined;
  readonly lessons: readonly Lesson[];
}

export function blankExercise(): ExerciseData {
  return {
    proposer: undefined,
    proposal: undefined,
    references: {},
    plan: undefined,
    opensAt: undefined,
    specification: undefined,
    agreedSpecification: undefined,
    conferences: [],
    tasks: [],
    explan: undefined,
    signedPlan: undefined,
    injects: undefined,
    startedAt: undefined,
    interruptions: [],
    ended: undefined,
    impressions: {},
    report: undefined,
    adopted: undefined,
    lessons: [],
  };
}

/** Lessons that are neither rejected nor learned. */
export function openLessons(data: ExerciseData): readonly Lesson[] {
  return data.lessons.filter(({ stage }) => stage !== "rejected" && stage !== "learned");
}
