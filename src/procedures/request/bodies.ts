// The forms of a request for information: one subject each, with all that a register may know of it. The question and
// the answers are sealed documents; what stands here in clear is the envelope.

import { z } from "../../base/index.ts";
import {
  attachments,
  contact,
  digestText,
  document,
  dossier,
  instant,
  language,
  note,
  reason,
  reasonsOf,
  reference,
  releasability,
  service,
  subject,
  word,
} from "../forms.ts";

export const priorities = ["routine", "priority", "immediate"] as const;

export const releaseBody = z.strictObject({
  channel: dossier,
  /** The requesting side's own number. */
  reference,
  /** One subject each. */
  subject,
  /** The precise question. */
  question: document,
  attachments: attachments.optional(),
  justification: reason,
  priority: z.enum(priorities),
  /** The latest time at which an answer is of value (LTIOV). */
  ltiov: instant,
  /** In which form and languages the answer is wanted. */
  format: note,
  languages: z
    .array(language)
    .min(1)
    .max(8)
    .refine((list) => new Set(list).size === list.length, "each language once"),
  /** The highest level of an answer that the requester can take, of the accord's policy. */
  highestLevel: word,
  /** To whom an answer would be passed on within what the requester may decide. */
  releasableTo: releasability,
  restrictions: z.array(note).max(20),
  /** What was searched before: a side asks only for what it does not hold. */
  priorSources: reason,
  contact,
});

export const transmitBody = z.strictObject({ note: note.optional() });
/** The receiving side's own number. */
export const acknowledgeBody = z.strictObject({ reference });

export const rejectionReasons = [
  "notReleasable",
  "unclear",
  "outOfScope",
  "alreadyAnswered",
  "tooBroad",
  "other",
] as const;
export const rejectBody = z.strictObject({ reasons: reasonsOf(rejectionReasons) });

/** The service of the receiving side to which the request belongs. */
export const redirectBody = z.strictObject({ to: service, reason });

export const askClarificationBody = z.strictObject({ points: note, document: document.optional() });
export const clarifyBody = z.strictObject({ answer: note, document: document.optional() });

export const acceptBody = z.strictObject({
  /** When the answer is promised; it may be later than the latest time of value, and both are shown. */
  promised: instant,
  /** No finished product exists: the request has become a requirement to produce one. */
  production: z.boolean(),
});
export const promiseBody = z.strictObject({ promised: instant, reason });
export const staffBody = z.strictObject({ office: note });

const answered = { summary: subject.optional(), answer: document, attachments: attachments.optional() } as const;
export const interimBody = z.strictObject({ ...answered, following: instant.optional() });
export const finalBody = z.strictObject(answered);
export const noHoldingsBody = z.strictObject({ searched: note });

export const receiptBody = z.strictObject({
  /** Of the answer received; absent where there were no holdings. */
  answer: digestText.optional(),
});
export const assessBody = z.strictObject({
  satisfaction: z.enum(["satisfied", "partly", "notSatisfied"]),
  reason: reason.optional(),
});
export const reopenBody = z.strictObject({ reason, ltiov: instant, question: document.optional() });

export const feedbackBody = z.strictObject({
  usefulness: z.enum(["high", "some", "none"]),
  timeliness: z.enum(["inTime", "late"]),
  /** Reliability of the source and credibility of the item, by the admiralty scale. */
  rating: z
    .strictObject({
      reliability: z.enum(["A", "B", "C", "D", "E", "F"]),
      credibility: z.enum(["1", "2", "3", "4", "5", "6"]),
    })
    .optional(),
  remark: note.optional(),
});
export const closeBody = z.strictObject({ note: note.optional() });
export const cancelBody = z.strictObject({ reason });
