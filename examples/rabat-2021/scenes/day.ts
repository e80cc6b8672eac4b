// The rest of the day at the brigade's gate, and the closing of the visit and of its programme. The hour of the visit
// is reported; what the gate logs is demonstration data.

import { posts } from "../posts.ts";
import type { ActStep, Scene } from "../step.ts";
import { shorterMinutes } from "./engagements.ts";
import { sites } from "./visit-request.ts";

const visit = { kind: "act", procedure: "visit/1", articles: ["6"], level: "restricted", dossier: "visit" } as const;
const programme = { kind: "act", procedure: "programme/1", articles: ["6"], dossier: "programme" } as const;

const gate = (direction: "in" | "out", at: string): ActStep => ({
  ...visit,
  key: `visit.gate.${direction}`,
  step: "logGate",
  side: "MA",
  by: posts.securityOfficer.MA,
  at,
  say: `logs at the brigade's gate: visitor 1 ${direction} (demonstration)`,
  body: () => ({ site: sites.brigade, visitor: 1, direction, at }),
});

const thanks: ActStep = {
  ...programme,
  key: "programme.thanks",
  step: "record",
  side: "IL",
  by: posts.headOfProtocol.IL,
  at: "2021-11-25T09:00:00Z",
  say: "records its thanks (demonstration)",
  body: () => ({
    kind: "thanks",
    text: { fr: "Remerciements pour l'accueil (démonstration)", en: "With thanks for the reception (demonstration)" },
  }),
};

const closeProgramme: ActStep = {
  ...programme,
  key: "programme.close",
  step: "close",
  side: "MA",
  by: posts.headOfProtocol.MA,
  at: "2021-11-26T09:00:00Z",
  say: "closes the programme",
  body: () => ({}),
};

const closeVisit: ActStep = {
  ...visit,
  key: "visit.close",
  step: "close",
  side: "MA",
  by: posts.securityAuthority.MA,
  at: "2021-11-26T09:10:00Z",
  say: "closes the visit as held",
  body: () => ({ outcome: "held", note: "Demonstration." }),
};

export const day: Scene = {
  title: "The visit to Salé, and the closing",
  steps: [
    gate("in", "2021-11-24T17:00:00Z"),
    gate("out", `2021-11-24T17:${shorterMinutes}:00Z`),
    thanks,
    closeProgramme,
    closeVisit,
  ],
};
