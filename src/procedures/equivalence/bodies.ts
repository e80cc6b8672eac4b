// The forms of a table of equivalence: the policies of labels that each side uses within itself, and row by row what a
// level of one is in another. After the tables of security agreements and the XML SPIF's equivalentClassification:
// directional, with a caveat asked for on one side and a marking added on the other.

import { labelPolicySchema } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { day, digestText, dossier, names, party, policyName, reason, reference, word, zone } from "../forms.ts";

const policy = z.strictObject({
  /** The side whose policy it is, and whose word on its names it is. */
  owner: party,
  policy: policyName,
  levels: labelPolicySchema.shape.levels,
  /** The words of special handling it knows, each once. */
  markings: z
    .array(z.strictObject({ code: word, names }))
    .max(40)
    .default([]),
});

const row = z.strictObject({
  from: z.strictObject({
    policy: policyName,
    level: word,
    /** The row is only for labels that bear this caveat. */
    caveat: word.optional(),
  }),
  to: z.strictObject({
    policy: policyName,
    level: word,
    /** What must be marked on it besides. */
    marking: word.optional(),
  }),
});

export const tableBody = z.strictObject({
  reference: reference.optional(),
  policies: z.array(policy).min(1).max(8),
  rows: z.array(row).min(1).max(400),
  /** The first day it holds, and the last; without the last it holds until withdrawn or superseded. */
  validFrom: day,
  validUntil: day.optional(),
  /** Decides the day of an instant. */
  zone,
  /** Tables that this one puts out of use from its first day on. */
  supersedes: z.array(dossier).max(20).default([]),
});
export type Table = z.output<typeof tableBody>;

export const adoptBody = z.strictObject({ table: digestText });
export const withdrawBody = z.strictObject({ reason });
export const supersedeBody = z.strictObject({ by: dossier });
