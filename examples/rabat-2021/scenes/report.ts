// A report of Israel with an attachment under its own policy of labels; who has nothing to do with it does not get it
// opened; the label is lowered by its originator, with four eyes; and a third party does not get it. The subject is
// harmless and demonstration data.

import { posts } from "../posts.ts";
import type { AttemptStep, DeniedOpening, Scene } from "../step.ts";
import { fourEyes, letter, opens, restricted, type Sent, through } from "./correspondence.ts";
import { ownPolicy } from "./levels.ts";

const dispatch = through("dispatch/1");
const step = (sent: Omit<Sent, "dossier">) => dispatch({ ...sent, dossier: "report" });
const release = through("release/1");

/** The attachment, as later steps name it. */
export const figures = { act: "report", path: "attachments.0" } as const;

const send = dispatch(
  fourEyes({
    key: "report",
    step: "send",
    side: "IL",
    level: restricted,
    at: "2022-03-28T08:00:00Z",
    say: "sends a report on sea temperatures with figures labelled by its own policy (demonstration)",
    documents: {
      text: letter("report.txt", ["Sea temperatures off the coast, winter 2021. Figures in the attachment; invented."]),
      "attachments.0": {
        ...letter("figures.txt", ["December 18.4, January 17.2, February 16.9 degrees."]),
        label: { policy: ownPolicy.IL, classification: "mugbal" },
      },
    },
    body: (reading) => ({
      channel: reading.id("channel"),
      reference: "REP-IL-2022-002 (demonstration)",
      subject: "Sea temperatures, winter 2021 (demonstration)",
      kind: "report",
      handling: ["For the two services only"],
    }),
  }),
);

const stranger: DeniedOpening = {
  kind: "denied",
  side: "MA",
  by: posts.treatyOfficer.MA,
  document: { act: "report", path: "text" },
  at: "2022-03-28T09:00:00Z",
  say: "tries to open the report",
  refusal: "policy.denied",
  explain: () => ["The attempt stands in Morocco's own access log."],
};

const receipt = step({
  key: "report.receipt",
  step: "receipt",
  side: "MA",
  at: "2022-03-28T10:00:00Z",
  say: "confirms the receipt",
  body: () => ({ reference: "E-2022-36 (demonstration)" }),
});

const lowering: Omit<Sent, "key" | "dossier"> = {
  step: "lower",
  side: "IL",
  at: "2022-03-29T08:00:00Z",
  say: "lowers the figures to unclassified, with a reason",
  body: async (reading) => ({
    documents: [await reading.document(figures)],
    label: { policy: ownPolicy.IL, classification: "balmas", releasableTo: ["IL", "MA"] },
    reason: "The same figures have been published since (demonstration).",
  }),
};

const alone: AttemptStep = {
  ...step({ ...lowering, key: "report.alone", say: "tries to lower its own figures alone" }),
  kind: "attempt",
  refusal: "policy.denied",
  explain: () => [],
};

const lower = step(fourEyes({ ...lowering, key: "report.lower" }));

export const report: Scene = {
  title: "A report with an attachment, and a label lowered by its originator",
  steps: [
    send,
    stranger,
    opens({ sent: send, path: "text", at: "2022-03-28T09:30:00Z", what: "the report" }),
    opens({
      sent: send,
      path: "attachments.0",
      at: "2022-03-28T09:35:00Z",
      what: 'its figures, "מוגבל" of Israel: restricted',
    }),
    receipt,
    alone,
    lower,
  ],
};

const ask = release({
  key: "thirdParty",
  step: "ask",
  side: "MA",
  level: restricted,
  at: "2022-03-30T09:00:00Z",
  say: "asks whether a third party may have the report",
  body: async (reading) => ({
    channel: reading.id("channel"),
    reference: "TP-MA-2022-1 (demonstration)",
    subject: "Sea temperatures, winter 2021 (demonstration)",
    dossier: reading.id("report"),
    documents: [await reading.document({ act: "report", path: "text" })],
    recipient: { party: "Third party (demonstration)", body: "A research institute (demonstration)" },
    purpose: "A joint publication (demonstration)",
  }),
});

const deny = release({
  key: "thirdParty.deny",
  step: "deny",
  dossier: "thirdParty",
  side: "IL",
  by: posts.channelRelease.IL,
  at: "2022-03-30T12:00:00Z",
  say: "denies it: there is no agreement with the recipient",
  body: () => ({ reasons: [{ code: "recipient", note: "No security agreement with it (demonstration)" }] }),
});

export const thirdParty: Scene = { title: "A third party, asked for and denied", steps: [ask, deny] };
