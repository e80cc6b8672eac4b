// Deliveries: announced before they leave, awaited by an office that has said it is ready, received line by line, and
// what was wrong with them answered. That nobody knows what is on its way is what offices complain of (GAO-13-84).

import { isRefusal, type Refusal } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { refuseSame, refuseUnknown } from "../entries.ts";
import {
  answerDiscrepancyBody,
  cancelConsignmentBody,
  discrepancyBody,
  dispatchBody,
  notReadyBody,
  preAdviceBody,
  readyBody,
  receiveBody,
} from "./bodies.ts";
import { type ConsignmentState, consignmentsIn, type ProcurementData, withConsignment } from "./data.ts";
import {
  type ProcurementContext,
  refuseConsigning,
  refuseConsignment,
  refuseGate,
  refuseReceipt,
  refuseReport,
} from "./guards.ts";
import { caseLines, takenBack } from "./ledger.ts";
import { refuseCredit } from "./money-guards.ts";

const during = { from: ["implementing"], to: "same" } as const;
/** What has left arrives, and is looked at, while the case is paused too. */
const underWay = { from: ["implementing", "suspended"], to: "same" } as const;
const has = (data: ProcurementData, ...states: ConsignmentState[]): boolean =>
  consignmentsIn(data, ...states).length > 0;

const refuseAnswer = (
  context: ProcurementContext,
  input: { readonly discrepancy: string; readonly credit: string | undefined },
): Refusal | undefined => {
  const open = context.data.discrepancies.filter(({ answer }) => answer === undefined);
  const found = open.find(({ discrepancy }) => discrepancy === input.discrepancy);
  const unknown = refuseUnknown(
    open.map(({ discrepancy }) => discrepancy),
    input.discrepancy,
  );
  if (isRefusal(unknown) || !found || input.credit === undefined) return unknown;
  return refuseCredit(context, { amount: input.credit, line: found.line, quantity: found.quantity });
};

export const deliverySteps = {
  preAdvise: step<ProcurementData, typeof preAdviceBody>({
    ...during,
    by: "seller",
    body: preAdviceBody,
    guard: (context, { consignment, items }) =>
      refuseSame(
        context.data.consignments.map((one) => one.consignment),
        consignment,
      ) ?? refuseConsigning(context, items),
    effect: ({ data, time }, { items, ...advised }) => {
      const lines = items.map((item) => ({ ...item, received: 0 }));
      const one = { ...advised, items: lines, state: "advised", since: time, certificate: undefined } as const;
      return { ...data, consignments: [...data.consignments, one] };
    },
    waits: (data) => caseLines(data).some(({ left }) => left > 0),
  }),
  confirmReady: step<ProcurementData, typeof readyBody>({
    ...during,
    by: "buyer",
    body: readyBody,
    guard: (context, { consignment }) => refuseConsignment(context, { consignment, in: ["advised", "notReady"] }),
    effect: ({ data, time }, { consignment }) => withConsignment(data, { consignment, state: "ready", since: time }),
    waits: (data) => has(data, "advised"),
  }),
  sayNotReady: step<ProcurementData, typeof notReadyBody>({
    ...during,
    by: "buyer",
    expected: false,
    body: notReadyBody,
    // Goods do not leave for a place that has said it cannot take them.
    prevailsOver: ["dispatch"],
    guard: (context, { consignment }) => refuseConsignment(context, { consignment, in: ["advised", "ready"] }),
    effect: ({ data, time }, { consignment }) => withConsignment(data, { consignment, state: "notReady", since: time }),
  }),
  cancelConsignment: step<ProcurementData, typeof cancelConsignmentBody>({
    ...during,
    by: "seller",
    expected: false,
    body: cancelConsignmentBody,
    guard: (context, { consignment }) =>
      refuseConsignment(context, { consignment, in: ["advised", "ready", "notReady"] }),
    effect: ({ data, time }, { consignment }) =>
      withConsignment(data, { consignment, state: "cancelled", since: time }),
  }),
  dispatch: step<ProcurementData, typeof dispatchBody>({
    ...during,
    by: "seller",
    body: dispatchBody,
    // What has left has left, whatever the two sides were about to agree on.
    prevailsOver: ["suspend", "terminate"],
    guard: (context, { consignment, certificate }) =>
      refuseConsignment(context, { consignment, in: ["ready"] }) ??
      refuseGate(context, { gates: ["export", "import", "endUse"], certificate }),
    effect: ({ data, time }, { consignment, certificate }) =>
      withConsignment(data, { consignment, state: "dispatched", since: time, certificate }),
    waits: (data) => has(data, "ready"),
  }),
  receive: step<ProcurementData, typeof receiveBody>({
    ...underWay,
    by: "buyer",
    body: receiveBody,
    guard: (context, given) =>
      refuseConsignment(context, { consignment: given.consignment, in: ["dispatched"] }) ??
      refuseReceipt(context, given),
    effect: ({ data, time }, { consignment, items }) => {
      const found = data.consignments.find((one) => one.consignment === consignment);
      const arrived = (found?.items ?? []).map((item) => ({
        ...item,
        received: items.find(({ line }) => line === item.line)?.quantity ?? 0,
      }));
      return withConsignment(data, { consignment, state: "received", since: time, items: arrived });
    },
    waits: (data) => has(data, "dispatched"),
  }),
  reportDiscrepancy: step<ProcurementData, typeof discrepancyBody>({
    ...underWay,
    by: "buyer",
    expected: false,
    body: discrepancyBody,
    prevailsOver: ["declareSupplied", "terminate"],
    guard: (context, given) =>
      refuseSame(
        context.data.discrepancies.map(({ discrepancy }) => discrepancy),
        given.discrepancy,
      ) ??
      refuseConsignment(context, { consignment: given.consignment, in: ["received"] }) ??
      refuseReport(context, given),
    effect: ({ data, time }, given) => ({
      ...data,
      discrepancies: [...data.discrepancies, { ...given, at: time, answer: undefined, credit: "0", takenBack: "0" }],
    }),
  }),
  answerDiscrepancy: step<ProcurementData, typeof answerDiscrepancyBody>({
    ...underWay,
    by: "seller",
    body: answerDiscrepancyBody,
    guard: (context, { discrepancy, answer }) =>
      refuseAnswer(context, { discrepancy, credit: answer.kind === "credit" ? answer.amount : undefined }),
    effect: ({ data }, { discrepancy, answer }) => {
      const credit = answer.kind === "credit" ? answer.amount : "0";
      const answered = { answer: answer.kind, credit, takenBack: takenBack(data, credit) };
      return {
        ...data,
        discrepancies: data.discrepancies.map((one) =>
          one.discrepancy === discrepancy ? { ...one, ...answered } : one,
        ),
      };
    },
    waits: ({ discrepancies }) => discrepancies.some(({ answer }) => answer === undefined),
  }),
} satisfies Readonly<Record<string, Step<ProcurementData>>>;
