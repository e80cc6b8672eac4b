// What changes the case as a whole while it is carried out: the seller's schedule, an amendment, a pause, an early end,
// and the seller's word that all is supplied.

import { type Refusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { refuseSame, refuseUnknown } from "../entries.ts";
import { amendBody, noteBody, reasonBody, scheduleBody } from "./bodies.ts";
import type { ProcurementData } from "./data.ts";
import { type ProcurementContext, refuseAmendedLines } from "./guards.ts";
import { unsettled, unsupplied } from "./ledger.ts";
import { refuseAmendedValue, refuseCurrency } from "./money-guards.ts";

const refuseUnsupplied = ({ data }: ProcurementContext): Refusal | undefined => {
  const open = unsupplied(data);
  return open.length === 0 ? undefined : refuse("procedures.caseUnsupplied", { open });
};

const refuseUnsettled = ({ data }: ProcurementContext): Refusal | undefined => {
  const open = unsettled(data);
  return open.length === 0 ? undefined : refuse("procedures.caseUnsettled", { open });
};

/** What was announced and has not left is not sent any more. */
const withoutWaiting = (data: ProcurementData): ProcurementData["consignments"] =>
  data.consignments.map((one) =>
    one.state === "received" || one.state === "dispatched" ? one : { ...one, state: "cancelled" },
  );

export const contractSteps = {
  /** A change of dates is the seller's alone; a change of scope or price needs both. */
  changeSchedule: step<ProcurementData, typeof scheduleBody>({
    from: ["implementing"],
    to: "same",
    by: "seller",
    expected: false,
    body: scheduleBody,
    guard: ({ data }, { line }) =>
      refuseUnknown(
        (data.offer?.lines ?? []).map(({ id }) => id),
        line,
      ),
    effect: ({ data }, { line, due }) => {
      const lines = (data.offer?.lines ?? []).map((one) => (one.id === line ? { ...one, due } : one));
      return { ...data, offer: data.offer && { ...data.offer, lines } };
    },
  }),
  amend: step<ProcurementData, typeof amendBody>({
    from: ["implementing"],
    to: "same",
    by: "both",
    grave: true,
    body: amendBody,
    guard: (context, { number, currency, lines }) =>
      refuseSame(context.data.amendments, number) ??
      refuseCurrency(context, currency) ??
      refuseAmendedLines(context, lines) ??
      refuseAmendedValue(context, lines),
    effect: ({ data }, { number, lines }) => ({
      ...data,
      offer: data.offer && { ...data.offer, lines },
      amendments: [...data.amendments, number],
    }),
    waits: () => false,
  }),
  suspend: step<ProcurementData, typeof reasonBody>({
    from: ["implementing"],
    to: "suspended",
    by: "both",
    expected: false,
    body: reasonBody,
    agree: () => "suspended",
  }),
  resume: step<ProcurementData, typeof noteBody>({
    from: ["suspended"],
    to: "implementing",
    by: "both",
    body: noteBody,
    agree: () => "resumed",
  }),
  terminate: step<ProcurementData, typeof reasonBody>({
    from: ["implementing", "suspended"],
    to: "completed",
    by: "both",
    grave: true,
    expected: false,
    body: reasonBody,
    agree: () => "terminated",
    guard: refuseUnsettled,
    effect: ({ data }) => ({ ...data, completed: true, consignments: withoutWaiting(data) }),
  }),
  declareSupplied: step<ProcurementData, typeof noteBody>({
    from: ["implementing"],
    to: "completed",
    by: "seller",
    body: noteBody,
    guard: refuseUnsupplied,
    effect: ({ data }) => ({ ...data, completed: true }),
    waits: (data) => unsupplied(data).length === 0,
  }),
} satisfies Readonly<Record<string, Step<ProcurementData>>>;
