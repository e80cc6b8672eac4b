// A body for every step of an instrument that fits the data at hand: for the exhaustive test, and to show what a form
// holds. The wording of articles, the references and the offices are invented for the example.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import type { AccordStep } from "./accord.ts";
import { alternat } from "./alternat.ts";
import type { AccordData } from "./data.ts";
import { corrected } from "./erratum.ts";
import { digestsOf, textDigest } from "./text.ts";

export type ExampleContext = Pick<
  StepContext<AccordData>,
  "data" | "side" | "other" | "roles" | "terms" | "time" | "digest"
>;

/** The day before the act: past on every clock. */
const yesterday = ({ time }: ExampleContext): string => new Date(time - 86_400_000).toISOString().slice(0, 10);
const now = ({ time }: ExampleContext): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
const place = { fr: "Rabat", en: "Rabat" };
const zone = "Africa/Casablanca";
const lowest = ({ terms }: ExampleContext): string => terms.labels.levels[0]?.code ?? "open";
const note = (context: ExampleContext, number: string): JsonObject => ({ note: number, date: yesterday(context) });
const textOf = ({ data }: ExampleContext): string => data.agreed?.digest ?? `sha256:${"0".repeat(64)}`;

const languages = ["fr", "en"] as const;

const articles = (language: string): JsonObject[] => [
  { number: "1", title: language === "fr" ? "Objet" : "Purpose", paragraphs: [`Example wording (${language}).`] },
  {
    number: "2",
    title: language === "fr" ? "Visites" : "Visits",
    paragraphs: [`Example wording (${language}).`, "2."],
  },
];

export function exampleAnnex({ terms }: Pick<ExampleContext, "terms">): JsonObject {
  const calendars: Record<string, JsonObject> = {};
  for (const party of terms.parties) {
    const calendar = terms.calendars[party];
    if (calendar) calendars[party] = { zone: calendar.zone, weekend: [...calendar.weekend], holidays: [] };
  }
  return {
    entente: "annex/1",
    languages,
    articles: [
      { number: "1", titles: { fr: "Objet", en: "Purpose" }, domains: [] },
      { number: "2", titles: { fr: "Visites", en: "Visits" }, domains: ["visits"] },
    ],
    entryIntoForce: { rule: { kind: "onSecondNote" }, zone, provisional: ["2"] },
    duration: { years: 5, tacitRenewal: { years: 5, noticeMonths: 6 } },
    denunciation: { noticeMonths: 6 },
    calendars,
  };
}

/** The next thing to table: the language the version still lacks, or a new version. */
function tableVersion(context: ExampleContext): JsonObject {
  const { draft } = context.data;
  const lacking = draft && languages.find((language) => draft.texts[language] === undefined);
  const language = lacking ?? languages[0];
  const version = (draft?.version ?? 0) + (lacking ? 0 : 1);
  const annex = draft ? {} : { annex: exampleAnnex(context) };
  const title = language === "fr" ? "Accord (exemple)" : "Accord (example)";
  return { basis: "whole", version, language, title, articles: articles(language), ...annex };
}

function freezeText({ data, digest }: ExampleContext): JsonObject {
  const none = digest("nothing tabled");
  return {
    version: data.draft?.version ?? 1,
    digests: digestsOf(data.draft?.texts ?? {}),
    annex: data.draft?.annex?.digest ?? none,
  };
}

/** A slip in the title of the first article, put right. */
function erratum({ data, digest }: ExampleContext): JsonObject {
  const text = Object.values(data.agreed?.texts ?? {})[0];
  const article = text?.articles[0];
  const to = `${article?.title ?? ""}.`;
  const change = { article: article?.number ?? "1", paragraph: 0, to };
  const right =
    text && article ? textDigest(corrected(text, { ...change, article: article.number }), digest) : digest("");
  return {
    ...change,
    from: article?.title ?? "-",
    language: text?.language ?? "fr",
    digest: right,
    reason: "A full stop.",
  };
}

const signatory = { function: "minister", names: { fr: "Ministre", en: "Minister" } };

function persons({ terms }: ExampleContext): JsonObject {
  return Object.fromEntries(terms.parties.map((party) => [party, signatory]));
}

