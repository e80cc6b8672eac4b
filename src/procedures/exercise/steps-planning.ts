// From the proposal to the signed plan: the specification both agree to, conferences and tasks, and the plan.

import { isRefusal, refuse } from "../../base/index.ts";
import { type Step, type StepContext, step } from "../declaration.ts";
import {
  acceptBody,
  callBody,
  declineBody,
  holdBody,
  listBody,
  progressBody,
  proposeBody,
  specifyBody,
  taskBody,
  versionBody,
  writePlanBody,
} from "./bodies.ts";
import type { CalledConference, ExerciseData, TrackedTask } from "./data.ts";
import {
  conferenceFor,
  guardBase,
  guardConferences,
  guardNumber,
  guardOnce,
  guardParties,
  guardPeriod,
  guardPlan,
  guardSpecification,
  guardVersion,
  opening,
} from "./guards.ts";
import { planningStates } from "./states.ts";

const propose = step<ExerciseData, typeof proposeBody>({
  from: "opening",
  to: "proposed",
  by: "proposer",
  body: proposeBody,
  guard: (context, body) => guardPeriod(body) ?? guardParties(context, [body.host]),
  effect: ({ data, side }, body) => ({
    ...data,
    proposer: side,
    proposal: body,
    references: { [side]: body.reference },
    opensAt: opening(body),
  }),
});

const accept = step<ExerciseData, typeof acceptBody>({
  from: ["proposed"],
  to: "specifying",
  by: "partner",
  body: acceptBody,
  effect: ({ data, side }, { reference, plan }) => ({
    ...data,
    plan,
    references: reference === undefined ? data.references : { ...data.references, [side]: reference },
  }),
});

const decline = step<ExerciseData, typeof declineBody>({
  from: ["proposed"],
  to: "declined",
  by: "partner",
  expected: false,
  body: declineBody,
});

const specify = step<ExerciseData, typeof specifyBody>({
  from: ["specifying"],
  to: "same",
  by: "either",
  body: specifyBody,
  waits: (data) => data.specification === undefined,
  guard: (context, { specification, base }) =>
    guardBase(context.data.specification, base) ?? guardSpecification(context, specification),
  effect: ({ data, side, digest }, { specification }) => ({
    ...data,
    specification: { text: specification, by: side, digest: digest(specification) },
  }),
});

const agreeSpecification = step<ExerciseData, typeof versionBody>({
  from: ["specifying"],
  to: "initialPlanning",
  by: "both",
  body: versionBody,
  waits: (data) => data.specification !== undefined,
  guard: ({ data }, { version }) => guardVersion(data.specification, version),
  effect: ({ data }, { version }) => ({ ...data, agreedSpecification: version }),
});

const callConferences = step<ExerciseData, typeof callBody>({
  from: planningStates,
  to: "same",
  by: "either",
  expected: false,
  body: callBody,
  guard: (context, { conferences }) => guardConferences(context, conferences),
  effect({ data, side }, { conferences }) {
    const ids = new Set(conferences.map(({ id }) => id));
    const called = conferences.map((one): CalledConference => ({ ...one, by: side }));
    return { ...data, conferences: byNumber([...data.conferences.filter(({ id }) => !ids.has(id)), ...called]) };
  },
});

