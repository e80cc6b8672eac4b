// The forms of a dispatch: what is sent, and what either side says of it afterwards. The text and its attachments are
// sealed; the subject is one line at the level of the act itself.

import { z } from "../../base/index.ts";
import { attachments, digests, document, dossier, note, reason, reference, subject } from "../forms.ts";

export const sendBody = z.strictObject({
  channel: dossier,
  reference,
  subject,
  kind: z.enum(["report", "document"]),
  /** What the addressee is to observe in handling it, beyond the labels. */
  handling: z.array(note).max(20),
  text: document,
  attachments: attachments.optional(),
  /** The dossier it belongs to: a request it supplements, a visit it is about. */
  concerns: dossier.optional(),
});

export const receiptBody = z.strictObject({ reference });

/** How an item of information is rated by whom it served: reliability of the source, credibility of the item. */
export const rating = z.strictObject({
  reliability: z.enum(["A", "B", "C", "D", "E", "F"]),
  credibility: z.enum(["1", "2", "3", "4", "5", "6"]),
});

export const feedbackBody = z.strictObject({
  usefulness: z.enum(["high", "some", "none"]),
  timeliness: z.enum(["inTime", "late"]),
  rating: rating.optional(),
  remark: note.optional(),
});

/** What stands in the place of documents sent before. */
export const correctBody = z.strictObject({
  replaces: digests,
  reason,
  text: document,
  attachments: attachments.optional(),
});

export const closeBody = z.strictObject({ note: note.optional() });
