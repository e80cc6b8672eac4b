// The certificate in use: drawn down shipment by shipment and never beyond what it certifies, each delivery verified by
// the end user, consent asked before anything is passed on, checks after delivery, closing.

import { isRefusal } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import {
  askRetransferBody,
  checkBody,
  consentBody,
  deliveryBody,
  denyBody,
  drawDownBody,
  noteBody,
  restoreBody,
} from "./bodies.ts";
import { type EndUseData, isDelivered, undelivered, withQuantities } from "./data.ts";
import {
  refuseBeyond,
  refuseDrawing,
  refuseNoRequest,
  refuseRetransfer,
  refuseUnsettled,
  shipmentUnderWay,
} from "./guards.ts";
import { holding, underWay } from "./states.ts";

const answered = (data: EndUseData, given: { request: string; answer: "consented" | "denied" }): EndUseData => ({
  ...data,
  retransfers: data.retransfers.map((one) => (one.request === given.request ? { ...one, answer: given.answer } : one)),
});

const answering = {
  from: holding,
  to: "same",
  by: "exporter",
  waits: ({ retransfers }: EndUseData) => retransfers.some(({ answer }) => answer === undefined),
} as const;

export const useSteps = {
  drawDown: step<EndUseData, typeof drawDownBody>({
    from: ["verified", "inUse"],
    to: "inUse",
    by: "exporter",
    body: drawDownBody,
    guard: refuseDrawing,
    effect: ({ data, time }, { shipment, items, licence }) => {
      const lines = items.map(({ line, quantity }) => ({ line, drawn: quantity, delivered: 0 }));
      return { ...data, shipments: [...data.shipments, { shipment, at: time, licence, lines }] };
    },
    waits: ({ shipments }) => shipments.length === 0,
  }),
  /** What was drawn and did not leave, or came back on its way. */
  restore: step<EndUseData, typeof restoreBody>({
    from: underWay,
    to: "same",
    by: "exporter",
    expected: false,
    body: restoreBody,
    guard: (context, { shipment, items }) => {
      const found = shipmentUnderWay(context, shipment);
      return isRefusal(found) ? found : refuseBeyond(found, items);
    },
    effect: ({ data }, { shipment, items }) => ({
      ...data,
      shipments: withQuantities(data, { shipment, items, of: "drawn", by: -1 }),
    }),
  }),
  verifyDelivery: step<EndUseData, typeof deliveryBody>({
    from: underWay,
    to: ["same", "delivered"],
    by: "endUser",
    body: deliveryBody,
    guard: (context, { shipment, items }) => {
      const found = shipmentUnderWay(context, shipment);
      return isRefusal(found) ? found : refuseBeyond(found, items);
    },
    effect: ({ data }, { shipment, items }) => ({
      ...data,
      shipments: withQuantities(data, { shipment, items, of: "delivered", by: 1 }),
    }),
    leads: (data) => (!data.revoked && isDelivered(data) ? "delivered" : "same"),
    waits: (data) => undelivered(data).length > 0,
  }),
  askRetransfer: step<EndUseData, typeof askRetransferBody>({
    from: holding,
    to: "same",
    by: "endUser",
    expected: false,
    body: askRetransferBody,
    guard: refuseRetransfer,
    effect: ({ data, time }, asked) => ({
      ...data,
      retransfers: [...data.retransfers, { ...asked, at: time, answer: undefined }],
    }),
  }),
  consentToRetransfer: step<EndUseData, typeof consentBody>({
    ...answering,
    body: consentBody,
    guard: (context, { request }) => refuseNoRequest(context, request),
    effect: ({ data }, { request }) => answered(data, { request, answer: "consented" }),
  }),
  denyRetransfer: step<EndUseData, typeof denyBody>({
    ...answering,
    body: denyBody,
    guard: (context, { request }) => refuseNoRequest(context, request),
    effect: ({ data }, { request }) => answered(data, { request, answer: "denied" }),
  }),
  recordCheck: step<EndUseData, typeof checkBody>({
    from: ["delivered", "checked"],
    to: "checked",
    by: "exporter",
    body: checkBody,
    effect: ({ data }, check) => ({ ...data, checks: [...data.checks, check] }),
    waits: ({ checks }) => checks.length === 0,
  }),
  close: step<EndUseData, typeof noteBody>({
    from: ["delivered", "checked", "expired", "revoked"],
    to: "closed",
    by: "exporter",
    expected: false,
    body: noteBody,
    guard: refuseUnsettled,
  }),
} satisfies Readonly<Record<string, Step<EndUseData>>>;
