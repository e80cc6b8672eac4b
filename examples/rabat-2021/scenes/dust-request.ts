// A request of Morocco and its answers: four eyes on the way out, the question sealed, acknowledged within a day,
// accepted with a promise, an interim and a final reply with an attachment, received, assessed and closed. The subject
// is harmless and demonstration data: old weather.

import type { AttemptStep, Content, Scene, Step } from "../step.ts";
import { contacts, fourEyes, letter, opens, restricted, type Sent, through } from "./correspondence.ts";

const act = through("request/1");
const step = (sent: Omit<Sent, "dossier">) => act({ ...sent, dossier: "dust" });
/** The latest time at which an answer is of value. */
const ltiov = "2022-03-31T12:00:00Z";

const question = letter("question-poussiere.txt", [
  "Objet : tempêtes de poussière, archives de visibilité des stations côtières, hivers 2015 à 2021.",
  "Question : relevés horaires de visibilité inférieure à 1 000 m, par station.",
]);

/** Hourly readings that nobody took: long enough to lie in a file of its own on either node. */
const readingsTable: Content = {
  ...letter("readings-demonstration.csv", [
    "station,day,hour,visibility_m",
    ...Array.from({ length: 5_000 }, (_, i) => {
      const day = `2019-0${1 + (i % 9)}-${String(10 + (i % 19)).padStart(2, "0")}`;
      return `coast-${1 + (i % 7)},${day},${i % 24},${200 + ((i * 37) % 800)}`;
    }),
  ]),
  mediaType: "text/csv",
};

const asking: Omit<Sent, "key"> = {
  step: "release",
  side: "MA",
  level: restricted,
  at: "2022-03-09T09:00:00Z",
  say: "asks for old readings of visibility in dust storms (demonstration)",
  documents: { question },
  body: (reading) => ({
    channel: reading.id("channel"),
    reference: "RFI-MA-2022-001 (demonstration)",
    subject: "Archives de visibilité par tempête de poussière (démonstration)",
    justification: "Plans de vol des secours en mer (démonstration)",
    priority: "routine",
    ltiov,
    format: "A table of readings with a short text",
    languages: ["fr", "en"],
    highestLevel: restricted,
    releasableTo: ["MA"],
    restrictions: [],
    priorSources: "Own stations, 2015 to 2021 (demonstration)",
    contact: contacts.MA,
  }),
};

const alone: AttemptStep = {
  ...act({ ...asking, key: "dust.alone", say: "tries to let its own request out" }),
  kind: "attempt",
  refusal: "policy.denied",
  explain: () => [],
};

const release = act(fourEyes({ ...asking, key: "dust" }));

const transmit = step({
  key: "dust.transmit",
  step: "transmit",
  side: "MA",
  at: "2022-03-09T09:30:00Z",
  say: "sends it",
  body: () => ({}),
});

const acknowledge = step({
  key: "dust.acknowledge",
  step: "acknowledge",
  side: "IL",
  at: "2022-03-09T14:00:00Z",
  say: "acknowledges it, due within 24 hours",
  body: () => ({ reference: "IN-2022-17 (demonstration)" }),
});

const accept = step({
  key: "dust.accept",
  step: "accept",
  side: "IL",
  at: "2022-03-10T08:00:00Z",
  say: "accepts it and promises the answer for 24 March; of value until 31 March",
  body: () => ({ promised: "2022-03-24T10:00:00Z", production: false }),
});

const interim = step(
  fourEyes({
    key: "dust.interim",
    step: "interimReply",
    side: "IL",
    level: restricted,
    at: "2022-03-14T09:00:00Z",
    say: "answers in part",
    documents: { answer: letter("interim.txt", ["Two of seven stations found. The others follow by 24 March."]) },
    body: () => ({ summary: "Two of seven stations", following: "2022-03-24T10:00:00Z" }),
  }),
);

const final = step(
  fourEyes({
    key: "dust.final",
    step: "finalReply",
    side: "IL",
    level: restricted,
    at: "2022-03-16T09:00:00Z",
    say: "answers in full, with a table",
    documents: {
      answer: letter("answer.txt", ["All seven stations. The readings are in the table; all of them are invented."]),
      "attachments.0": readingsTable,
    },
    body: () => ({ summary: "Seven stations, with a table" }),
  }),
);

const closing: readonly Step[] = [
  step({
    key: "dust.receive",
    step: "receive",
    side: "MA",
    at: "2022-03-17T09:00:00Z",
    say: "confirms the receipt of the answer",
    body: async (reading) => ({ answer: await reading.document({ act: "dust.final", path: "answer" }) }),
  }),
  step({
    key: "dust.assess",
    step: "assess",
    side: "MA",
    at: "2022-03-17T09:10:00Z",
    say: "is satisfied",
    body: () => ({ satisfaction: "satisfied" }),
  }),
  step({
    key: "dust.feedback",
    step: "giveFeedback",
    side: "MA",
    at: "2022-03-17T09:20:00Z",
    say: "says how useful it was, and rates source and item by the admiralty scale",
    body: () => ({ usefulness: "high", timeliness: "inTime", rating: { reliability: "B", credibility: "2" } }),
  }),
  step({
    key: "dust.close",
    step: "close",
    side: "MA",
    at: "2022-03-17T09:30:00Z",
    say: "closes the request",
    body: () => ({}),
  }),
];

export const dustRequest: Scene = {
  title: "A request of Morocco, answered in part and then in full",
  steps: [
    alone,
    release,
    transmit,
    opens({ sent: release, path: "question", at: "2022-03-09T13:30:00Z", what: "the question" }),
    acknowledge,
    accept,
    interim,
    opens({ sent: interim, path: "answer", at: "2022-03-14T11:00:00Z", what: "the interim answer" }),
    final,
    opens({ sent: final, path: "answer", at: "2022-03-16T11:00:00Z", what: "the answer" }),
    opens({ sent: final, path: "attachments.0", at: "2022-03-16T11:05:00Z", what: "its table" }),
    ...closing,
  ],
};
