// What the dossier of an end-user certificate knows, and the ledger of quantities: certified, drawn by shipments,
// delivered, asked to be passed on. Every figure follows from the shipments, so that none can disagree.

import type { z } from "../../base/index.ts";
import type { Quantities } from "../goods.ts";
import type { askRetransferBody, certificateBody, checkBody } from "./bodies.ts";

export type Certificate = z.output<typeof certificateBody>;

export interface Shipment {
  readonly shipment: string;
  /** When it was drawn; milliseconds since 1970, by the exporter's clock. */
  readonly at: number;
  readonly licence: string | undefined;
  /** By line: drawn and not given back, and of that what the end user has said it received. */
  readonly lines: readonly { readonly line: string; readonly drawn: number; readonly delivered: number }[];
}

export interface Retransfer extends z.output<typeof askRetransferBody> {
  readonly at: number;
  readonly answer: "consented" | "denied" | undefined;
}

export interface EndUseData {
  readonly certificate: Certificate | undefined;
  /** Of the certificate's text: signing, authentication and verification name it. */
  readonly digest: string | undefined;
  /** The first instant at which it no longer holds. Milliseconds since 1970. */
  readonly endsAt: number | undefined;
  readonly signatory: string | undefined;
  readonly authenticated: { readonly authority: string; readonly reference: string } | undefined;
  /** The exporting authority's own number. */
  readonly verified: string | undefined;
  readonly revoked: boolean;
  readonly shipments: readonly Shipment[];
  readonly checks: readonly z.output<typeof checkBody>[];
  readonly retransfers: readonly Retransfer[];
}

export const blankEndUse = (): EndUseData => ({
  certificate: undefined,
  digest: undefined,
  endsAt: undefined,
  signatory: undefined,
  authenticated: undefined,
  verified: undefined,
  revoked: false,
  shipments: [],
  checks: [],
  retransfers: [],
});

/** One line of the certificate with what has become of it. */
export interface EndUseLine {
  readonly line: string;
  readonly certified: number;
  readonly drawn: number;
  readonly delivered: number;
  /** Passed on with consent, or asked for and not answered. */
  readonly retransferred: number;
  /** What may still be drawn. */
  readonly left: number;
}

/** The ledger, line by line, in the certificate's order. */
export function endUseLines({ certificate, shipments, retransfers }: EndUseData): readonly EndUseLine[] {
  return (certificate?.items ?? []).map(({ id, quantity }) => {
    const parts = shipments.flatMap(({ lines }) => lines.filter(({ line }) => line === id));
    const drawn = parts.reduce((sum, one) => sum + one.drawn, 0);
    const delivered = parts.reduce((sum, one) => sum + one.delivered, 0);
    const retransferred = retransfers
      .filter(({ answer }) => answer !== "denied")
      .flatMap(({ items }) => items.filter(({ line }) => line === id))
      .reduce((sum, one) => sum + one.quantity, 0);
    return { line: id, certified: quantity, drawn, delivered, retransferred, left: quantity - drawn };
  });
}

/** Shipments of which something drawn has not been said to be received. */
export function undelivered({ shipments }: EndUseData): readonly Shipment[] {
  return shipments.filter(({ lines }) => lines.some(({ drawn, delivered }) => delivered < drawn));
}

/** All that was certified has been delivered. */
export const isDelivered = (data: EndUseData): boolean =>
  endUseLines(data).every(({ certified, delivered }) => delivered === certified);

/** The shipments after so much of one is added to what was drawn or delivered of it. */
export function withQuantities(
  data: EndUseData,
  change: {
    readonly shipment: string;
    readonly items: Quantities;
    readonly of: "drawn" | "delivered";
    readonly by: 1 | -1;
  },
): readonly Shipment[] {
  const { shipment, items, of, by } = change;
  return data.shipments.map((one) => {
    if (one.shipment !== shipment) return one;
    const lines = one.lines.map((line) => {
      const given = items.find((item) => item.line === line.line);
      return given ? { ...line, [of]: line[of] + by * given.quantity } : line;
    });
    return { ...one, lines };
  });
}
