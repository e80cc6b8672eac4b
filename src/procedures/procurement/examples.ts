// A body for every step that fits the data at hand. Goods, companies, prices and numbers are invented.

import { instantText, type JsonObject } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import { amountOf } from "../money.ts";
import { type ConsignmentState, consignmentsIn, type ProcurementData } from "./data.ts";
import { caseLines, caseMoney, caseUnits, reportable } from "./ledger.ts";

type Context = Pick<StepContext<ProcurementData>, "data" | "side" | "roles" | "time" | "digest">;

const dayMs = 86_400_000;
const dayAfter = (time: number, days: number): string => new Date(time + days * dayMs).toISOString().slice(0, 10);
const after = (time: number, days: number): string => {
  const text = instantText(Math.floor((time + days * dayMs) / 1000) * 1000);
  return isRefusal(text) ? "" : text;
};

const tents: JsonObject = {
  id: "tents",
  names: { en: "Tents", fr: "Tentes" },
  nsn: "8340-31-123-4567",
  quantity: 4,
  unit: "each",
};
const simulators: JsonObject = {
  id: "simulators",
  names: { en: "Training simulators", fr: "Simulateurs d’entraînement" },
  cpv: "35740000-3",
  quantity: 2,
  unit: "set",
};
const lines = [tents, simulators];
const priced = [
  { ...tents, unitPrice: "1200.50", due: "2031-06-30" },
  { ...simulators, unitPrice: "25000", due: "2031-09-30" },
];

const firstIn = (data: ProcurementData, ...states: ConsignmentState[]): string =>
  consignmentsIn(data, ...states)[0]?.consignment ?? "C-0";

const kindOf = ({ side, roles }: Context): "import" | "export" => (side === roles.buyer ? "import" : "export");
const licenceOf = (context: Context): { readonly kind: string; readonly number: string } => {
  const own = context.data.licences.filter(({ withdrawn, kind }) => {
    return !withdrawn && (kind === "import") === (kindOf(context) === "import");
  });
  return { kind: own[0]?.kind ?? "import", number: own[0]?.number ?? "L-0" };
};

/** The line and kind of which something may still be reported. */
function wrong(data: ProcurementData): JsonObject {
  const received = consignmentsIn(data, "received").flatMap(({ consignment, items }) =>
    items.flatMap(({ line }) => (["shortage", "damage"] as const).map((kind) => ({ consignment, line, kind }))),
  );
  const found = received.find((one) => reportable(data, one) > 0);
  return { ...(found ?? { consignment: "C-0", line: "tents", kind: "damage" }), quantity: 1 };
}

const open = (data: ProcurementData): string =>
  data.discrepancies.find(({ answer }) => answer === undefined)?.discrepancy ?? "D-0";
const stated = (data: ProcurementData): string =>
  data.payments.find(({ state }) => state === "stated")?.payment ?? "P-0";

const sum = (data: ProcurementData, amount: string): JsonObject => ({
  amount,
  currency: data.offer?.currency ?? "MAD",
});

/** What is invoiced and not paid, or the deposit before anything is. */
function due(data: ProcurementData): string {
  const units = caseUnits(data);
  if (!data.offer || !units || units.invoiced <= units.paid) return data.offer?.deposit ?? "1";
  return amountOf(units.invoiced - units.paid, data.offer.currency);
}

