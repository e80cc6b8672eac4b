// A body for every step of a request that fits the data at hand. Subjects and references are invented.

import type { JsonObject } from "../../acts/index.ts";
import { controlExamples, type ExampleBodies, exampleChannelId, exampleDocument } from "../channel-examples.ts";
import type { RequestData } from "./data.ts";

const hour = 3_600_000;
const after = (time: number, hours: number): string =>
  new Date(time + hours * hour).toISOString().replace(/\.\d{3}Z$/, "Z");

const lastAnswer = ({ answers }: RequestData): JsonObject => {
  const document = answers.at(-1)?.document;
  return document === undefined ? {} : { answer: document };
};

export const examples: ExampleBodies<RequestData> = {
  ...controlExamples,
  release: (context) => ({
    channel: exampleChannelId(context),
    reference: "RFI-3 (example)",
    subject: "State of the example bridge",
    question: exampleDocument(context, "question"),
    justification: "The example exercise crosses it in May.",
    priority: "routine",
    ltiov: after(context.time, 24 * 30),
    format: "A page of text",
    languages: ["fr", "en"],
    highestLevel: context.terms.labels.levels[0]?.code ?? "open",
    releasableTo: [...context.terms.parties].sort(),
    restrictions: ["For the example exercise only"],
    priorSources: "The example map service and our own holdings",
    contact: { office: "Room 12", function: "liaison-officer" },
  }),
  transmit: () => ({}),
  acknowledge: () => ({ reference: "IN-31" }),
  reject: () => ({ reasons: [{ code: "outOfScope", note: "Bridges are another ministry's" }] }),
  redirect: ({ terms, side }) => ({
    to: [...terms.services(side).keys()].at(-1) ?? "another-service",
    reason: "It answers for bridges.",
  }),
  askClarification: () => ({ points: "Which of the two bridges?" }),
  clarify: (context) => ({ answer: "The eastern one.", document: exampleDocument(context, "clarification") }),
  accept: ({ time }) => ({ promised: after(time, 24 * 20), production: false }),
  changePromise: ({ time }) => ({ promised: after(time, 24 * 25), reason: "The survey is late." }),
  staff: () => ({ office: "Example survey office" }),
  interimReply: (context) => ({ answer: exampleDocument(context, "interim") }),
  finalReply: (context) => ({ summary: "Reply to RFI-3", answer: exampleDocument(context, "final") }),
  noHoldings: () => ({ searched: "The survey's archive" }),
  receive: ({ data }) => lastAnswer(data),
  assess: ({ data }) =>
    data.reopened ? { satisfaction: "satisfied" } : { satisfaction: "notSatisfied", reason: "The load is missing." },
  reopen: ({ time }) => ({ reason: "The load is missing.", ltiov: after(time, 24 * 10) }),
  giveFeedback: () => ({ usefulness: "high", timeliness: "inTime" }),
  close: () => ({}),
  cancel: () => ({ reason: "The exercise was moved." }),
};

/** Other bodies of the same steps: a side that is satisfied, and one that is in part. */
export const otherExamples: readonly ExampleBodies<RequestData>[] = [
  { assess: () => ({ satisfaction: "partly", reason: "One figure is missing." }) },
  { assess: () => ({ satisfaction: "satisfied" }) },
];
