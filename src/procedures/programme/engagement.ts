// One line of an official programme: everything protocol writes beside a time. What a source does not say is left out
// and never filled in: an absent time is a time to be set, an absent length is a length nobody has entered.
//
// Persons are functions. Who is named at all stands in the delegation list, and only holders of public office do.

import { isActId, isLanguageCode, isZoneName } from "../../acts/index.ts";
import { z } from "../../base/index.ts";

const words = (max: number): z.ZodString => z.string().min(1).max(max);

export const day = z.iso.date();
export const digestText = z.string().regex(/^sha256:[0-9a-f]{64}$/, "sha256: and 64 hexadecimal digits");
export const functionText = words(160);
export const zone = z.string().refine(isZoneName, "an IANA time zone by name").meta({ format: "zone" });
export const lineId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lowercase letters, digits and hyphens");
const language = z.string().refine(isLanguageCode, "a language's code").meta({ format: "language" });
/** At most ten days: an engagement is a matter of minutes. */
const minutes = z.number().int().min(1).max(14_400);

export const inLanguages = (max: number) =>
  z.record(language, words(max)).refine((texts) => Object.keys(texts).length > 0, "in at least one language");

/** A local date and, once it is set, a local time, in a zone by name. */
export const startSchema = z.strictObject({
  date: day,
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "a time such as 18:45")
    .optional(),
  zone,
});
export type Start = z.infer<typeof startSchema>;

export const venueSchema = z.strictObject({
  name: words(160),
  city: words(80).optional(),
  gate: words(80).optional(),
  room: words(80).optional(),
});

const participants = z.array(functionText).max(60);

export const engagementShape = {
  /** Stays with the engagement over all versions. */
  id: lineId,
  titles: inLanguages(200),
  start: startSchema,
  /** Its length; absent while nobody has entered one. */
  minutes: minutes.optional(),
  /** Whether the time is settled. */
  confirmed: z.boolean(),
  /** Where the line comes from: reported by a source, written for a demonstration, or agreed between the sides. */
  source: z.enum(["reported", "demonstration", "agreed"]),
  venue: venueSchema.optional(),
  /** Who receives, and the visitor's principal. */
  host: functionText.optional(),
  visitorPrincipal: functionText.optional(),
  /** Each side's participants, in order of precedence. */
  participants: z.strictObject({ host: participants, visitor: participants }).optional(),
  format: z
    .enum(["teteATete", "plenary", "ceremony", "meal", "tour", "signature", "pressPoint", "travel", "private"])
    .optional(),
  dress: words(120).optional(),
  interpreters: z
    .array(z.strictObject({ from: language, to: language, function: functionText }))
    .max(12)
    .optional(),
  honours: z
    .array(z.enum(["guard", "anthems", "flags", "wreath", "salute"]))
    .max(5)
    .optional(),
  gifts: words(300).optional(),
  /** The digest of the seating plan, which is a document. */
  seating: digestText.optional(),
  /** The movement that comes before. */
  movement: z
    .strictObject({
      from: words(120),
      to: words(120),
      minutes: minutes.optional(),
      convoy: words(80).optional(),
      vehicle: words(80).optional(),
      riders: z.array(functionText).max(20).optional(),
    })
    .optional(),
  press: z.enum(["none", "pool", "spray", "statement"]).optional(),
  level: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/, "a level's code")
    .optional(),
  /** The dossier of the request for visit on which the site is entered. */
  visit: z.string().refine(isActId, "a dossier's id").meta({ format: "dossier" }).optional(),
  medical: words(300).optional(),
  planB: words(400).optional(),
} as const;

export const engagementSchema = z.strictObject(engagementShape);
export type Engagement = z.infer<typeof engagementSchema>;

export const engagementsMax = 80;

/** A whole programme, in running order. */
export const engagementList = z
  .array(engagementSchema)
  .min(1)
  .max(engagementsMax)
  .refine((list) => new Set(list.map((one) => one.id)).size === list.length, "each engagement's id once");

/** The instant of a start, milliseconds since 1970; undefined while its time is not set. */
export function instantOf(start: Start): number | undefined {
  if (start.time === undefined) return undefined;
  const local = Temporal.PlainDate.from(start.date).toPlainDateTime(Temporal.PlainTime.from(start.time));
  return local.toZonedDateTime(start.zone).epochMilliseconds;
}

/** A start so many minutes later, or earlier when negative; undefined while its time is not set. */
export function shifted(start: Start, byMinutes: number): Start | undefined {
  const at = instantOf(start);
  if (at === undefined) return undefined;
  const local = Temporal.Instant.fromEpochMilliseconds(at + byMinutes * 60_000).toZonedDateTimeISO(start.zone);
  return { ...start, date: local.toPlainDate().toString(), time: local.toPlainTime().toString().slice(0, 5) };
}
