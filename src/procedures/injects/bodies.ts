// The forms of the steps of a main events list. One act carries many rows, so that a list of thousands is some tens of
// acts. Schemas only.

import { z } from "../../base/index.ts";
import { day, digestText, dossier, instant, names, note, reason, reasonsOf, reference, zone } from "../forms.ts";
import { eventSchema, incidentSchema, injectSchema, objectiveSchema, rowId } from "./rows.ts";

/** As many rows of a rank as one act takes; the size of an act ends it earlier where texts are long. */
export const rowsMax = 100;
/** As many rows as one act moves on. */
export const movesMax = 200;

/** Each row with the digest of the text it replaces; absent for a row that is new. */
const written = { base: digestText.optional() };

export const openBody = z.strictObject({
  /** The dossier of the exercise. */
  exercise: dossier,
  titles: names,
  reference,
  /** D-day on the exercise's own clock, and the place where that clock hangs. */
  dDay: day,
  zone,
});

export const writeBody = z
  .strictObject({
    objectives: z.array(objectiveSchema.extend(written)).max(rowsMax).optional(),
    events: z.array(eventSchema.extend(written)).max(rowsMax).optional(),
    incidents: z.array(incidentSchema.extend(written)).max(rowsMax).optional(),
    injects: z.array(injectSchema.extend(written)).max(rowsMax).optional(),
  })
  .refine(
    ({ objectives = [], events = [], incidents = [], injects = [] }) =>
      objectives.length + events.length + incidents.length + injects.length > 0,
    "at least one row",
  );

const each = <Row extends z.ZodType<{ readonly inject: string }>>(row: Row) =>
  z
    .array(row)
    .min(1)
    .max(movesMax)
    .refine((list) => new Set(list.map((one) => one.inject)).size === list.length, "each inject once");

const named = { inject: rowId };
const asRead = { inject: rowId, base: digestText };
export const injectsBody = z.strictObject({ injects: each(z.strictObject(named)) });

export const dropBody = z.strictObject({ rows: z.array(rowId).min(1).max(movesMax), reason });

/** Why an inject is returned to who wrote it: a closed list, so that reasons can be counted. */
export const returnReasons = [
  "unrealistic",
  "unclear",
  "timing",
  "safety",
  "protection",
  "duplicate",
  "objective",
  "other",
] as const;

export const reviewBody = z.strictObject({ injects: each(z.strictObject(asRead)), note: note.optional() });
export const returnBody = z.strictObject({ injects: each(z.strictObject(asRead)), reasons: reasonsOf(returnReasons) });
export const scheduleBody = z.strictObject({ injects: each(z.strictObject({ ...named, real: instant })) });
export const versionBody = z.strictObject({ version: digestText });
export const reasonBody = z.strictObject({ reason });
export const noteBody = z.strictObject({ note: note.optional() });
export const putOffBody = z.strictObject({ injects: each(z.strictObject(named)), reason });

export const stopCauses = ["medical", "weather", "fire", "traffic", "contactLost", "realEvent", "other"] as const;
export const stopBody = z.strictObject({ cause: z.enum(stopCauses), note: note.optional() });
/** Which stop is over, by its number: a later one is not resumed from unseen. */
export const resumeBody = z.strictObject({ stop: z.number().int().min(1).max(10_000) });

export const answerBody = z.strictObject({
  injects: each(z.strictObject({ ...named, text: z.string().min(1).max(1000) })),
});
export const results = ["met", "partlyMet", "notMet", "notObserved"] as const;
export const assessBody = z.strictObject({
  injects: each(z.strictObject({ ...named, result: z.enum(results), note: note.optional() })),
});
export const repeatBody = z.strictObject({
  injects: each(z.strictObject({ ...named, as: rowId, real: instant })),
  reason,
});
