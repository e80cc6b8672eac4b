// The text on the table: versions, each with its languages, each language as one act, as parts, or as changes of the
// version before. Every article keeps the side and the version its wording comes from.

import type { PartyCode } from "../../acts/index.ts";
import { type Refusal, refuse, type z } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import type { tableVersionBody } from "./bodies.ts";
import type { AccordData, AgreedText, Article, LanguageText, Version } from "./data.ts";

type Tabled = z.output<typeof tableVersionBody>;
type Context = StepContext<AccordData>;
type Digest = Context["digest"];

/** Why the text cannot be tabled as it is given, or undefined. */
export function refuseTabling(context: Context, body: Tabled): Refusal | undefined {
  const table = tableOf(context, body.version);
  if (!table)
    return refuse("procedures.versionNumber", { got: body.version, latest: context.data.draft?.version ?? 0 });
  const { language } = body;
  const there = table.draft.texts[language];
  if (there && (there.digest !== undefined || there.by !== context.side || body.basis === "changes"))
    return refuse("procedures.languageTabled", { language, version: body.version, by: there.by });
  return body.basis === "whole" ? refusePart(body, there) : refuseChanges(body, table.before?.texts[language]);
}

function refusePart(body: Tabled & { basis: "whole" }, there: LanguageText | undefined): Refusal | undefined {
  const next = (there?.parts.received ?? 0) + 1;
  if (body.part.number !== next || (there && there.parts.of !== body.part.of))
    return refuse("procedures.partOutOfOrder", {
      language: body.language,
      got: `${body.part.number}/${body.part.of}`,
      next: `${next}/${there?.parts.of ?? body.part.of}`,
    });
  const twice = repeated([...(there?.articles ?? []), ...body.articles].map((article) => article.number));
  return twice === undefined ? undefined : refuse("procedures.articleTwice", { article: twice });
}

function refuseChanges(body: Tabled & { basis: "changes" }, before: LanguageText | undefined): Refusal | undefined {
  if (before?.digest === undefined)
    return refuse("procedures.noBasis", { language: body.language, version: body.version });
  const twice = repeated([...body.articles.map((article) => article.number), ...body.removes]);
  if (twice !== undefined) return refuse("procedures.articleTwice", { article: twice });
  const unknown = body.removes.find((number) => !before.articles.some((article) => article.number === number));
  if (unknown === undefined) return undefined;
  return refuse("procedures.unknownArticle", { article: unknown, language: body.language });
}

/** The data with the text on the table. Only for what `refuseTabling` let pass. */
export function withTabled(context: Context, body: Tabled): AccordData {
  const table = tableOf(context, body.version);
  if (!table) return context.data;
  const { draft, before } = table;
  const text =
    body.basis === "whole" ? wholeText(context, { body, draft, before }) : changedText(context, { body, before });
  const annex = body.annex ? { value: body.annex, digest: context.digest(body.annex), by: context.side } : draft.annex;
  return {
    ...context.data,
    draft: { ...draft, texts: { ...draft.texts, [body.language]: text }, annex },
    previous: before,
  };
}

interface Table {
  readonly draft: Version;
  readonly before: Version | undefined;
}

/** The version an act speaks of: the one on the table, or the next, which it opens. The annex carries over. */
function tableOf(context: Context, version: number): Table | undefined {
  const { draft, previous } = context.data;
  if (draft && draft.version === version) return { draft, before: previous };
  if (version !== (draft?.version ?? 0) + 1) return undefined;
  return { draft: { version, openedBy: context.side, texts: {}, annex: draft?.annex }, before: draft };
}

function wholeText(
  context: Context,
  input: { body: Tabled & { basis: "whole" }; draft: Version; before: Version | undefined },
): LanguageText {
  const { body, draft } = input;
  const there = draft.texts[body.language];
  const earlier = input.before?.texts[body.language]?.articles ?? [];
  const given = body.articles.map((article) =>
    attributed(article, { earlier, side: context.side, version: body.version }),
  );
  const text: LanguageText = {
    language: body.language,
    title: body.title ?? there?.title ?? "",
    preamble: [...(there?.preamble ?? []), ...(body.preamble ?? [])],
    articles: [...(there?.articles ?? []), ...given].sort(byNumber),
    closing: [...(there?.closing ?? []), ...(body.closing ?? [])],
    by: context.side,
    parts: { received: body.part.number, of: body.part.of },
  };
  return body.part.number === body.part.of ? { ...text, digest: textDigest(text, context.digest) } : text;
}

function changedText(
  context: Context,
  input: { body: Tabled & { basis: "changes" }; before: Version | undefined },
): LanguageText {
  const { body } = input;
  const before = input.before?.texts[body.language];
  const earlier = before?.articles ?? [];
  const given = body.articles.map((article) =>
    attributed(article, { earlier, side: context.side, version: body.version }),
  );
  const replaced = new Set([...given.map((article) => article.number), ...body.removes]);
  const text: LanguageText = {
    language: body.language,
    title: body.title ?? before?.title ?? "",
    preamble: body.preamble ?? before?.preamble ?? [],
    articles: [...earlier.filter((article) => !replaced.has(article.number)), ...given].sort(byNumber),
    closing: body.closing ?? before?.closing ?? [],
    by: context.side,
    parts: { received: 1, of: 1 },
  };
  return { ...text, digest: textDigest(text, context.digest) };
}

/** Whose wording it is: the side that gives it, unless the version before had the very same. */
function attributed(
  article: Pick<Article, "number" | "title" | "paragraphs">,
  input: { earlier: readonly Article[]; side: PartyCode; version: number },
): Article {
  const same = input.earlier.find((one) => one.number === article.number);
  const unchanged = same && same.title === article.title && sameList(same.paragraphs, article.paragraphs);
  return unchanged ? same : { ...article, by: input.side, since: input.version };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function repeated(numbers: readonly string[]): string | undefined {
  return numbers.find((number, i) => numbers.indexOf(number) !== i);
}

/** Articles by number: 2 before 10, 6 before 6.2, 12 before 12a. */
export function byNumber(a: { readonly number: string }, b: { readonly number: string }): number {
  const [one, other] = [keyOf(a.number), keyOf(b.number)];
  return (
    one.main - other.main || (one.letter < other.letter ? -1 : one.letter > other.letter ? 1 : one.sub - other.sub)
  );
}

function keyOf(number: string): { main: number; letter: string; sub: number } {
  const [, main, letter, sub] = /^(\d+)([a-z]?)(?:\.(\d+))?$/.exec(number) ?? [];
  return { main: Number(main), letter: letter ?? "", sub: Number(sub ?? 0) };
}

/** The digest of one language version: what both sides compare before they freeze it. Whose wording it is stays out. */
export function textDigest(text: Omit<LanguageText, "by" | "parts" | "digest">, digest: Digest): string {
  return digest({
    language: text.language,
    title: text.title,
    preamble: text.preamble,
    articles: text.articles.map(({ number, title, paragraphs }) => ({ number, title, paragraphs })),
    closing: text.closing,
  });
}

export function digestsOf(texts: Readonly<Record<string, LanguageText>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, text.digest ?? ""]));
}

/** The one digest of an agreed instrument. */
export function instrumentDigest(text: Pick<AgreedText, "digests" | "annexDigest">, digest: Digest): string {
  return digest({ texts: text.digests, annex: text.annexDigest });
}
