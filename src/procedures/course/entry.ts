// The entry of a course in the catalogue: what is taught, to whom, and what is asked of those who come. The fields are
// those of NATO's education and training opportunities catalogue (ETOC) that two parties need between themselves;
// language requirements are profiles of STANAG 6001.

import { levelOf } from "../../acts/index.ts";
import { type Refusal, refuse, z } from "../../base/index.ts";
import { day, language, names, note, reference, word } from "../forms.ts";
import type { Terms } from "../terms.ts";

const words = (max: number): z.ZodString => z.string().min(1).max(max);

/** Listening, speaking, reading and writing, each 0 to 5. */
export const profile = z.string().regex(/^[0-5]{4}$/, "four digits from 0 to 5: listening, speaking, reading, writing");

export const deliveries = ["residential", "online", "blended", "mobileTeam"] as const;
/** Who pays. The first is the usual default: who sends pays travel, who receives pays board and lodging. */
export const costRules = ["sendingTravels", "eachOwn", "sendingAll", "hostAll", "shared"] as const;

export const entrySchema = z.strictObject({
  /** The host's own number in its catalogue. */
  code: words(40),
  titles: names,
  discipline: words(120),
  delivery: z.enum(deliveries),
  school: words(160),
  languages: z.array(language).min(1).max(6),
  durationDays: z.number().int().min(1).max(1000),
  costs: z.enum(costRules),
  aim: words(600).optional(),
  objectives: z.array(note).max(20).optional(),
  audience: words(300).optional(),
  prerequisites: words(600).optional(),
  /** Whether who completes it is given a certificate. */
  certificate: z.boolean().optional(),
  /** Of a level of the accord's policy, valid on the last day. */
  clearance: word.optional(),
  languageProfile: z.strictObject({ language, profile }).optional(),
  medicalFitness: z.boolean().optional(),
  /** A decimal with the ISO 4217 code of its currency. */
  fee: z
    .strictObject({
      amount: z.string().regex(/^(?:0|[1-9]\d{0,11})(?:\.\d{1,3})?$/, "a decimal number"),
      currency: z.string().regex(/^[A-Z]{3}$/, "an ISO 4217 code"),
    })
    .optional(),
  /** In the catalogue until then. */
  activeUntil: day.optional(),
});
export type Entry = z.infer<typeof entrySchema>;

export const offerBody = z.strictObject({ reference, entry: entrySchema });

/** A level of the accord's policy. */
export function guardEntry(entry: Entry, terms: Terms): Refusal | undefined {
  const { labels } = terms;
  if (entry.clearance === undefined) return undefined;
  const rank = levelOf(labels, { policy: labels.policy, classification: entry.clearance });
  return typeof rank === "number" ? undefined : rank;
}

/** What the sending side confirms of a nominee. */
export interface Confirmed {
  readonly clearance?: { readonly level: string; readonly validUntil: string } | undefined;
  readonly profile?: string | undefined;
  readonly medicallyFit?: boolean | undefined;
}

/** Which of the entry's requirements are not met until this last day; empty when all are. */
export function unmet(
  entry: Entry,
  input: { readonly confirmed: Confirmed; readonly until: string; readonly terms: Terms },
): readonly ("clearance" | "languageProfile" | "medicalFitness")[] {
  const { confirmed, until, terms } = input;
  const rank = (level: string): number => terms.labels.levels.findIndex((one) => one.code === level);
  const { clearance } = confirmed;
  const cleared =
    entry.clearance === undefined ||
    (clearance !== undefined && rank(clearance.level) >= rank(entry.clearance) && clearance.validUntil >= until);
  const asked = entry.languageProfile?.profile ?? "0000";
  const speaks = [...asked].every((digit, i) => (confirmed.profile?.[i] ?? "0") >= digit);
  const fit = entry.medicalFitness !== true || confirmed.medicallyFit === true;
  return [
    ...(cleared ? [] : (["clearance"] as const)),
    ...(speaks ? [] : (["languageProfile"] as const)),
    ...(fit ? [] : (["medicalFitness"] as const)),
  ];
}

export function refuseUnmet(nominee: string, missing: readonly string[]): Refusal | undefined {
  return missing.length > 0 ? refuse("procedures.courseRequirement", { nominee, missing: [...missing] }) : undefined;
}
