// The forms of a confirmation of clearance. A facility is named; a person never is, for a register can never forget
// one: the person goes by the asking side's own number, and the details by a channel. Schemas only.

import { z } from "../../base/index.ts";
import { day, digestText, dossier, note, reason, reasonsOf, reference, word } from "../forms.ts";

/** Where the details of a person or a facility were sent: the dossier and the sealed document in it. */
const details = z.strictObject({ dossier, digest: digestText });

export const requestBody = z
  .strictObject({
    subject: z.enum(["facility", "person"]),
    reference,
    facility: z.string().min(1).max(160).optional(),
    details: details.optional(),
    level: word,
    purpose: reason,
  })
  .refine(
    ({ subject, facility }) => (subject === "facility") === (facility !== undefined),
    "a name for a facility, and none for a person",
  );

export const processBody = z.strictObject({ expected: day.optional() });
export const confirmBody = z.strictObject({ reference, level: word, until: day });
export const refusalReasons = ["notCleared", "unknown", "levelTooHigh", "incomplete", "other"] as const;
export const denyBody = z.strictObject({ reasons: reasonsOf(refusalReasons) });
export const extendBody = z.strictObject({ reference, until: day });
export const reasonBody = z.strictObject({ reason, note: note.optional() });
