// The offer, its extension and acceptance, and the beginning of its implementation.

import { epochMs, isInstantText } from "../../acts/index.ts";
import { type Step, step } from "../declaration.ts";
import { acceptBody, extendBody, extensionBody, implementBody, offerBody, reasonBody } from "./bodies.ts";
import type { ProcurementData } from "./data.ts";
import { expiryOf, refuseEarly, refuseGate, refuseOtherOffer } from "./guards.ts";
import { refuseWithoutDeposit } from "./money-guards.ts";

const msOf = (text: string): number => (isInstantText(text) ? epochMs(text) : Number.NaN);
const onTheTable = ["offered", "offerExpired"] as const;

export const offerSteps = {
  offer: step<ProcurementData, typeof offerBody>({
    from: ["acknowledged"],
    to: "offered",
    by: "seller",
    grave: true,
    body: offerBody,
    guard: (context, { expires }) =>
      refuseGate(context, { gates: ["marketing"] }) ?? refuseEarly(context, expiryOf(context, expires)),
    effect: (context, { expires, terms, ...offer }) => {
      const digest = context.digest(terms === undefined ? offer : { ...offer, terms });
      return { ...context.data, offer: { ...offer, digest, expiresAt: expiryOf(context, expires) } };
    },
  }),
  requestExtension: step<ProcurementData, typeof extensionBody>({
    from: onTheTable,
    to: "same",
    by: "buyer",
    expected: false,
    body: extensionBody,
    guard: (context, { until }) => refuseEarly(context, msOf(until), context.data.offer?.expiresAt),
    effect: ({ data, time }) => ({ ...data, extensionAsked: time }),
  }),
  extendOffer: step<ProcurementData, typeof extendBody>({
    from: onTheTable,
    to: "offered",
    by: "seller",
    body: extendBody,
    guard: (context, { until }) => refuseEarly(context, msOf(until), context.data.offer?.expiresAt),
    effect: ({ data }, { until }) => ({
      ...data,
      offer: data.offer && { ...data.offer, expiresAt: msOf(until) },
      extensionAsked: undefined,
    }),
    waits: ({ extensionAsked }) => extensionAsked !== undefined,
  }),
  withdrawOffer: step<ProcurementData, typeof reasonBody>({
    from: onTheTable,
    to: "acknowledged",
    by: "seller",
    expected: false,
    body: reasonBody,
    effect: ({ data }) => ({ ...data, offer: undefined, extensionAsked: undefined }),
  }),
  /** An acceptance made before the withdrawal was seen stands (UN sales convention, article 16). */
  accept: step<ProcurementData, typeof acceptBody>({
    from: ["offered"],
    to: "accepted",
    by: "buyer",
    grave: true,
    body: acceptBody,
    prevailsOver: ["withdrawOffer", "extendOffer"],
    guard: (context, { offer }) => refuseOtherOffer(context, offer),
    effect: ({ data, time }, { signatory }) => ({ ...data, accepted: { signatory, at: time } }),
  }),
  /**
   * Once the deposit is there, or by exception before it. What has begun is not undone by a cancellation that crosses.
   */
  implement: step<ProcurementData, typeof implementBody>({
    from: ["accepted"],
    to: "implementing",
    by: "seller",
    body: implementBody,
    prevailsOver: ["cancel"],
    guard: (context, { exception }) => refuseWithoutDeposit(context, exception),
    effect: ({ data, time }, { exception }) => ({ ...data, implementedAt: time, exception }),
  }),
} satisfies Readonly<Record<string, Step<ProcurementData>>>;
