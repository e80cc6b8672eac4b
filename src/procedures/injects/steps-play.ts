// The play: injects go out, are acknowledged and answered by the side they are played to, and assessed. Either side may
// hold what is still to come, and stop everything.

import { refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import {
  answerBody,
  assessBody,
  injectsBody,
  noteBody,
  putOffBody,
  repeatBody,
  resumeBody,
  stopBody,
  versionBody,
} from "./bodies.ts";
import { type InjectsData, injectsAt } from "./data.ts";
import { closedStages, guardHold, guardMoves, guardRepeat, guardVersion, moved, repetition } from "./moving.ts";
import { inPlay } from "./rows.ts";
import { realTime } from "./steps-list.ts";

/** What players and evaluators tell is in the list also when the other side closes it or repeats an inject. */
const telling = {
  from: ["running", "stopped"],
  to: "same",
  by: "either",
  prevailsOver: ["close", "repeat"],
} as const;

const begin = step<InjectsData, typeof noteBody>({
  from: ["frozen"],
  to: "running",
  by: "both",
  body: noteBody,
  // Each side's note is its own.
  agree: () => ({}),
});

/** What has gone out has gone out: a hold or a stop that crosses it comes too late for it. */
const release = step<InjectsData, typeof injectsBody>({
  from: ["running"],
  to: "same",
  by: "either",
  body: injectsBody,
  prevailsOver: ["hold", "stop", "close"],
  waits: (data, side) => injectsAt(data, (one) => one.stage === "scheduled" && one.by === side).length > 0,
  guard: (context, { injects }) => guardMoves(context, { injects, rule: { from: ["scheduled"], whose: "own" } }),
  effect: (context, { injects }) =>
    moved(context, {
      injects,
      change: (found) => ({ ...found, stage: "released", releasedAt: context.time }),
    }),
});

const acknowledge = step<InjectsData, typeof injectsBody>({
  ...telling,
  body: injectsBody,
  waits: (data, side) => injectsAt(data, (one) => one.stage === "released" && one.row.audience === side).length > 0,
  guard: (context, { injects }) => guardMoves(context, { injects, rule: { from: ["released"], whose: "audience" } }),
  effect: (context, { injects }) =>
    moved(context, {
      injects,
      change: (found) => ({ ...found, stage: "acknowledged", acknowledgedAt: context.time }),
    }),
});

const answer = step<InjectsData, typeof answerBody>({
  ...telling,
  expected: false,
  body: answerBody,
  guard: (context, { injects }) =>
    guardMoves(context, { injects, rule: { from: ["released", "acknowledged"], whose: "audience" } }),
  effect: (context, { injects }) =>
    moved(context, {
      injects,
      change: (found, { text }) => ({
        ...found,
        stage: "answered",
        acknowledgedAt: found.acknowledgedAt ?? context.time,
        answeredAt: context.time,
        answer: text,
      }),
    }),
});

const assess = step<InjectsData, typeof assessBody>({
  ...telling,
  prevailsOver: ["close"],
  body: assessBody,
  waits: (data, side) => injectsAt(data, (one) => one.stage === "answered" && one.by === side).length > 0,
  guard: (context, { injects }) => guardMoves(context, { injects, rule: { from: inPlay, whose: "own" } }),
  effect: (context, { injects }) =>
    moved(context, {
      injects,
      change: (found, { result, note }) => ({ ...found, stage: "assessed", result, assessment: note }),
    }),
});

const repeat = step<InjectsData, typeof repeatBody>({
  from: ["running"],
  to: "same",
  by: "either",
  expected: false,
  body: repeatBody,
  prevailsOver: ["close"],
  guard: (context, { injects }) =>
    guardMoves(context, { injects, rule: { from: inPlay, whose: "own" } }) ?? guardRepeat(context, injects),
  effect(context, { injects, reason }) {
    const data = moved(context, { injects, change: (found) => ({ ...found, stage: "repeated", reason }) });
    const added = injects.flatMap(({ inject, as, real }) => {
      const found = data.injects[inject];
      return found ? [repetition(context, { found, as, real: realTime(real) ?? context.time })] : [];
    });
    return { ...data, injects: { ...data.injects, ...Object.fromEntries(added.map((one) => [one.row.id, one])) } };
  },
});

const hold = step<InjectsData, typeof putOffBody>({
  from: ["running", "stopped"],
  to: "same",
  by: "either",
  expected: false,
  body: putOffBody,
  prevailsOver: ["close"],
  guard: (context, { injects }) => guardHold(context, injects),
  effect: (context, { injects, reason }) =>
    moved(context, {
      injects: injects.filter((one) => context.data.injects[one.inject]?.stage === "scheduled"),
      change: (found) => ({ ...found, stage: "held", reason }),
    }),
});

/** By anyone: the policy lets every officer make it. */
const stop = step<InjectsData, typeof stopBody>({
  from: ["running", "stopped"],
  to: "stopped",
  by: "either",
  expected: false,
  body: stopBody,
  prevailsOver: ["resume", "close"],
  effect: ({ data, side, time }, { cause, note }) => ({
    ...data,
    stops: [...data.stops, { by: side, cause, note, at: time }],
  }),
});

const resume = step<InjectsData, typeof resumeBody>({
  from: ["stopped"],
  to: "running",
  by: "both",
  body: resumeBody,
  guard: ({ data }, given) =>
    given.stop === data.stops.length
      ? undefined
      : refuse("procedures.injectsStop", { got: given.stop, expected: data.stops.length }),
});

const close = step<InjectsData, typeof versionBody>({
  from: ["running", "stopped"],
  to: "closed",
  by: "both",
  grave: true,
  body: versionBody,
  waits: (data) => Object.values(data.injects).every(({ stage }) => closedStages.includes(stage)),
  guard: (context, { version }) => guardVersion(context, { version, ready: closedStages }),
});

export const playSteps: Readonly<Record<string, Step<InjectsData>>> = {
  begin,
  release,
  acknowledge,
  answer,
  assess,
  repeat,
  hold,
  stop,
  resume,
  close,
};
