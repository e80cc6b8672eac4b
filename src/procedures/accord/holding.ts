// Which instrument holds for both sides at an instant, with the amendments in force by then. A framework that ends
// leaves the place to the next; while several stand, the one latest in force holds, since it superseded the others.

import type { PartyCode } from "../../acts/index.ts";
import type { Dossier } from "../engine/dossier.ts";
import type { AccordInForce } from "../terms.ts";
import type { AccordData, LanguageText } from "./data.ts";
import { accordInForceOf } from "./force.ts";
import { byNumber } from "./text.ts";

/**
 * The accord at `at` (milliseconds since 1970) among all instruments of two registers: undefined while no framework's
 * text is agreed.
 */
export function accordTerms(input: {
  dossiers: readonly Dossier<AccordData>[];
  at: number;
  parties: readonly [PartyCode, PartyCode];
}): AccordInForce | undefined {
  const { at } = input;
  const datas = input.dossiers.filter((dossier) => dossier.state !== "withdrawn").map((dossier) => dossier.data);
  let accord: AccordInForce | undefined;
  for (const data of datas) {
    if (data.proposal?.kind !== "framework") continue;
    const one = accordInForceOf(data);
    if (one && (!accord || before({ one: accord, other: one, at }))) accord = one;
  }
  if (!accord) return undefined;
  const amendments = datas
    .filter((data) => data.proposal?.kind === "amendment" && data.inForceFrom !== undefined)
    .sort((a, b) => (a.inForceFrom ?? 0) - (b.inForceFrom ?? 0) || ((a.dossier ?? "") < (b.dossier ?? "") ? -1 : 1));
  return amendments.reduce((so, amendment) => applyAmendment({ accord: so, amendment, at }), accord);
}

/** How far a framework has come at `at`: ended, agreed, signed, provisionally applied, in force. */
function standing(accord: AccordInForce, at: number): number {
  if (accord.endsAt !== undefined && accord.endsAt <= at) return 0;
  if (accord.inForceFrom !== undefined && accord.inForceFrom <= at) return 3;
  if (accord.provisionalFrom !== undefined && accord.provisionalFrom <= at) return 2;
  return 1;
}

/** Whether `one` gives way to `other`. */
function before(input: { one: AccordInForce; other: AccordInForce; at: number }): boolean {
  const { one, other, at } = input;
  const [a, b] = [standing(one, at), standing(other, at)];
  if (a !== b) return a < b;
  const [from, otherFrom] = [one.inForceFrom ?? 0, other.inForceFrom ?? 0];
  return from !== otherFrom ? from < otherFrom : one.dossier < other.dossier;
}

/**
 * The accord as the amendment makes it, from the amendment's own entry into force on; unchanged before it, and where
 * the amendment is another instrument's. The amended annex replaces the old one, save the rule by which the accord
 * itself entered into force.
 */
export function applyAmendment(input: { accord: AccordInForce; amendment: AccordData; at: number }): AccordInForce {
  const { accord, amendment, at } = input;
  const { proposal, agreed, inForceFrom } = amendment;
  if (proposal?.kind !== "amendment" || proposal.amends !== accord.dossier || !agreed) return accord;
  if (inForceFrom === undefined || inForceFrom > at) return accord;
  return { ...accord, annex: { ...agreed.annex, entryIntoForce: accord.annex.entryIntoForce } };
}

/** One language of an instrument with an amendment worked in: articles replaced, added, and gone from its annex. */
export function amendedText(text: LanguageText, amendment: AccordData): LanguageText {
  const { agreed } = amendment;
  const change = agreed?.texts[text.language];
  if (!agreed || !change) return text;
  const replaced = new Set(change.articles.map((article) => article.number));
  const kept = new Set<string>(agreed.annex.articles.map((article) => article.number));
  const articles = text.articles.filter((article) => kept.has(article.number) && !replaced.has(article.number));
  return { ...text, articles: [...articles, ...change.articles].sort(byNumber), digest: undefined };
}
