// The year itself: changes by exchange of letters, what became of each line, the dossiers that carry it out, and the
// report both adopt at its end.

import { isRefusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { answerBody, declineBody, letterBody, linkBody, reportBody, statusBody, unlinkBody } from "./bodies.ts";
import { withChanges } from "./changes.ts";
import { type Letter, type PlanData, withVersion } from "./data.ts";
import { guardLinks, guardReference, guardReport, guardStatus, letterFor, type PlanContext } from "./guards.ts";
import { withLinks, withoutLink } from "./links.ts";
import { linkStates } from "./states.ts";

const proposeChange = step<PlanData, typeof letterBody>({
  from: ["executing"],
  to: "same",
  by: "either",
  expected: false,
  body: letterBody,
  guard(context, { reference, changes }) {
    const refusal = guardReference(context, reference);
    if (refusal) return refusal;
    const after = withChanges(context, changes);
    return isRefusal(after) ? after : undefined;
  },
  effect({ data, side, time, digest }, { reference, changes, reason }) {
    const named = { by: side, reference, changes, reason };
    const letter: Letter = { ...named, digest: digest(named), at: time, answer: undefined };
    return { ...data, letters: [...data.letters, letter] };
  },
});

/** An answer is waited for from the side to which a letter was sent. */
const answering = {
  from: ["executing"],
  to: "same",
  by: "either",
  waits: (data: PlanData, side: string) => data.letters.some((one) => one.by !== side && one.answer === undefined),
} as const;

/** The letter as its author's: what it adds is a line of the side that proposed it. */
function asSender(context: PlanContext, letter: Letter): PlanContext {
  return { ...context, side: letter.by };
}

const acceptChange = step<PlanData, typeof answerBody>({
  ...answering,
  body: answerBody,
  guard(context, { letter }) {
    const found = letterFor(context, { letter, of: "other" });
    if (isRefusal(found)) return found;
    const after = withChanges(asSender(context, found), found.changes);
    return isRefusal(after) ? after : undefined;
  },
  effect(context, { letter }) {
    const found = letterFor(context, { letter, of: "other" });
    if (isRefusal(found)) return context.data;
    const lines = withChanges(asSender(context, found), found.changes);
    if (isRefusal(lines)) return context.data;
    return withVersion(answered(context.data, { letter, answer: "accepted" }), { ...context, lines });
  },
});

const declineChange = step<PlanData, typeof declineBody>({
  ...answering,
  body: declineBody,
  guard(context, { letter }) {
    const found = letterFor(context, { letter, of: "other" });
    return isRefusal(found) ? found : undefined;
  },
  effect: ({ data }, { letter }) => answered(data, { letter, answer: "declined" }),
});

/** An offer can be taken back until its acceptance was seen. */
const withdrawChange = step<PlanData, typeof answerBody>({
  from: ["executing"],
  to: "same",
  by: "either",
  expected: false,
  body: answerBody,
  prevailsOver: ["acceptChange", "declineChange"],
  guard(context, { letter }) {
    const found = letterFor(context, { letter, of: "own" });
    return isRefusal(found) ? found : undefined;
  },
  effect: ({ data }, { letter }) => answered(data, { letter, answer: "withdrawn" }),
});

function answered(data: PlanData, given: { letter: string; answer: NonNullable<Letter["answer"]> }): PlanData {
  const letters = data.letters.map((one) =>
    one.digest === given.letter && one.answer === undefined ? { ...one, answer: given.answer } : one,
  );
  return { ...data, letters };
}

/** What was told of the year is in the report, in whatever order the two arrive. */
const telling = { to: "same", by: "either", expected: false, prevailsOver: ["adoptReport"] } as const;

const reportStatus = step<PlanData, typeof statusBody>({
  ...telling,
  from: ["executing", "reporting"],
  body: statusBody,
  guard: (context, given) => guardStatus(context, given),
  effect: ({ data }, { line, status, note }) => ({
    ...data,
    lines: data.lines.map((one) => (one.line.id === line ? { ...one, status, note } : one)),
  }),
});

const link = step<PlanData, typeof linkBody>({
  ...telling,
  from: linkStates,
  body: linkBody,
  guard: (context, { links }) => guardLinks(context, links),
  effect: ({ data }, { links }) => ({ ...data, links: withLinks(data.links, links) }),
});

const unlink = step<PlanData, typeof unlinkBody>({
  ...telling,
  from: linkStates,
  body: unlinkBody,
  guard({ data }, { line, dossier }) {
    if (data.links[line]?.includes(dossier)) return undefined;
    return refuse("procedures.planNotLinked", { dossier, line });
  },
  effect: ({ data }, taken) => ({ ...data, links: withoutLink(data.links, taken) }),
});

const adoptReport = step<PlanData, typeof reportBody>({
  from: ["reporting"],
  to: "closed",
  by: "both",
  grave: true,
  body: reportBody,
  guard: (context, { lines }) => guardReport(context, lines),
  effect: ({ data, time }, { lines }) => ({ ...data, report: { lines, at: time } }),
});

export const yearSteps: Readonly<Record<string, Step<PlanData>>> = {
  proposeChange,
  acceptChange,
  declineChange,
  withdrawChange,
  reportStatus,
  link,
  unlink,
  adoptReport,
};