function openItem({ data, side }: ExampleContext): string {
  return data.requirements[side]?.find((one) => one.done === undefined)?.asked.item ?? "item-1";
}

function ownOpenPoint({ data, side }: ExampleContext): string {
  const open = Object.entries(data.points).find(([, point]) => point.by === side && point.settled === undefined);
  return open?.[0] ?? "point-1";
}

function propose(context: ExampleContext): JsonObject {
  const holding = context.terms.accord?.dossier;
  return {
    kind: "framework",
    titles: { fr: "Accord (exemple)", en: "Accord (example)" },
    mandate: { reference: "M-1" },
    marking: lowest(context),
    supersedes: holding === undefined ? [] : [holding],
  };
}

export const examples: Readonly<Record<AccordStep, (context: ExampleContext) => JsonObject>> = {
  propose,
  recordMandate: () => ({ reference: "M-2" }),
  tableVersion,
  raisePoint: ({ data }) => ({ point: `point-${Object.keys(data.points).length + 1}`, text: "A word of article 1." }),
  settlePoint: (context) => ({ point: ownOpenPoint(context), how: "As tabled." }),
  freezeText,
  reopenText: () => ({ reason: "A paragraph was left out." }),
  withdraw: () => ({ reason: "The mandate was withdrawn." }),
  initial: (context) => ({
    text: textOf(context),
    articles: ["1", "2"],
    heads: persons(context),
    place,
    date: yesterday(context),
  }),
  correctText: erratum,
  correctSigned: erratum,
  issueFullPowers: (context) => ({
    basis: "fullPowers",
    signatory,
    reference: "FP-1",
    issuedBy: "Head of government",
    date: yesterday(context),
  }),
  confirmOriginal: (context) => ({
    text: textOf(context),
    document: context.digest({ original: context.side }),
    parties: [context.side, context.other],
    languages: [...(context.data.agreed?.annex.languages ?? languages)],
  }),
  arrangeSignature: (context) => ({ place, at: now(context), zone, marking: lowest(context) }),
  sign: (context) => ({
    text: textOf(context),
    place,
    at: now(context),
    zone,
    signatories: persons(context),
    originals: alternat(context.terms.parties).map(({ keptBy, signed }) => ({ keptBy, signed: [...signed] })),
  }),
  exchangeFolders: (context) => ({ place, at: now(context), zone }),
  addRequirement: ({ data, side }) => ({
    item: `item-${(data.requirements[side]?.length ?? 0) + 1}`,
    titles: { en: "Laid before the assembly" },
    legalBasis: "Example law, art. 1",
  }),
  completeRequirement: (context) => ({ item: openItem(context), date: yesterday(context) }),
  notifyCompletion: (context) => note(context, `NV-${context.side}`),
  receiveNote: (context) => {
    const sent = context.data.notes[context.other];
    return { note: sent?.note ?? `NV-${context.other}`, received: sent?.date ?? yesterday(context) };
  },
  agreeProvisional: (context) => ({ articles: ["1", "2"], from: new Date(context.time).toISOString().slice(0, 10) }),
  endProvisional: (context) => note(context, "NV-9"),
  registerAtUn: (context) => {
    const subject = context.data.inForceFrom === undefined ? "provisionalApplication" : "instrument";
    return { subject, received: yesterday(context) };
  },
  declareNotRegistered: () => ({ reason: "classified", text: "The text is classified." }),
  suspend: (context) => ({ ...note(context, "NV-3"), reason: "A dispute over article 2." }),
  resume: () => ({ reason: "The dispute is settled." }),
  renew: (context) => ({ years: 5, ...note(context, "NV-4") }),
  objectToRenewal: (context) => note(context, "NV-5"),
  denounce: (context) => note(context, "NV-6"),
  receiveDenunciation: (context) => {
    const { denunciation } = context.data;
    return { note: denunciation?.note ?? "NV-6", received: denunciation?.date ?? yesterday(context) };
  },
  revokeDenunciation: (context) => note(context, "NV-7"),
  recordSuccession: (context) => ({
    supersededBy: "01890000-0000-7000-8000-0000000f0000",
    from: yesterday(context),
  }),
};
