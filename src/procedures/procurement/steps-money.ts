// Invoices and payments, and the account that both read in one way.

import { type Step, step } from "../declaration.ts";
import { refuseSame, refuseUnknown } from "../entries.ts";
import {
  confirmPaymentBody,
  denyPaymentBody,
  invoiceBody,
  lateCostsBody,
  noteBody,
  paymentBody,
  refundBody,
  statementBody,
} from "./bodies.ts";
import type { Payment, ProcurementData } from "./data.ts";
import type { ProcurementContext } from "./guards.ts";
import { caseUnits } from "./ledger.ts";
import { dueUnits, refuseCurrency, refuseMoney, refuseRefund, refuseStatement, refuseUnpaid } from "./money-guards.ts";
import { paying } from "./states.ts";

const invoices = ({ data }: ProcurementContext): string[] => data.invoices.map(({ invoice }) => invoice);
const stated = ({ payments }: ProcurementData): string[] =>
  payments.filter(({ state }) => state === "stated").map(({ payment }) => payment);

const answered = (data: ProcurementData, given: Pick<Payment, "payment" | "state">): ProcurementData => ({
  ...data,
  payments: data.payments.map((one) => (one.payment === given.payment ? { ...one, ...given } : one)),
});

export const moneySteps = {
  invoice: step<ProcurementData, typeof invoiceBody>({
    from: ["implementing", "completed"],
    to: "same",
    by: "seller",
    expected: false,
    body: invoiceBody,
    guard: (context, { invoice, sum }) =>
      refuseSame(invoices(context), invoice) ?? refuseMoney(context, { of: "invoiced", sum }),
    effect: ({ data, time }, { invoice, sum }) => ({
      ...data,
      invoices: [...data.invoices, { invoice, amount: sum.amount, at: time, late: false }],
    }),
  }),
  pay: step<ProcurementData, typeof paymentBody>({
    from: paying,
    to: "same",
    by: "buyer",
    body: paymentBody,
    guard: (context, { payment, sum }) =>
      refuseSame(
        context.data.payments.map((one) => one.payment),
        payment,
      ) ?? refuseMoney(context, { of: "paid", sum }),
    effect: ({ data, time }, { payment, kind, sum }) => ({
      ...data,
      payments: [...data.payments, { payment, kind, amount: sum.amount, at: time, state: "stated" }],
    }),
    waits: (data) => {
      const units = caseUnits(data);
      const deposit = data.implementedAt === undefined && data.payments.every(({ state }) => state === "denied");
      return deposit || (units !== undefined && dueUnits(units) > 0n);
    },
  }),
  confirmPayment: step<ProcurementData, typeof confirmPaymentBody>({
    from: paying,
    to: "same",
    by: "seller",
    body: confirmPaymentBody,
    guard: ({ data }, { payment }) => refuseUnknown(stated(data), payment),
    effect: ({ data }, { payment }) => answered(data, { payment, state: "confirmed" }),
    waits: (data) => stated(data).length > 0,
  }),
  denyPayment: step<ProcurementData, typeof denyPaymentBody>({
    from: paying,
    to: "same",
    by: "seller",
    expected: false,
    body: denyPaymentBody,
    guard: ({ data }, { payment }) => refuseUnknown(stated(data), payment),
    effect: ({ data }, { payment }) => answered(data, { payment, state: "denied" }),
  }),
  refund: step<ProcurementData, typeof refundBody>({
    from: ["implementing", "completed"],
    to: "same",
    by: "seller",
    body: refundBody,
    guard: (context, { refund, sum }) =>
      refuseSame(
        context.data.refunds.map((one) => one.refund),
        refund,
      ) ?? refuseRefund(context, sum),
    effect: ({ data, time }, { refund, sum }) => ({
      ...data,
      refunds: [...data.refunds, { refund, amount: sum.amount, at: time }],
    }),
    // Before the end an invoice may still come for what was paid ahead.
    waits: (data) => {
      const units = caseUnits(data);
      return data.completed && units !== undefined && units.confirmed > units.invoiced;
    },
  }),
  /** Each year while it runs; at its end once all is paid. */
  reconcile: step<ProcurementData, typeof statementBody>({
    from: ["implementing", "completed"],
    to: ["same", "reconciled"],
    by: "both",
    body: statementBody,
    guard: (context, said) =>
      refuseStatement(context, said) ?? (context.data.completed ? refuseUnpaid(context) : undefined),
    effect: ({ data, time }) => ({ ...data, reconciledAt: time }),
    leads: ({ completed }) => (completed ? "reconciled" : "same"),
    waits: ({ completed }) => completed,
  }),
  /** Costs that came to light after the account was closed: they are reconciled again. */
  billLateCosts: step<ProcurementData, typeof lateCostsBody>({
    from: ["reconciled", "closed"],
    to: "completed",
    by: "seller",
    expected: false,
    body: lateCostsBody,
    prevailsOver: ["close"],
    guard: (context, { invoice, sum }) =>
      refuseSame(invoices(context), invoice) ?? refuseCurrency(context, sum.currency),
    effect: ({ data, time }, { invoice, sum }) => ({
      ...data,
      invoices: [...data.invoices, { invoice, amount: sum.amount, at: time, late: true }],
    }),
  }),
  close: step<ProcurementData, typeof noteBody>({
    from: ["reconciled"],
    to: "closed",
    by: "both",
    grave: true,
    body: noteBody,
    agree: () => "closed",
  }),
} satisfies Readonly<Record<string, Step<ProcurementData>>>;
