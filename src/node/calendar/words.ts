// The words of a feed in the language of its reader. The names of procedures, states and deadlines are those the pages
// show: they are kept once, beside the pages, as data.

import { readFileSync } from "node:fs";
import { z } from "../../base/index.ts";
import type { FeedLanguage } from "./addresses.ts";

const termsSchema = z.record(z.string(), z.string());
const read = new Map<FeedLanguage, Readonly<Record<string, string>>>();

/** A name by its id, such as `deadline.visit.decision`; the code's own word where the language has none. */
export function nameIn(language: FeedLanguage): (id: string) => string {
  const file = new URL(`../../web/terms/${language}.json`, import.meta.url);
  const terms = read.get(language) ?? termsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  read.set(language, terms);
  return (id) => terms[id] ?? id.split(".").at(-1) ?? id;
}

interface FeedWords {
  /** Of a deadline that has passed. */
  readonly late: string;
  /** Of an instant on a side's clock. */
  readonly at: (party: string) => string;
  readonly state: string;
}

export const feedWords: Readonly<Record<FeedLanguage, FeedWords>> = {
  en: { late: "Late", at: (party) => `Time in ${party}`, state: "State" },
  fr: { late: "En retard", at: (party) => `Heure ${party}`, state: "État" },
  ar: { late: "متأخر", at: (party) => `التوقيت (${party})`, state: "الحالة" },
  he: { late: "באיחור", at: (party) => `שעה (${party})`, state: "מצב" },
};
