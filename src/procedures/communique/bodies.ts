// The forms of the steps of a communiqué. Schemas only.

import { z } from "../../base/index.ts";
import {
  contact,
  day,
  digestText,
  functionCode,
  instant,
  language,
  names,
  note,
  party,
  reason,
  reasonsOf,
  reference,
  zone,
} from "../forms.ts";

const words = (max: number): z.ZodString => z.string().min(1).max(max);
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lowercase letters, digits and hyphens");
const address = z.url({ protocol: /^https?$/ }).max(400);

const languages = z
  .array(language)
  .min(1)
  .max(4)
  .refine((list) => new Set(list).size === list.length, "each language once");

const speaker = z.strictObject({
  function: names,
  /** Only of a holder of public office, who speaks in public anyway. */
  name: words(80).optional(),
  publicOffice: z.literal(true).optional(),
});

export const passageKinds = ["quote", "opening", "closing"] as const;

/** Words that are one side's alone: what its speaker said, or the formula it opens or closes every text with. */
export const passageSchema = z.strictObject({
  id,
  kind: z.enum(passageKinds),
  /** The side whose words they are; it alone clears them. */
  of: party,
  speaker: speaker.optional(),
  /** The language they were spoken or written in; all others are translations. */
  original: language,
  texts: z.record(language, words(1500)),
});
export type Passage = z.infer<typeof passageSchema>;

/** A text, or a passage by its id; never both. */
const paragraph = z
  .strictObject({ text: words(3000).optional(), passage: id.optional() })
  .refine((one) => (one.text === undefined) !== (one.passage === undefined), "either a text or a passage");

/** The communiqué in one language. */
export const versionSchema = z.strictObject({
  language,
  headline: words(200),
  place: words(80),
  date: day,
  paragraphs: z.array(paragraph).min(1).max(40),
});
export type Version = z.infer<typeof versionSchema>;

/** A photograph by the digest of its file; the file itself goes to the press by other ways. */
export const photoSchema = z.strictObject({
  id,
  digest: digestText,
  mediaType: z.enum(["image/jpeg", "image/png", "image/webp"]),
  size: z.number().int().min(1).max(100_000_000),
  captions: names,
  credit: words(160),
  taken: day.optional(),
});
export type Photo = z.infer<typeof photoSchema>;

export const hourSchema = z.strictObject({ at: instant, zone });
export type Hour = z.infer<typeof hourSchema>;

const start = { titles: names, languages, reference, contact: contact.optional() };
export const proposeBody = z.strictObject({ ...start, note: note.optional() });
export const acceptBody = z.strictObject({ reference, contact: contact.optional() });

/** Why a joint text is not wanted: a closed list, so that reasons can be counted. */
export const decliningReasons = ["timing", "content", "level", "noComment", "ownText", "other"] as const;
export const declineBody = z.strictObject({ reasons: reasonsOf(decliningReasons) });

/** A unilateral text, announced before it is issued. */
export const notifyBody = z.strictObject({ ...start, intended: hourSchema, note: note.optional() });
export const changeNoticeBody = z.strictObject({ intended: hourSchema, note: note.optional() });

/** What was said in public already: the register tells it rather than hide it. */
export const recordBody = z.strictObject({
  titles: names,
  reference,
  /** Where it was said, such as the name of a newspaper or of a service of the web. */
  medium: words(120),
  /** Who said it, where that is not a service of the side. */
  source: words(160).optional(),
  speaker: speaker.optional(),
  on: day,
  address: address.optional(),
  versions: z
    .array(versionSchema)
    .min(1)
    .max(4)
    .refine((list) => new Set(list.map((one) => one.language)).size === list.length, "each language once"),
});

export const writeVersionBody = z.strictObject({ version: versionSchema, base: digestText.optional() });
export const writePassageBody = z.strictObject({ passage: passageSchema, base: digestText.optional() });
export const dropBody = z.strictObject({ id, reason: reason.optional() });
export const addPhotoBody = z.strictObject({ photo: photoSchema });

const versions = z.record(language, digestText);
/** The digest of every language's text as it stands. */
export const freezeBody = z.strictObject({ versions });
export const clearPassageBody = z.strictObject({ passage: id, digest: digestText, function: functionCode.optional() });
/** By whom it was approved for the public, as a function. */
export const clearVersionBody = z.strictObject({ language, digest: digestText, function: functionCode.optional() });
export const reasonBody = z.strictObject({ reason });

export const scheduleBody = z
  .strictObject({
    /** Absent: free at once. */
    embargo: hourSchema.optional(),
    /** Both are out at the hour of the embargo, without a further act of either. */
    simultaneous: z.boolean(),
  })
  .refine((given) => !given.simultaneous || given.embargo !== undefined, "an hour for what is simultaneous");

export const releaseBody = z.strictObject({ versions, address: address.optional() });

export const breachBody = z.strictObject({
  /** Whose text was out early; absent: a third party's, which frees both. */
  of: party.optional(),
  at: instant,
  address,
  note: note.optional(),
});

/** One language's text in place of another that is out, with what is told to those who have the former. */
export const correctBody = z.strictObject({ version: versionSchema, base: digestText, notice: names });

/** What the other side says of a text that is not its own: counted, and never a veto. */
export const observations = ["none", "facts", "quote", "timing", "marking", "names", "other"] as const;
export const observeBody = z.strictObject({ reasons: reasonsOf(observations) });
