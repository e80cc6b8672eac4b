// What the page reads of an exercise's data, as its own node tells them.

import { Fault, z } from "../../base/index.ts";

const text = z.string();
const names = z.record(text, text);

const conference = z.looseObject({
  id: text,
  kind: text,
  titles: names.optional(),
  from: text,
  until: text,
  venue: text.optional(),
  by: text,
  held: z.looseObject({ conclusions: text }).optional(),
});

const task = z.looseObject({
  id: text,
  title: text,
  owner: text,
  from: text,
  until: text,
  progress: z.enum(["open", "begun", "done", "dropped"]),
  note: text.optional(),
});

const interruption = z.looseObject({
  by: text,
  kind: z.enum(["pause", "safetyStop"]),
  cause: text,
  place: text.optional(),
  note: text.optional(),
  at: z.number(),
  resumedAt: z.number().optional(),
});

const lesson = z.looseObject({
  id: text,
  title: text,
  text,
  objective: text.optional(),
  goodPractice: z.boolean().optional(),
  by: text,
  stage: text,
  cause: text.optional(),
  remedy: text.optional(),
  owner: text.optional(),
  body: text.optional(),
  due: text.optional(),
  dueAt: z.number().optional(),
  done: text.optional(),
  changed: text.optional(),
  carried: z.array(text),
});

const plan = z.looseObject({
  begins: text,
  ends: text,
  phases: z.array(z.looseObject({ id: text, titles: names, from: text, until: text })).optional(),
});

const exerciseData = z.looseObject({
  proposal: z
    .looseObject({
      titles: names,
      kind: text,
      size: text,
      host: text,
      venue: text.optional(),
      from: text,
      until: text,
      zone: text,
      aim: text,
    })
    .optional(),
  references: names,
  specification: z
    .looseObject({
      by: text,
      digest: text,
      text: z.looseObject({
        objectives: z.array(z.looseObject({ id: text, titles: names, capability: text.optional() })),
        scenario: text.optional(),
        participants: z.record(text, z.number()),
        observers: z.number().optional(),
        limits: text.optional(),
      }),
    })
    .optional(),
  agreedSpecification: text.optional(),
  conferences: z.array(conference),
  tasks: z.array(task),
  explan: z.looseObject({ by: text, digest: text, text: plan }).optional(),
  signedPlan: z.looseObject({ version: text, at: z.number() }).optional(),
  injects: text.optional(),
  startedAt: z.number().optional(),
  interruptions: z.array(interruption),
  ended: z.looseObject({ ending: text, at: z.number() }).optional(),
  report: z
    .looseObject({ text: z.looseObject({ objectives: z.array(z.looseObject({ objective: text, achieved: text })) }) })
    .optional(),
  lessons: z.array(lesson),
});

export type ExerciseShown = z.output<typeof exerciseData>;
export type LessonShown = z.output<typeof lesson>;
export type InterruptionShown = z.output<typeof interruption>;

/** Throws a Fault for data that are no exercise's. */
export function parseExercise(data: unknown): ExerciseShown {
  const read = exerciseData.safeParse(data);
  if (read.success) return read.data;
  throw new Fault("web.badAnswer", `The dossier is no exercise: ${read.error.issues[0]?.message ?? ""}`);
}

/** The interruption that is not over yet. */
export function interruptionOf(data: ExerciseShown): InterruptionShown | undefined {
  return data.interruptions.findLast((one) => one.resumedAt === undefined);
}

const stages = ["assigned", "identified", "observed", "remedied", "validated", "learned", "rejected"];

/** What somebody has still to do first; what is late before what is not. */
export function lessonsInOrder(data: ExerciseShown, now: number): readonly LessonShown[] {
  const late = (one: LessonShown): number => (isLate(one, now) ? 0 : 1);
  return data.lessons.toSorted(
    (a, b) => late(a) - late(b) || stages.indexOf(a.stage) - stages.indexOf(b.stage) || (a.id < b.id ? -1 : 1),
  );
}

/** A remedy that was to be there by now. `now`: milliseconds since 1970. */
export function isLate(one: LessonShown, now: number): boolean {
  return one.stage === "assigned" && one.dueAt !== undefined && one.dueAt < now;
}
