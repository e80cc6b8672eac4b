// A body for every step of a release request that fits the data at hand. Subjects and parties are invented.

import { controlExamples, type ExampleBodies, exampleChannelId, exampleDocument } from "../channel-examples.ts";
import type { ReleaseData } from "./release.ts";

const seconds = (time: number): string => new Date(time).toISOString().replace(/\.\d{3}Z$/, "Z");

export const examples: ExampleBodies<ReleaseData> = {
  ...controlExamples,
  ask: (context) => ({
    channel: exampleChannelId(context),
    reference: "TP-1 (example)",
    subject: "State of the example equipment",
    dossier: "01890000-0000-7000-8000-000000000099",
    documents: [context.digest({ received: 1 }), context.digest({ received: 2 })],
    recipient: { party: "XX", body: "An example ministry" },
    purpose: "The example exercise has a third participant.",
  }),
  grant: ({ data, digest }) => ({
    documents: (data.asked?.documents ?? [digest({ received: 1 })]).slice(0, 1),
    conditions: ["For the example exercise only"],
  }),
  grantSanitised: (context) => ({ sanitised: exampleDocument(context, "sanitised"), conditions: [] }),
  deny: () => ({ reasons: [{ code: "recipient", note: "No security agreement with it" }] }),
  withdraw: () => ({ reason: "The third participant does not come." }),
  recordPassingOn: ({ data, time, digest }) => ({
    documents: data.granted.length > 0 ? [...data.granted] : [digest("nothing granted")],
    at: seconds(time),
    reference: "OUT-4",
  }),
};
