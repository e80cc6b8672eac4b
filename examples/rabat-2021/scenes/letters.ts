// A short exchange of letters on visits, in force on its signature: what the visit of the day is prepared under, since
// the accord itself is signed on that very day. No source reports such letters; they are written for the demonstration.

import type { Language, Party } from "../data.ts";
import { posts } from "../posts.ts";
import { agreedText, frozenDigests } from "../readings.ts";
import { type ActStep, both, type Scene } from "../step.ts";
import { articlesOf, tabled } from "../texts.ts";
import { documentDigest, ordered, twoOriginals } from "./instrument.ts";

const instrument = { procedure: "accord/1", dossier: "letters" } as const;
const place = { fr: "Échange de lettres (démonstration)", en: "Exchange of letters (demonstration)" };
const occasion = { place, at: "2021-10-07T10:00:00Z", zone: "Africa/Casablanca" };

const head = {
  function: "plenipotentiary",
  names: { fr: "Chef de la délégation (démonstration)", en: "Head of delegation (demonstration)" },
};
const heads = { MA: head, IL: head };

const propose: ActStep = {
  kind: "act",
  key: "letters",
  side: "MA",
  by: posts.treatyOfficer.MA,
  procedure: "accord/1",
  step: "propose",
  at: "2021-09-30T09:00:00Z",
  say: "proposes an exchange of letters on visits (demonstration)",
  body: (reading) => reading.texts.letters.propose,
};

const table = (language: Language, given: { side: Party; at: string; annex?: true }): ActStep => ({
  kind: "act",
  key: `letters.table.${language}`,
  ...instrument,
  step: "tableVersion",
  side: given.side,
  by: posts.treatyOfficer[given.side],
  at: given.at,
  say: `tables version 1 of the letters in the language ${language}${given.annex ? ", with the annex" : ""}`,
  body: (reading) => tabled(reading.texts, { instrument: "letters", language }),
});

const freeze = both(
  {
    key: "letters.freeze",
    ...instrument,
    step: "freezeText",
    by: posts.treatyOfficer,
    say: "freezes the letters, every language by its digest",
    body: (reading) => frozenDigests(reading, "letters"),
  },
  [
    ["MA", "2021-10-04T09:00:00Z"],
    ["IL", "2021-10-04T10:00:00Z"],
  ],
);

const initial = both(
  {
    key: "letters.initial",
    ...instrument,
    step: "initial",
    grave: true,
    by: posts.headOfDelegation,
    say: "initials the letters article by article",
    body: async (reading) => ({
      text: (await agreedText(reading, "letters")).digest,
      articles: articlesOf(reading.texts, "letters"),
      heads,
      place,
      date: "2021-10-05",
    }),
  },
  [
    ["MA", "2021-10-05T09:00:00Z"],
    ["IL", "2021-10-05T10:00:00Z"],
  ],
);

const powers = both(
  {
    key: "letters.powers",
    ...instrument,
    step: "issueFullPowers",
    grave: true,
    by: posts.treatyOfficer,
    say: "issues full powers for the letters",
    body: () => ({
      basis: "fullPowers",
      signatory: head,
      reference: "FP-LETTERS (demonstration)",
      issuedBy: "Government (demonstration)",
      date: "2021-10-05",
    }),
  },
  [
    ["MA", "2021-10-06T08:00:00Z"],
    ["IL", "2021-10-06T08:10:00Z"],
  ],
);

const original = (side: Party, at: string): ActStep => ({
  kind: "act",
  key: `letters.original.${side}`,
  ...instrument,
  step: "confirmOriginal",
  side,
  by: posts.treatyOfficer[side],
  at,
  say: "confirms its original, which names it first",
  body: async (reading) => ({
    text: (await agreedText(reading, "letters")).digest,
    document: documentDigest(`letters, original of ${side}`),
    ...ordered(side),
  }),
});

const arrange = both(
  {
    key: "letters.arrange",
    ...instrument,
    step: "arrangeSignature",
    by: posts.treatyOfficer,
    say: "arranges the signature of the letters",
    body: () => ({ ...occasion, marking: "unclassified" }),
  },
  [
    ["MA", "2021-10-06T10:00:00Z"],
    ["IL", "2021-10-06T11:00:00Z"],
  ],
);

const sign = both(
  {
    key: "letters.sign",
    ...instrument,
    step: "sign",
    grave: true,
    by: posts.plenipotentiary,
    say: "signs the letters: in force on signature",
    body: async (reading) => ({
      text: (await agreedText(reading, "letters")).digest,
      ...occasion,
      signatories: heads,
      originals: twoOriginals,
    }),
  },
  [
    ["MA", "2021-10-07T10:00:00Z"],
    ["IL", "2021-10-07T10:05:00Z"],
  ],
);

export const letters: Scene = {
  title: "Letters on visits, in force on signature (demonstration): what the visit can rest on before the accord",
  steps: [
    propose,
    table("ar", { side: "MA", at: "2021-09-30T09:10:00Z", annex: true }),
    table("fr", { side: "MA", at: "2021-09-30T09:20:00Z" }),
    table("he", { side: "IL", at: "2021-10-03T08:00:00Z" }),
    table("en", { side: "IL", at: "2021-10-03T08:10:00Z" }),
    ...freeze,
    ...initial,
    ...powers,
    original("MA", "2021-10-06T09:00:00Z"),
    original("IL", "2021-10-06T09:10:00Z"),
    ...arrange,
    ...sign,
  ],
};
