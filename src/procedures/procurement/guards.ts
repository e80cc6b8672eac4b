// Why a step of a purchase cannot be made, apart from its money: gates, numbers that stand for something else, lines
// and quantities that are not there, terms that are not those on the table.

import type { PartyCode } from "../../acts/index.ts";
import { epochMs, isInstantText } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { addAmount, endOfDay, startOfDay } from "../calendar.ts";
import type { StepContext } from "../declaration.ts";
import { orNone, refuseUnknown } from "../entries.ts";
import type { Quantities } from "../goods.ts";
import { calendarOf, type Terms } from "../terms.ts";
import type { Gate, OfferLine } from "./bodies.ts";
import {
  type Consignment,
  type ConsignmentState,
  consignmentsIn,
  gatesOf,
  holdsAt,
  type Licence,
  type ProcurementData,
} from "./data.ts";
import { caseLines, reportable } from "./ledger.ts";

export type ProcurementContext = StepContext<ProcurementData>;

/** An offer that names no expiry holds so long: 25 days of administration and 60 for the buyer. */
const usualValidity = { days: 85 };

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** When the offer expires: as it says, or after the accord's usual time on the buyer's calendar. */
export function expiryOf({ terms, time, other }: ProcurementContext, expires: string | undefined): number {
  if (expires !== undefined && isInstantText(expires)) return epochMs(expires);
  const amount = terms.accord?.annex.deadlines["procurement.offerExpiry"] ?? usualValidity;
  return addAmount({ calendar: calendarOf(terms, other), from: time, amount });
}

/** Refused when an instant is not after the act, or with `after` not after that. */
export function refuseEarly({ time }: ProcurementContext, at: number, after = time): Refusal | undefined {
  const least = Math.max(time, after);
  if (at > least) return undefined;
  const text = (ms: number): string => new Date(ms).toISOString().replace(".000Z", "Z");
  return refuse("procedures.caseExpiry", { got: text(at), after: text(least) });
}

/** From and until when a licence holds, on the calendar of the side that recorded it. */
export function validityOf(
  terms: Terms,
  input: { readonly side: PartyCode; readonly validFrom: string; readonly validUntil: string },
): Pick<Licence, "from" | "endsAt"> {
  const { zone } = calendarOf(terms, input.side);
  const { validFrom, validUntil } = input;
  return {
    from: startOfDay(zone, Temporal.PlainDate.from(validFrom)),
    endsAt: endOfDay(zone, validUntil),
  };
}

/** Marketing and export are the seller's side to license, import the buyer's. */
export function refuseLicenceSide({ side, roles }: ProcurementContext, kind: Licence["kind"]): Refusal | undefined {
  const owner = kind === "import" ? roles.buyer : roles.seller;
  return side === owner ? undefined : refuse("procedures.caseLicenceSide", { kind, owner: owner ?? "none" });
}

/** A licence of the kind that holds when the step is made; for `endUse` a certificate that the act names. */
export function refuseGate(
  { data, time }: ProcurementContext,
  input: { readonly gates: readonly Gate[]; readonly certificate?: string | undefined },
): Refusal | undefined {
  for (const gate of gatesOf(data)) {
    if (!input.gates.includes(gate)) continue;
    const open =
      gate === "endUse"
        ? input.certificate !== undefined
        : data.licences.some((one) => one.kind === gate && holdsAt(one, time));
    if (!open) return refuse("procedures.caseGate", { gate, at: dayOf(time) });
  }
  return undefined;
}

export function refuseOtherOffer({ data }: ProcurementContext, got: string): Refusal | undefined {
  const expected = data.offer?.digest ?? "none";
  return got === expected ? undefined : refuse("procedures.caseOtherOffer", { got, expected });
}

/** Refused unless the consignment is in one of the states. */
export function refuseConsignment(
  { data }: ProcurementContext,
  input: { readonly consignment: string; readonly in: readonly ConsignmentState[] },
): Refusal | undefined {
  const known = consignmentsIn(data, ...input.in).map(({ consignment }) => consignment);
  return refuseUnknown(known, input.consignment);
}

/** No more is consigned than was ordered and is not consigned yet. */
export function refuseConsigning({ data }: ProcurementContext, items: Quantities): Refusal | undefined {
  return refuseMore(
    items,
    caseLines(data).map(({ line, left }) => ({ line, most: left })),
  );
}

/** What arrived is told of every line of the consignment, and of none more than was sent. */
export function refuseReceipt(
  { data }: ProcurementContext,
  { consignment, items }: { readonly consignment: string; readonly items: Quantities },
): Refusal | undefined {
  const sent: Consignment["items"] = data.consignments.find((one) => one.consignment === consignment)?.items ?? [];
  const lines = sent.map(({ line }) => line).sort();
  const told = items.map(({ line }) => line).sort();
  if (told.join() !== lines.join())
    return refuse("procedures.caseReceiptLines", { got: told, expected: orNone(lines) });
  return refuseMore(
    items,
    sent.map(({ line, quantity }) => ({ line, most: quantity })),
  );
}

export function refuseReport(
  { data }: ProcurementContext,
  of: Pick<ProcurementData["discrepancies"][number], "consignment" | "line" | "kind" | "quantity">,
): Refusal | undefined {
  return refuseMore([of], [{ line: of.line, most: reportable(data, of) }]);
}

/** What was consigned stays ordered: an amendment cannot take it away. */
export function refuseAmendedLines({ data }: ProcurementContext, lines: readonly OfferLine[]): Refusal | undefined {
  for (const { line, consigned } of caseLines(data)) {
    const after = lines.find(({ id }) => id === line)?.quantity ?? 0;
    if (after < consigned) return refuse("procedures.caseAmendedLine", { line, got: after, least: consigned });
  }
  return undefined;
}

function refuseMore(
  items: readonly { readonly line: string; readonly quantity: number }[],
  known: readonly { readonly line: string; readonly most: number }[],
): Refusal | undefined {
  for (const { line, quantity } of items) {
    const found = known.find((one) => one.line === line);
    if (!found) return refuse("procedures.noGoodsLine", { got: line, lines: orNone(known.map((one) => one.line)) });
    if (quantity > found.most) return refuse("procedures.quantityBeyond", { line, got: quantity, most: found.most });
  }
  return undefined;
}
