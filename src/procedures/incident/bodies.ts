// The forms of an incident: what is suspected, when it was found, what was done about it. Details are sealed.

import { z } from "../../base/index.ts";
import { contact, digests, document, dossier, instant, note, reason, reference } from "../forms.ts";

export const kinds = ["loss", "disclosure", "access", "tampering", "marking", "other"] as const;

export const suspectBody = z.strictObject({
  channel: dossier,
  reference,
  kind: z.enum(kinds),
  /** When it was discovered; the notice is due from then. */
  discoveredAt: instant,
  /** When it is thought to have begun. */
  since: instant.optional(),
  documents: digests.optional(),
  dossiers: z.array(dossier).max(64).optional(),
});
export type Suspicion = z.output<typeof suspectBody>;

export const notifyBody = z.strictObject({ summary: reason, contact, document: document.optional() });
export const acknowledgeBody = z.strictObject({ reference, instructions: note.optional() });
export const reportBody = z.strictObject({ report: document, contained: z.boolean() });
export const concludeBody = z.strictObject({
  outcome: z.enum(["compromised", "notCompromised", "undetermined"]),
  report: document.optional(),
  cause: reason,
});
export const measureBody = z.strictObject({ measures: z.array(note).min(1).max(40), document: document.optional() });
export const closeBody = z.strictObject({
  outcome: z.enum(["compromised", "notCompromised", "undetermined"]),
  lessons: note.optional(),
});
