// The states of a purchase, their deadlines, and the expiry of an offer.

import type { DeadlineRule, State, StateName } from "../declaration.ts";
import { consignmentsIn, type ProcurementData } from "./data.ts";
import { caseLines, unpaidSince } from "./ledger.ts";

type Rule = DeadlineRule<ProcurementData>;

// Usual amounts are general practice, not law: the annex sets others under `procurement.<name>`.
const oldest = (times: readonly number[]): number | undefined => (times.length > 0 ? Math.min(...times) : undefined);

const preAdvice: Rule = {
  name: "preAdviceAnswer",
  owner: "buyer",
  usual: { workingDays: 5 },
  from: (data) => oldest(consignmentsIn(data, "advised").map(({ since }) => since)),
};

const receipt: Rule = {
  name: "receipt",
  owner: "buyer",
  usual: { days: 30 },
  from: (data) => oldest(consignmentsIn(data, "dispatched").map(({ since }) => since)),
};

const discrepancy: Rule = {
  name: "discrepancyAnswer",
  owner: "seller",
  usual: { days: 60 },
  from: ({ discrepancies }) => oldest(discrepancies.filter(({ answer }) => answer === undefined).map(({ at }) => at)),
};

/** The end of the earliest due day, in UTC, of a line that is not wholly consigned. */
const delivery: Rule = {
  name: "delivery",
  owner: "seller",
  usual: { hours: 0 },
  before: (data) => {
    const open = new Set(caseLines(data).flatMap(({ line, left }) => (left > 0 ? [line] : [])));
    const days = (data.offer?.lines ?? []).flatMap(({ id, due }) => (due !== undefined && open.has(id) ? [due] : []));
    return oldest(days.map((due) => Date.parse(`${due}T24:00:00Z`)));
  },
};

const payment: Rule = {
  name: "payment",
  owner: "buyer",
  usual: { days: 30 },
  from: unpaidSince,
};

const annualReview: Rule = {
  name: "annualReview",
  owner: "both",
  usual: { days: 365 },
  from: ({ reconciledAt, implementedAt }) => reconciledAt ?? implementedAt,
};

export const procurementStates: Readonly<Record<StateName, State<ProcurementData>>> = {
  requirement: {},
  requested: { deadlines: [{ name: "acknowledgement", owner: "seller", usual: { workingDays: 10 } }] },
  returned: { deadlines: [{ name: "correction", owner: "buyer", usual: { days: 30 } }] },
  acknowledged: { deadlines: [{ name: "offer", owner: "seller", usual: { days: 120 } }] },
  offered: {
    deadlines: [
      { name: "acceptance", owner: "buyer", usual: { hours: 0 }, before: ({ offer }) => offer?.expiresAt },
      {
        name: "extensionAnswer",
        owner: "seller",
        usual: { workingDays: 5 },
        from: ({ extensionAsked }) => extensionAsked,
      },
    ],
    lapse: { to: "offerExpired", at: ({ offer }) => offer?.expiresAt },
  },
  offerExpired: {},
  accepted: {
    deadlines: [
      { name: "deposit", owner: "buyer", usual: { days: 30 } },
      { name: "implementation", owner: "seller", usual: { days: 60 } },
    ],
  },
  implementing: { deadlines: [delivery, preAdvice, receipt, discrepancy, payment, annualReview] },
  suspended: { deadlines: [receipt, discrepancy] },
  completed: { deadlines: [payment, { name: "reconciliation", owner: "both", usual: { days: 90 } }] },
  reconciled: { deadlines: [{ name: "closure", owner: "both", usual: { days: 90 } }] },
  /** Costs that come to light later can still be billed. */
  closed: { settled: true },
  cancelled: { final: true },
};

export const beforeImplementation = [
  "requirement",
  "requested",
  "returned",
  "acknowledged",
  "offered",
  "offerExpired",
  "accepted",
] as const;
/** States in which money moves. */
export const paying = ["accepted", "implementing", "completed"] as const;
/** States in which licences are recorded. */
export const licensing = ["requested", "acknowledged", "offered", "accepted", "implementing", "suspended"] as const;
