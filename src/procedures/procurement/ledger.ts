// The two ledgers of a purchase: quantities line by line, and money. Both are reckoned from what the dossier holds, in
// whole units and in bigint minor units.

import { amountOf, minorUnits } from "../money.ts";
import type { Discrepancy, ProcurementData } from "./data.ts";

export interface CaseLine {
  readonly line: string;
  readonly ordered: number;
  /** In consignments that were not cancelled, less what is to be replaced. */
  readonly consigned: number;
  /** On its way or arrived. */
  readonly dispatched: number;
  readonly received: number;
  /** Received, less what was reported of it and not rejected. */
  readonly accepted: number;
  /** What may still be consigned. */
  readonly left: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const total = (numbers: readonly bigint[]): bigint => numbers.reduce((all, one) => all + one, 0n);

/** The quantities, in the offer's order of lines. */
export function caseLines({ offer, consignments, discrepancies }: ProcurementData): readonly CaseLine[] {
  return (offer?.lines ?? []).map(({ id, quantity: ordered }) => {
    const live = consignments.filter(({ state }) => state !== "cancelled");
    const sent = live.filter(({ state }) => state === "dispatched" || state === "received");
    const of = (list: typeof live, field: "quantity" | "received"): number =>
      sum(list.flatMap(({ items }) => items.filter(({ line }) => line === id).map((item) => item[field])));
    const reported = discrepancies.filter(({ line }) => line === id);
    const replaced = sum(reported.filter(({ answer }) => answer === "replace").map(({ quantity }) => quantity));
    const wanting = reported.filter(({ kind, answer }) => kind !== "shortage" && answer !== "reject");
    const received = of(live, "received");
    const consigned = of(live, "quantity") - replaced;
    return {
      line: id,
      ordered,
      consigned,
      dispatched: of(sent, "quantity"),
      received,
      accepted: received - sum(wanting.map(({ quantity }) => quantity)),
      left: ordered - consigned,
    };
  });
}

/** How much may still be reported of one line of a consignment: what did not arrive, or what did. */
export function reportable(data: ProcurementData, of: Pick<Discrepancy, "consignment" | "line" | "kind">): number {
  const found = data.consignments.find(({ consignment }) => consignment === of.consignment);
  const item = found?.items.find(({ line }) => line === of.line);
  if (!item || found?.state !== "received") return 0;
  const short = (kind: Discrepancy["kind"]): boolean => kind === "shortage";
  const reported = data.discrepancies.filter(
    (one) => one.consignment === of.consignment && one.line === of.line && short(one.kind) === short(of.kind),
  );
  const most = short(of.kind) ? item.quantity - item.received : item.received;
  return most - sum(reported.map(({ quantity }) => quantity));
}

/** The money of a case in minor units of its currency. */
export interface CaseUnits {
  /** What the lines cost, less credits, with what was billed late. */
  readonly value: bigint;
  /** Less what credits took back of it; never more than the value. */
  readonly invoiced: bigint;
  /** Said to be paid and not denied, less what was paid back. */
  readonly paid: bigint;
  /** Of that what the seller has received; never below nothing. */
  readonly confirmed: bigint;
  readonly deposited: bigint;
}

/** Undefined before there is an offer, and with it a currency. */
export function caseUnits(data: ProcurementData): CaseUnits | undefined {
  const { offer, invoices, payments, refunds, discrepancies } = data;
  if (!offer) return undefined;
  const { currency } = offer;
  const units = (amount: string): bigint => minorUnits({ amount, currency });
  const lines = total(offer.lines.map(({ unitPrice, quantity }) => units(unitPrice) * BigInt(quantity)));
  const credits = total(discrepancies.map(({ credit }) => units(credit)));
  const back = total(discrepancies.map(({ takenBack: one }) => units(one)));
  const refunded = total(refunds.map(({ amount }) => units(amount)));
  const late = total(invoices.filter((one) => one.late).map(({ amount }) => units(amount)));
  const live = payments.filter(({ state }) => state !== "denied");
  const confirmed = live.filter(({ state }) => state === "confirmed");
  return {
    value: lines - credits + late,
    invoiced: total(invoices.map(({ amount }) => units(amount))) - back,
    paid: total(live.map(({ amount }) => units(amount))) - refunded,
    confirmed: total(confirmed.map(({ amount }) => units(amount))) - refunded,
    deposited: total(confirmed.filter(({ kind }) => kind === "deposit").map(({ amount }) => units(amount))),
  };
}

/** The money as amounts of text, for statements and pages. */
export type CaseMoney = Readonly<Record<keyof CaseUnits | "currency", string>>;

export function caseMoney(data: ProcurementData): CaseMoney | undefined {
  const units = caseUnits(data);
  const currency = data.offer?.currency;
  if (!units || currency === undefined) return undefined;
  const text = (of: bigint): string => amountOf(of, currency);
  return {
    currency,
    value: text(units.value),
    invoiced: text(units.invoiced),
    paid: text(units.paid),
    confirmed: text(units.confirmed),
    deposited: text(units.deposited),
  };
}

/** Of a credit, what takes back of the invoices: as much as they would stand beyond the value. */
export function takenBack(data: ProcurementData, credit: string): string {
  const units = caseUnits(data);
  const currency = data.offer?.currency;
  if (!units || currency === undefined) return "0";
  const beyond = units.invoiced - (units.value - minorUnits({ amount: credit, currency }));
  return beyond > 0n ? amountOf(beyond, currency) : "0";
}

/** What stands between the two sides: goods that have left and not arrived, discrepancies without an answer. */
export function unsettled(data: ProcurementData): readonly string[] {
  return [
    ...data.consignments.filter(({ state }) => state === "dispatched").map(({ consignment }) => consignment),
    ...data.discrepancies.filter(({ answer }) => answer === undefined).map(({ discrepancy }) => discrepancy),
  ];
}

/** What is not yet delivered, received or answered; empty when the seller may say that all is supplied. */
export function unsupplied(data: ProcurementData): readonly string[] {
  const lines = caseLines(data).filter(({ left }) => left > 0);
  const moving = data.consignments.filter(({ state }) => state !== "received" && state !== "cancelled");
  const open = data.discrepancies.filter(({ answer }) => answer === undefined);
  const short = data.consignments.filter(({ state, consignment, items }) => {
    if (state !== "received") return false;
    return items.some(({ line }) => reportable(data, { consignment, line, kind: "shortage" }) > 0);
  });
  return [
    ...lines.map(({ line }) => line),
    ...[...moving, ...short].map(({ consignment }) => consignment),
    ...open.map(({ discrepancy }) => discrepancy),
  ];
}

/** When the oldest invoice came that the payments, all together, do not cover. */
export function unpaidSince(data: ProcurementData): number | undefined {
  const { offer, invoices } = data;
  const units = (amount: string): bigint => minorUnits({ amount, currency: offer?.currency ?? "" });
  const back = total(data.discrepancies.map(({ takenBack: one }) => units(one)));
  let left = (caseUnits(data)?.paid ?? 0n) + back;
  for (const { amount, at } of invoices) {
    left -= units(amount);
    if (left < 0n) return at;
  }
  return undefined;
}
