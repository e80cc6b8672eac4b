// From the requirement to an offer that can be accepted: what the buyer asks for, what the seller makes of it, the
// first contact with industry and the licences that must be there before it.

import { type Step, step } from "../declaration.ts";
import { refuseSame, refuseUnknown } from "../entries.ts";
import {
  acknowledgeBody,
  contactBody,
  licenceBody,
  quoteBody,
  reasonBody,
  requestBody,
  requirementBody,
  returnBody,
  withdrawLicenceBody,
} from "./bodies.ts";
import type { ProcurementData } from "./data.ts";
import { refuseGate, refuseLicenceSide, validityOf } from "./guards.ts";
import { beforeImplementation, licensing } from "./states.ts";

const aside = { to: "same", expected: false } as const;
const live = (data: ProcurementData, kind: string): string[] =>
  data.licences.filter((one) => one.kind === kind && !one.withdrawn).map(({ number }) => number);

export const requestSteps = {
  state: step<ProcurementData, typeof requirementBody>({
    from: "opening",
    to: "requirement",
    by: "buyer",
    body: requirementBody,
    effect: ({ data }, requirement) => ({ ...data, requirement }),
  }),
  /**
   * Also what follows a rough price, and the answer to an offer that does not fit: what is asked for otherwise is a new
   * request, and the offer falls.
   */
  submitRequest: step<ProcurementData, typeof requestBody>({
    from: ["requirement", "returned", "acknowledged", "offered", "offerExpired"],
    to: "requested",
    by: "buyer",
    body: requestBody,
    effect: ({ data }, request) => ({
      ...data,
      request,
      quote: request.wants === "price" ? undefined : data.quote,
      offer: undefined,
      extensionAsked: undefined,
    }),
    waits: ({ request, quote, offer }) =>
      offer === undefined && (request === undefined || (request.wants === "price" && quote !== undefined)),
  }),
  acknowledge: step<ProcurementData, typeof acknowledgeBody>({
    from: ["requested"],
    to: "acknowledged",
    by: "seller",
    body: acknowledgeBody,
    effect: ({ data }, given) => ({ ...data, reference: given.reference, case: given.case }),
  }),
  returnRequest: step<ProcurementData, typeof returnBody>({
    from: ["requested", "acknowledged"],
    to: "returned",
    by: "seller",
    expected: false,
    body: returnBody,
    effect: ({ data }, { reasons }) => ({
      ...data,
      request: undefined,
      returns: [...data.returns, ...reasons.map(({ code }) => code)],
    }),
  }),
  quotePrice: step<ProcurementData, typeof quoteBody>({
    ...aside,
    from: ["acknowledged"],
    by: "seller",
    body: quoteBody,
    guard: (context) => refuseGate(context, { gates: ["marketing"] }),
    effect: ({ data }, { price }) => ({ ...data, quote: price }),
  }),
  /** The gate stands at the first contact with industry, not at shipment. */
  contactIndustry: step<ProcurementData, typeof contactBody>({
    ...aside,
    from: ["acknowledged"],
    by: "either",
    body: contactBody,
    guard: (context) => refuseGate(context, { gates: ["marketing"] }),
    effect: ({ data }, contact) => ({ ...data, contacts: [...data.contacts, contact] }),
  }),
  recordLicence: step<ProcurementData, typeof licenceBody>({
    ...aside,
    from: licensing,
    by: "either",
    body: licenceBody,
    guard: (context, { kind, number }) =>
      refuseLicenceSide(context, kind) ?? refuseSame(live(context.data, kind), number),
    effect: ({ data, side, terms }, licence) => {
      const validity = validityOf(terms, { side, ...licence });
      return { ...data, licences: [...data.licences, { ...licence, ...validity, withdrawn: false }] };
    },
  }),
  withdrawLicence: step<ProcurementData, typeof withdrawLicenceBody>({
    ...aside,
    from: licensing,
    by: "either",
    body: withdrawLicenceBody,
    guard: (context, { kind, number }) =>
      refuseLicenceSide(context, kind) ?? refuseUnknown(live(context.data, kind), number),
    // What needs the licence and crosses its withdrawal has not seen it fall.
    prevailsOver: ["quotePrice", "contactIndustry", "offer", "dispatch"],
    effect: ({ data }, { kind, number }) => ({
      ...data,
      licences: data.licences.map((one) =>
        one.kind === kind && one.number === number ? { ...one, withdrawn: true } : one,
      ),
    }),
  }),
  cancel: step<ProcurementData, typeof reasonBody>({
    from: beforeImplementation,
    to: "cancelled",
    by: "buyer",
    expected: false,
    body: reasonBody,
    prevailsOver: ["acknowledge", "returnRequest", "quotePrice", "contactIndustry", "offer", "extendOffer"],
  }),
} satisfies Readonly<Record<string, Step<ProcurementData>>>;
