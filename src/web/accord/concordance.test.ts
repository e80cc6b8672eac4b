import { expect, test } from "vitest";
import { concordanceOf } from "./concordance.ts";
import type { LanguageText } from "./instrument.ts";

const article = (number: string, ...paragraphs: string[]) => ({
  number,
  title: number,
  paragraphs,
  by: "MA",
  since: 1,
});
const text = (language: string, ...articles: ReturnType<typeof article>[]): LanguageText => ({
  language,
  title: "",
  preamble: ["p"],
  articles,
  closing: [],
  by: "MA",
});

test("articles and paragraphs stand side by side, in the first language's order", () => {
  const { articles, preamble } = concordanceOf(
    text("fr", article("1", "un"), article("2", "deux", "trois")),
    text("ar", article("1", "واحد"), article("2", "اثنان", "ثلاثة")),
  );
  expect(preamble).toEqual([{ first: "p", second: "p" }]);
  expect(articles.map(({ number, concordant }) => [number, concordant])).toEqual([
    ["1", true],
    ["2", true],
  ]);
  expect(articles[1]?.paragraphs[1]).toEqual({ first: "trois", second: "ثلاثة" });
});

test("an article or a paragraph that one version lacks is a gap, and told", () => {
  const { articles } = concordanceOf(
    text("fr", article("1", "un")),
    text("he", article("1", "א", "ב"), article("3", "ג")),
  );
  expect(articles.map(({ number, concordant }) => [number, concordant])).toEqual([
    ["1", false],
    ["3", false],
  ]);
  expect(articles[0]?.paragraphs[1]).toEqual({ first: undefined, second: "ב" });
  expect(concordanceOf(undefined, undefined).articles).toEqual([]);
});
