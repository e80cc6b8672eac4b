// Reads the text of an instrument from Markdown (docs/formats-accord-text.md): YAML data first, then the title, the
// preamble, the articles and the closing, each in every language. Paragraphs are taken as they are written: emphasis,
// links and the like are not interpreted.

import { lexer, type Token } from "marked";
import { isArticleNumber, isLanguageCode } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";

export interface Wording {
  /** Empty where the part has none: a preamble, a closing. */
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export interface TextPart {
  /** `preamble`, `closing`, or the article's number. */
  readonly key: string;
  readonly line: number;
  readonly wordings: ReadonlyMap<string, Wording>;
}

export interface AccordText {
  /** The YAML before the text, not yet read. */
  readonly data: string;
  readonly titles: ReadonlyMap<string, string>;
  readonly parts: readonly TextPart[];
}

interface OpenWording {
  readonly title: string;
  readonly paragraphs: string[];
}

interface OpenPart {
  readonly key: string;
  readonly line: number;
  readonly wordings: Map<string, OpenWording>;
}

interface Reading {
  readonly titles: Map<string, string>;
  readonly parts: OpenPart[];
  wording: OpenWording | undefined;
}

type Flaw = string | undefined;

/** Refused as `cli.accordText` with the line, counted from 1. */
export function readAccordText(input: { readonly text: string; readonly file: string }): AccordText | Refusal {
  const { file } = input;
  const text = input.text.replaceAll("\r\n", "\n");
  const refused = (line: number, problem: string): Refusal => refuse("cli.accordText", { file, line, problem });
  const [opening = "", data] = /^---\n([\s\S]*?\n)---[ \t]*\n/.exec(text) ?? [];
  if (data === undefined) return refused(1, 'the file begins with its data in YAML, between two lines "---"');
  const reading: Reading = { titles: new Map(), parts: [], wording: undefined };
  let line = linesIn(opening) + 1;
  for (const token of lexer(text.slice(opening.length))) {
    const flaw = take(reading, { token, line });
    if (flaw !== undefined) return refused(line, flaw);
    line += linesIn(token.raw);
  }
  const incomplete = flawOf(reading);
  if (incomplete) return refused(...incomplete);
  return { data, titles: reading.titles, parts: reading.parts };
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}

function take(reading: Reading, at: { readonly token: Token; readonly line: number }): Flaw {
  const { token, line } = at;
  switch (token.type) {
    case "space":
    case "hr":
      return undefined;
    case "html":
      return token.raw.trimStart().startsWith("<!--") ? undefined : "HTML has no meaning in the text of an instrument";
    case "heading":
      return takeHeading(reading, { text: String(token.text), depth: Number(token.depth), line });
    case "paragraph":
      return takeParagraphs(reading, [String(token.text)]);
    case "list":
      return takeParagraphs(reading, itemsOf(token));
    default:
      return `a ${token.type} cannot stand in the text of an instrument; write paragraphs and simple lists`;
  }
}

/** Each item of a list is a paragraph, with its number or sign as written. */
function itemsOf(token: Token): readonly string[] {
  const items: unknown = "items" in token ? token.items : [];
  return Array.isArray(items) ? items.map((item) => String(item.raw)) : [];
}

function takeParagraphs(reading: Reading, texts: readonly string[]): Flaw {
  if (!reading.wording)
    return 'a paragraph stands under a heading that names its language, such as "### Visits {lang=en}"';
  for (const text of texts) reading.wording.paragraphs.push(text.trim().replaceAll(/\s*\n\s*/g, " "));
  return undefined;
}

function takeHeading(reading: Reading, heading: { text: string; depth: number; line: number }): Flaw {
  const [, words = "", mark = ""] = /^(.*?)\s*\{([^{}]*)\}$/.exec(heading.text) ?? [];
  const language = /^lang=(.+)$/.exec(mark)?.[1];
  reading.wording = undefined;
  switch (heading.depth) {
    case 1: {
      if (language === undefined || !isLanguageCode(language)) return "a title ends with its language, {lang=fr}";
      if (words === "" || reading.titles.has(language)) return `one title is given in ${language}`;
      reading.titles.set(language, words);
      return undefined;
    }
    case 2: {
      const key = /^#(?:article-)?(.+)$/.exec(mark)?.[1] ?? "";
      const known = key === "preamble" || key === "closing" || (mark.startsWith("#article-") && isArticleNumber(key));
      if (!known) return "this heading ends with {#preamble}, {#closing}, or an article's {#article-6}";
      if (reading.parts.some((part) => part.key === key)) return `${key} stands there twice`;
      reading.parts.push({ key, line: heading.line, wordings: new Map() });
      return undefined;
    }
    case 3: {
      const part = reading.parts.at(-1);
      if (language === undefined || !isLanguageCode(language)) return "this heading ends with its language, {lang=fr}";
      if (!part) return "a wording stands under the heading of its article, preamble or closing";
      if (part.wordings.has(language)) return `${part.key} stands there twice in ${language}`;
      if (isArticleNumber(part.key) && words === "") return `article ${part.key} has no title in ${language}`;
      reading.wording = { title: words, paragraphs: [] };
      part.wordings.set(language, reading.wording);
      return undefined;
    }
    default:
      return "headings have one to three signs #";
  }
}

/** What the whole lacks: a language somewhere, or a paragraph in one that the others have. */
function flawOf(reading: Reading): readonly [line: number, problem: string] | undefined {
  const [first, ...others] = reading.titles.keys();
  if (first === undefined) return [1, "the text has no title, such as # Accord {lang=fr}"];
  if (!reading.parts.some((part) => isArticleNumber(part.key))) return [1, "the text has no article"];
  for (const { key, line, wordings } of reading.parts) {
    const expected = wordings.get(first)?.paragraphs.length;
    for (const language of wordings.keys())
      if (!reading.titles.has(language)) return [line, `${key} is given in ${language}, in which there is no title`];
    for (const language of [first, ...others]) {
      const count = wordings.get(language)?.paragraphs.length;
      if (count === undefined || count === 0) return [line, `${key} has no paragraph in ${language}`];
      if (count !== expected)
        return [
          line,
          `${key} has ${expected} paragraphs in ${first} and ${count} in ${language}; they stand in parallel`,
        ];
    }
  }
  return undefined;
}
