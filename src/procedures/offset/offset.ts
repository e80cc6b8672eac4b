// An offset obligation: what a supplier owes in return for an order, agreed by both sides, met by projects, claimed
// year by year, accepted in whole or part, with a balance that never falls below nothing and a guarantee that is
// released.
//
// Not here: the order itself, and what a project is about beyond its type and value.

import type { DeadlineRule, Procedure, State, StateName } from "../declaration.ts";
import { blankOffset, type OffsetData } from "./data.ts";
import { offsetSteps } from "./steps.ts";
import { accountSteps } from "./steps-account.ts";

const oldest = (times: readonly number[]): number | undefined => (times.length > 0 ? Math.min(...times) : undefined);

// Usual amounts are general practice, not law: the annex sets others under `offset.<name>`.
const approval: DeadlineRule<OffsetData> = {
  name: "projectAnswer",
  owner: "beneficiary",
  usual: { days: 60 },
  from: ({ projects }) => oldest(projects.filter(({ state }) => state === "proposed").map(({ at }) => at)),
};

const decision: DeadlineRule<OffsetData> = {
  name: "claimAnswer",
  owner: "beneficiary",
  usual: { days: 60 },
  from: ({ claims }) => oldest(claims.filter(({ state }) => state === "filed").map(({ at }) => at)),
};

const fulfilment: DeadlineRule<OffsetData> = {
  name: "fulfilment",
  owner: "obligor",
  usual: { hours: 0 },
  before: ({ endsAt }) => endsAt,
};

const states: Readonly<Record<StateName, State<OffsetData>>> = {
  proposed: { deadlines: [{ name: "agreement", owner: "both", usual: { days: 60 } }] },
  running: { deadlines: [approval, decision, fulfilment], lapse: { to: "ended", at: ({ endsAt }) => endsAt } },
  fulfilled: { deadlines: [{ name: "guaranteeRelease", owner: "beneficiary", usual: { days: 60 } }] },
  /** The period is over with something owed: claims for what was performed in it are still decided. */
  ended: { deadlines: [decision, { name: "settlement", owner: "both", usual: { days: 90 } }] },
  closed: { final: true },
  withdrawn: { final: true },
};

export const offsetProcedure: Procedure<OffsetData> = {
  name: "offset",
  version: 1,
  rests: "procurement",
  roles: ["beneficiary", "obligor"],
  states,
  steps: { ...offsetSteps, ...accountSteps },
  blank: blankOffset,
  title: ({ obligation }, read) => (obligation ? `${obligation.reference} · ${read(obligation.titles) ?? ""}` : ""),
};
