// The forms of a request to release something to a third party, and of the originator's answer.

import { z } from "../../base/index.ts";
import {
  attachments,
  digests,
  document,
  dossier,
  instant,
  note,
  reason,
  reasonsOf,
  reference,
  subject,
} from "../forms.ts";

const recipient = z.strictObject({
  /** A state by its ISO 3166-1 code, or an organisation by its short name. */
  party: z.string().min(2).max(40),
  body: note,
});

export const askBody = z.strictObject({
  /** The channel the material came by: the request goes back the same way. */
  channel: dossier,
  reference,
  subject,
  /** The dossier by which the material came. */
  dossier,
  documents: digests,
  recipient,
  purpose: reason,
  neededBy: instant.optional(),
});
export type Asked = z.output<typeof askBody>;

export const grantBody = z.strictObject({
  documents: digests,
  conditions: z.array(note).max(20),
  until: instant.optional(),
});

/** The version that may be passed on: without what the originator keeps back. */
export const grantSanitisedBody = z.strictObject({
  sanitised: document,
  attachments: attachments.optional(),
  conditions: z.array(note).max(20),
  until: instant.optional(),
});

export const denialReasons = ["notReleasable", "source", "recipient", "purpose", "notOurs", "other"] as const;
export const denyBody = z.strictObject({ reasons: reasonsOf(denialReasons) });
export const withdrawBody = z.strictObject({ reason });
/** What was in fact passed on, and when. */
export const passOnBody = z.strictObject({ documents: digests, at: instant, reference });
