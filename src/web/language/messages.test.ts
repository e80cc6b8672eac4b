// The words of every feature: each in all four languages, with the same placeholders, none that the code does not say
// and none that it says and is not there.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { type Language, languages } from "./languages.ts";

const web = fileURLToPath(new URL("..", import.meta.url));

const sources = readdirSync(web, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(web, path), "utf8") }));
const allText = sources.map((source) => source.text).join("\n");

const features = readdirSync(web, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((name) => readdirSync(join(web, name)).includes("messages"));

function messagesOf(feature: string, language: Language): Record<string, string> {
  return JSON.parse(readFileSync(join(web, feature, "messages", `${language}.json`), "utf8"));
}

/** The plural categories a language has, as Unicode gives them. */
function categoriesOf(language: Language): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/** Names of placeholders and tags, however the branches use them. */
function namesIn(elements: readonly MessageFormatElement[], names = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    // Tags that every message may use say nothing of its values.
    if (element.type !== TYPE.tag || (element.value !== "n" && element.value !== "b")) names.add(element.value);
    if (element.type === TYPE.tag) namesIn(element.children, names);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) namesIn(option.value, names);
    }
  }
  return names;
}

function pluralsIn(elements: readonly MessageFormatElement[]): (readonly string[])[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralsIn(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inner = Object.values(element.options).flatMap((option) => pluralsIn(option.value));
    return element.type === TYPE.plural ? [Object.keys(element.options), ...inner] : inner;
  });
}

/** Whether the code says an id: written out, or by the beginning before what is put in at run time. */
function says(id: string): boolean {
  if (['"', "'", "`"].some((quote) => allText.includes(`${quote}${id}${quote}`))) return true;
  return [...id.matchAll(/\./g)].some(({ index }) => allText.includes(`\`${id.slice(0, index + 1)}\${`));
}

test.each(features)("%s: the same ids stand in all four languages", (feature) => {
  const [first = [], ...others] = languages.map((language) => Object.keys(messagesOf(feature, language)).sort());
  for (const other of others) expect(other).toEqual(first);
});

test.each(features)("%s: every message is ICU, with the same placeholders in every language", (feature) => {
  for (const id of Object.keys(messagesOf(feature, "en"))) {
    const names = languages.map((language) => [...namesIn(parse(messagesOf(feature, language)[id] ?? ""))].sort());
    for (const each of names) expect([id, each]).toEqual([id, names[0]]);
  }
});

test.each(features)("%s: plurals have every form of their language", (feature) => {
  for (const language of languages) {
    const wanted = categoriesOf(language);
    for (const [id, message] of Object.entries(messagesOf(feature, language))) {
      for (const options of pluralsIn(parse(message))) {
        // French has a form for millions and Hebrew none but three: what a form leaves out, `other` says.
        const needed = language === "fr" ? ["one", "other"] : wanted;
        expect([language, id, needed.filter((form) => !options.includes(form))]).toEqual([language, id, []]);
      }
    }
  }
});

test.each(features)("%s: every message is said somewhere", (feature) => {
  expect(Object.keys(messagesOf(feature, "en")).filter((id) => !says(id))).toEqual([]);
});

test("every id that the code writes out is a message of its feature or of one loaded everywhere", () => {
  const known = new Set(features.flatMap((feature) => Object.keys(messagesOf(feature, "en"))));
  // Where a message is said: `say("…")`, `<Words id="…">`, a table's `name:` or `tab:`.
  const ids = `((?:${features.join("|")})(?:\\.[a-zA-Z][\\w-]*)+)`;
  const prefix = new RegExp(`(?:say\\(|\\bid=\\{?|\\b(?:name|tab):)\\s*["']${ids}["']`, "g");
  const missing = sources.flatMap(({ path, text }) =>
    [...text.matchAll(prefix)].flatMap(([, id]) => (id === undefined || known.has(id) ? [] : [`${path}: ${id}`])),
  );
  expect(missing).toEqual([]);
});

test("no text stands in JSX, but names that no language changes", () => {
  const told = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/>\s*([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ ’'.,:!?-]{2,})\s*<\//g)].map((match) => `${path}: ${match[1]}`),
  );
  // A generic such as Promise<Foo> followed by a comparison can look like text; none does now.
  expect(told.filter((line) => !line.includes(".ts:"))).toEqual([]);
});
