// The list before the play: rows written by each side, reviewed by the other, approved, scheduled, and frozen by both.

import { epochMs, isInstantText } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import {
  dropBody,
  injectsBody,
  openBody,
  putOffBody,
  reasonBody,
  returnBody,
  reviewBody,
  scheduleBody,
  versionBody,
  writeBody,
} from "./bodies.ts";
import { type InjectsData, injectsAt } from "./data.ts";
import { frozenStages, guardMoves, guardVersion, moved, type Rule } from "./moving.ts";
import { beforeRelease } from "./rows.ts";
import { withoutRows, withRows } from "./writing.ts";

/** Rows are written in the play too: an inject made on the day is reviewed like any other. */
const writing = ["drafting", "running", "stopped"] as const;
const own = (...from: Rule["from"]): Rule => ({ from, whose: "own" });
const reviewed: Rule = { from: ["drafted"], whose: "other" };

export const realTime = (text: string): number | undefined => (isInstantText(text) ? epochMs(text) : undefined);

const toReview = (data: InjectsData, side: string): boolean =>
  injectsAt(data, (one) => one.stage === "drafted" && one.by !== side).length > 0;

const open = step<InjectsData, typeof openBody>({
  from: "opening",
  to: "drafting",
  by: "keeper",
  body: openBody,
  effect: ({ data, side, digest }, body) => ({ ...data, ...body, keeper: side, version: digest({ opened: body }) }),
});

const write = step<InjectsData, typeof writeBody>({
  from: writing,
  to: "same",
  by: "either",
  body: writeBody,
  prevailsOver: ["freeze", "close"],
  waits: (data, side) => data.keeper === side && Object.keys(data.injects).length === 0,
  guard(context, written) {
    const after = withRows(context, written);
    return isRefusal(after) ? after : undefined;
  },
  effect(context, written) {
    const after = withRows(context, written);
    return isRefusal(after) ? context.data : after;
  },
});

const drop = step<InjectsData, typeof dropBody>({
  from: writing,
  to: "same",
  by: "either",
  expected: false,
  body: dropBody,
  prevailsOver: ["freeze", "close"],
  guard(context, { rows }) {
    const after = withoutRows(context, rows);
    return isRefusal(after) ? after : undefined;
  },
  effect(context, { rows }) {
    const after = withoutRows(context, rows);
    return isRefusal(after) ? context.data : after;
  },
});

const review = step<InjectsData, typeof reviewBody>({
  from: writing,
  to: "same",
  by: "either",
  body: reviewBody,
  waits: toReview,
  guard: (context, { injects }) => guardMoves(context, { injects, rule: reviewed }),
  effect: (context, { injects }) =>
    moved(context, {
      injects,
      change: ({ returned: _, ...found }) => ({ ...found, stage: "reviewed", reviewed: found.digest }),
    }),
});

const returnInjects = step<InjectsData, typeof returnBody>({
  from: writing,
  to: "same",
  by: "either",
  expected: false,
  body: returnBody,
  prevailsOver: ["approve"],
  guard: (context, { injects }) =>
    guardMoves(context, { injects, rule: { from: ["drafted", "reviewed"], whose: "other" } }),
  effect: (context, { injects, reasons }) =>
    moved(context, {
      injects,
      change: ({ reviewed: _, ...found }) => ({ ...found, stage: "drafted", returned: reasons }),
    }),
});

const approve = step<InjectsData, typeof injectsBody>({
  from: writing,
  to: "same",
  by: "either",
  body: injectsBody,
  waits: (data, side) => injectsAt(data, (one) => one.stage === "reviewed" && one.by === side).length > 0,
  guard: (context, { injects }) => guardMoves(context, { injects, rule: own("reviewed") }),
  effect: (context, { injects }) => moved(context, { injects, change: (found) => ({ ...found, stage: "approved" }) }),
});

const schedule = step<InjectsData, typeof scheduleBody>({
  from: writing,
  to: "same",
  by: "either",
  body: scheduleBody,
  waits: (data, side) => injectsAt(data, (one) => one.stage === "approved" && one.by === side).length > 0,
  guard: (context, { injects }) => guardMoves(context, { injects, rule: own("approved", "scheduled", "held") }),
  effect: (context, { injects }) =>
    moved(context, {
      injects,
      change: ({ reason: _, ...found }, { real }) => ({ ...found, stage: "scheduled", real: realTime(real) }),
    }),
});

const skip = step<InjectsData, typeof putOffBody>({
  from: writing,
  to: "same",
  by: "either",
  expected: false,
  body: putOffBody,
  guard: (context, { injects }) => guardMoves(context, { injects, rule: own(...beforeRelease) }),
  effect: (context, { injects, reason }) =>
    moved(context, { injects, change: (found) => ({ ...found, stage: "skipped", reason }) }),
});

const freeze = step<InjectsData, typeof versionBody>({
  from: ["drafting"],
  to: "frozen",
  by: "both",
  grave: true,
  body: versionBody,
  waits: (data) => {
    const rows = Object.values(data.injects);
    return rows.length > 0 && rows.every(({ stage }) => frozenStages.includes(stage));
  },
  guard: (context, { version }) => guardVersion(context, { version, ready: frozenStages }),
  effect: ({ data }, { version }) => ({ ...data, frozen: version }),
});

const thaw = step<InjectsData, typeof reasonBody>({
  from: ["frozen"],
  to: "drafting",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: ["begin"],
});

const withdraw = step<InjectsData, typeof reasonBody>({
  from: ["drafting", "frozen"],
  to: "withdrawn",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: ["write", "drop", "review", "return", "approve", "schedule", "skip", "freeze", "thaw", "begin"],
});

export const listSteps: Readonly<Record<string, Step<InjectsData>>> = {
  open,
  write,
  drop,
  review,
  return: returnInjects,
  approve,
  schedule,
  skip,
  freeze,
  thaw,
  withdraw,
};
