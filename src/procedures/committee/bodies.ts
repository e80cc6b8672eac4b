// The forms of the joint committee's steps. Schemas only.

import { isLanguageCode } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { domains } from "../annex.ts";
import { day, digestText, dossier, note, party, reason, reference, zone } from "../forms.ts";

const words = (max: number): z.ZodString => z.string().min(1).max(max);
const language = z.string().refine(isLanguageCode, "a language's ISO 639 code").meta({ format: "language" });
export const inLanguages = (max: number) =>
  z.record(language, words(max)).refine((texts) => Object.keys(texts).length > 0, "in at least one language");

/** An item, a decision or an action: begins with the code of the side that brings it in. */
export const itemId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lowercase letters, digits and hyphens");

export const datesSchema = z.strictObject({ from: day, until: day, zone });
export type Dates = z.infer<typeof datesSchema>;

export const proposeBody = z.strictObject({
  /** Of the session, counted by both sides together. */
  session: z.number().int().min(1).max(999),
  titles: inLanguages(200),
  reference,
  venue: z.strictObject({ city: words(80), name: words(160).optional() }),
  dates: datesSchema,
  /** In each of these the conclusions are adopted. */
  languages: z
    .array(language)
    .min(1)
    .max(4)
    .refine((list) => new Set(list).size === list.length, "each language once"),
});

export const datesBody = datesSchema;

const member = z.strictObject({
  function: inLanguages(160),
  /** Only of a holder of public office, whose part in the session is public anyway. */
  name: words(80).optional(),
  publicOffice: z.literal(true).optional(),
});

/** In order of precedence, the co-chair first. */
export const delegationBody = z.strictObject({ members: z.array(member).min(1).max(60) });
export type Delegation = z.infer<typeof delegationBody>;

export const itemKinds = ["review", "discussion", "decision", "sideMeeting"] as const;
export const itemShape = {
  id: itemId,
  titles: inLanguages(300),
  kind: z.enum(itemKinds),
  domain: z.enum(domains).optional(),
  /** Dossiers that are looked at under it, such as the year's plan. */
  dossiers: z.array(dossier).max(40).optional(),
};
export const itemSchema = z.strictObject(itemShape);
export type Item = z.infer<typeof itemSchema>;

export const addItemBody = z.strictObject({ item: itemSchema });
export const changeItemBody = z.strictObject({ item: itemSchema, base: digestText, reason: reason.optional() });
export const dropItemBody = z.strictObject({ item: itemId, reason });

/** The items in the order in which they are taken, and the digest of their texts. */
export const freezeBody = z.strictObject({ items: z.array(itemId).min(1).max(80), agenda: digestText });

export const reasonBody = z.strictObject({ reason });
export const noteBody = z.strictObject({ note: note.optional() });

const decision = z.strictObject({ id: itemId, texts: inLanguages(2000) });
export const actionShape = {
  id: itemId,
  titles: inLanguages(300),
  /** The side that owes it, and its body: an office or a function, never a person. */
  owner: party,
  body: words(160).optional(),
  due: day,
};
const action = z.strictObject(actionShape);
export type Action = z.infer<typeof action>;

/** The minutes of one item. */
export const minutesSchema = z.strictObject({
  item: itemId,
  summary: inLanguages(3000).optional(),
  decisions: z.array(decision).max(20),
  actions: z.array(action).max(20),
});
export type Minutes = z.infer<typeof minutesSchema>;

/** `base`: the digest of the item's minutes as their author read them; absent where there were none. */
export const draftBody = z.strictObject({ minutes: minutesSchema, base: digestText.optional() });

/** The digest of the minutes in each language: every version is agreed to by itself. */
export const adoptBody = z.strictObject({ versions: z.record(language, digestText) });

export const progress = ["begun", "done"] as const;
export const reportBody = z.strictObject({
  action: itemId,
  progress: z.enum(progress),
  note: note.optional(),
  /** The dossier that shows it. */
  dossier: dossier.optional(),
});
export const extensionBody = z.strictObject({ action: itemId, due: day, reason });
export const answerBody = z.strictObject({ action: itemId, granted: z.boolean(), note: note.optional() });
/** Actions that are not done go over to the next session by name. */
export const closeBody = z.strictObject({ carried: z.array(itemId).max(400) });
