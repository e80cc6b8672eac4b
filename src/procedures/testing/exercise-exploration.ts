// How an exercise is explored: its planning with everything that can be done in it, and its whole way to the lessons
// with each text written once. Together they come everywhere; one exploration of all would have no end.

import type { JsonObject } from "../../acts/index.ts";
import { type ExerciseData, exerciseExamples, exerciseProcedure } from "../exercise/index.ts";
import type { ExampleContext, Examples, Exploring } from "./exploration.ts";
import { termsWith } from "./walk.ts";

type Planned = Omit<Exploring<ExerciseData>, "opener">;

const lessonSteps = ["observe", "rejectObservation", "identifyLesson"];
const sideways = ["assignTasks", "reportTasks", "linkInjects", "holdWorkshop", "postpone", "cancel", "reopenPlan"];
const writtenOnce: Readonly<Record<string, (data: ExerciseData) => boolean>> = {
  specify: (data) => data.specification !== undefined,
  callConferences: (data) => data.conferences.some((one) => one.kind !== "workshop" && !one.held),
  writePlan: (data) => data.explan !== undefined,
  pause: (data) => data.interruptions.length > 0,
  safetyStop: (data) => data.interruptions.length > 0,
  draftReport: (data) => data.report !== undefined,
  observe: (data) => data.lessons.length > 0,
};

function without(left: readonly string[]): Examples<ExerciseData> {
  return Object.fromEntries(Object.entries(exerciseExamples).filter(([name]) => !left.includes(name)));
}

/** The planning, without what is learned of it. */
export function exercisePlanned(start: string): Planned {
  return { procedure: exerciseProcedure, examples: without(lessonSteps), terms: termsWith(), start };
}

/** The way to the lessons. */
export function exerciseLearned(start: string): Planned {
  const examples = Object.entries(without(sideways)).map(([name, example]) => [
    name,
    (context: ExampleContext<ExerciseData>): JsonObject => (writtenOnce[name]?.(context.data) ? {} : example(context)),
  ]);
  return {
    procedure: exerciseProcedure,
    examples: Object.fromEntries(examples),
    terms: termsWith(),
    start,
    crosses: false,
  };
}
