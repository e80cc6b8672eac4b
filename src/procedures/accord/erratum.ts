// An erratum: one place of one language version of an agreed text, what stands there, what should, and the digest of
// the corrected version. Both sides make it alike; neither can change a word alone.

import { type Refusal, refuse, type z } from "../../base/index.ts";
import type { erratumBody } from "./bodies.ts";
import type { AccordData, Article, LanguageText } from "./data.ts";
import { agreedOf } from "./force.ts";
import type { Context } from "./guards.ts";
import { digestsOf, instrumentDigest, textDigest } from "./text.ts";

type Erratum = z.output<typeof erratumBody>;

export function refuseErratum(context: Context, body: Erratum): Refusal | undefined {
  const text = agreedOf(context.data).texts[body.language];
  if (!text)
    return refuse("procedures.otherLanguages", {
      got: body.language,
      expected: Object.keys(agreedOf(context.data).texts),
    });
  const article = text.articles.find((one) => one.number === body.article);
  if (!article) return refuse("procedures.unknownArticle", { article: body.article, language: body.language });
  const standing = body.paragraph === 0 ? article.title : article.paragraphs[body.paragraph - 1];
  if (standing !== body.from)
    return refuse("procedures.erratumElsewhere", {
      language: body.language,
      article: body.article,
      paragraph: body.paragraph,
    });
  const expected = textDigest(corrected(text, body), context.digest);
  if (expected === body.digest) return undefined;
  return refuse("procedures.digestDiffers", { language: body.language, got: body.digest, expected });
}

export function withErratum(context: Context, body: Erratum): AccordData {
  const { data } = context;
  const agreed = agreedOf(data);
  const text = agreed.texts[body.language];
  if (!text) return data;
  const texts = { ...agreed.texts, [body.language]: { ...corrected(text, body), digest: body.digest } };
  const digests = digestsOf(texts);
  const digest = instrumentDigest({ digests, annexDigest: agreed.annexDigest }, context.digest);
  return {
    ...data,
    agreed: { ...agreed, texts, digests, digest },
    errata: [...data.errata, body],
    // Before the signature the originals are printed again; afterwards they stay as signed, with the erratum beside
    // them.
    originals: data.signature ? data.originals : {},
  };
}

/** The text with the place corrected; its digest is the caller's to compute. */
export function corrected(text: LanguageText, body: Pick<Erratum, "article" | "paragraph" | "to">): LanguageText {
  const correct = (article: Article): Article =>
    body.paragraph === 0
      ? { ...article, title: body.to }
      : { ...article, paragraphs: article.paragraphs.map((one, i) => (i === body.paragraph - 1 ? body.to : one)) };
  return { ...text, articles: text.articles.map((one) => (one.number === body.article ? correct(one) : one)) };
}
