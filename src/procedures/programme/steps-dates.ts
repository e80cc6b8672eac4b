// From the invitation to the dates both have agreed: one side proposes, the other accepts or proposes others.

import { type Refusal, refuse } from "../../base/index.ts";
import { endOfDay, startOfDay } from "../calendar.ts";
import { type Step, step } from "../declaration.ts";
import { acceptBody, type Dates, datesSchema, inviteBody, reasonBody } from "./bodies.ts";
import { beginningOf, type ProgrammeData } from "./data.ts";
import { guardDates, type ProgrammeContext } from "./guards.ts";
import { openStates } from "./states.ts";

const invite = step<ProgrammeData, typeof inviteBody>({
  from: "opening",
  to: "invited",
  by: "host",
  body: inviteBody,
  guard: (_context, { dates }) => dates && guardDates(dates),
  effect: ({ data, side }, { titles, reference, dates }) => ({
    ...data,
    host: side,
    titles,
    reference,
    proposal: dates && { ...dates, by: side },
  }),
});

/** Accepts in principle. Dates the invitation named stay proposed. */
const accept = step<ProgrammeData, typeof acceptBody>({
  from: ["invited"],
  to: ["accepted", "datesWithVisitor"],
  by: "visitor",
  body: acceptBody,
  leads: (data) => (data.proposal ? "datesWithVisitor" : "accepted"),
});

const decline = step<ProgrammeData, typeof reasonBody>({
  from: ["invited"],
  to: "declined",
  by: "visitor",
  expected: false,
  body: reasonBody,
});

const proposeDates = step<ProgrammeData, typeof datesSchema>({
  from: ["accepted", "datesWithHost", "datesWithVisitor", "awaitingDelegation", "preparing", "submitted", "agreed"],
  to: ["datesWithHost", "datesWithVisitor"],
  by: "either",
  expected: false,
  body: datesSchema,
  guard: (_context, dates) => guardDates(dates),
  effect: ({ data, side }, dates) => ({ ...data, proposal: { ...dates, by: side }, agreed: undefined }),
  leads: (_data, _body, { side, data }) => (side === data.host ? "datesWithVisitor" : "datesWithHost"),
});

/** Two steps and not one, because at any time only one side can answer. */
const answer = {
  body: datesSchema,
  to: ["awaitingDelegation", "preparing"],
  guard: guardAnswer,
  effect: agreedOn,
  leads: (data: ProgrammeData) => (data.delegation ? "preparing" : "awaitingDelegation"),
} as const;

const acceptDates = step<ProgrammeData, typeof datesSchema>({ ...answer, from: ["datesWithVisitor"], by: "visitor" });
const confirmDates = step<ProgrammeData, typeof datesSchema>({ ...answer, from: ["datesWithHost"], by: "host" });

function guardAnswer({ data }: ProgrammeContext, dates: Dates): Refusal | undefined {
  const { proposal } = data;
  const same = proposal?.from === dates.from && proposal.until === dates.until && proposal.zone === dates.zone;
  if (same) return undefined;
  return refuse("procedures.programmeOtherDates", {
    got: `${dates.from} to ${dates.until} ${dates.zone}`,
    expected: proposal ? `${proposal.from} to ${proposal.until} ${proposal.zone}` : "none",
  });
}

function agreedOn({ data }: ProgrammeContext, { from, until, zone }: Dates): ProgrammeData {
  const opensAt = startOfDay(zone, Temporal.PlainDate.from(from));
  const endsAt = endOfDay(zone, until);
  const dates = { from, until, zone, opensAt, endsAt };
  return { ...data, dates, proposal: undefined, beginsAt: beginningOf(data.engagements, dates) };
}

const cancel = step<ProgrammeData, typeof reasonBody>({
  from: openStates,
  to: "cancelled",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: [
    "accept",
    "proposeDates",
    "acceptDates",
    "confirmDates",
    "tableDelegation",
    "reviseDelegation",
    "deliver",
    "tableProgramme",
    "changeEngagement",
    "requestChange",
    "declineRequest",
    "proposeAdvanceVisit",
    "answerAdvanceVisit",
    "submitProgramme",
    "agreeProgramme",
    "freeze",
    "changeFrozen",
    "acceptChange",
    "declineChange",
    "moveEngagement",
    "takeNote",
  ],
});

export const dateSteps: Readonly<Record<string, Step<ProgrammeData>>> = {
  invite,
  accept,
  decline,
  proposeDates,
  acceptDates,
  confirmDates,
  cancel,
};
