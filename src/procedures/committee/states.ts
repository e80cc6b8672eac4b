// The states of a session of the joint committee and what is due in each. Where the two sides must agree on a date, one
// proposes and the other answers, so that it is always clear with whom the ball is.

import type { DeadlineRule, State, StateName } from "../declaration.ts";
import { type CommitteeData, openActions } from "./data.ts";

export const beforeSession: readonly StateName[] = ["proposed", "counterProposed", "agendaOpen", "agendaFrozen"];

const actionOf = (data: CommitteeData, role: "host" | "guest"): number | undefined => {
  const due = openActions(data)
    .filter((one) => (one.owner === data.host) === (role === "host"))
    .map((one) => one.dueAt);
  return due.length > 0 ? Math.min(...due) : undefined;
};

// Usual amounts are general practice, not law: the annex sets others under `committee.<name>`.
const delegation: DeadlineRule<CommitteeData> = {
  name: "delegation",
  owner: "guest",
  usual: { days: 10 },
  before: ({ dates, delegations, host }) =>
    Object.keys(delegations).some((side) => side !== host) ? undefined : dates?.opensAt,
};

export const committeeStates: Readonly<Record<StateName, State<CommitteeData>>> = {
  proposed: { deadlines: [{ name: "answerDates", owner: "guest", usual: { workingDays: 10 } }] },
  counterProposed: { deadlines: [{ name: "answerDates", owner: "host", usual: { workingDays: 10 } }] },
  agendaOpen: { deadlines: [{ name: "agenda", owner: "both", usual: { days: 30 } }, delegation] },
  agendaFrozen: { deadlines: [delegation] },
  inSession: {
    deadlines: [{ name: "adoption", owner: "both", usual: { hours: 0 }, before: ({ dates }) => dates?.endsAt }],
  },
  // Adopted on the day: before the last day of the session ends.
  drafting: {
    deadlines: [{ name: "adoption", owner: "both", usual: { hours: 0 }, before: ({ dates }) => dates?.endsAt }],
  },
  tracking: {
    deadlines: [
      { name: "hostAction", owner: "host", usual: { hours: 0 }, before: (data) => actionOf(data, "host") },
      { name: "guestAction", owner: "guest", usual: { hours: 0 }, before: (data) => actionOf(data, "guest") },
    ],
  },
  closed: { final: true },
  cancelled: { final: true },
};