function byNumber<One extends { readonly id: string }>(list: readonly One[]): readonly One[] {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Both say that a conference was held, and with which conclusions. */
function hold(input: {
  readonly kinds: readonly string[];
  readonly from: readonly string[];
  readonly to: string;
  readonly expected: boolean;
}): Step<ExerciseData> {
  return step<ExerciseData, typeof holdBody>({
    from: input.from,
    to: input.to,
    by: "both",
    expected: input.expected,
    body: holdBody,
    guard(context, { conference }) {
      const found = conferenceFor(context, { id: conference, kinds: input.kinds });
      return isRefusal(found) ? found : undefined;
    },
    effect: ({ data, time }, { conference, conclusions }) => ({
      ...data,
      conferences: data.conferences.map((one) =>
        one.id === conference ? { ...one, held: { conclusions, at: time } } : one,
      ),
    }),
  });
}

const assignTasks = step<ExerciseData, typeof taskBody>({
  from: planningStates,
  to: "same",
  by: "either",
  expected: false,
  body: taskBody,
  guard(context, { tasks }) {
    for (const one of tasks) {
      const known = context.data.tasks.some(({ id }) => id === one.id);
      const refusal = known
        ? refuse("procedures.exerciseSameNumber", { got: one.id })
        : (guardNumber(context, one.id) ?? guardPeriod(one) ?? guardParties(context, [one.owner]));
      if (refusal) return refusal;
    }
    return guardOnce(tasks.map(({ id }) => id));
  },
  effect({ data, side }, { tasks }) {
    const given = tasks.map((one): TrackedTask => ({ ...one, by: side, progress: "open" }));
    return { ...data, tasks: byNumber([...data.tasks, ...given]) };
  },
});

const reportTasks = step<ExerciseData, typeof progressBody>({
  from: planningStates,
  to: "same",
  by: "either",
  expected: false,
  body: progressBody,
  guard({ data, side }, { tasks }) {
    const open = data.tasks.filter(({ owner, progress }) => owner === side && progress !== "done").map(({ id }) => id);
    const got = tasks.find(({ task }) => !open.includes(task));
    if (!got) return undefined;
    return refuse("procedures.exerciseNoTask", { got: got.task, open: open.length > 0 ? open : "none" });
  },
  effect: ({ data }, { tasks }) => ({
    ...data,
    tasks: data.tasks.map((one) => {
      const told = tasks.find(({ task }) => task === one.id);
      return told ? { ...one, progress: told.progress, note: told.note } : one;
    }),
  }),
});

const linkInjects = step<ExerciseData, typeof listBody>({
  from: planningStates,
  to: "same",
  by: "either",
  expected: false,
  body: listBody,
  guard: ({ data }, { instead, injects }) =>
    data.injects === instead && injects !== instead
      ? undefined
      : refuse("procedures.exerciseHasList", { got: instead ?? "none", dossier: data.injects ?? "none" }),
  effect: ({ data }, { injects }) => ({ ...data, injects }),
});

const writePlan = step<ExerciseData, typeof writePlanBody>({
  from: ["planDrafting"],
  to: "same",
  by: "either",
  body: writePlanBody,
  prevailsOver: ["signPlan"],
  waits: (data) => data.explan === undefined,
  guard: (context, { plan, base }) => guardBase(context.data.explan, base) ?? guardPlan(context, plan),
  effect: ({ data, side, digest }, { plan }) => ({ ...data, explan: { text: plan, by: side, digest: digest(plan) } }),
});

const signPlan = step<ExerciseData, typeof versionBody>({
  from: ["planDrafting"],
  to: "finalPlanning",
  by: "both",
  grave: true,
  body: versionBody,
  waits: (data) => data.explan !== undefined,
  // The dates may have been put off since the plan was written.
  guard: (context, { version }) => guardVersion(context.data.explan, version) ?? guardStanding(context),
  effect: ({ data, time }, { version }) => ({ ...data, signedPlan: { version, at: time } }),
});

function guardStanding(context: StepContext<ExerciseData>): ReturnType<typeof guardPlan> {
  const { explan } = context.data;
  return explan && guardPlan(context, explan.text);
}

export const planningSteps: Readonly<Record<string, Step<ExerciseData>>> = {
  propose,
  accept,
  decline,
  specify,
  agreeSpecification,
  callConferences,
  assignTasks,
  reportTasks,
  linkInjects,
  holdInitialConference: hold({ kinds: ["initial"], from: ["initialPlanning"], to: "mainPlanning", expected: true }),
  holdMainConference: hold({ kinds: ["main"], from: ["mainPlanning"], to: "planDrafting", expected: true }),
  writePlan,
  signPlan,
  holdFinalConference: hold({ kinds: ["final"], from: ["finalPlanning"], to: "preparing", expected: true }),
  holdWorkshop: hold({
    kinds: ["workshop", "survey", "rehearsal"],
    from: planningStates,
    to: "same",
    expected: false,
  }),
};
