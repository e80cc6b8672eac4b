// Writing the programme: the visitor's delegation, the host's versions, the visitor's requests, and the advance visit.

import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import {
  advanceVisitBody,
  answerAdvanceBody,
  changeBody,
  type Delegation,
  declineRequestBody,
  delegationBody,
  deliverBody,
  programmeBody,
  requestBody,
} from "./bodies.ts";
import { applyChanges, type Change } from "./changes.ts";
import type { ChangeRequest, ProgrammeData } from "./data.ts";
import { guardBase, guardEngagements, guardNames, type ProgrammeContext } from "./guards.ts";
import { writingStates } from "./states.ts";
import { withChanges, withVersion } from "./versions.ts";

const delegation = {
  by: "visitor",
  body: delegationBody,
  guard: (_context: ProgrammeContext, body: Delegation) => guardNames(body),
  effect: ({ data, act }: ProgrammeContext, { members }: Delegation): ProgrammeData => ({
    ...data,
    delegation: { members, version: (data.delegation?.version ?? 0) + 1, at: Date.parse(act.at.instant) },
  }),
} as const;

const tableDelegation = step<ProgrammeData, typeof delegationBody>({
  ...delegation,
  from: ["awaitingDelegation"],
  to: "preparing",
});

const reviseDelegation = step<ProgrammeData, typeof delegationBody>({
  ...delegation,
  from: ["preparing", "submitted", "agreed", "frozen"],
  to: "same",
  expected: false,
});

const deliver = step<ProgrammeData, typeof deliverBody>({
  from: [...writingStates, "frozen"],
  to: "same",
  by: "visitor",
  expected: false,
  body: deliverBody,
  effect: ({ data }, { item, details, count }) => ({
    ...data,
    delivered: { ...data.delivered, [item]: { details, count } },
  }),
});

/** A new version takes the programme back to where it is written; what was agreed about the one before falls. */
const rewriting = {
  from: writingStates,
  to: ["awaitingDelegation", "preparing"],
  by: "host",
  expected: false,
  prevailsOver: ["agreeProgramme", "freeze"],
  leads: (data: ProgrammeData) => (data.delegation ? "preparing" : "awaitingDelegation"),
} as const;

const tableProgramme = step<ProgrammeData, typeof programmeBody>({
  ...rewriting,
  body: programmeBody,
  guard: (context, { engagements }) => guardEngagements(context, engagements),
  effect: (context, { engagements }) => withVersion(context, engagements),
});

const changeEngagement = step<ProgrammeData, typeof changeBody>({
  ...rewriting,
  body: changeBody,
  guard: (context, { base, changes, answers }) =>
    guardBase(context.data, base) ?? guardChanges(context, changes) ?? guardRequests(context.data, answers ?? []),
  effect(context, { changes, answers }) {
    const data = withChanges(context, changes);
    return { ...data, requests: answered(data.requests, { numbers: answers ?? [], answer: "taken" }) };
  },
});

const requestChange = step<ProgrammeData, typeof requestBody>({
  from: writingStates,
  to: "same",
  by: "visitor",
  expected: false,
  body: requestBody,
  guard: (context, { base, changes }) => guardBase(context.data, base) ?? guardChanges(context, changes),
  effect: ({ data }, request) => ({
    ...data,
    requests: [...data.requests, { ...request, number: data.requests.length + 1, answer: undefined }],
  }),
});

const declineRequest = step<ProgrammeData, typeof declineRequestBody>({
  from: writingStates,
  to: "same",
  by: "host",
  expected: false,
  body: declineRequestBody,
  guard: ({ data }, { request }) => guardRequests(data, [request]),
  effect: ({ data }, { request }) => ({
    ...data,
    requests: answered(data.requests, { numbers: [request], answer: "declined" }),
  }),
});

const proposeAdvanceVisit = step<ProgrammeData, typeof advanceVisitBody>({
  from: writingStates,
  to: "same",
  by: "either",
  expected: false,
  body: advanceVisitBody,
  guard(_context, { from, until }) {
    if (from <= until) return undefined;
    return refuse("procedures.programmeDates", { from, until, longest: 60 });
  },
  effect: ({ data, side }, visit) => ({ ...data, advanceVisit: { ...visit, by: side, accepted: undefined } }),
});

const answerAdvanceVisit = step<ProgrammeData, typeof answerAdvanceBody>({
  from: writingStates,
  to: "same",
  by: "either",
  expected: false,
  body: answerAdvanceBody,
  guard({ data, side }) {
    const { advanceVisit } = data;
    if (advanceVisit && advanceVisit.accepted === undefined && advanceVisit.by !== side) return undefined;
    return refuse("procedures.programmeNoAdvanceVisit", {});
  },
  effect: ({ data }, { accepted }) => ({
    ...data,
    advanceVisit: data.advanceVisit && { ...data.advanceVisit, accepted },
  }),
});

export function guardChanges(context: ProgrammeContext, changes: readonly Change[]): Refusal | undefined {
  const engagements = applyChanges(context.data.engagements, changes);
  return isRefusal(engagements) ? engagements : guardEngagements(context, engagements);
}

function guardRequests(data: ProgrammeData, numbers: readonly number[]): Refusal | undefined {
  const open = data.requests.filter((one) => one.answer === undefined).map((one) => one.number);
  const gone = numbers.filter((number) => !open.includes(number));
  if (gone.length === 0) return undefined;
  return refuse("procedures.programmeNoRequest", {
    got: gone.map(String),
    open: open.length > 0 ? open.map(String) : "none",
  });
}

function answered(
  requests: readonly ChangeRequest[],
  given: { numbers: readonly number[]; answer: "taken" | "declined" },
): readonly ChangeRequest[] {
  return requests.map((one) => (given.numbers.includes(one.number) ? { ...one, answer: given.answer } : one));
}

export const writingSteps: Readonly<Record<string, Step<ProgrammeData>>> = {
  tableDelegation,
  reviseDelegation,
  deliver,
  tableProgramme,
  changeEngagement,
  requestChange,
  declineRequest,
  proposeAdvanceVisit,
  answerAdvanceVisit,
};
