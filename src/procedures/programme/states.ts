// The states of an official programme and what time does to them. Where the two sides must agree, one proposes and the
// other answers, so that it is always clear with whom the ball is; only the programme itself, one text, is agreed by
// both.

import { subtractAmount } from "../calendar.ts";
import type { DeadlineRule, State, StateName } from "../declaration.ts";
import { calendarOf, type Terms } from "../terms.ts";
import type { ProgrammeData } from "./data.ts";

/** States in which the programme is being written. */
export const writingStates: readonly StateName[] = ["awaitingDelegation", "preparing", "submitted", "agreed"];

export const openStates: readonly StateName[] = [
  "invited",
  "accepted",
  "datesWithHost",
  "datesWithVisitor",
  ...writingStates,
  "frozen",
  "frozenChange",
  "live",
  "moved",
];

/** 48 hours before it begins nobody but both changes the programme; the annex may set another length. */
const freezeUsual = { hours: 48 };

export function freezesAt(data: ProgrammeData, terms: Terms): number | undefined {
  if (data.beginsAt === undefined || data.host === undefined) return undefined;
  const amount = terms.accord?.annex.deadlines["programme.freeze"] ?? freezeUsual;
  return subtractAmount({ calendar: calendarOf(terms, data.host), before: data.beginsAt, amount });
}

// Usual amounts are general practice, not law: the annex sets others under `programme.<name>`.
const delegationList: DeadlineRule<ProgrammeData> = {
  name: "delegationList",
  owner: "visitor",
  usual: { days: 15 },
  before: (data) => (data.delegation ? undefined : data.dates?.opensAt),
};
const photos: DeadlineRule<ProgrammeData> = {
  name: "photos",
  owner: "visitor",
  usual: { days: 10 },
  before: (data) => (data.delivered.photos ? undefined : data.dates?.opensAt),
};
const diet: DeadlineRule<ProgrammeData> = {
  name: "diet",
  owner: "visitor",
  usual: { days: 7 },
  before: (data) => (data.delivered.diet ? undefined : data.dates?.opensAt),
};
const freeze: DeadlineRule<ProgrammeData> = {
  name: "freeze",
  owner: "both",
  usual: freezeUsual,
  before: (data) => data.beginsAt,
};
const owed = [delegationList, photos, diet] as const;

/** What nobody has agreed to by the end of its days lapses: a programme never binds by silence. */
const expiry = { to: "expired", at: (data: ProgrammeData) => data.dates?.endsAt };
const opening = { to: "live", at: (data: ProgrammeData) => data.dates?.opensAt };
const ending = { to: "executed", at: (data: ProgrammeData) => data.dates?.endsAt };

export const programmeStates: Readonly<Record<StateName, State<ProgrammeData>>> = {
  invited: { deadlines: [{ name: "answerInvitation", owner: "visitor", usual: { workingDays: 10 } }] },
  accepted: {},
  datesWithHost: { deadlines: [{ name: "answerDates", owner: "host", usual: { workingDays: 5 } }] },
  datesWithVisitor: { deadlines: [{ name: "answerDates", owner: "visitor", usual: { workingDays: 5 } }] },
  awaitingDelegation: { deadlines: [...owed, freeze], lapse: expiry },
  preparing: { deadlines: [...owed, freeze], lapse: expiry },
  submitted: { deadlines: [...owed, freeze], lapse: expiry },
  agreed: { deadlines: [photos, diet], lapse: { to: "frozen", at: freezesAt } },
  frozen: { lapse: opening },
  frozenChange: { lapse: opening },
  live: { lapse: ending },
  moved: { lapse: ending },
  executed: { deadlines: [{ name: "close", owner: "host", usual: { workingDays: 10 } }] },
  closed: { final: true },
  declined: { final: true },
  expired: { final: true },
  cancelled: { final: true },
};
