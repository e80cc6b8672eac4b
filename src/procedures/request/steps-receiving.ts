// The receiving side's steps: acknowledged, clarified, accepted with a promise, put to work, answered in part or whole,
// or not at all.

import { type Step, step } from "../declaration.ts";
import { refuseAnswering, refuseSending, withSent } from "../dossier-documents.ts";
import {
  acceptBody,
  acknowledgeBody,
  askClarificationBody,
  finalBody,
  interimBody,
  noHoldingsBody,
  promiseBody,
  redirectBody,
  rejectBody,
  staffBody,
} from "./bodies.ts";
import { type Answer, isLate, type RequestContext, type RequestData } from "./data.ts";
import { msOf, refusePast, refuseRedirection, refuseTooHigh } from "./guards.ts";
import { underWay } from "./states.ts";

const working = ["accepted", "staffing", "interim"] as const;

function answer(context: RequestContext, given: Pick<Answer, "kind" | "document">): RequestData {
  const one: Answer = { ...given, at: context.time, late: isLate(context) };
  return { ...context.data, documents: withSent(context), answers: [...context.data.answers, one] };
}

/** An answer is above neither the channel's cap nor what the requester said that it can take. */
const refuseAnswer = (context: RequestContext) => refuseSending(context) ?? refuseTooHigh(context);

export const receivingSteps = {
  acknowledge: step<RequestData, typeof acknowledgeBody>({
    from: ["transmitted", "expired"],
    to: ["acknowledged", "expired"],
    by: "receiving",
    body: acknowledgeBody,
    guard: refuseAnswering,
    effect: ({ data }, { reference }) => ({ ...data, reference }),
    leads: (_, __, context) => (isLate(context) ? "expired" : "acknowledged"),
    waits: ({ reference }) => reference === undefined,
  }),
  askClarification: step<RequestData, typeof askClarificationBody>({
    from: underWay,
    to: "clarification",
    by: "receiving",
    expected: false,
    body: askClarificationBody,
    guard: refuseAnswer,
    effect: (context) => ({
      ...context.data,
      documents: withSent(context),
      clarifying: context.data.promised === undefined ? "acknowledged" : "accepted",
    }),
  }),
  accept: step<RequestData, typeof acceptBody>({
    from: ["acknowledged"],
    to: "accepted",
    by: "receiving",
    body: acceptBody,
    guard: (context, { promised }) =>
      refuseAnswering(context) ?? refusePast(context, { what: "promised answer", instant: promised }),
    effect: ({ data }, { promised }) => ({ ...data, promised: msOf(promised) }),
  }),
  changePromise: step<RequestData, typeof promiseBody>({
    from: [...working, "expired"],
    to: "same",
    by: "receiving",
    expected: false,
    body: promiseBody,
    guard: (context, { promised }) =>
      refuseAnswering(context) ?? refusePast(context, { what: "promised answer", instant: promised }),
    effect: ({ data }, { promised }) => ({ ...data, promised: msOf(promised) }),
  }),
  staff: step<RequestData, typeof staffBody>({
    from: ["accepted", "interim"],
    to: "staffing",
    by: "receiving",
    expected: false,
    body: staffBody,
    guard: refuseAnswering,
  }),
  interimReply: step<RequestData, typeof interimBody>({
    from: working,
    to: "interim",
    by: "receiving",
    expected: false,
    body: interimBody,
    guard: refuseAnswer,
    effect: (context, body) => answer(context, { kind: "interim", document: body.answer.digest }),
  }),
  // An answer that has gone out is not made undone by a cancellation that crosses it.
  finalReply: step<RequestData, typeof finalBody>({
    from: [...working, "expired"],
    to: "answered",
    by: "receiving",
    body: finalBody,
    prevailsOver: ["cancel"],
    guard: refuseAnswer,
    effect: (context, body) => answer(context, { kind: "final", document: body.answer.digest }),
  }),
  noHoldings: step<RequestData, typeof noHoldingsBody>({
    from: [...working, "expired"],
    to: "noHoldings",
    by: "receiving",
    body: noHoldingsBody,
    prevailsOver: ["cancel"],
    guard: refuseAnswering,
    effect: (context) => answer(context, { kind: "noHoldings", document: undefined }),
  }),
  reject: step<RequestData, typeof rejectBody>({
    from: ["transmitted", "acknowledged", "expired"],
    to: "rejected",
    by: "receiving",
    expected: false,
    body: rejectBody,
    guard: refuseAnswering,
  }),
  redirect: step<RequestData, typeof redirectBody>({
    from: ["transmitted", "acknowledged", "expired"],
    to: "redirected",
    by: "receiving",
    expected: false,
    body: redirectBody,
    guard: (context, { to }) => refuseAnswering(context) ?? refuseRedirection(context, to),
  }),
} satisfies Readonly<Record<string, Step<RequestData>>>;
