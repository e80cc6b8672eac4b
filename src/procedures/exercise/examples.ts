// A body for every step that fits the data at hand: for the exhaustive test, and to show what a form holds. A drill in
// relief logistics and medical evacuation; places and functions are invented.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import { readinessChecks } from "./bodies.ts";
import { type ExerciseData, type LessonStage, openLessons } from "./data.ts";

export type ExampleContext = Pick<StepContext<ExerciseData>, "data" | "side" | "other" | "time" | "digest">;

const dayAfter = (time: number, days: number): string => new Date(time + days * 86_400_000).toISOString().slice(0, 10);
const numbered = (side: string, rest: string): string => `${side.toLowerCase()}-${rest}`;

const conferenceKinds = ["initial", "main", "final"] as const;

/** The next conference of the planning, and a workshop where none is to come. */
function called({ data, side, time }: ExampleContext): JsonObject {
  const days = { from: dayAfter(time, 1), until: dayAfter(time, 2) };
  const next = conferenceKinds.find((kind) => !data.conferences.some((one) => one.kind === kind)) ?? "final";
  const workshop = !data.conferences.some((one) => one.kind === "workshop" && !one.held);
  const kinds = [next, ...(workshop ? ["workshop"] : [])];
  const count = data.conferences.length + 1;
  return { conferences: kinds.map((kind, i) => ({ id: numbered(side, `c${count + i}`), kind, ...days })) };
}

const conference = ({ data, side }: ExampleContext, kinds: readonly string[]): JsonObject => ({
  conference: data.conferences.find((one) => !one.held && kinds.includes(one.kind))?.id ?? numbered(side, "c0"),
  conclusions: "The time-table is agreed.",
});

const based = (written: { readonly digest: string } | undefined): JsonObject =>
  written ? { base: written.digest } : {};

function specification({ data, side, other }: ExampleContext): JsonObject {
  const text = {
    objectives: [
      { id: numbered(side, "o1"), titles: { en: "Hand over relief goods" }, capability: "Supply" },
      { id: numbered(side, "o2"), titles: { en: "Evacuate the injured" } },
    ],
    scenario: "A storm on an invented coast.",
    participants: { [side]: 40, [other]: 40 },
    observers: data.specification ? 2 : 4,
  };
  return { specification: text, ...based(data.specification) };
}

function plan({ data, time }: ExampleContext): JsonObject {
  const [from, until] = [data.proposal?.from ?? dayAfter(time, 0), data.proposal?.until ?? dayAfter(time, 3)];
  const text = {
    begins: `${from}T08:00:00Z`,
    ends: `${until}T16:00:00Z`,
    sites: ["Example training ground"],
    command: "One director from each side; every order is given by one's own.",
    safety: data.explan ? "Anyone says stop; two doctors." : "Anyone says stop; a doctor on each site.",
  };
  return { plan: text, ...based(data.explan) };
}

function report({ data, side }: ExampleContext): JsonObject {
  const objectives = (data.specification?.text.objectives ?? []).map(({ id }) => ({
    objective: id,
    achieved: "achieved",
  }));
  const text = { summary: { en: data.report ? "As planned, with one lesson" : "As planned" }, objectives };
  return {
    report:
      objectives.length > 0
        ? text
        : { ...text, objectives: [{ objective: numbered(side, "o1"), achieved: "notTried" }] },
    ...based(data.report),
  };
}

const lesson = (
  { data, side }: ExampleContext,
  input: { readonly stage: LessonStage; readonly whose?: "observer" | "owner" | "notOwner" },
): string =>
  data.lessons.find((one) => {
    if (one.stage !== input.stage) return false;
    if (input.whose === "observer") return one.by === side;
    if (input.whose === "owner") return one.owner === side;
    return input.whose === "notOwner" ? one.owner !== side : true;
  })?.id ?? numbered(side, "none");

const version = (written: { readonly digest: string } | undefined, { digest }: ExampleContext): JsonObject => ({
  version: written?.digest ?? digest("no text"),
});

