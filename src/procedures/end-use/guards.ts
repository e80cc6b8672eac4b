// Why a step of an end-user certificate cannot be made: another text, an expiry in the past, more than is left.

import type { PartyCode } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { endOfDay } from "../calendar.ts";
import type { StepContext } from "../declaration.ts";
import type { Quantities } from "../goods.ts";
import { calendarOf, type Terms } from "../terms.ts";
import { type EndUseData, endUseLines, type Shipment, undelivered } from "./data.ts";

export type EndUseContext = StepContext<EndUseData>;

/** The first instant after the last day on which it holds, on the end user's calendar. */
export function endOf(terms: Terms, input: { readonly endUser: PartyCode; readonly validUntil: string }): number {
  const { zone } = calendarOf(terms, input.endUser);
  return endOfDay(zone, input.validUntil);
}

export function refuseExpired({ side, terms, time }: EndUseContext, validUntil: string): Refusal | undefined {
  if (endOf(terms, { endUser: side, validUntil }) > time) return undefined;
  return refuse("procedures.endUseExpired", { got: validUntil, made: new Date(time).toISOString().slice(0, 10) });
}

/** What is signed, authenticated and verified is the text its author read. */
export function refuseOther({ data }: EndUseContext, got: string): Refusal | undefined {
  const expected = data.digest ?? "none";
  return got === expected ? undefined : refuse("procedures.endUseOther", { got, expected });
}

/** Refused where a line is not certified, or more would be drawn of it than is left. */
export function refuseDrawing(
  { data }: EndUseContext,
  { shipment, items }: { readonly shipment: string; readonly items: Quantities },
): Refusal | undefined {
  if (data.shipments.some((one) => one.shipment === shipment))
    return refuse("procedures.endUseSameShipment", { got: shipment });
  const lines = endUseLines(data);
  return refuseMore(items, { of: lines.map(({ line, left }) => ({ line, most: left })) });
}

/** The shipment, if something of it is still on its way; else the refusal. */
export function shipmentUnderWay({ data }: EndUseContext, got: string): Shipment | Refusal {
  const open = undelivered(data);
  const found = open.find((one) => one.shipment === got);
  if (found) return found;
  const known = open.map((one) => one.shipment);
  return refuse("procedures.endUseNoShipment", { got, open: known.length > 0 ? known : "none" });
}

/** Refused where more is delivered or given back than is on its way. */
export function refuseBeyond(shipment: Shipment, items: Quantities): Refusal | undefined {
  return refuseMore(items, {
    of: shipment.lines.map(({ line, drawn, delivered }) => ({ line, most: drawn - delivered })),
  });
}

/** Only what was delivered, and is not passed on already, can be passed on. */
export function refuseRetransfer(
  { data }: EndUseContext,
  { request, items }: { readonly request: string; readonly items: Quantities },
): Refusal | undefined {
  if (data.retransfers.some((one) => one.request === request))
    return refuse("procedures.endUseSameRequest", { got: request });
  const lines = endUseLines(data);
  return refuseMore(items, {
    of: lines.map(({ line, delivered, retransferred }) => ({ line, most: delivered - retransferred })),
  });
}

export function refuseNoRequest({ data }: EndUseContext, got: string): Refusal | undefined {
  const open = data.retransfers.filter(({ answer }) => answer === undefined).map(({ request }) => request);
  if (open.includes(got)) return undefined;
  return refuse("procedures.endUseNoRequest", { got, open: open.length > 0 ? open : "none" });
}

/** Nothing is on its way and nothing is unanswered. */
export function refuseUnsettled({ data }: EndUseContext): Refusal | undefined {
  const open = [
    ...undelivered(data).map(({ shipment }) => shipment),
    ...data.retransfers.filter(({ answer }) => answer === undefined).map(({ request }) => request),
  ];
  return open.length === 0 ? undefined : refuse("procedures.endUseUnsettled", { open });
}

function refuseMore(
  items: Quantities,
  { of }: { readonly of: readonly { readonly line: string; readonly most: number }[] },
): Refusal | undefined {
  for (const { line, quantity } of items) {
    const found = of.find((one) => one.line === line);
    if (!found) return refuse("procedures.noGoodsLine", { got: line, lines: of.map((one) => one.line) });
    if (quantity > found.most) return refuse("procedures.quantityBeyond", { line, got: quantity, most: found.most });
  }
  return undefined;
}
