// The forms of the plan's steps. Schemas only.

import { z } from "../../base/index.ts";
import { digestText, dossier, names, note, reason, reasonsOf, reference } from "../forms.ts";
import { changeSchema, settingShape } from "./changes.ts";
import { lineId, lineSchema, statuses } from "./line.ts";

export const callBody = z.strictObject({
  year: z.number().int().min(2000).max(2198),
  titles: names,
  reference,
  note: note.optional(),
});

/** As many as one act can carry; sixty lines go in two or three. */
export const proposeBody = z.strictObject({
  lines: z.array(lineSchema).min(1).max(40),
  reference: reference.optional(),
});
export const changeLineBody = z.strictObject({ ...settingShape, reason: reason.optional() });
export const dropLineBody = z.strictObject({ line: lineId, base: digestText, reason });

export const noteBody = z.strictObject({ note: note.optional() });
export const reasonBody = z.strictObject({ reason });
export const versionBody = z.strictObject({ version: digestText });

export const letterBody = z.strictObject({ reference, changes: z.array(changeSchema).min(1).max(40), reason });
export const answerBody = z.strictObject({ letter: digestText, reference: reference.optional() });

/** Why a change is declined: a closed list, so that reasons can be counted. */
export const decliningReasons = ["budget", "dates", "personnel", "priority", "facilities", "other"] as const;
export const declineBody = z.strictObject({ letter: digestText, reasons: reasonsOf(decliningReasons) });

export const statusBody = z.strictObject({ line: lineId, status: z.enum(statuses), note: note.optional() });

export const linkBody = z.strictObject({
  links: z
    .array(z.strictObject({ line: lineId, dossier }))
    .min(1)
    .max(200)
    .refine((list) => new Set(list.map((one) => one.dossier)).size === list.length, "each dossier once"),
});
export const unlinkBody = z.strictObject({ line: lineId, dossier, reason });

export const reportBody = z.strictObject({
  lines: z
    .array(z.strictObject({ line: lineId, status: z.enum(statuses), dossiers: z.number().int().min(0) }))
    .max(200),
  summary: names.optional(),
});
