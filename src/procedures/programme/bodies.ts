// The forms of the programme's steps. Schemas only.

import { z } from "../../base/index.ts";
import { changeList } from "./changes.ts";
import {
  day,
  digestText,
  engagementList,
  functionText,
  inLanguages,
  lineId,
  startSchema,
  venueSchema,
  zone,
} from "./engagement.ts";

const reference = z.string().min(1).max(60);
export const reason = z.string().min(1).max(600);

export const datesSchema = z.strictObject({ from: day, until: day, zone });
export type Dates = z.infer<typeof datesSchema>;

export const inviteBody = z.strictObject({
  titles: inLanguages(200),
  /** Of the invitation letter. */
  reference,
  visitor: functionText,
  host: functionText,
  dates: datesSchema.optional(),
});

export const acceptBody = z.strictObject({ reference: reference.optional(), note: reason.optional() });
export const reasonBody = z.strictObject({ reason });
export const noteBody = z.strictObject({ note: reason.optional() });

const member = z.strictObject({
  function: inLanguages(160),
  rank: z.string().min(1).max(80).optional(),
  /** Only of a holder of public office, whose name the visit itself makes public. */
  name: z.string().min(1).max(80).optional(),
  publicOffice: z.literal(true).optional(),
  /** Of the sealed document with the personal details. */
  details: digestText.optional(),
});

/** The delegation in protocol order. */
export const delegationBody = z.strictObject({ members: z.array(member).min(1).max(120) });
export type Delegation = z.infer<typeof delegationBody>;

/** Sealed documents the visitor owes, by digest: passports, photographs, diets. */
export const deliveries = ["photos", "diet", "passports"] as const;
export const deliverBody = z.strictObject({
  item: z.enum(deliveries),
  details: digestText,
  count: z.number().int().min(0).max(500),
});

export const programmeBody = z.strictObject({ engagements: engagementList, note: reason.optional() });

/** Changes on the version named, and the visitor's requests they answer. */
export const changeBody = z.strictObject({
  base: digestText,
  changes: changeList,
  reason: reason.optional(),
  answers: z.array(z.number().int().min(1)).max(40).optional(),
});

export const requestBody = z.strictObject({ base: digestText, changes: changeList, reason });
export const declineRequestBody = z.strictObject({ request: z.number().int().min(1), reason });

export const advanceVisitBody = z.strictObject({
  from: day,
  until: day,
  places: z.array(z.string().min(1).max(160)).min(1).max(30),
  functions: z.array(functionText).min(1).max(30),
});
export type AdvanceVisit = z.infer<typeof advanceVisitBody>;
export const answerAdvanceBody = z.strictObject({ accepted: z.boolean(), note: reason.optional() });

export const versionBody = z.strictObject({ version: digestText });

const acknowledged = z
  .array(z.strictObject({ from: lineId, to: lineId }))
  .max(80)
  .optional();
export type Acknowledged = z.infer<typeof acknowledged>;

/** The version both agree to, and each clash in it that both take as it is. */
export const agreeBody = z.strictObject({ version: digestText, acknowledged });

export const frozenChangeBody = z.strictObject({ base: digestText, changes: changeList, reason, acknowledged });

/** On the day: what moves, without a word more than needed. */
export const moveBody = z
  .strictObject({
    engagement: lineId,
    start: startSchema.optional(),
    minutes: z.number().int().min(1).max(14_400).optional(),
    venue: venueSchema.optional(),
    confirmed: z.boolean().optional(),
    reason,
  })
  .refine((body) => body.start ?? body.minutes ?? body.venue ?? body.confirmed !== undefined, "something that moves");

/** The number of the latest move that was read. */
export const takeNoteBody = z.strictObject({ upTo: z.number().int().min(1) });

export const recordBody = z.strictObject({
  kind: z.enum(["thanks", "gift", "note"]),
  text: inLanguages(600),
  from: functionText.optional(),
  to: functionText.optional(),
});
export type ProgrammeRecord = z.infer<typeof recordBody>;
