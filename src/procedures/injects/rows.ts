// The rows of a main events list in their four ranks: objectives, events, incidents and injects. The fields of an
// inject are those that published practice has in its spreadsheets (HSEEP's master scenario events list and its like).

import { z } from "../../base/index.ts";
import { digestText, party } from "../forms.ts";

const words = (max: number): z.ZodString => z.string().min(1).max(max);

/** Begins with the code of the side that wrote it, so that rows of the two sides never bear one number. */
export const rowId = z.string().regex(/^[a-z0-9]{1,8}-[a-z0-9][a-z0-9-]{0,30}$/, "a party, a hyphen and a number");

export const injectTypes = ["information", "event", "media", "social", "administrative"] as const;
export const injectMeans = ["mail", "phone", "radio", "document", "meeting", "actor", "simulation"] as const;

export const objectiveSchema = z.strictObject({ id: rowId, title: words(200) });
export const eventSchema = z.strictObject({ id: rowId, objective: rowId, title: words(200) });
export const incidentSchema = z.strictObject({ id: rowId, event: rowId, title: words(200) });

export const injectSchema = z.strictObject({
  id: rowId,
  incident: rowId,
  title: words(200),
  type: z.enum(injectTypes),
  means: z.enum(injectMeans),
  /** Who it seems to come from and whom it is played to: functions of the play, never persons. */
  from: words(120),
  to: words(120),
  /** The side whose players receive it, and acknowledge it. */
  audience: party,
  /** Exercise time: days from D-day, and the hour on the exercise's clock. Real time is what a schedule gives. */
  day: z.number().int().min(-60).max(120).optional(),
  time: z
    .string()
    .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, "hours and minutes")
    .optional(),
  text: words(2000).optional(),
  expected: words(600).optional(),
  capability: words(120).optional(),
  controller: words(120).optional(),
  /** For the evaluator. */
  note: words(400).optional(),
  /** Digests of documents that go with it by another way. */
  attachments: z.array(digestText).max(4).optional(),
  /** Not written out yet: nobody reviews it. */
  idea: z.literal(true).optional(),
});

export type Objective = z.infer<typeof objectiveSchema>;
export type Event = z.infer<typeof eventSchema>;
export type Incident = z.infer<typeof incidentSchema>;
export type Inject = z.infer<typeof injectSchema>;

/** An inject's way through the play. `drafted` again after a change or a return. */
export const stages = [
  "idea",
  "drafted",
  "reviewed",
  "approved",
  "scheduled",
  "held",
  "released",
  "acknowledged",
  "answered",
  "assessed",
  "skipped",
  "repeated",
] as const;
export type Stage = (typeof stages)[number];

/** What has not gone out may still be written anew, put off or left out. */
export const beforeRelease: readonly Stage[] = ["idea", "drafted", "reviewed", "approved", "scheduled", "held"];
/** What has gone out and is not assessed. */
export const inPlay: readonly Stage[] = ["released", "acknowledged", "answered"];
/** What needs nothing more when the list is closed. */
export const doneStages: readonly Stage[] = ["idea", "assessed", "skipped", "repeated"];
