// The states of a visit and what time does to them (domain: request for visit). A request walks its stages from draft
// to decided; a change to a visit that already has an approval walks the same stages under names of its own, because
// the approval stands meanwhile: gates log, the host may withdraw, and the visit ends with its last day.

import type { DeadlineRule, State, StateName } from "../declaration.ts";
import type { VisitData } from "./data.ts";

/** The way of a request, and of a change to an approved visit. */
const amendmentStages = {
  draft: "amendmentDraft",
  certified: "amendmentCertified",
  endorsed: "amendmentEndorsed",
  transmitted: "amendmentTransmitted",
  received: "amendmentReceived",
  returned: "amendmentReturned",
  staffing: "amendmentStaffing",
  decided: "amendmentDecided",
} as const;

export type Stage = keyof typeof amendmentStages;

const stages = Object.keys(amendmentStages).filter((name): name is Stage => Object.hasOwn(amendmentStages, name));

export const requestStates: readonly StateName[] = stages;
export const amendmentStates: readonly StateName[] = Object.values(amendmentStages);

/** Both states of a stage: what a step is possible from, or can lead to. */
export function bothOf(...names: readonly Stage[]): readonly StateName[] {
  return names.flatMap((name) => [name, amendmentStages[name]]);
}

/** The state of a stage on the way the dossier is on. */
export function stageOf(data: VisitData, stage: Stage): StateName {
  return data.amending ? amendmentStages[stage] : stage;
}

/** States in which at least one site may have an approval that holds. */
export const approvedStates: readonly StateName[] = ["emergencyConfirmed", "notified", "active", ...amendmentStates];

// Usual amounts are general practice, not law: the annex sets others under `visit.<name>`.
const send: DeadlineRule<VisitData> = {
  name: "send",
  owner: "requester",
  usual: { hours: 0 },
  from: (data) => data.sendBefore,
};
const correct: DeadlineRule<VisitData> = { name: "correct", owner: "requester", usual: { workingDays: 5 } };
const acknowledge: DeadlineRule<VisitData> = { name: "acknowledge", owner: "host", usual: { workingDays: 2 } };
const notify: DeadlineRule<VisitData> = { name: "notify", owner: "host", usual: { workingDays: 2 } };
/** The clock of the decision starts at the host's receipt, not when the sites are asked. */
const decide: DeadlineRule<VisitData> = {
  name: "decide",
  owner: "host",
  usual: { workingDays: 10 },
  from: (data, since) => data.received?.at ?? since,
};
const decideAmendment: DeadlineRule<VisitData> = { ...decide, name: "decideAmendment", usual: { workingDays: 5 } };

const deadlinesOf: Readonly<Record<Stage, readonly DeadlineRule<VisitData>[]>> = {
  draft: [send],
  certified: [send],
  endorsed: [send],
  transmitted: [acknowledge],
  received: [decide],
  returned: [correct],
  staffing: [decide],
  decided: [notify],
};

/** A request without an approval ends with the last day it was asked for. */
const expiry = { to: "expired", at: (data: VisitData) => data.expiresAt };

/**
 * An approved visit ends with its last approved day; an emergency that has not been written up waits for its request.
 */
const end = {
  to: "executed",
  at: (data: VisitData) => (data.emergency && !data.emergency.writtenUp ? undefined : data.window?.endsAt),
};

const stageStates: Readonly<Record<StateName, State<VisitData>>> = Object.fromEntries(
  stages.flatMap((stage) => [
    [stage, { deadlines: deadlinesOf[stage], lapse: expiry }],
    [
      amendmentStages[stage],
      { deadlines: deadlinesOf[stage].map((rule) => (rule === decide ? decideAmendment : rule)), lapse: end },
    ],
  ]),
);

export const visitStates: Readonly<Record<StateName, State<VisitData>>> = {
  ...stageStates,
  emergency: {
    deadlines: [{ name: "confirmEmergency", owner: "host", usual: { hours: 4 } }],
    lapse: expiry,
  },
  emergencyConfirmed: { deadlines: [{ name: "writeUp", owner: "requester", usual: { workingDays: 3 } }] },
  deferred: {
    deadlines: [{ name: "decideDeferred", owner: "host", usual: { workingDays: 10 } }],
    lapse: expiry,
  },
  notified: { lapse: { to: "active", at: (data) => data.window?.opensAt } },
  active: { lapse: end },
  executed: { deadlines: [{ name: "close", owner: "host", usual: { workingDays: 10 } }] },
  closed: { final: true },
  expired: { final: true },
  refused: { final: true },
  cancelled: { final: true },
  withdrawn: { final: true },
};
