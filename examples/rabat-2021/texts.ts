// The wording of the two instruments, as `entente accord draft` reads it from accord.md and letters.md: the bodies of
// the proposal and of the tabled text in each language. Written for the demonstration; no source has it.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "../../src/base/index.ts";
import { compiledCode } from "./compiled-code.ts";
import { type Language, languages } from "./data.ts";

export const instruments = ["accord", "letters"] as const;
export type InstrumentName = (typeof instruments)[number];

const articles = z.array(z.looseObject({ number: z.string(), title: z.string(), paragraphs: z.array(z.string()) }));

const drafted = z.object({
  propose: z.record(z.string(), z.json()),
  tableVersion: z.array(z.looseObject({ language: z.enum(languages), articles })),
});

export const textsSchema = z.record(z.enum(instruments), drafted);
export type Texts = z.infer<typeof textsSchema>;

const command = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** Both instruments, each read by a process of its own. */
export async function draftTexts(): Promise<Texts> {
  const [accord, letters] = await Promise.all(instruments.map(draftOf));
  return textsSchema.parse({ accord, letters });
}

async function draftOf(instrument: InstrumentName): Promise<unknown> {
  const file = fileURLToPath(new URL(`./${instrument}.md`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [command, "accord", "draft", file], {
    env: compiledCode(),
  });
  return JSON.parse(stdout);
}

/** What `tableVersion` says in a language. Each text of the story fits into one act. */
export function tabled(texts: Texts, text: { instrument: InstrumentName; language: Language }): unknown {
  const found = texts[text.instrument].tableVersion.find((one) => one.language === text.language);
  if (!found) throw new TypeError(`${text.instrument}.md has no text in ${text.language}.`);
  return found;
}

/** The numbers of the articles of an instrument. */
export function articlesOf(texts: Texts, instrument: InstrumentName): string[] {
  return (texts[instrument].tableVersion[0]?.articles ?? []).map((article) => article.number);
}

/** The articles that the accord's second version words anew, by language. */
export const secondVersion = z
  .record(z.enum(languages), articles)
  .parse(JSON.parse(readFileSync(new URL("./accord.version2.json", import.meta.url), "utf8")));
