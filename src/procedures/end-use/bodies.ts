// The forms of an end-user certificate. Its parts are those of the OSCE's and the Wassenaar Arrangement's lists of
// elements: number, date and expiry; exporter, consignee and end user; what, how much and of which type; end use and
// final destination; undertakings; who signs. Schemas only.

import { z } from "../../base/index.ts";
import { day, digestText, dossier, note, reason, reasonsOf, reference } from "../forms.ts";
import { company, goodsShape, number, onceById, quantities } from "../goods.ts";

export const undertakings = [
  "noRetransfer",
  "endUseOnly",
  "noReproduction",
  "deliveryVerification",
  "postDeliveryChecks",
] as const;

const country = z.string().regex(/^[A-Z]{2,3}$/);

export const certificateBody = z.strictObject({
  /** The number in the end user's own register of certificates. */
  reference,
  /** The case under which the goods are bought. */
  case: dossier.optional(),
  exporter: company,
  consignee: company,
  endUser: company,
  items: z
    .array(z.strictObject({ ...goodsShape, controlCode: z.string().min(1).max(40).optional() }))
    .min(1)
    .max(60)
    .refine(onceById, "each line once"),
  endUse: note,
  destination: country,
  /** The last day on which it holds, on the end user's calendar. */
  validUntil: day,
  undertakings: z
    .array(z.enum(undertakings))
    .min(1)
    .max(undertakings.length)
    .refine((list) => new Set(list).size === list.length, "each once"),
});

const named = { certificate: digestText } as const;

export const signBody = z.strictObject({ ...named, signatory: z.string().min(1).max(200) });
export const authenticateBody = z.strictObject({ ...named, authority: z.string().min(1).max(200), reference });
export const verifyBody = z.strictObject({ ...named, reference });

/** Why a certificate is returned: a closed list, so that reasons can be counted. */
export const returnReasons = [
  "notAuthentic",
  "incomplete",
  "quantity",
  "description",
  "endUse",
  "undertakings",
  "other",
] as const;
export const returnBody = z.strictObject({ reasons: reasonsOf(returnReasons) });

export const drawDownBody = z.strictObject({
  /** The exporter's own number of the shipment: each is drawn once. */
  shipment: number,
  items: quantities,
  licence: reference.optional(),
});
export const restoreBody = z.strictObject({ shipment: number, items: quantities, reason });
export const deliveryBody = z.strictObject({
  shipment: number,
  items: quantities,
  on: day,
  place: z.string().min(1).max(200),
});

export const checkBody = z.strictObject({
  on: day,
  place: z.string().min(1).max(200),
  result: z.enum(["satisfactory", "observations", "notPossible"]),
  note: note.optional(),
});

export const askRetransferBody = z.strictObject({
  request: number,
  items: quantities,
  to: company,
  destination: country,
  purpose: note,
});
export const consentBody = z.strictObject({ request: number, conditions: note.optional() });
export const denialReasons = ["policy", "recipient", "endUse", "destination", "other"] as const;
export const denyBody = z.strictObject({ request: number, reasons: reasonsOf(denialReasons) });

export const revocationReasons = ["error", "breach", "endUseChanged", "caseCancelled", "other"] as const;
export const revokeBody = z.strictObject({ reasons: reasonsOf(revocationReasons) });
export const reasonBody = z.strictObject({ reason });
export const noteBody = z.strictObject({ note: note.optional() });
