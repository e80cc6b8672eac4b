// The states of an exercise in the stages that planners know: initiation, specification, planning, conduct, and what
// follows from it. The deadlines are general practice; the annex sets others under `exercise.<name>`.

import type { DeadlineRule, State, StateName } from "../declaration.ts";
import { type ExerciseData, openLessons } from "./data.ts";

/** In which conferences are called and tasks given. */
export const planningStates = [
  "specifying",
  "initialPlanning",
  "mainPlanning",
  "planDrafting",
  "finalPlanning",
  "preparing",
  "ready",
] as const;
/** With a signed plan that has not been carried out. */
export const signedStates = ["finalPlanning", "preparing", "ready"] as const;
export const conductStates = ["live", "paused", "stopped"] as const;
/** After ENDEX, in which observations become lessons. */
export const lessonStates = ["ended", "reporting", "learning"] as const;

/** Before the first day: no deadline once the day is not known. */
const before = (name: string, days: number): DeadlineRule<ExerciseData> => ({
  name,
  owner: "both",
  usual: { days },
  before: (data) => data.opensAt,
});

/** The lead time of a specification, by the size of the exercise. */
const lead = (name: string, input: { readonly size: string; readonly days: number }): DeadlineRule<ExerciseData> => ({
  name,
  owner: "both",
  usual: { days: input.days },
  before: (data) => (data.proposal?.size === input.size ? data.opensAt : undefined),
});

const remedyBy = (data: ExerciseData, role: "proposer" | "partner"): number | undefined => {
  const due = openLessons(data).flatMap((one) =>
    one.dueAt !== undefined && one.stage === "assigned" && (one.owner === data.proposer) === (role === "proposer")
      ? [one.dueAt]
      : [],
  );
  return due.length > 0 ? Math.min(...due) : undefined;
};
const remedies: readonly DeadlineRule<ExerciseData>[] = [
  {
    name: "proposerRemedy",
    owner: "proposer",
    usual: { hours: 0 },
    before: (data) => remedyBy(data, "proposer"),
  },
  { name: "partnerRemedy", owner: "partner", usual: { hours: 0 }, before: (data) => remedyBy(data, "partner") },
];

const plan = before("plan", 60);

export const exerciseStates: Readonly<Record<StateName, State<ExerciseData>>> = {
  proposed: { deadlines: [{ name: "answer", owner: "partner", usual: { workingDays: 15 } }] },
  specifying: {
    deadlines: [
      lead("leadSmall", { size: "small", days: 90 }),
      lead("leadMedium", { size: "medium", days: 180 }),
      lead("leadLarge", { size: "large", days: 540 }),
    ],
  },
  initialPlanning: { deadlines: [plan] },
  mainPlanning: { deadlines: [plan] },
  planDrafting: { deadlines: [plan] },
  finalPlanning: { deadlines: [before("finalConference", 21)] },
  preparing: { deadlines: [before("readiness", 2)] },
  ready: {},
  live: {},
  paused: {},
  stopped: {},
  ended: { deadlines: [{ name: "firstImpression", owner: "both", usual: { workingDays: 10 } }, ...remedies] },
  reporting: { deadlines: [{ name: "report", owner: "both", usual: { days: 60 } }, ...remedies] },
  learning: { deadlines: remedies },
  postponed: { deadlines: [{ name: "newDates", owner: "both", usual: { days: 60 } }] },
  closed: { final: true },
  declined: { final: true },
  cancelled: { final: true },
};
