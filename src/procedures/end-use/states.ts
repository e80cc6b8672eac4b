// The states of an end-user certificate, their deadlines, and its expiry.

import type { DeadlineRule, State, StateName } from "../declaration.ts";
import { type EndUseData, undelivered } from "./data.ts";

const lapse = { to: "expired", at: ({ endsAt }: EndUseData) => endsAt } as const;

// Usual amounts are general practice, not law: the annex sets others under `end-use.<name>`.
/** The oldest shipment that the end user has not said to have received. */
const delivery: DeadlineRule<EndUseData> = {
  name: "deliveryVerification",
  owner: "endUser",
  usual: { days: 30 },
  from: (data) => undelivered(data)[0]?.at,
};

const retransfer: DeadlineRule<EndUseData> = {
  name: "retransferAnswer",
  owner: "exporter",
  usual: { workingDays: 30 },
  from: ({ retransfers }) => retransfers.find(({ answer }) => answer === undefined)?.at,
};

export const endUseStates: Readonly<Record<StateName, State<EndUseData>>> = {
  draft: { deadlines: [{ name: "signature", owner: "endUser", usual: { days: 30 } }] },
  signed: { deadlines: [{ name: "authentication", owner: "endUser", usual: { days: 30 } }], lapse },
  authenticated: { deadlines: [{ name: "verification", owner: "exporter", usual: { workingDays: 10 } }], lapse },
  returned: { deadlines: [{ name: "correction", owner: "endUser", usual: { days: 30 } }] },
  verified: { lapse },
  inUse: { deadlines: [delivery, retransfer], lapse },
  delivered: {
    deadlines: [{ name: "postDeliveryCheck", owner: "exporter", usual: { days: 365 } }, retransfer],
  },
  checked: { deadlines: [retransfer] },
  expired: { settled: true, deadlines: [delivery] },
  revoked: { settled: true, deadlines: [delivery] },
  closed: { final: true },
  withdrawn: { final: true },
};

/** States in which something drawn may still arrive or be given back. */
export const underWay = ["inUse", "expired", "revoked"] as const;
/** States in which the end user holds goods under it. */
export const holding = ["inUse", "delivered", "checked"] as const;
