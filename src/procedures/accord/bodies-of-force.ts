// The forms from the signature on: each side's own procedure, notes and receipts, provisional application,
// registration, and what becomes of an instrument in force.

import { z } from "../../base/index.ts";
import { article, code, day, digest, dossier, inLanguages, line, reference, text } from "./bodies.ts";

/** One item of a side's own procedure. What a state's law asks is data, never a fixed workflow. */
export const addRequirementBody = z.strictObject({
  item: code,
  titles: inLanguages,
  legalBasis: line,
  due: day.optional(),
});

export const completeRequirementBody = z.strictObject({
  item: code,
  date: day,
  reference: reference.optional(),
  /** Done otherwise than the rule says, with the consent the rule asks for. */
  exception: z.strictObject({ ground: z.enum(["urgency", "confidentiality", "other"]), consent: line }).optional(),
});

/** A note verbale by its number and date. */
const note = { note: reference, date: day } as const;

export const noteBody = z.strictObject(note);
export const receiptBody = z.strictObject({ note: reference, received: day });

export const provisionalBody = z.strictObject({ articles: z.array(article).min(1).max(100), from: day });
export const endProvisionalBody = z.strictObject({ ...note, reason: text.optional() });

export const registerAtUnBody = z.strictObject({
  subject: z.enum(["instrument", "provisionalApplication"]),
  /** The date of receipt: it is the date of registration. */
  received: day,
  number: reference.optional(),
  /** The certifying statement, as a document. */
  statement: digest.optional(),
});
export const declareNotRegisteredBody = z.strictObject({ reason: z.enum(["classified", "other"]), text });

export const suspendBody = z.strictObject({ ...note, reason: text });
export const resumeBody = z.strictObject({ reason: text });
export const renewBody = z.strictObject({ years: z.number().int().min(1).max(99), ...note });
export const denounceBody = z.strictObject({ ...note, reason: text.optional() });
export const succeedBody = z.strictObject({ supersededBy: dossier, from: day });
