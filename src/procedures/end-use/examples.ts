// A body for every step that fits the data at hand. Goods, companies and numbers are invented.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import { type EndUseData, endUseLines, undelivered } from "./data.ts";

export type ExampleContext = Pick<StepContext<EndUseData>, "data" | "time" | "digest">;

const dayAfter = (time: number, days: number): string => new Date(time + days * 86_400_000).toISOString().slice(0, 10);

const company = (name: string): JsonObject => ({ name, ncage: "0123A" });

const certificate = ({ time }: ExampleContext): JsonObject => ({
  reference: "EUC-1 (example)",
  exporter: company("Example workshop"),
  consignee: company("Example depot"),
  endUser: company("Example directorate"),
  items: [
    { id: "tents", names: { en: "Tents", fr: "Tentes" }, nsn: "8340-31-123-4567", quantity: 4, unit: "each" },
    { id: "kitchens", names: { en: "Field kitchens" }, quantity: 2, unit: "each" },
  ],
  endUse: "Relief exercises of the example directorate",
  destination: "MA",
  validUntil: dayAfter(time, 365),
  undertakings: ["noRetransfer", "endUseOnly", "deliveryVerification"],
});

const named = ({ data, digest }: ExampleContext): JsonObject => ({ certificate: data.digest ?? digest("none") });

/** All that is left of the first line that has some. */
const drawn = ({ data }: ExampleContext): JsonObject => {
  const line = endUseLines(data).find(({ left }) => left > 0);
  return {
    shipment: `S-${data.shipments.length + 1}`,
    items: [{ line: line?.line ?? "tents", quantity: line?.left ?? 1 }],
    licence: "EXP-1 (example)",
  };
};

/** So much of the oldest shipment that is on its way. */
function underWay({ data }: ExampleContext, most: number): { shipment: string; items: JsonObject[] } {
  const shipment = undelivered(data)[0];
  const part = shipment?.lines.find(({ drawn, delivered }) => delivered < drawn);
  const quantity = Math.min(part ? part.drawn - part.delivered : 1, most);
  return { shipment: shipment?.shipment ?? "S-0", items: [{ line: part?.line ?? "tents", quantity }] };
}

const openRequest = ({ data }: ExampleContext): string =>
  data.retransfers.find(({ answer }) => answer === undefined)?.request ?? "T-0";

export const examples: Readonly<Record<string, (context: ExampleContext) => JsonObject>> = {
  draft: certificate,
  redraft: certificate,
  sign: (context) => ({ ...named(context), signatory: "Director of the example directorate" }),
  authenticate: (context) => ({ ...named(context), authority: "Example ministry", reference: "AUTH-1" }),
  verify: (context) => ({ ...named(context), reference: "VER-1" }),
  returnCertificate: () => ({ reasons: [{ code: "incomplete", note: "The consignee's address is missing" }] }),
  withdraw: () => ({ reason: "The example order was changed" }),
  revoke: () => ({ reasons: [{ code: "caseCancelled" }] }),
  drawDown: drawn,
  restore: (context) => ({ ...underWay(context, 1), reason: "One package stayed behind" }),
  verifyDelivery: (context) => ({
    ...underWay(context, 1_000_000),
    on: dayAfter(context.time, 0),
    place: "Example depot",
  }),
  askRetransfer: ({ data }) => {
    const line = endUseLines(data).find(({ delivered, retransferred }) => delivered > retransferred);
    return {
      request: `T-${data.retransfers.length + 1}`,
      items: [{ line: line?.line ?? "tents", quantity: 1 }],
      to: company("Example relief agency"),
      destination: "FR",
      purpose: "Loan for a relief exercise",
    };
  },
  consentToRetransfer: (context) => ({ request: openRequest(context), conditions: "Returned within a year" }),
  denyRetransfer: (context) => ({ request: openRequest(context), reasons: [{ code: "policy" }] }),
  recordCheck: ({ time }) => ({ on: dayAfter(time, 0), place: "Example depot", result: "satisfactory" }),
  close: () => ({}),
};
