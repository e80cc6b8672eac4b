// A body for every step of a dispatch that fits the data at hand. Subjects and references are invented.

import { controlExamples, type ExampleBodies, exampleChannelId, exampleDocument } from "../channel-examples.ts";
import type { DispatchData } from "./data.ts";

export const examples: ExampleBodies<DispatchData> = {
  ...controlExamples,
  send: (context) => ({
    channel: exampleChannelId(context),
    reference: "R-7 (example)",
    subject: "State of the example equipment",
    kind: "report",
    handling: ["For the example directorate only"],
    text: exampleDocument(context, "text"),
    attachments: [exampleDocument(context, "annex")],
  }),
  receipt: () => ({ reference: "IN-12" }),
  giveFeedback: () => ({ usefulness: "some", timeliness: "inTime", rating: { reliability: "B", credibility: "2" } }),
  correct: (context) => ({
    replaces: [
      (
        context.data.documents.find(
          (one) => one.by === context.side && one.supersededBy === undefined && !one.destroyedAt,
        ) ?? context.data.documents[0]
      )?.digest ?? context.digest("no document"),
    ],
    reason: "Two figures were exchanged.",
    text: exampleDocument(context, "correction"),
  }),
  close: () => ({}),
};
