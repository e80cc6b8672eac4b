// What the dossier of a purchase knows. Quantities and money are not kept as sums: ledger.ts reckons them from what is
// here, so that none can disagree with another.

import type { z } from "../../base/index.ts";
import type {
  contactBody,
  discrepancyBody,
  Gate,
  licenceBody,
  OfferLine,
  preAdviceBody,
  requestBody,
  requirementBody,
  returnReasons,
} from "./bodies.ts";

export type Requirement = z.output<typeof requirementBody>;

export interface Offer {
  /** The seller's own number. */
  readonly reference: string;
  readonly currency: string;
  readonly lines: readonly OfferLine[];
  readonly deposit: string;
  /** Of the offer's text without its expiry, which may be extended: the acceptance names it. */
  readonly digest: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface Licence extends z.output<typeof licenceBody> {
  readonly from: number;
  /** The first instant at which it no longer holds. Milliseconds since 1970. */
  readonly endsAt: number;
  readonly withdrawn: boolean;
}

export type ConsignmentState = "advised" | "ready" | "notReady" | "dispatched" | "received" | "cancelled";

export interface Consignment extends Omit<z.output<typeof preAdviceBody>, "items"> {
  readonly state: ConsignmentState;
  readonly items: readonly { readonly line: string; readonly quantity: number; readonly received: number }[];
  /** When it came into its state, by the clock of who brought it there. Milliseconds since 1970. */
  readonly since: number;
  /** The end-user certificate's dossier. */
  readonly certificate: string | undefined;
}

export interface Discrepancy extends z.output<typeof discrepancyBody> {
  readonly at: number;
  readonly answer: "replace" | "credit" | "reject" | undefined;
  /** Credited for it; "0" otherwise. */
  readonly credit: string;
  /** Of the credit, what had been invoiced and is not any more. */
  readonly takenBack: string;
}

export interface Invoice {
  readonly invoice: string;
  readonly amount: string;
  readonly at: number;
  /** Billed after the case was reconciled: beyond the offer's value. */
  readonly late: boolean;
}

export interface Payment {
  readonly payment: string;
  readonly kind: "deposit" | "instalment" | "final";
  readonly amount: string;
  readonly at: number;
  readonly state: "stated" | "confirmed" | "denied";
}

/** Paid back by the seller: what was paid beyond what is invoiced. */
export interface Refund {
  readonly refund: string;
  readonly amount: string;
  readonly at: number;
}

export interface ProcurementData {
  readonly requirement: Requirement | undefined;
  /** The one that stands; undefined again when it is returned. */
  readonly request: z.output<typeof requestBody> | undefined;
  /** The seller's own number, and the common one. */
  readonly reference: string | undefined;
  readonly case: string | undefined;
  /** Every reason ever given for a return. */
  readonly returns: readonly (typeof returnReasons)[number][];
  readonly quote: { readonly amount: string; readonly currency: string } | undefined;
  readonly contacts: readonly z.output<typeof contactBody>[];
  readonly licences: readonly Licence[];
  readonly offer: Offer | undefined;
  /** Asked for by the buyer and not answered; milliseconds since 1970. */
  readonly extensionAsked: number | undefined;
  readonly accepted: { readonly signatory: string; readonly at: number } | undefined;
  readonly implementedAt: number | undefined;
  /** Why implementation began before the deposit came. */
  readonly exception: string | undefined;
  readonly consignments: readonly Consignment[];
  readonly discrepancies: readonly Discrepancy[];
  readonly amendments: readonly string[];
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
  readonly completed: boolean;
  readonly reconciledAt: number | undefined;
}

export const blankProcurement = (): ProcurementData => ({
  requirement: undefined,
  request: undefined,
  reference: undefined,
  case: undefined,
  returns: [],
  quote: undefined,
  contacts: [],
  licences: [],
  offer: undefined,
  extensionAsked: undefined,
  accepted: undefined,
  implementedAt: undefined,
  exception: undefined,
  consignments: [],
  discrepancies: [],
  amendments: [],
  invoices: [],
  payments: [],
  refunds: [],
  completed: false,
  reconciledAt: undefined,
});

/** What must be in hand in this case. A direct contract needs the three licences whatever was said. */
export function gatesOf({ requirement }: ProcurementData): readonly Gate[] {
  const always: readonly Gate[] = requirement?.kind === "direct" ? ["marketing", "export", "import"] : [];
  return [...new Set([...always, ...(requirement?.gates ?? [])])];
}

/** Whether the licence holds at an instant (milliseconds since 1970). */
export const holdsAt = (licence: Licence, at: number): boolean =>
  !licence.withdrawn && licence.from <= at && at < licence.endsAt;

/** Consignments in one of these states. */
export const consignmentsIn = (data: ProcurementData, ...states: ConsignmentState[]): readonly Consignment[] =>
  data.consignments.filter(({ state }) => states.includes(state));

/** The data with one consignment changed. */
export function withConsignment(
  data: ProcurementData,
  changed: Pick<Consignment, "consignment"> & Partial<Consignment>,
): ProcurementData {
  const consignments = data.consignments.map((one) =>
    one.consignment === changed.consignment ? { ...one, ...changed } : one,
  );
  return { ...data, consignments };
}
