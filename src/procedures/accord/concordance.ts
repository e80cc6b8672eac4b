// Whether a version is ready to be frozen: every language is there, says the same article by article and paragraph by
// paragraph, and the annex speaks of these articles and no others.

import { levelOf } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Annex } from "../annex.ts";
import type { Terms } from "../terms.ts";
import type { LanguageText, Version } from "./data.ts";

/** What an annex can get wrong by itself; undefined when it can stand. */
export function refuseAnnex(annex: Annex, terms: Terms): Refusal | undefined {
  const numbers = annex.articles.map((article) => article.number);
  const refused = (path: string, problem: string): Refusal => refuse("procedures.badAnnex", { path, problem });
  const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
  if (twice !== undefined) return refused("articles", `article ${twice} stands there twice`);
  if (new Set(annex.languages).size !== annex.languages.length) return refused("languages", "one stands there twice");
  if (annex.prevailing !== undefined && !annex.languages.includes(annex.prevailing))
    return refused("prevailing", `${annex.prevailing} is not one of the languages`);
  const foreign = (annex.entryIntoForce.provisional ?? []).find((number) => !numbers.includes(number));
  if (foreign !== undefined) return refused("entryIntoForce.provisional", `there is no article ${foreign}`);
  const without = terms.parties.find((party) => !annex.calendars[party]);
  if (without !== undefined) return refused("calendars", `${without} has none`);
  for (const code of [...annex.articles.map((one) => one.cap), ...annex.leadTimes.map((one) => one.level)])
    if (code !== undefined) {
      const level = levelOf(terms.labels, { policy: terms.labels.policy, classification: code });
      if (isRefusal(level)) return level;
    }
  return undefined;
}

/** What the version lacks before it can be frozen; undefined when it is whole and concordant. */
export function refuseVersion(version: Version, amended: Annex | undefined): Refusal | undefined {
  const annex = version.annex?.value;
  const missing = (annex?.languages ?? []).filter((language) => version.texts[language]?.digest === undefined);
  if (!annex || missing.length > 0)
    return refuse("procedures.versionIncomplete", {
      version: version.version,
      missing: annex ? missing : ["annex", ...missing],
    });
  const [first, ...others] = annex.languages.flatMap((language) => version.texts[language] ?? []);
  if (!first) return refuse("procedures.versionIncomplete", { version: version.version, missing: annex.languages });
  for (const other of others) {
    const refusal = refuseDivergence(first, other);
    if (refusal) return refusal;
  }
  return refuseForeignArticles({ annex, text: first, amended });
}

function refuseDivergence(one: LanguageText, other: LanguageText): Refusal | undefined {
  const numbers = new Set([...one.articles, ...other.articles].map((article) => article.number));
  for (const number of numbers) {
    const [a, b] = [one, other].map((text) => text.articles.find((article) => article.number === number));
    if (a?.paragraphs.length !== b?.paragraphs.length)
      return refuse("procedures.notConcordant", {
        article: number,
        language: one.language,
        paragraphs: a?.paragraphs.length ?? 0,
        other: other.language,
        otherParagraphs: b?.paragraphs.length ?? 0,
      });
  }
  return undefined;
}

/**
 * An amendment's annex is the amended accord's as it will be, so it may also name articles the amendment leaves alone.
 */
function refuseForeignArticles(input: {
  annex: Annex;
  text: LanguageText;
  amended: Annex | undefined;
}): Refusal | undefined {
  const inText = new Set<string>(input.text.articles.map((article) => article.number));
  const inAnnex = new Set<string>(input.annex.articles.map((article) => article.number));
  const kept = new Set<string>((input.amended?.articles ?? []).map((article) => article.number));
  const foreign = [...inAnnex].find((number) => !inText.has(number) && !kept.has(number));
  if (foreign !== undefined)
    return refuse("procedures.annexNotOfText", { article: foreign, in: "the annex", not: "the text" });
  const silent = [...inText].find((number) => !inAnnex.has(number));
  if (silent !== undefined)
    return refuse("procedures.annexNotOfText", { article: silent, in: "the text", not: "the annex" });
  return undefined;
}
