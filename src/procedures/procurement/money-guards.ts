// Why money cannot move so: another currency, more than the case is worth, a deposit that has not come, an account that
// the other side would read otherwise.

import { type Refusal, refuse } from "../../base/index.ts";
import { amountOf, type Money, minorUnits } from "../money.ts";
import type { OfferLine } from "./bodies.ts";
import type { ProcurementContext } from "./guards.ts";
import { type CaseMoney, type CaseUnits, caseMoney, caseUnits } from "./ledger.ts";

const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);

export function refuseCurrency({ data }: ProcurementContext, got: string): Refusal | undefined {
  const expected = data.offer?.currency ?? "none";
  return got === expected ? undefined : refuse("procedures.otherCurrency", { got, expected });
}

/** Neither invoices nor payments go beyond what the case is worth. */
export function refuseMoney(
  context: ProcurementContext,
  input: { of: "invoiced" | "paid"; sum: Money },
): Refusal | undefined {
  const other = refuseCurrency(context, input.sum.currency);
  if (other) return other;
  const units = caseUnits(context.data);
  if (!units) return undefined;
  const most = units.value - units[input.of];
  return minorUnits(input.sum) > most ? beyond(context, { got: minorUnits(input.sum), most }) : undefined;
}

/** A credit is at most what the pieces cost. What of it was invoiced or paid already is taken back, or paid back. */
export function refuseCredit(
  context: ProcurementContext,
  input: { readonly amount: string; readonly line: string; readonly quantity: number },
): Refusal | undefined {
  const { offer } = context.data;
  const units = caseUnits(context.data);
  if (!offer || !units) return undefined;
  const got = minorUnits({ amount: input.amount, currency: offer.currency });
  const price = offer.lines.find(({ id }) => id === input.line)?.unitPrice ?? "0";
  const cost = minorUnits({ amount: price, currency: offer.currency }) * BigInt(input.quantity);
  const most = cost < units.value ? cost : units.value;
  return got > most ? beyond(context, { got, most }) : undefined;
}

/** No more is paid back than was received beyond what is invoiced. */
export function refuseRefund(context: ProcurementContext, sum: Money): Refusal | undefined {
  const other = refuseCurrency(context, sum.currency);
  if (other) return other;
  const units = caseUnits(context.data);
  if (!units) return undefined;
  const most = larger(units.confirmed - units.invoiced, 0n);
  return minorUnits(sum) > most ? beyond(context, { got: minorUnits(sum), most }) : undefined;
}

/** What is amended is still worth what was invoiced and paid. */
export function refuseAmendedValue(context: ProcurementContext, lines: readonly OfferLine[]): Refusal | undefined {
  const { data } = context;
  if (!data.offer) return undefined;
  const after = caseUnits({ ...data, offer: { ...data.offer, lines } });
  if (!after) return undefined;
  const got = larger(after.invoiced, after.paid);
  return got > after.value ? beyond(context, { got, most: after.value }) : undefined;
}

/** The deposit has been received, or why implementation begins without it is said. */
export function refuseWithoutDeposit(context: ProcurementContext, exception: string | undefined): Refusal | undefined {
  const { offer } = context.data;
  const units = caseUnits(context.data);
  if (!offer || !units || exception !== undefined) return undefined;
  const { currency, deposit } = offer;
  if (units.deposited >= minorUnits({ amount: deposit, currency })) return undefined;
  return refuse("procedures.caseDeposit", { got: amountOf(units.deposited, currency), expected: deposit, currency });
}

/** The account is what the dossier says. */
export function refuseStatement(
  { data }: ProcurementContext,
  said: Pick<CaseMoney, "currency" | "value" | "invoiced" | "paid">,
): Refusal | undefined {
  const is = caseMoney(data);
  for (const field of ["currency", "value", "invoiced", "paid"] as const)
    if (said[field] !== is?.[field])
      return refuse("procedures.caseStatement", { field, got: said[field], expected: is?.[field] ?? "none" });
  return undefined;
}

/** Everything invoiced is paid, and every payment confirmed. */
export function refuseUnpaid(context: ProcurementContext): Refusal | undefined {
  const units = caseUnits(context.data);
  if (!units || (units.invoiced === units.paid && units.paid === units.confirmed)) return undefined;
  const currency = context.data.offer?.currency ?? "";
  return refuse("procedures.caseUnpaid", {
    invoiced: amountOf(units.invoiced, currency),
    confirmed: amountOf(units.confirmed, currency),
    currency,
  });
}

export const dueUnits = ({ invoiced, paid }: CaseUnits): bigint => invoiced - paid;

function beyond({ data }: ProcurementContext, input: { readonly got: bigint; readonly most: bigint }): Refusal {
  const currency = data.offer?.currency ?? "";
  const [got, most] = [amountOf(input.got, currency), amountOf(input.most, currency)];
  return refuse("procedures.caseMoney", { got, most, currency });
}
