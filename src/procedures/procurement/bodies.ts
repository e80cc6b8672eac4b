// The forms of a purchase, after the state practice of government-to-government cases (request, offer, acceptance,
// implementation, deliveries, discrepancies, reconciliation, closure), with neutral names. Schemas only.

import { z } from "../../base/index.ts";
import { day, digestText, dossier, instant, names, note, reason, reasonsOf, reference } from "../forms.ts";
import { company, goodsShape, lineId, number, onceById, quantities, quantity } from "../goods.ts";
import { amount, currency, fits, money } from "../money.ts";

const words = z.string().min(1).max(200);

/** What must be in hand before a step: for a direct contract the first three always. */
export const gates = ["marketing", "export", "import", "endUse"] as const;
export type Gate = (typeof gates)[number];

const lines = z.array(z.strictObject(goodsShape)).min(1).max(60).refine(onceById, "each line once");

export const requirementBody = z.strictObject({
  /** Between the two governments, or a company's contract that both follow. */
  kind: z.enum(["government", "direct"]),
  titles: names,
  /** The buyer's own number. */
  reference,
  lines,
  gates: z.array(z.enum(gates)).max(gates.length),
  note: note.optional(),
});

export const requestBody = z.strictObject({
  reference,
  lines,
  wants: z.enum(["price", "offer"]),
  deliverTo: words,
  neededBy: day.optional(),
});

/** The seller's own number, and the one that both use from now on. */
export const acknowledgeBody = z.strictObject({ reference, case: number });

/** Why a request cannot be acted on: a closed list, so that reasons can be counted. */
export const returnReasons = ["incomplete", "description", "quantity", "funding", "notReleasable", "other"] as const;
export const returnBody = z.strictObject({ reasons: reasonsOf(returnReasons) });

/** A rough price, which binds nobody. */
export const quoteBody = z.strictObject({ price: money, availability: note });
export const contactBody = z.strictObject({ company, on: day, purpose: note });

export const licenceKinds = ["marketing", "export", "import"] as const;
export const licenceBody = z.strictObject({
  kind: z.enum(licenceKinds),
  number,
  authority: words,
  validFrom: day,
  /** The last day on which it holds, on the calendar of the side that gave it. */
  validUntil: day,
});
export const withdrawLicenceBody = z.strictObject({ kind: z.enum(licenceKinds), number, reason });

const offerLines = z
  .array(z.strictObject({ ...goodsShape, unitPrice: amount, due: day.optional() }))
  .min(1)
  .max(60)
  .refine(onceById, "each line once");
export type OfferLine = z.output<typeof offerLines>[number];

const inCurrency = (given: { currency: string; lines: readonly OfferLine[] }): boolean =>
  given.lines.every(({ unitPrice }) => fits({ amount: unitPrice, currency: given.currency }));

export const offerBody = z
  .strictObject({
    reference,
    currency,
    lines: offerLines,
    /** Received before implementation begins. */
    deposit: amount,
    /** Absent: the accord's usual time for an offer. */
    expires: instant.optional(),
    terms: note.optional(),
  })
  .refine((given) => inCurrency(given) && fits({ amount: given.deposit, currency: given.currency }), {
    message: "no more decimals than the currency has",
  });

export const extensionBody = z.strictObject({ until: instant, reason });
export const extendBody = z.strictObject({ until: instant });
export const acceptBody = z.strictObject({ offer: digestText, signatory: words });
export const implementBody = z.strictObject({ exception: reason.optional() });

export const preAdviceBody = z.strictObject({
  consignment: number,
  items: quantities,
  expected: day,
  place: words,
  packages: quantity.optional(),
});
export const readyBody = z.strictObject({ consignment: number, office: words.optional(), note: note.optional() });
export const notReadyReasons = ["address", "date", "customs", "storage", "documents", "other"] as const;
export const notReadyBody = z.strictObject({ consignment: number, reasons: reasonsOf(notReadyReasons) });
export const cancelConsignmentBody = z.strictObject({ consignment: number, reason });
export const dispatchBody = z.strictObject({
  consignment: number,
  on: day,
  waybill: reference.optional(),
  /** The end-user certificate that is drawn down by it. */
  certificate: dossier.optional(),
});
export const receiveBody = z.strictObject({
  consignment: number,
  on: day,
  /** Of every line of the consignment, what arrived: fewer than sent, or none, is said and not left out. */
  items: z
    .array(z.strictObject({ line: lineId, quantity: z.number().int().min(0).max(1_000_000_000) }))
    .min(1)
    .max(200),
});

export const discrepancyKinds = ["shortage", "damage", "wrongItem", "quality", "documents"] as const;
export const discrepancyBody = z.strictObject({
  discrepancy: number,
  consignment: number,
  line: lineId,
  kind: z.enum(discrepancyKinds),
  quantity,
  note: note.optional(),
});
const about = { discrepancy: number } as const;
export const rejectionReasons = ["notShown", "late", "handling", "asAgreed", "other"] as const;
export const answerDiscrepancyBody = z.strictObject({
  ...about,
  answer: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("replace") }),
    z.strictObject({ kind: z.literal("credit"), amount }),
    z.strictObject({ kind: z.literal("reject"), reasons: reasonsOf(rejectionReasons) }),
  ]),
});

export const scheduleBody = z.strictObject({ line: lineId, due: day, reason });
export const amendBody = z
  .strictObject({ number, currency, lines: offerLines, reason })
  .refine(inCurrency, "no more decimals than the currency has");

export const invoiceBody = z.strictObject({ invoice: number, sum: money, consignment: number.optional() });
export const lateCostsBody = z.strictObject({ invoice: number, sum: money, reason });
export const paymentBody = z.strictObject({
  payment: number,
  kind: z.enum(["deposit", "instalment", "final"]),
  sum: money,
  on: day,
});
export const refundBody = z.strictObject({ refund: number, sum: money, on: day });
export const confirmPaymentBody = z.strictObject({ payment: number });
export const denyPaymentBody = z.strictObject({ payment: number, reason });

/** The account as both read it. */
export const statementBody = z.strictObject({ currency, value: amount, invoiced: amount, paid: amount });
export const reasonBody = z.strictObject({ reason });
export const noteBody = z.strictObject({ note: note.optional() });
