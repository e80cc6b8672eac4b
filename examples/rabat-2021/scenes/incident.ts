// A suspected compromise, told to the originator at once: suspicion, notice, preliminary report, measures, findings,
// and a close by both. What happened is invented. At the end, what each side's own access log has.

import { type Party, parties, partyName } from "../data.ts";
import { posts } from "../posts.ts";
import { both, type Reading, type Scene, type Step } from "../step.ts";
import { contacts, letter, opens, restricted, type Sent, through } from "./correspondence.ts";

const act = through("incident/1");
const step = (sent: Omit<Sent, "dossier">) =>
  act({ by: posts.channelSecurity[sent.side], ...sent, dossier: "incident" });

const suspect = act({
  key: "incident",
  step: "suspect",
  side: "MA",
  by: posts.channelSecurity.MA,
  at: "2022-04-04T09:00:00Z",
  say: "suspects that a printed answer lay open overnight (demonstration)",
  body: async (reading) => ({
    channel: reading.id("channel"),
    reference: "INC-MA-2022-1 (demonstration)",
    kind: "access",
    discoveredAt: "2022-04-04T08:30:00Z",
    since: "2022-04-03T18:00:00Z",
    documents: [await reading.document({ act: "dust.final", path: "answer" })],
  }),
});

const notify = step({
  key: "incident.notify",
  step: "notify",
  side: "MA",
  at: "2022-04-04T09:20:00Z",
  say: "notifies the originator, due within two hours of the discovery",
  body: () => ({
    summary: "A printed answer was found in an open tray this morning (demonstration).",
    contact: { ...contacts.MA, function: "security-officer" },
  }),
});

const preliminary = step({
  key: "incident.preliminary",
  step: "reportPreliminary",
  side: "MA",
  level: restricted,
  at: "2022-04-05T09:00:00Z",
  say: "sends a preliminary report: contained",
  documents: {
    report: letter("rapport-preliminaire.txt", ["Bureau fermé à clé toute la nuit ; aucun accès constaté."]),
  },
  body: () => ({ contained: true }),
});

const found: readonly Step[] = [
  step({
    key: "incident.measures",
    step: "takeMeasures",
    side: "MA",
    at: "2022-04-06T09:00:00Z",
    say: "takes measures: printed copies are numbered and locked away",
    body: () => ({ measures: ["Printed copies are numbered and locked away (demonstration)."] }),
  }),
  step({
    key: "incident.conclude",
    step: "conclude",
    side: "MA",
    at: "2022-04-06T10:00:00Z",
    say: "concludes: nothing was compromised",
    body: () => ({ outcome: "notCompromised", cause: "The tray was forgotten in a locked room (demonstration)." }),
  }),
];

const close = both(
  {
    key: "incident.close",
    procedure: "incident/1",
    articles: ["2"],
    dossier: "incident",
    step: "close",
    by: posts.channelAuthority,
    say: "closes the incident as not compromised",
    body: () => ({ outcome: "notCompromised" }),
  },
  [
    ["MA", "2022-04-07T09:00:00Z"],
    ["IL", "2022-04-07T11:00:00Z"],
  ],
);

async function logLine(party: Party, reading: Reading): Promise<string> {
  const entries = await reading.accessLog();
  const refused = entries.filter((one) => !one.allowed).length;
  return `${partyName[party]}'s own access log: ${entries.length} decisions on documents, ${refused} of them refused.`;
}

const logs: Step = {
  kind: "tell",
  async lines(readings) {
    return [
      ...(await Promise.all(parties.map((party) => logLine(party, readings[party])))),
      "Neither side has the other's.",
    ];
  },
};

export const incident: Scene = {
  title: "A suspected compromise, reported and closed by both",
  steps: [
    suspect,
    notify,
    step({
      key: "incident.acknowledge",
      step: "acknowledge",
      side: "IL",
      at: "2022-04-04T10:00:00Z",
      say: "acknowledges the notice",
      body: () => ({ reference: "S-2022-3 (demonstration)" }),
    }),
    preliminary,
    opens({ sent: preliminary, path: "report", at: "2022-04-05T10:00:00Z", what: "the preliminary report" }),
    ...found,
    ...close,
    logs,
  ],
};