export const examples: Readonly<Record<string, (context: Context) => JsonObject>> = {
  state: () => ({
    kind: "government",
    titles: { en: "Tents and simulators (example)", fr: "Tentes et simulateurs (exemple)" },
    reference: "REQ-1",
    lines,
    gates: [],
  }),
  submitRequest: () => ({ reference: "LOR-1", lines, wants: "offer", deliverTo: "Example depot" }),
  acknowledge: () => ({ reference: "IN-7", case: "MA-D-001" }),
  returnRequest: () => ({ reasons: [{ code: "description", note: "Which size of tent?" }] }),
  quotePrice: () => ({ price: { amount: "50000", currency: "MAD" }, availability: "Six months from the order" }),
  contactIndustry: ({ time }) => ({
    company: { name: "Example workshop", ncage: "0123A" },
    on: dayAfter(time, 0),
    purpose: "Visit of the workshop",
  }),
  recordLicence: (context) => ({
    kind: kindOf(context),
    number: `${kindOf(context)}-${context.data.licences.length + 1}`,
    authority: "Example licensing office",
    validFrom: dayAfter(context.time, -1),
    validUntil: dayAfter(context.time, 3650),
  }),
  withdrawLicence: (context) => ({ ...licenceOf(context), reason: "Replaced by another" }),
  cancel: () => ({ reason: "The requirement has gone" }),
  offer: ({ time }) => ({
    reference: "OFF-1",
    currency: "MAD",
    lines: priced,
    deposit: "1000.00",
    expires: after(time, 85),
  }),
  requestExtension: ({ data, time }) => ({
    until: after(Math.max(time, data.offer?.expiresAt ?? 0), 30),
    reason: "The budget is voted in a month",
  }),
  extendOffer: ({ data, time }) => ({ until: after(Math.max(time, data.offer?.expiresAt ?? 0), 30) }),
  withdrawOffer: () => ({ reason: "The workshop has closed" }),
  accept: ({ data, digest }) => ({ offer: data.offer?.digest ?? digest("none"), signatory: "Example director" }),
  implement: () => ({}),
  preAdvise: ({ data, time }) => {
    const left = caseLines(data).filter((one) => one.left > 0);
    const items = left.map((one) => ({ line: one.line, quantity: one.left }));
    return {
      consignment: `C-${data.consignments.length + 1}`,
      items: items.length > 0 ? items : [{ line: "tents", quantity: 1 }],
      expected: dayAfter(time, 20),
      place: "Example depot, gate 2",
    };
  },
  confirmReady: ({ data }) => ({ consignment: firstIn(data, "advised", "notReady"), office: "Example depot" }),
  sayNotReady: ({ data }) => ({
    consignment: firstIn(data, "advised", "ready"),
    reasons: [{ code: "storage", note: "The hall is full until Monday" }],
  }),
  cancelConsignment: ({ data }) => ({ consignment: firstIn(data, "notReady", "advised", "ready"), reason: "Repacked" }),
  dispatch: ({ data, time }) => ({ consignment: firstIn(data, "ready"), on: dayAfter(time, 0), waybill: "WB-1" }),
  receive: ({ data, time }) => {
    const consignment = firstIn(data, "dispatched");
    const items = data.consignments.find((one) => one.consignment === consignment)?.items ?? [];
    const arrived = items.map(({ line, quantity }) => ({ line, quantity }));
    return { consignment, on: dayAfter(time, 0), items: arrived };
  },
  reportDiscrepancy: ({ data }) => ({ discrepancy: `D-${data.discrepancies.length + 1}`, ...wrong(data) }),
  answerDiscrepancy: ({ data }) => ({
    discrepancy: open(data),
    answer: { kind: "reject", reasons: [{ code: "asAgreed" }] },
  }),
  changeSchedule: () => ({ line: "tents", due: "2031-07-31", reason: "A late delivery of canvas" }),
  amend: ({ data }) => ({
    number: `A-${data.amendments.length + 1}`,
    currency: data.offer?.currency ?? "MAD",
    lines: priced.map((line) => ({ ...line, quantity: 5 })),
    reason: "One more of each",
  }),
  suspend: () => ({ reason: "The port is closed" }),
  resume: () => ({}),
  terminate: () => ({ reason: "The rest is not needed any more" }),
  declareSupplied: () => ({}),
  invoice: ({ data }) => ({ invoice: `I-${data.invoices.length + 1}`, sum: sum(data, "2000.00") }),
  pay: ({ data, time }) => ({
    payment: `P-${data.payments.length + 1}`,
    kind: data.implementedAt === undefined ? "deposit" : "instalment",
    sum: sum(data, due(data)),
    on: dayAfter(time, 0),
  }),
  confirmPayment: ({ data }) => ({ payment: stated(data) }),
  denyPayment: ({ data }) => ({ payment: stated(data), reason: "Nothing has arrived" }),
  refund: ({ data, time }) => {
    const units = caseUnits(data);
    const most = units ? amountOf(units.confirmed - units.invoiced, data.offer?.currency ?? "MAD") : "1";
    return {
      refund: `R-${data.refunds.length + 1}`,
      sum: sum(data, most.startsWith("-") ? "1" : most),
      on: dayAfter(time, 0),
    };
  },
  reconcile: ({ data }) => {
    const { currency, value, invoiced, paid } = caseMoney(data) ?? {};
    return { currency: currency ?? "MAD", value: value ?? "0", invoiced: invoiced ?? "0", paid: paid ?? "0" };
  },
  billLateCosts: ({ data }) => ({
    invoice: `I-${data.invoices.length + 1}`,
    sum: sum(data, "150.00"),
    reason: "Storage at the port",
  }),
  close: () => ({}),
};

/** Other bodies of the same steps: a direct contract, implementation by exception, a replacement. */
export const otherExamples: Readonly<Record<string, (context: Context) => JsonObject>> = {
  state: (context) => ({ ...examples.state?.(context), kind: "direct" }),
  implement: () => ({ exception: "Needed for the relief exercise" }),
  answerDiscrepancy: ({ data }) => ({ discrepancy: open(data), answer: { kind: "replace" } }),
};
