// The states of an annual plan and what time does to them. It is signed before its year begins, executed until the year
// ends, and reported on after.

import type { DeadlineRule, State, StateName } from "../declaration.ts";
import { oldestLetterTo, type PlanData } from "./data.ts";

/** States in which lines are proposed and harmonised. */
export const draftStates: readonly StateName[] = ["proposing", "harmonising"];
/** States in which dossiers are put under lines. */
export const linkStates: readonly StateName[] = ["harmonising", "agreed", "executing", "reporting"];

// Usual amounts are general practice, not law: the annex sets others under `plan.<name>`. 31 days before the first of
// January is the first of December, the day that published agreements name.
const signature: DeadlineRule<PlanData> = {
  name: "signature",
  owner: "both",
  usual: { days: 31 },
  before: (data) => data.opensAt,
};

const letterTo = (data: PlanData, role: "caller" | "partner"): number | undefined => {
  const { caller } = data;
  if (caller === undefined) return undefined;
  const waiting =
    role === "caller"
      ? oldestLetterTo(data, caller)
      : data.letters.find((one) => one.by === caller && one.answer === undefined);
  return waiting?.at;
};

/** A plan nobody has signed by the end of its year binds nobody. */
const expiry = { to: "expired", at: (data: PlanData) => data.endsAt };

export const planStates: Readonly<Record<StateName, State<PlanData>>> = {
  proposing: { deadlines: [{ name: "proposals", owner: "both", usual: { days: 30 } }, signature], lapse: expiry },
  harmonising: { deadlines: [signature], lapse: expiry },
  agreed: { deadlines: [signature], lapse: expiry },
  executing: {
    deadlines: [
      {
        name: "callerAnswer",
        owner: "caller",
        usual: { workingDays: 15 },
        from: (data) => letterTo(data, "caller"),
      },
      {
        name: "partnerAnswer",
        owner: "partner",
        usual: { workingDays: 15 },
        from: (data) => letterTo(data, "partner"),
      },
    ],
    lapse: { to: "reporting", at: (data) => data.endsAt },
  },
  reporting: { deadlines: [{ name: "report", owner: "both", usual: { days: 60 } }] },
  closed: { final: true },
  expired: { final: true },
  withdrawn: { final: true },
};
