// The forms of the steps of a project. Schemas only.

import { z } from "../../base/index.ts";
import {
  contact,
  day,
  digestText,
  dossier,
  functionCode,
  names,
  note,
  party,
  reason,
  reasonsOf,
  reference,
  word,
} from "../forms.ts";
import { amount, currency, factor } from "../money.ts";

const words = (max: number): z.ZodString => z.string().min(1).max(max);
/** Begins with the mark of the side that brings it in: two acts that cross never mean different things by it. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lowercase letters, digits and hyphens");

export const proposeBody = z.strictObject({
  titles: names,
  reference,
  /** What is to come of it, in a few lines. */
  objective: names,
  contact: contact.optional(),
});

/** The statement of intent, which binds nobody: both sign the same objective. */
export const intentBody = z.strictObject({ objective: digestText });

const deliverable = z.strictObject({
  id,
  titles: names,
  /** The side that delivers; the other accepts. */
  owner: party,
  due: day,
});

const phase = z.strictObject({ id, titles: names, until: day, deliverables: z.array(deliverable).min(1).max(40) });

export const arrangementSchema = z.strictObject({
  reference,
  currency,
  /** One row for each side: what it pays, and its part of the work in per cent. */
  shares: z.array(z.strictObject({ party, financial: amount, technical: factor })).length(2),
  phases: z.array(phase).min(1).max(20),
  /** Months' notice either side gives to end it. */
  noticeMonths: z.number().int().min(1).max(24),
});
export type Arrangement = z.infer<typeof arrangementSchema>;

export const tableBody = z.strictObject({ arrangement: arrangementSchema, base: digestText.optional() });

export const reviewKinds = ["legal", "security", "export"] as const;
export const objections = ["law", "liability", "classification", "access", "licence", "thirdParty", "other"] as const;
export type ReviewKind = (typeof reviewKinds)[number];
export const reviewBody = z
  .strictObject({
    arrangement: digestText,
    result: z.enum(["favourable", "unfavourable"]),
    reasons: reasonsOf(objections).optional(),
  })
  .refine(
    (given) => given.result === "favourable" || given.reasons !== undefined,
    "reasons for an unfavourable review",
  );

export const signBody = z.strictObject({ arrangement: digestText });
/** Who sits for this side on the steering committee and who runs its part, with its own number for the project. */
export const appointBody = z.strictObject({
  steering: functionCode,
  officer: functionCode,
  reference: reference.optional(),
});
/** Work begins, on the day both met. */
export const kickOffBody = z.strictObject({ on: day });
/**
 * The project security instruction, which adds to the arrangement's section on security what neither side's rules say
 * alike: markings, access, transmission, visits, breaches, subcontracts. Known by its number, its file by its digest.
 */
export const instructionBody = z.strictObject({
  reference,
  edition: z.number().int().min(1).max(99),
  digest: digestText,
});
export const amendBody = z.strictObject({ arrangement: arrangementSchema, base: digestText, reason });
export const reasonBody = z.strictObject({ reason });
export const noteBody = z.strictObject({ note: note.optional() });

/** What is handed over: its own number, the digest of its file where it has one, the dossier it went with. */
export const deliverBody = z.strictObject({
  deliverable: id,
  reference,
  digest: digestText.optional(),
  dossier: dossier.optional(),
});
export const acceptBody = z.strictObject({ deliverable: id, note: note.optional() });
export const flaws = ["incomplete", "quality", "late", "marking", "format", "other"] as const;
export const rejectBody = z.strictObject({ deliverable: id, reasons: reasonsOf(flaws) });

export const contributeBody = z.strictObject({ id, phase: id, amount, reference, note: note.optional() });

/** The gate of a phase: the digest of what has been accepted in it and paid so far. */
export const gateBody = z.strictObject({ phase: id, record: digestText });
export const refusals = ["quality", "cost", "schedule", "security", "information", "other"] as const;
/** One side's no: the gate is not passed. Where the committee cannot agree, the joint committee's session is named. */
export const declineGateBody = z.strictObject({
  phase: id,
  reasons: reasonsOf(refusals),
  escalated: dossier.optional(),
});
/** What comes after the last phase, such as making or maintaining what was developed. */
export const transitionBody = z.strictObject({ on: day, follows: reason });
export const postponeBody = z.strictObject({ phase: id, until: day, reason });

export const informationSchema = z.strictObject({
  id,
  kind: z.enum(["background", "foreground"]),
  titles: names,
  /** Absent: both sides' together, which only foreground information can be. */
  owner: party.optional(),
  level: word,
  /** What the other side may use it for. */
  licence: z.enum(["project", "defence", "government"]),
  thirdParties: z.enum(["never", "byConsent", "free"]),
  patent: reference.optional(),
});
export type Information = z.infer<typeof informationSchema>;
export const declareBody = z.strictObject({ information: informationSchema });
/** What was contested, put right under the same number. */
export const reviseBody = z.strictObject({ information: informationSchema, base: digestText });
export const acknowledgeBody = z.strictObject({ information: id, digest: digestText });
export const contestations = ["owner", "kind", "licence", "level", "notUsed", "other"] as const;
export const contestBody = z.strictObject({ information: id, digest: digestText, reasons: reasonsOf(contestations) });

/** To let a third party have information, or sell what rests on it. */
export const askConsentBody = z.strictObject({ id, information: id, recipient: words(160), purpose: reason });
export const answerConsentBody = z.strictObject({
  consent: id,
  granted: z.boolean(),
  conditions: note.optional(),
});

/** An export licence of the sender's authority: so many transfers until that day. */
export const licenceBody = z.strictObject({
  id,
  number: reference,
  authority: words(160),
  until: day,
  transfers: z.number().int().min(1).max(10_000),
});
export const transferBody = z.strictObject({
  id,
  licence: id,
  /** The information it hands over, where that is in the ledger. */
  information: id.optional(),
  package: reference,
  level: word,
  digest: digestText.optional(),
  dossier: dossier.optional(),
});
export const receiveBody = z.strictObject({
  transfer: id,
  result: z.enum(["received", "incomplete", "notReceived"]),
  note: note.optional(),
});

export const lendBody = z.strictObject({
  id,
  name: words(160),
  serial: reference,
  custodian: functionCode,
  returnBy: day,
});
export const equipmentBody = z.strictObject({ equipment: id, note: note.optional() });
export const accountBody = z.strictObject({
  equipment: id,
  as: z.enum(["returned", "consumed", "lost", "transferred"]),
  note: note.optional(),
});

/** Whether a facility of the other side is cleared: MISWG's facility security clearance information sheet in short. */
export const facilityBody = z.strictObject({ id, facility: words(160), level: word });
export const answerFacilityBody = z
  .strictObject({
    facility: id,
    result: z.enum(["confirmed", "inProcess", "notCleared"]),
    level: word.optional(),
    until: day.optional(),
  })
  .refine(
    (given) => given.result !== "confirmed" || (given.level !== undefined && given.until !== undefined),
    "level and last day of a clearance",
  );

export const noticeBody = z.strictObject({ endsOn: day, reason });
/** What each side still owes when a project ends early; in the arrangement's currency. */
export const settleBody = z.strictObject({
  owed: z.array(z.strictObject({ by: party, amount })).max(2),
  ledger: digestText,
});
export const closeBody = z.strictObject({ ledger: digestText });
