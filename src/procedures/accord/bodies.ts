// The forms of the negotiation and the signature: what a step of an instrument may say, field by field with its limits.
// Dates are local dates (ISO 8601); an instant goes with the zone whose clock was looked at.

import {
  isActId,
  isArticleNumber,
  isFunctionCode,
  isInstantText,
  isLanguageCode,
  isPartyCode,
  isZoneName,
} from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { annexSchema } from "../annex.ts";

export const line = z.string().min(1).max(300);
export const text = z.string().min(1).max(4000);
export const reference = z.string().min(1).max(120);
export const day = z.iso.date().refine((date) => /^2[01]/.test(date), "a date of the years 2000 to 2199");
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, "sha256: and 64 hexadecimal digits");
export const dossier = z.string().max(64).refine(isActId, "the id of a dossier").meta({ format: "dossier" });
export const party = z.string().max(8).refine(isPartyCode, "a party's code").meta({ format: "party" });
export const language = z
  .string()
  .max(3)
  .refine(isLanguageCode, "a language's ISO 639 code")
  .meta({ format: "language" });
export const article = z.string().max(10).refine(isArticleNumber, "an article's number").meta({ format: "article" });
export const code = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, "lowercase words joined by hyphens")
  .max(40);
const instant = z.string().max(20).refine(isInstantText, "an instant in UTC to the second").meta({ format: "instant" });
const zone = z.string().max(64).refine(isZoneName, "an IANA time zone by name").meta({ format: "zone" });
const function_ = z.string().max(40).refine(isFunctionCode, "a function code").meta({ format: "function" });
const level = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, "a level of the accord's policy");

/** Texts by language, at least one. */
export const inLanguages = z
  .record(language, line)
  .refine((record) => Object.keys(record).length > 0, "a text in at least one language");

/** Where and when, with the clock that was looked at. */
const occasion = { place: inLanguages, at: instant, zone } as const;

/** By function; a name only where protocol needs it. */
const person = z.strictObject({ function: function_, names: inLanguages, name: line.optional() });
const persons = z.record(party, person);

export const mandate = z.strictObject({ reference, date: day.optional() });

const proposal = {
  /** The titles as proposed; those of the agreed text stand in the text itself. */
  titles: inLanguages,
  mandate,
  /** The level the instrument itself is to be marked with. */
  marking: level,
  /** Instruments that cease when this one enters into force. */
  supersedes: z.array(dossier).max(20).default([]),
} as const;

export const proposeBody = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("framework"), ...proposal }),
  /** `amends`: the dossier of the instrument whose articles and annex it changes. */
  z.strictObject({ kind: z.literal("amendment"), amends: dossier, ...proposal }),
  /** `under`: the dossier of the framework it implements. */
  z.strictObject({ kind: z.literal("arrangement"), under: dossier, ...proposal }),
]);

export const articleText = z.strictObject({
  number: article,
  title: line,
  paragraphs: z.array(z.string().min(1).max(8000)).min(1).max(80),
});

const wording = {
  version: z.number().int().min(1).max(999),
  language,
  title: line.optional(),
  preamble: z.array(text).max(60).optional(),
  articles: z.array(articleText).max(200),
  /** The final clause: place, copies, which texts are authentic. */
  closing: z.array(text).max(20).optional(),
  /** Independent of language: tabled with any language of a version, it holds for the version and for later ones. */
  annex: annexSchema.optional(),
} as const;

export const tableVersionBody = z.discriminatedUnion("basis", [
  /** The text in one language, in parts where one act cannot carry it. */
  z
    .strictObject({
      basis: z.literal("whole"),
      part: z
        .strictObject({ number: z.number().int().min(1).max(20), of: z.number().int().min(1).max(20) })
        .refine((part) => part.number <= part.of, "a part among so many")
        .default({ number: 1, of: 1 }),
      ...wording,
    })
    .refine((body) => body.part.number > 1 || body.title !== undefined, {
      path: ["title"],
      message: "the first part of a text gives its title",
    }),
  /** What differs from the version before, in one language: articles replaced, added, removed. */
  z.strictObject({ basis: z.literal("changes"), removes: z.array(article).max(200).default([]), ...wording }),
]);

export const raisePointBody = z.strictObject({
  point: code,
  article: article.optional(),
  language: language.optional(),
  text,
  proposal: text.optional(),
});
export const settlePointBody = z.strictObject({ point: code, how: text });

export const freezeTextBody = z.strictObject({
  version: z.number().int().min(1).max(999),
  digests: z.record(language, digest),
  annex: digest,
});
export const reasonBody = z.strictObject({ reason: text });

export const initialBody = z.strictObject({
  /** The digest of the agreed instrument: all languages and the annex. */
  text: digest,
  articles: z.array(article).min(1).max(200),
  /** Heads of delegation, by party. */
  heads: persons,
  place: inLanguages,
  date: day,
});

export const erratumBody = z.strictObject({
  language,
  article,
  /** 1 for the first paragraph, 0 for the article's title. */
  paragraph: z.number().int().min(0).max(80),
  from: z.string().min(1).max(8000),
  to: z.string().min(1).max(8000),
  /** The digest of that language version once corrected. */
  digest,
  reason: text,
});

export const fullPowersBody = z
  .strictObject({
    /** The three who need none (VCLT art. 7), or full powers. */
    basis: z.enum(["fullPowers", "headOfState", "headOfGovernment", "foreignMinister"]),
    signatory: person,
    reference: reference.optional(),
    issuedBy: line.optional(),
    date: day.optional(),
    until: day.optional(),
  })
  .refine((body) => body.basis !== "fullPowers" || (body.reference && body.issuedBy && body.date), {
    message: "full powers give their reference, who issued them and their date",
  });

export const confirmOriginalBody = z.strictObject({
  text: digest,
  /** The printed original, as a document. */
  document: digest,
  /** The party named first, then the other: by the alternat its own first. */
  parties: z.tuple([party, party]),
  /** The languages in their order from the left. */
  languages: z.array(language).min(1).max(8),
});

export const arrangeSignatureBody = z.strictObject({
  ...occasion,
  marking: level,
  witnesses: z.array(person).max(20).default([]),
});

export const signBody = z.strictObject({
  text: digest,
  ...occasion,
  signatories: persons,
  /** Each original with the order in which it was signed. */
  originals: z.array(z.strictObject({ keptBy: party, signed: z.tuple([party, party]) })).length(2),
});

export const exchangeFoldersBody = z.strictObject({ ...occasion, witnesses: z.array(person).max(20).default([]) });
