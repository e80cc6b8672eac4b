// Two language versions of one text side by side: article by article and paragraph by paragraph. Where one has more
// than the other, the gap is shown and told: the versions then do not say the same.

import type { ArticleText, LanguageText } from "./instrument.ts";

export interface ParagraphPair {
  readonly first: string | undefined;
  readonly second: string | undefined;
}

export interface ArticlePair {
  readonly number: string;
  readonly first: ArticleText | undefined;
  readonly second: ArticleText | undefined;
  readonly paragraphs: readonly ParagraphPair[];
  /** Whether both have it, with as many paragraphs. */
  readonly concordant: boolean;
}

export interface Concordance {
  readonly preamble: readonly ParagraphPair[];
  readonly articles: readonly ArticlePair[];
  readonly closing: readonly ParagraphPair[];
}

export function concordanceOf(first: LanguageText | undefined, second: LanguageText | undefined): Concordance {
  const [own, other] = [articlesByNumber(first), articlesByNumber(second)];
  const numbers = [...own.keys(), ...[...other.keys()].filter((number) => !own.has(number))];
  return {
    preamble: pairs(first?.preamble ?? [], second?.preamble ?? []),
    articles: numbers.map((number) => articlePair(number, { first: own.get(number), second: other.get(number) })),
    closing: pairs(first?.closing ?? [], second?.closing ?? []),
  };
}

function articlePair(
  number: string,
  { first, second }: { readonly first: ArticleText | undefined; readonly second: ArticleText | undefined },
): ArticlePair {
  const concordant =
    first !== undefined && second !== undefined && first.paragraphs.length === second.paragraphs.length;
  return { number, first, second, paragraphs: pairs(first?.paragraphs ?? [], second?.paragraphs ?? []), concordant };
}

function articlesByNumber(text: LanguageText | undefined): ReadonlyMap<string, ArticleText> {
  return new Map((text?.articles ?? []).map((article) => [article.number, article]));
}

function pairs(first: readonly string[], second: readonly string[]): readonly ParagraphPair[] {
  const length = Math.max(first.length, second.length);
  return Array.from({ length }, (_, i) => ({ first: first[i], second: second[i] }));
}
