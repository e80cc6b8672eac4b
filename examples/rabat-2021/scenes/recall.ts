// A recall: the originator takes the attachment back, the other side attests that it is destroyed, and its bytes leave
// both nodes. The register and its proofs stay whole.

import { posts } from "../posts.ts";
import type { DeniedOpening, Scene, Step } from "../step.ts";
import { type Sent, through } from "./correspondence.ts";
import { figures } from "./report.ts";

const dispatch = through("dispatch/1");
const step = (sent: Omit<Sent, "dossier">) => dispatch({ ...sent, dossier: "report" });

const take = step({
  key: "report.recall",
  step: "recall",
  side: "IL",
  by: posts.channelRelease.IL,
  at: "2022-03-31T08:00:00Z",
  say: "recalls the figures: they were those of another winter (demonstration)",
  body: async (reading) => ({
    documents: [await reading.document(figures)],
    reason: "The figures are those of another winter (demonstration).",
    instructions: "Destroy all copies and notes.",
  }),
});

const attest = step({
  key: "report.destroyed",
  step: "attestDestruction",
  grave: true,
  side: "MA",
  by: posts.channelSecurity.MA,
  at: "2022-03-31T10:00:00Z",
  say: "attests that they are destroyed, with every copy",
  body: async (reading) => ({
    documents: [await reading.document(figures)],
    statement: "The one printed copy was shredded; no notes were made (demonstration).",
    destroyedAt: "2022-03-31T09:45:00Z",
  }),
});

const gone: Step = {
  kind: "tell",
  async lines(readings) {
    await Promise.all([readings.MA.erased(figures), readings.IL.erased(figures)]);
    return ["The sealed bytes are erased at both nodes; both registers still say that they were."];
  },
};

const tooLate: DeniedOpening = {
  kind: "denied",
  side: "MA",
  by: posts.channelLiaison.MA,
  document: figures,
  at: "2022-03-31T11:00:00Z",
  say: "tries to open the figures once more",
  refusal: "node.documentErased",
  explain: () => [],
};

export const recall: Scene = {
  title: "A recall, and the destruction attested",
  steps: [take, attest, gone, tooLate],
};
