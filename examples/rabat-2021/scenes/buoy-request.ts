// A request of Israel, answered at once. The subject is harmless and demonstration data: buoys that drift.

import type { Scene, Step } from "../step.ts";
import { contacts, fourEyes, letter, opens, restricted, type Sent, through } from "./correspondence.ts";

const act = through("request/1");
const step = (sent: Omit<Sent, "dossier">) => act({ ...sent, dossier: "buoys" });

const release = act(
  fourEyes({
    key: "buoys",
    step: "release",
    side: "IL",
    level: restricted,
    at: "2022-03-21T08:00:00Z",
    say: "asks how drifting navigation buoys are marked (demonstration)",
    documents: { question: letter("question-buoys.txt", ["Which marks do recovered navigation buoys of 2021 bear?"]) },
    body: (reading) => ({
      channel: reading.id("channel"),
      reference: "RFI-IL-2022-004 (demonstration)",
      subject: "Marks of drifting navigation buoys (demonstration)",
      justification: "Notices to mariners (demonstration)",
      priority: "priority",
      ltiov: "2022-04-15T12:00:00Z",
      format: "A short text",
      languages: ["en", "fr"],
      highestLevel: restricted,
      releasableTo: ["IL"],
      restrictions: [],
      priorSources: "Published notices to mariners (demonstration)",
      contact: contacts.IL,
    }),
  }),
);

const answer = step(
  fourEyes({
    key: "buoys.final",
    step: "finalReply",
    side: "MA",
    level: restricted,
    at: "2022-03-23T09:00:00Z",
    say: "answers",
    documents: { answer: letter("reponse-bouees.txt", ["Deux bouées récupérées en 2021 : marques A-12 et A-15."]) },
    body: () => ({ summary: "Two buoys" }),
  }),
);

const between: readonly Step[] = [
  step({
    key: "buoys.transmit",
    step: "transmit",
    side: "IL",
    at: "2022-03-21T08:30:00Z",
    say: "sends it",
    body: () => ({}),
  }),
  opens({ sent: release, path: "question", at: "2022-03-21T10:00:00Z", what: "the question" }),
  step({
    key: "buoys.acknowledge",
    step: "acknowledge",
    side: "MA",
    at: "2022-03-21T10:15:00Z",
    say: "acknowledges it",
    body: () => ({ reference: "E-2022-31 (demonstration)" }),
  }),
  step({
    key: "buoys.accept",
    step: "accept",
    side: "MA",
    at: "2022-03-22T09:00:00Z",
    say: "accepts it",
    body: () => ({ promised: "2022-03-25T16:00:00Z", production: false }),
  }),
];

const closing: readonly Step[] = [
  step({
    key: "buoys.receive",
    step: "receive",
    side: "IL",
    at: "2022-03-24T08:00:00Z",
    say: "confirms the receipt of the answer",
    body: async (reading) => ({ answer: await reading.document({ act: "buoys.final", path: "answer" }) }),
  }),
  step({
    key: "buoys.assess",
    step: "assess",
    side: "IL",
    at: "2022-03-24T08:10:00Z",
    say: "is satisfied in part, and says why",
    body: () => ({ satisfaction: "partly", reason: "The marks of 2020 were not asked for, and would have helped." }),
  }),
  step({
    key: "buoys.feedback",
    step: "giveFeedback",
    side: "IL",
    at: "2022-03-24T08:20:00Z",
    say: "says how useful it was",
    body: () => ({ usefulness: "some", timeliness: "inTime" }),
  }),
  step({
    key: "buoys.close",
    step: "close",
    side: "IL",
    at: "2022-03-24T08:30:00Z",
    say: "closes the request",
    body: () => ({}),
  }),
];

export const buoyRequest: Scene = {
  title: "A request of Israel, and its answer",
  steps: [
    release,
    ...between,
    answer,
    opens({ sent: answer, path: "answer", at: "2022-03-23T10:00:00Z", what: "the answer" }),
    ...closing,
  ],
};
