// A body for every step of an incident that fits the data at hand; what happened is invented.

import { controlExamples, type ExampleBodies, exampleChannelId, exampleDocument } from "../channel-examples.ts";
import type { IncidentData } from "./incident.ts";

const seconds = (time: number): string => new Date(time).toISOString().replace(/\.\d{3}Z$/, "Z");

export const examples: ExampleBodies<IncidentData> = {
  ...controlExamples,
  suspect: (context) => ({
    channel: exampleChannelId(context),
    reference: "INC-1 (example)",
    kind: "loss",
    discoveredAt: seconds(context.time),
    documents: [context.digest({ received: 1 })],
  }),
  notify: () => ({
    summary: "A printed copy of the example report is missing since this morning.",
    contact: { office: "Security office", function: "security-officer" },
  }),
  acknowledge: () => ({ reference: "IN-77", instructions: "Search the example archive too." }),
  reportPreliminary: (context) => ({ report: exampleDocument(context, "preliminary report"), contained: true }),
  conclude: () => ({ outcome: "notCompromised", cause: "The copy had been filed under another number." }),
  takeMeasures: (context) => ({
    measures: ["Copies are numbered from today."],
    document: exampleDocument(context, "measures"),
  }),
  close: ({ data }) => ({ outcome: data.outcome ?? "undetermined" }),
};
