// One line of the annual cooperation plan: an activity with its place, dates, participants, modalities and who pays.
// The fields are those of published bilateral plans (activity, name, venue, dates, number of participants, modalities),
// with lead bodies, level, languages and the rule of costs. What is not settled yet is left out and never filled in.

import { isLanguageCode, isPartyCode, levelOf } from "../../acts/index.ts";
import { type Refusal, refuse, z } from "../../base/index.ts";
import { domains } from "../annex.ts";
import { day, party, word } from "../forms.ts";
import type { Terms } from "../terms.ts";

const words = (max: number): z.ZodString => z.string().min(1).max(max);
const language = z.string().refine(isLanguageCode, "a language's ISO 639 code").meta({ format: "language" });

/** Begins with the code of the side that proposed it, so that lines of the two sides never bear one number. */
export const lineId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lowercase letters, digits and hyphens");

/** The forms cooperation takes in published agreements. */
export const lineForms = [
  "visit",
  "staffTalks",
  "experts",
  "course",
  "observers",
  "exercise",
  "conference",
  "project",
  "exchange",
  "other",
] as const;

/** Who pays. The first is the usual default: who sends pays travel, who receives pays board and lodging. */
export const costRules = ["sendingTravels", "eachOwn", "sendingAll", "receivingAll", "shared", "separate"] as const;

export const lineShape = {
  /** Stays with the line for ever: dossiers, letters and the year's report name it. */
  id: lineId,
  titles: z.record(language, words(200)).refine((texts) => Object.keys(texts).length > 0, "in at least one language"),
  domain: z.enum(domains),
  form: z.enum(lineForms),
  costs: z.enum(costRules),
  venue: words(160).optional(),
  /** The side that receives; the other one sends. Absent where both do, or where it takes place elsewhere. */
  receiving: party.optional(),
  from: day.optional(),
  until: day.optional(),
  participants: z.number().int().min(1).max(100_000).optional(),
  modalities: words(400).optional(),
  /** The body that leads it on each side: an office, never a person. */
  leads: z.record(party, words(160)).optional(),
  level: word.optional(),
  /** Of the work itself. */
  languages: z.array(language).max(6).optional(),
  interpretation: z.boolean().optional(),
};

export const lineSchema = z.strictObject(lineShape);
export type Line = z.infer<typeof lineSchema>;

/** What both sides can do with a line in the year. Executed and cancelled are the end of it. */
export const statuses = ["planned", "confirmed", "executed", "postponed", "cancelled"] as const;
export type LineStatus = (typeof statuses)[number];

const later: Readonly<Record<LineStatus, readonly LineStatus[]>> = {
  planned: ["confirmed", "executed", "postponed", "cancelled"],
  confirmed: ["executed", "postponed", "cancelled"],
  postponed: ["confirmed", "executed", "cancelled"],
  executed: [],
  cancelled: [],
};

export function statusesAfter(status: LineStatus): readonly LineStatus[] {
  return later[status];
}

/** Days in their order and in the plan's year, parties of the accord, a level of its policy. */
export function guardLine(line: Line, input: { readonly year: number; readonly terms: Terms }): Refusal | undefined {
  const { terms, year } = input;
  const { from, until } = line;
  const first = from ?? until;
  const last = until ?? from;
  if (first !== undefined && last !== undefined) {
    const inYear = first <= `${year}-12-31` && last >= `${year}-01-01`;
    if (first > last || !inYear)
      return refuse("procedures.planDates", { line: line.id, from: first, until: last, year });
  }
  const named = [...(line.receiving === undefined ? [] : [line.receiving]), ...Object.keys(line.leads ?? {})];
  const stranger = named.find((code) => !isPartyCode(code) || !terms.parties.includes(code));
  if (stranger !== undefined)
    return refuse("procedures.planParty", { line: line.id, got: stranger, parties: [...terms.parties] });
  const { labels } = terms;
  const rank = line.level === undefined ? 0 : levelOf(labels, { policy: labels.policy, classification: line.level });
  return typeof rank === "number" ? undefined : rank;
}
