// The requesting side's steps: released and sent, clarified, received, assessed, reopened once, evaluated, closed; or
// cancelled.

import { type Step, step } from "../declaration.ts";
import { refuseAnswering, refuseSending, withSent } from "../dossier-documents.ts";
import {
  assessBody,
  cancelBody,
  clarifyBody,
  closeBody,
  feedbackBody,
  receiptBody,
  releaseBody,
  reopenBody,
  transmitBody,
} from "./bodies.ts";
import type { RequestContext, RequestData } from "./data.ts";
import { msOf, refuseHighest, refuseOtherAnswer, refusePast, refuseReopened, refuseUnreasoned } from "./guards.ts";
import { unanswered } from "./states.ts";

const assessed = ["satisfied", "partlySatisfied", "notSatisfied"] as const;
const stateAfter = { satisfied: "satisfied", partly: "partlySatisfied", notSatisfied: "notSatisfied" } as const;

export const requestingSteps = {
  /** The side's own manager of requests lets it out: the first that the other side learns of it. */
  release: step<RequestData, typeof releaseBody>({
    from: "opening",
    to: "released",
    by: "requesting",
    body: releaseBody,
    guard: (context, { channel, ltiov, highestLevel }) =>
      refuseSending({ ...context, data: { ...context.data, channel } }) ??
      refusePast(context, { what: "latest time of value", instant: ltiov }) ??
      refuseHighest(context, { channel, level: highestLevel }),
    effect: (context, { channel, question: _, attachments: __, ...asked }) => ({
      ...context.data,
      channel,
      asked,
      ltiov: msOf(asked.ltiov),
      documents: withSent(context),
    }),
  }),
  transmit: step<RequestData, typeof transmitBody>({
    from: ["released"],
    to: "transmitted",
    by: "requesting",
    body: transmitBody,
    guard: refuseSending,
  }),
  clarify: step<RequestData, typeof clarifyBody>({
    from: ["clarification"],
    to: ["acknowledged", "accepted"],
    by: "requesting",
    body: clarifyBody,
    guard: refuseSending,
    effect: (context) => ({ ...context.data, documents: withSent(context) }),
    leads: ({ clarifying }) => clarifying ?? "acknowledged",
  }),
  receive: step<RequestData, typeof receiptBody>({
    from: ["answered", "noHoldings"],
    to: "received",
    by: "requesting",
    body: receiptBody,
    guard: (context, { answer }) => refuseAnswering(context) ?? refuseOtherAnswer(context, answer),
  }),
  assess: step<RequestData, typeof assessBody>({
    from: ["received"],
    to: assessed,
    by: "requesting",
    body: assessBody,
    guard: (context, body) => refuseAnswering(context) ?? refuseUnreasoned(body),
    effect: ({ data }, assessment) => ({ ...data, assessment }),
    leads: (_, { satisfaction }) => stateAfter[satisfaction],
  }),
  /** Once, with a new latest time of value: the receiving side takes it up where it had accepted it. */
  reopen: step<RequestData, typeof reopenBody>({
    from: ["notSatisfied"],
    to: "staffing",
    by: "requesting",
    expected: false,
    body: reopenBody,
    guard: (context, { ltiov }) =>
      refuseSending(context) ??
      refuseReopened(context) ??
      refusePast(context, { what: "latest time of value", instant: ltiov }),
    effect: (context, { ltiov }) => {
      // What was promised was for the first answer.
      const { promised: _, assessment: __, ...data } = context.data;
      return { ...data, documents: withSent(context), ltiov: msOf(ltiov), reopened: true };
    },
  }),
  giveFeedback: step<RequestData, typeof feedbackBody>({
    from: assessed,
    to: "feedbackGiven",
    by: "requesting",
    body: feedbackBody,
    guard: refuseAnswering,
    effect: ({ data }, feedback) => ({ ...data, feedback }),
  }),
  close: step<RequestData, typeof closeBody>({
    from: ["feedbackGiven"],
    to: "closed",
    by: "requesting",
    body: closeBody,
    guard: refuseAnswering,
  }),
  cancel: step<RequestData, typeof cancelBody>({
    from: unanswered,
    to: "cancelled",
    by: "requesting",
    expected: false,
    body: cancelBody,
    prevailsOver: [
      "acknowledge",
      "askClarification",
      "accept",
      "changePromise",
      "staff",
      "interimReply",
      "reject",
      "redirect",
    ],
    guard: (context: RequestContext) => refuseAnswering(context),
  }),
} satisfies Readonly<Record<string, Step<RequestData>>>;
