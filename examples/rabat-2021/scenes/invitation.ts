// Morocco invites, Israel accepts the day and gives its delegation by function. Named is only the holder of public
// office whom the article names.

import { facts, signatoryOf } from "../data.ts";
import { posts } from "../posts.ts";
import type { ActStep, Scene } from "../step.ts";
import { documentDigest } from "./instrument.ts";

const programme = { kind: "act", procedure: "programme/1", articles: ["6"] } as const;
const later = { ...programme, dossier: "programme" } as const;
const { date, zone } = facts.visit;
const dates = { from: date, until: date, zone };

const invite: ActStep = {
  ...programme,
  key: "programme",
  step: "invite",
  side: "MA",
  by: posts.headOfProtocol.MA,
  at: "2021-11-01T09:00:00Z",
  say: `invites the Israeli minister of Defence for ${date}`,
  body: () => ({
    titles: {
      fr: "Visite du ministre israélien de la Défense",
      ar: "زيارة وزير الدفاع الإسرائيلي",
      he: "ביקור שר הביטחון הישראלי",
      en: "Visit of the Israeli minister of Defence",
    },
    reference: "INV-2021-11 (demonstration)",
    visitor: signatoryOf("IL").function.fr ?? "",
    host: signatoryOf("MA").function.fr ?? "",
    dates,
  }),
};

const accept: ActStep = {
  ...later,
  key: "programme.accept",
  step: "accept",
  side: "IL",
  by: posts.headOfProtocol.IL,
  at: "2021-11-01T13:00:00Z",
  say: "accepts in principle",
  body: () => ({ reference: "ACC-2021-11 (demonstration)" }),
};

const acceptDates: ActStep = {
  ...later,
  key: "programme.dates",
  step: "acceptDates",
  side: "IL",
  by: posts.headOfProtocol.IL,
  at: "2021-11-01T13:05:00Z",
  say: "accepts the day",
  body: () => dates,
};

const delegation: ActStep = {
  ...later,
  key: "programme.delegation",
  step: "tableDelegation",
  side: "IL",
  by: posts.protocolOfficer.IL,
  at: "2021-11-02T08:00:00Z",
  say: "gives the delegation in protocol order, one of four by name: the holder of public office",
  body: () => ({
    members: [
      { function: signatoryOf("IL").function, name: signatoryOf("IL").name, publicOffice: true },
      { function: { fr: "Conseiller militaire (démonstration)", en: "Military adviser (demonstration)" } },
      { function: { fr: "Officier de sécurité (démonstration)", en: "Security officer (demonstration)" } },
      { function: { fr: "Interprète (démonstration)", en: "Interpreter (demonstration)" } },
    ],
  }),
};

const deliver = (item: "photos" | "diet", at: string): ActStep => ({
  ...later,
  key: `programme.${item}`,
  step: "deliver",
  side: "IL",
  by: posts.protocolOfficer.IL,
  at,
  say: `hands in what is sealed: ${item}, by digest`,
  body: () => ({ item, details: documentDigest(item), count: 4 }),
});

export const invitation: Scene = {
  title: "The invitation and the delegation",
  steps: [
    invite,
    accept,
    acceptDates,
    delegation,
    deliver("photos", "2021-11-02T08:10:00Z"),
    deliver("diet", "2021-11-02T08:15:00Z"),
  ],
};
