// The accord's text: tabled in four languages, a point raised and settled by a second version, frozen by both with the
// same digest for every language, and initialled article by article. All dates and wording are demonstration data.

import { facts, type Language, languages, type Party } from "../data.ts";
import { posts } from "../posts.ts";
import { agreedText, frozenDigests } from "../readings.ts";
import { type ActStep, both, type Scene, type Step } from "../step.ts";
import { articlesOf, secondVersion, tabled } from "../texts.ts";
import { signatories } from "./signatories.ts";

const instrument = { procedure: "accord/1", dossier: "accord" } as const;

const propose: ActStep = {
  kind: "act",
  key: "accord",
  side: "MA",
  by: posts.treatyOfficer.MA,
  procedure: "accord/1",
  step: "propose",
  at: "2021-10-11T09:00:00Z",
  say: `proposes the ${facts.accord.kind}, which will take the place of the letters`,
  body: (reading) => ({ ...reading.texts.accord.propose, supersedes: [reading.id("letters")] }),
};

const mandate: ActStep = {
  kind: "act",
  key: "accord.mandate",
  ...instrument,
  step: "recordMandate",
  side: "IL",
  by: posts.treatyOfficer.IL,
  at: "2021-10-11T12:00:00Z",
  say: "records the reference of its own mandate",
  body: () => ({ reference: "MANDATE-IL-2 (demonstration)", date: "2021-10-10" }),
};

interface Given {
  readonly side: Party;
  readonly at: string;
  readonly annex?: true;
}

const first = (language: Language, { side, at, annex }: Given): ActStep => ({
  kind: "act",
  key: `accord.table1.${language}`,
  ...instrument,
  step: "tableVersion",
  side,
  by: posts.treatyOfficer[side],
  at,
  say: `tables version 1 in the language ${language}${annex ? ", with the annex" : ""}`,
  body: (reading) => tabled(reading.texts, { instrument: "accord", language }),
});

const second = (language: Language, { side, at }: Given): ActStep => ({
  kind: "act",
  key: `accord.table2.${language}`,
  ...instrument,
  step: "tableVersion",
  side,
  by: posts.treatyOfficer[side],
  at,
  say: `tables version 2 in the language ${language}: article 12 anew`,
  body: () => ({ basis: "changes", version: 2, language, articles: secondVersion[language] }),
});

const raise: ActStep = {
  kind: "act",
  key: "accord.point",
  ...instrument,
  step: "raisePoint",
  side: "IL",
  by: posts.treatyOfficer.IL,
  at: "2021-10-13T08:00:00Z",
  say: "raises a point on article 12: who bears interpretation",
  body: () => ({
    point: "interpretation",
    article: "12",
    text: "The receiving side should not bear all interpretation. (Demonstration.)",
    proposal: "Each side bears interpretation into its own language.",
  }),
};

const settle: ActStep = {
  kind: "act",
  key: "accord.settled",
  ...instrument,
  step: "settlePoint",
  side: "IL",
  by: posts.treatyOfficer.IL,
  at: "2021-10-21T08:00:00Z",
  say: "is satisfied on article 12",
  body: () => ({ point: "interpretation", how: "By version 2 of article 12." }),
};

const freeze = both(
  {
    key: "accord.freeze",
    ...instrument,
    step: "freezeText",
    by: posts.headOfDelegation,
    say: "freezes version 2, every language and the annex by its digest",
    body: (reading) => frozenDigests(reading, "accord"),
  },
  [
    ["MA", "2021-10-25T09:00:00Z"],
    ["IL", "2021-10-25T10:00:00Z"],
  ],
);

/** Each side's node worked the digests out by itself; that they are the same is what was frozen. */
const digests: Step = {
  kind: "tell",
  async lines(readings) {
    const [ma, il] = [await agreedText(readings.MA, "accord"), await agreedText(readings.IL, "accord")];
    return languages.map((language) => {
      const [there, here] = [ma.digests[language], il.digests[language]];
      const same = there !== undefined && there === here;
      return `${language}  ${there?.slice(0, 23)}…  ${same ? "the same at Morocco and at Israel" : "NOT THE SAME"}`;
    });
  },
};

const initial = both(
  {
    key: "accord.initial",
    ...instrument,
    step: "initial",
    grave: true,
    by: posts.headOfDelegation,
    say: "initials the text article by article, every one of the fourteen",
    body: async (reading) => ({
      text: (await agreedText(reading, "accord")).digest,
      articles: articlesOf(reading.texts, "accord"),
      heads: signatories("head-of-delegation"),
      place: { fr: "Par échange (démonstration)", en: "By exchange (demonstration)" },
      date: "2021-10-28",
    }),
  },
  [
    ["MA", "2021-10-28T09:00:00Z"],
    ["IL", "2021-10-28T10:00:00Z"],
  ],
);

export const negotiation: Scene = {
  title: "The accord: its text in French, Arabic, Hebrew and English, frozen and initialled",
  steps: [
    propose,
    mandate,
    first("ar", { side: "MA", at: "2021-10-11T13:00:00Z", annex: true }),
    first("fr", { side: "MA", at: "2021-10-11T13:10:00Z" }),
    first("he", { side: "IL", at: "2021-10-12T08:00:00Z" }),
    first("en", { side: "IL", at: "2021-10-12T08:10:00Z" }),
    raise,
    second("fr", { side: "MA", at: "2021-10-18T09:00:00Z" }),
    second("ar", { side: "MA", at: "2021-10-18T09:10:00Z" }),
    second("he", { side: "IL", at: "2021-10-20T08:00:00Z" }),
    second("en", { side: "IL", at: "2021-10-20T08:10:00Z" }),
    settle,
    ...freeze,
    digests,
    ...initial,
  ],
};