const lessonExamples: Readonly<Record<string, (context: ExampleContext) => JsonObject>> = {
  observe: ({ data, side }) => ({
    observations: [
      {
        id: numbered(side, `l${data.lessons.length + 1}`),
        title: "Two lists of goods",
        text: "Each side counted by its own list.",
      },
    ],
  }),
  rejectObservation: (context) => ({
    lesson: lesson(context, { stage: "observed", whose: "observer" }),
    reasons: [{ code: "singleCase" }],
  }),
  identifyLesson: (context) => ({
    lesson: lesson(context, { stage: "observed", whose: "observer" }),
    cause: "No list in common",
    remedy: "One list of goods for both",
  }),
  assignLesson: (context) => ({
    lesson: lesson(context, { stage: "identified" }),
    body: "Example supply directorate",
    due: dayAfter(context.time, 60),
  }),
  reportRemedy: (context) => ({
    lesson: lesson(context, { stage: "assigned", whose: "owner" }),
    done: "A list is printed.",
  }),
  validateRemedy: (context) => ({ lesson: lesson(context, { stage: "remedied", whose: "notOwner" }), valid: true }),
  learnLesson: (context) => ({
    lesson: lesson(context, { stage: "validated", whose: "owner" }),
    changed: "The list is part of the standing procedure.",
  }),
  carryLessons: (context) => ({
    lessons: [lesson(context, { stage: "learned" })],
    exercise: "01890000-0000-7000-8000-00000000ee02",
  }),
  closeExercise: ({ data }) => ({ open: openLessons(data).map(({ id }) => id) }),
};

export const examples: Readonly<Record<string, (context: ExampleContext) => JsonObject>> = {
  propose: ({ side, time }) => ({
    titles: { en: "Relief and evacuation drill", fr: "Exercice de secours et d’évacuation" },
    reference: "EX-1",
    kind: "field",
    size: "medium",
    host: side,
    venue: "Example training ground",
    from: dayAfter(time, 0),
    until: dayAfter(time, 3),
    zone: "Africa/Casablanca",
    aim: "Work together in relief after a storm.",
  }),
  accept: () => ({ reference: "EX-2", plan: { dossier: "01890000-0000-7000-8000-00000000ab01", line: "ma-03" } }),
  decline: () => ({ reasons: [{ code: "dates" }] }),
  specify: specification,
  agreeSpecification: (context) => version(context.data.specification, context),
  callConferences: called,
  assignTasks: ({ data, side, time }) => ({
    tasks: [
      {
        id: numbered(side, `t${data.tasks.length + 1}`),
        title: "Book the training ground",
        owner: side,
        from: dayAfter(time, 0),
        until: dayAfter(time, 20),
      },
    ],
  }),
  reportTasks: ({ data, side }) => ({
    tasks: [
      {
        task: data.tasks.find((one) => one.owner === side && one.progress !== "done")?.id ?? numbered(side, "t0"),
        progress: "done",
      },
    ],
  }),
  linkInjects: ({ data }) => {
    const [one, other] = ["01890000-0000-7000-8000-00000000ee03", "01890000-0000-7000-8000-00000000ee04"];
    if (data.injects === undefined) return { injects: one };
    return { injects: data.injects === one ? other : one, instead: data.injects };
  },
  holdInitialConference: (context) => conference(context, ["initial"]),
  holdMainConference: (context) => conference(context, ["main"]),
  holdFinalConference: (context) => conference(context, ["final"]),
  holdWorkshop: (context) => conference(context, ["workshop", "survey", "rehearsal"]),
  writePlan: plan,
  signPlan: (context) => version(context.data.explan, context),
  declareReady: () => ({ checks: [...readinessChecks] }),
  reopenPlan: () => ({ reason: "A site is closed" }),
  startExercise: ({ data, digest }) => ({ plan: data.signedPlan?.version ?? digest("no plan") }),
  pause: () => ({ cause: "night" }),
  safetyStop: () => ({ cause: "weather", place: "Example training ground" }),
  resume: ({ data }) => ({ interruption: Math.max(1, data.interruptions.length) }),
  endExercise: () => ({ ending: "asPlanned" }),
  postpone: () => ({ reasons: [{ code: "weather" }] }),
  reschedule: ({ data, time }) => ({
    from: data.proposal?.from ?? dayAfter(time, 0),
    until: data.proposal?.until ?? dayAfter(time, 3),
  }),
  cancel: () => ({ reasons: [{ code: "budget" }] }),
  giveImpression: () => ({ summary: "Good, and one thing to mend." }),
  draftReport: report,
  adoptReport: (context) => version(context.data.report, context),
  ...lessonExamples,
};
