// The forms of observations and lessons. A lesson is learned only when something changed. Schemas only.

import { z } from "../../base/index.ts";
import { day, dossier, note, reasonsOf } from "../forms.ts";
import { numberText } from "./bodies.ts";

const words = (max: number): z.ZodString => z.string().min(1).max(max);

export const observationSchema = z.strictObject({
  id: numberText,
  title: words(200),
  text: words(1500),
  objective: numberText.optional(),
  /** Worth keeping as it went, rather than changing. */
  goodPractice: z.literal(true).optional(),
});
export const observeBody = z.strictObject({ observations: z.array(observationSchema).min(1).max(40) });

export const rejectingReasons = ["noCause", "duplicate", "outOfScope", "singleCase", "other"] as const;
export const rejectBody = z.strictObject({ lesson: numberText, reasons: reasonsOf(rejectingReasons) });
export const identifyBody = z.strictObject({ lesson: numberText, cause: words(1000), remedy: words(1000) });
export const assignBody = z.strictObject({ lesson: numberText, body: words(160), due: day });
export const remedyBody = z.strictObject({ lesson: numberText, done: words(1000) });
export const validateBody = z.strictObject({ lesson: numberText, valid: z.boolean(), note: note.optional() });
export const learnBody = z.strictObject({ lesson: numberText, changed: words(1000) });

const each = z
  .array(numberText)
  .max(200)
  .refine((list) => new Set(list).size === list.length, "each lesson once");
export const carryBody = z.strictObject({ lessons: each.min(1), exercise: dossier });
/** The lessons that are still under way when the exercise is closed: each is named, so that none is lost. */
export const closeBody = z.strictObject({ open: each });

export type Observation = z.infer<typeof observationSchema>;
