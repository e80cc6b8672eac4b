// The forms of the steps of a course. Schemas only.
//
// Personal data of the nominees is not here. A nominee is a number with a function and a priority; name, rank, passport
// and next of kin stand in a sealed document, of which the act carries the reference, so that it can be erased while
// the register stays.

import { isPartyCode } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import {
  day,
  digests,
  digestText,
  document,
  instant,
  names,
  note,
  reason,
  reasonsOf,
  reference,
  word,
} from "../forms.ts";
import { entrySchema, profile } from "./entry.ts";

export const nomineesMax = 40;
/** Lists of one act name each nominee once. */
function eachOnce<Item extends z.ZodType<{ readonly nominee: string }>>(item: Item) {
  return z
    .array(item)
    .min(1)
    .max(nomineesMax)
    .refine((list) => new Set(list.map((one) => one.nominee)).size === list.length, "each nominee once");
}

export const iterationCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lowercase letters, digits and hyphens");
/** Begins with the code of the side that nominates, so that two sides never give one number. */
export const nomineeId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lowercase letters, digits and hyphens");
const seatCount = z.number().int().min(0).max(200);
const quotas = z
  .record(z.string().refine(isPartyCode, "a party's code").meta({ format: "party" }), seatCount)
  .refine((record) => Object.keys(record).length > 0, "the seats of at least one party");
const nominees = z
  .array(nomineeId)
  .min(1)
  .max(nomineesMax)
  .refine((list) => new Set(list).size === list.length, "each nominee once");

export const acceptBody = z.strictObject({ reference, entry: digestText });
export const declineReasons = ["noNeed", "dates", "costs", "requirements", "language", "other"] as const;
export const declineBody = z.strictObject({ reasons: reasonsOf(declineReasons) });
export const reviseBody = z.strictObject({ entry: entrySchema, reason });
export const reasonBody = z.strictObject({ reason });
export const noteBody = z.strictObject({ note: note.optional() });

export const scheduleBody = z.strictObject({
  iteration: iterationCode,
  from: day,
  until: day,
  capacity: seatCount.min(1),
  quotas,
  venue: z.string().min(1).max(160).optional(),
  reference: reference.optional(),
});
export const changeQuotaBody = z.strictObject({
  iteration: iterationCode,
  capacity: seatCount.min(1),
  quotas,
  reason: reason.optional(),
});
export const giveBackBody = z.strictObject({
  iteration: iterationCode,
  seats: seatCount.min(1),
  note: note.optional(),
});
export const cancelBody = z.strictObject({ iteration: iterationCode, reason });

export const nomineeSchema = z.strictObject({
  nominee: nomineeId,
  /** The nominee's office in words, never a name. */
  function: z.string().min(1).max(120),
  /** 1 goes first when seats are offered again. */
  priority: z.number().int().min(1).max(9),
  /** The sealed personal details. */
  details: document.optional(),
});
export type Nominee = z.infer<typeof nomineeSchema>;

export const nominateBody = z.strictObject({
  iteration: iterationCode,
  nominees: eachOnce(nomineeSchema),
  reference: reference.optional(),
});
export const substituteBody = z.strictObject({
  iteration: iterationCode,
  nominee: nomineeId,
  by: z.strictObject({
    nominee: nomineeId,
    function: z.string().min(1).max(120),
    details: document.optional(),
  }),
  reason: reason.optional(),
});

/** Why a nominee does not come: a closed list, so that reasons can be counted. */
export const withdrawalReasons = [
  "operational",
  "illness",
  "clearance",
  "language",
  "budget",
  "personal",
  "other",
] as const;
export const withdrawNomineesBody = z.strictObject({
  iteration: iterationCode,
  nominees,
  reasons: reasonsOf(withdrawalReasons),
});
export const iterationBody = z.strictObject({ iteration: iterationCode, note: note.optional() });
export const seatsBody = z.strictObject({ iteration: iterationCode, nominees });

export const certifyBody = z.strictObject({
  iteration: iterationCode,
  nominees: eachOnce(
    z.strictObject({
      nominee: nomineeId,
      clearance: z.strictObject({ level: word, validUntil: day }).optional(),
      profile: profile.optional(),
      medicallyFit: z.boolean().optional(),
    }),
  ),
});

export const returnReasons = [
  "missingDocument",
  "clearanceUnconfirmed",
  "languageUnconfirmed",
  "medicalUnconfirmed",
  "prerequisites",
  "other",
] as const;
export const returnBody = z.strictObject({
  iteration: iterationCode,
  nominees: eachOnce(z.strictObject({ nominee: nomineeId, reasons: reasonsOf(returnReasons) })),
});

export const refusalReasons = ["security", "prerequisites", "language", "medical", "audience", "other"] as const;
export const vetBody = z.strictObject({
  iteration: iterationCode,
  nominees: eachOnce(
    z.discriminatedUnion("decision", [
      z.strictObject({ nominee: nomineeId, decision: z.literal("accepted") }),
      z.strictObject({ nominee: nomineeId, decision: z.literal("refused"), reasons: reasonsOf(refusalReasons) }),
    ]),
  ),
});

/** Joining instructions: sealed, for they tell where people are met. */
export const instructionsBody = z.strictObject({
  iteration: iterationCode,
  instructions: document,
  reportBy: instant.optional(),
});
export const acknowledgeBody = z.strictObject({ iteration: iterationCode, instructions: digestText, nominees });

export const arrivalsBody = z.strictObject({
  iteration: iterationCode,
  nominees: eachOnce(z.strictObject({ nominee: nomineeId, on: day })),
});
export const absences = ["illness", "leave", "recalled", "unauthorised"] as const;
export const attendanceBody = z.strictObject({
  iteration: iterationCode,
  day,
  absent: z
    .array(z.strictObject({ nominee: nomineeId, reason: z.enum(absences) }))
    .max(200)
    .refine((list) => new Set(list.map((one) => one.nominee)).size === list.length, "each nominee once"),
});

export const results = ["completed", "completedWithout", "leftEarly", "returned", "noShow"] as const;
export type Result = (typeof results)[number];
export const resultsBody = z.strictObject({
  iteration: iterationCode,
  nominees: eachOnce(z.strictObject({ nominee: nomineeId, result: z.enum(results), note: note.optional() })),
});
export const certificatesBody = z.strictObject({
  iteration: iterationCode,
  nominees: eachOnce(
    z.strictObject({
      nominee: nomineeId,
      /** The school's own number of the certificate. */
      number: z.string().min(1).max(60),
      /** The certificate itself, sealed: it bears a name. */
      document: document.optional(),
    }),
  ),
});
export const reportBody = z.strictObject({
  iteration: iterationCode,
  summary: names,
  /** What the students said when they left: how many answered, and how many were content. */
  evaluation: z
    .strictObject({ answers: seatCount, content: seatCount })
    .refine(({ answers, content }) => content <= answers, "no more who were content than answered")
    .optional(),
});

export const eraseGrounds = ["due", "seatOver", "sealedWrongly"] as const;
export const eraseBody = z.strictObject({ documents: digests, ground: z.enum(eraseGrounds) });
