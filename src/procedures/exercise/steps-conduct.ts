// From the signed plan to ENDEX and the report: readiness, start, pauses, the safety stop that anyone may give, and
// what puts an exercise off or ends it before it began.

import { refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import {
  draftReportBody,
  endBody,
  impressionBody,
  pauseBody,
  putOffBody,
  readyBody,
  reasonBody,
  rescheduleBody,
  resumeBody,
  safetyBody,
  startBody,
  versionBody,
} from "./bodies.ts";
import type { ExerciseData, Interruption } from "./data.ts";
import {
  guardBase,
  guardPeriod,
  guardReady,
  guardReport,
  guardResume,
  guardStart,
  guardVersion,
  opening,
} from "./guards.ts";
import { conductStates, planningStates, signedStates } from "./states.ts";

const declareReady = step<ExerciseData, typeof readyBody>({
  from: ["preparing"],
  to: "ready",
  by: "both",
  body: readyBody,
  // Each side answers for its own.
  agree: () => ({}),
  guard: (_, { checks }) => guardReady(checks),
});

const reopenPlan = step<ExerciseData, typeof reasonBody>({
  from: signedStates,
  to: "planDrafting",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: ["declareReady", "startExercise"],
  effect: ({ data }) => ({ ...data, signedPlan: undefined }),
});

const startExercise = step<ExerciseData, typeof startBody>({
  from: ["ready"],
  to: "live",
  by: "both",
  grave: true,
  body: startBody,
  guard: (context, { plan }) => guardStart(context, plan),
  effect: ({ data, time }) => ({ ...data, startedAt: time }),
});

const pause = step<ExerciseData, typeof pauseBody>({
  from: ["live"],
  to: "paused",
  by: "either",
  expected: false,
  body: pauseBody,
  effect: ({ data, side, time }, { cause, note }) =>
    interrupted(data, { by: side, kind: "pause", cause, note, at: time }),
});

/** By anyone who sees a danger: the policy lets every officer make it, and it prevails over what crosses it. */
const safetyStop = step<ExerciseData, typeof safetyBody>({
  from: conductStates,
  to: "stopped",
  by: "either",
  expected: false,
  body: safetyBody,
  prevailsOver: ["pause", "resume", "endExercise"],
  effect: ({ data, side, time }, { cause, place, note }) =>
    interrupted(data, { by: side, kind: "safetyStop", cause, place, note, at: time }),
});

function interrupted(data: ExerciseData, one: Interruption): ExerciseData {
  return { ...data, interruptions: [...data.interruptions, one] };
}

const resume = step<ExerciseData, typeof resumeBody>({
  from: ["paused", "stopped"],
  to: "live",
  by: "both",
  body: resumeBody,
  guard: (context, { interruption }) => guardResume(context, interruption),
  effect: ({ data, time }) => ({
    ...data,
    interruptions: data.interruptions.map((one) => (one.resumedAt === undefined ? { ...one, resumedAt: time } : one)),
  }),
});

const endExercise = step<ExerciseData, typeof endBody>({
  from: conductStates,
  to: "ended",
  by: "both",
  grave: true,
  body: endBody,
  agree: ({ ending }) => ({ ending }),
  effect: ({ data, time }, { ending }) => ({ ...data, ended: { ending, at: time } }),
});

const beforeStart = ["proposed", ...planningStates, "postponed"] as const;
const overPlanning = [
  "accept",
  "specify",
  "agreeSpecification",
  "callConferences",
  "holdInitialConference",
  "holdMainConference",
  "holdFinalConference",
  "holdWorkshop",
  "writePlan",
  "signPlan",
  "reopenPlan",
  "declareReady",
  "startExercise",
] as const;

const postpone = step<ExerciseData, typeof putOffBody>({
  from: planningStates,
  to: "postponed",
  by: "either",
  expected: false,
  body: putOffBody,
  prevailsOver: overPlanning,
  effect: ({ data }) => ({ ...data, signedPlan: undefined, opensAt: undefined }),
});

/** Planning goes on where it was; a plan that was signed for other days is signed anew. */
const reschedule = step<ExerciseData, typeof rescheduleBody>({
  from: ["postponed"],
  to: ["specifying", "initialPlanning", "mainPlanning", "planDrafting"],
  by: "both",
  body: rescheduleBody,
  guard: (_, period) => guardPeriod(period),
  effect({ data }, period) {
    const proposal = data.proposal && { ...data.proposal, ...period };
    return { ...data, proposal, opensAt: proposal && opening(proposal) };
  },
  leads({ agreedSpecification, conferences }) {
    const held = (kind: string): boolean => conferences.some((one) => one.kind === kind && one.held);
    if (agreedSpecification === undefined) return "specifying";
    if (!held("initial")) return "initialPlanning";
    return held("main") ? "planDrafting" : "mainPlanning";
  },
});

const cancel = step<ExerciseData, typeof putOffBody>({
  from: beforeStart,
  to: "cancelled",
  by: "either",
  grave: true,
  expected: false,
  body: putOffBody,
  prevailsOver: [...overPlanning, "decline", "postpone", "reschedule"],
});

const giveImpression = step<ExerciseData, typeof impressionBody>({
  from: ["ended"],
  to: ["same", "reporting"],
  by: "either",
  body: impressionBody,
  waits: (data, side) => !Object.hasOwn(data.impressions, side),
  guard: ({ data, side }) =>
    Object.hasOwn(data.impressions, side) ? refuse("procedures.exerciseImpression", { side }) : undefined,
  effect: ({ data, side }, { summary }) => ({ ...data, impressions: { ...data.impressions, [side]: summary } }),
  leads: ({ impressions }) => (Object.keys(impressions).length > 1 ? "reporting" : "same"),
});

const draftReport = step<ExerciseData, typeof draftReportBody>({
  from: ["reporting"],
  to: "same",
  by: "either",
  body: draftReportBody,
  prevailsOver: ["adoptReport"],
  waits: (data) => data.report === undefined,
  guard: (context, { report, base }) => guardBase(context.data.report, base) ?? guardReport(context, report),
  effect: ({ data, side, digest }, { report }) => ({
    ...data,
    report: { text: report, by: side, digest: digest(report) },
  }),
});

const adoptReport = step<ExerciseData, typeof versionBody>({
  from: ["reporting"],
  to: "learning",
  by: "both",
  grave: true,
  body: versionBody,
  waits: (data) => data.report !== undefined,
  guard: ({ data }, { version }) => guardVersion(data.report, version),
  effect: ({ data, time }, { version }) => ({ ...data, adopted: { version, at: time } }),
});

export const conductSteps: Readonly<Record<string, Step<ExerciseData>>> = {
  declareReady,
  reopenPlan,
  startExercise,
  pause,
  safetyStop,
  resume,
  endExercise,
  postpone,
  reschedule,
  cancel,
  giveImpression,
  draftReport,
  adoptReport,
};
