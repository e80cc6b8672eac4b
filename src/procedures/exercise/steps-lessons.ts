// Lessons: an observation, rejected or found to be a lesson with its cause and remedy, tasked to a body of one side,
// the remedy validated by the other, and learned once something changed; carried into the next exercise's
// specification.

import { isRefusal, type Refusal } from "../../base/index.ts";
import { dayEndsAt } from "../calendar.ts";
import { type Step, type StepContext, step } from "../declaration.ts";
import type { ExerciseData, Lesson } from "./data.ts";
import { guardClosing, guardNumber, guardOnce, lessonFor } from "./guards.ts";
import {
  assignBody,
  carryBody,
  closeBody,
  identifyBody,
  learnBody,
  observeBody,
  rejectBody,
  remedyBody,
  validateBody,
} from "./lesson-bodies.ts";
import { conductStates, lessonStates } from "./states.ts";

type Context = StepContext<ExerciseData>;

/** What is told of a lesson is told also when the other side closes the exercise. */
const telling = {
  from: lessonStates,
  to: "same",
  by: "either",
  expected: false,
  prevailsOver: ["closeExercise"],
} as const;

function refusalOf(found: Lesson | Refusal): Refusal | undefined {
  return isRefusal(found) ? found : undefined;
}

function withLesson({ data }: Context, change: Pick<Lesson, "id"> & Partial<Lesson>): ExerciseData {
  return { ...data, lessons: data.lessons.map((one) => (one.id === change.id ? { ...one, ...change } : one)) };
}

const observe = step<ExerciseData, typeof observeBody>({
  ...telling,
  from: [...conductStates, ...lessonStates],
  body: observeBody,
  guard(context, { observations }) {
    for (const { id } of observations) {
      const refusal = guardNumber(context, id);
      if (refusal) return refusal;
    }
    return guardOnce([...context.data.lessons, ...observations].map(({ id }) => id));
  },
  effect: ({ data, side }, { observations }) => ({
    ...data,
    lessons: [
      ...data.lessons,
      ...observations.map((one): Lesson => ({ ...one, by: side, stage: "observed", carried: [] })),
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }),
});

const rejectObservation = step<ExerciseData, typeof rejectBody>({
  ...telling,
  body: rejectBody,
  guard: (context, { lesson }) =>
    refusalOf(lessonFor(context, { id: lesson, stages: ["observed"], whose: "observer" })),
  effect: (context, { lesson }) => withLesson(context, { id: lesson, stage: "rejected" }),
});

const identifyLesson = step<ExerciseData, typeof identifyBody>({
  ...telling,
  body: identifyBody,
  guard: (context, { lesson }) =>
    refusalOf(lessonFor(context, { id: lesson, stages: ["observed"], whose: "observer" })),
  effect: (context, { lesson, cause, remedy }) =>
    withLesson(context, { id: lesson, stage: "identified", cause, remedy }),
});

/** A side tasks its own bodies and no other's. */
const assignLesson = step<ExerciseData, typeof assignBody>({
  ...telling,
  body: assignBody,
  guard: (context, { lesson }) => refusalOf(lessonFor(context, { id: lesson, stages: ["identified"], whose: "any" })),
  effect(context, { lesson, body, due }) {
    const { side, terms } = context;
    const dueAt = dayEndsAt(terms, { side, day: due });
    return withLesson(context, { id: lesson, stage: "assigned", owner: side, body, due, dueAt });
  },
});

const reportRemedy = step<ExerciseData, typeof remedyBody>({
  ...telling,
  body: remedyBody,
  guard: (context, { lesson }) => refusalOf(lessonFor(context, { id: lesson, stages: ["assigned"], whose: "owner" })),
  effect: (context, { lesson, done }) => withLesson(context, { id: lesson, stage: "remedied", done }),
});

const validateRemedy = step<ExerciseData, typeof validateBody>({
  ...telling,
  expected: true,
  body: validateBody,
  waits: (data, side) => data.lessons.some(({ stage, owner }) => stage === "remedied" && owner !== side),
  guard: (context, { lesson }) =>
    refusalOf(lessonFor(context, { id: lesson, stages: ["remedied"], whose: "notOwner" })),
  effect: (context, { lesson, valid }) => withLesson(context, { id: lesson, stage: valid ? "validated" : "assigned" }),
});

const learnLesson = step<ExerciseData, typeof learnBody>({
  ...telling,
  body: learnBody,
  guard: (context, { lesson }) => refusalOf(lessonFor(context, { id: lesson, stages: ["validated"], whose: "owner" })),
  effect: (context, { lesson, changed }) => withLesson(context, { id: lesson, stage: "learned", changed }),
});

/** The relation to the exercise into whose specification lessons were carried; that specification names them too. */
const carryLessons = step<ExerciseData, typeof carryBody>({
  ...telling,
  body: carryBody,
  guard(context, { lessons }) {
    for (const id of lessons) {
      const refusal = refusalOf(lessonFor(context, { id, stages: ["learned"], whose: "any" }));
      if (refusal) return refusal;
    }
    return undefined;
  },
  effect: ({ data }, { lessons, exercise }) => ({
    ...data,
    lessons: data.lessons.map((one) =>
      lessons.includes(one.id) && !one.carried.includes(exercise)
        ? { ...one, carried: [...one.carried, exercise].sort() }
        : one,
    ),
  }),
});

const closeExercise = step<ExerciseData, typeof closeBody>({
  from: ["learning"],
  to: "closed",
  by: "both",
  body: closeBody,
  agree: ({ open }) => ({ open: [...open].sort() }),
  guard: (context, { open }) => guardClosing(context, open),
});

export const lessonSteps: Readonly<Record<string, Step<ExerciseData>>> = {
  observe,
  rejectObservation,
  identifyLesson,
  assignLesson,
  reportRemedy,
  validateRemedy,
  learnLesson,
  carryLessons,
  closeExercise,
};
