// What an instrument's dossier holds, as the API tells it: the text on the table or agreed, who has initialled, signed
// and notified what. Read loosely: what a newer node adds is passed over.

import { z } from "../../base/index.ts";

const texts = z.record(z.string(), z.string());

const article = z.looseObject({
  number: z.string(),
  title: z.string(),
  paragraphs: z.array(z.string()),
  by: z.string(),
  since: z.number(),
});

const languageText = z.looseObject({
  language: z.string(),
  title: z.string(),
  preamble: z.array(z.string()),
  articles: z.array(article),
  closing: z.array(z.string()),
  by: z.string(),
  digest: z.string().optional(),
});

const rule = z.looseObject({
  kind: z.string(),
  days: z.number().optional(),
  months: z.number().optional(),
  date: z.string().optional(),
});

const annex = z.looseObject({
  languages: z.array(z.string()),
  prevailing: z.string().optional(),
  entryIntoForce: z.looseObject({ rule, zone: z.string(), provisional: z.array(z.string()).optional() }),
});

const version = z.looseObject({
  version: z.number(),
  texts: z.record(z.string(), languageText),
  annex: z.looseObject({ value: annex, digest: z.string() }).optional(),
});

const person = z.looseObject({ function: z.string(), names: texts, name: z.string().optional() });

const instrument = z.looseObject({
  proposal: z.looseObject({ kind: z.string(), titles: texts }).optional(),
  draft: version.optional(),
  previous: version.optional(),
  points: z.record(
    z.string(),
    z.looseObject({
      raised: z.looseObject({
        text: z.string(),
        article: z.string().optional(),
        language: z.string().optional(),
        proposal: z.string().optional(),
      }),
      by: z.string(),
      settled: z.string().optional(),
    }),
  ),
  agreed: z
    .looseObject({
      version: z.number(),
      texts: z.record(z.string(), languageText),
      annex,
      digests: texts,
      annexDigest: z.string(),
      digest: z.string(),
    })
    .optional(),
  initialled: z.looseObject({ articles: z.array(z.string()), heads: z.record(z.string(), person) }).optional(),
  fullPowers: z.record(z.string(), z.looseObject({ signatory: person, basis: z.string() })),
  originals: z.record(
    z.string(),
    z.looseObject({ document: z.string(), parties: z.array(z.string()), languages: z.array(z.string()) }),
  ),
  signature: z.looseObject({ place: texts, signatories: z.record(z.string(), person) }).optional(),
  notes: z.record(z.string(), z.looseObject({ note: z.string(), date: z.string(), received: z.string().optional() })),
  errata: z.array(
    z.looseObject({ language: z.string(), article: z.string(), from: z.string(), to: z.string(), reason: z.string() }),
  ),
});

export type Instrument = z.output<typeof instrument>;
export type LanguageText = z.output<typeof languageText>;
export type ArticleText = z.output<typeof article>;
export type Rule = z.output<typeof rule>;

/** Undefined for what is no instrument. */
export function parseInstrument(data: unknown): Instrument | undefined {
  const read = instrument.safeParse(data);
  return read.success ? read.data : undefined;
}

/** The text there is: the agreed one, else the one on the table. */
export interface Shown {
  readonly version: number;
  readonly texts: Readonly<Record<string, LanguageText>>;
  readonly agreed: boolean;
  /** What the text on the table is compared with. */
  readonly before: Readonly<Record<string, LanguageText>> | undefined;
}

export function shownText({ agreed, draft, previous }: Instrument): Shown | undefined {
  if (agreed) return { version: agreed.version, texts: agreed.texts, agreed: true, before: undefined };
  if (draft) return { version: draft.version, texts: draft.texts, agreed: false, before: previous?.texts };
  return undefined;
}
