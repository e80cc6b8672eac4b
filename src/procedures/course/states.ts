// The states of a course and its deadlines. What is due of which iteration follows from its own days; of several the
// earliest is told.

import { isPartyCode, type PartyCode } from "../../acts/index.ts";
import type { DeadlineRule, State, StateName } from "../declaration.ts";
import {
  type CourseData,
  expectedStatuses,
  freeFor,
  type Iteration,
  isLive,
  type Seat,
  type SeatStatus,
} from "./data.ts";
import { lingering } from "./documents.ts";
import { usual } from "./guards.ts";

/** The first day of the earliest iteration that still wants something. */
function startOf(data: CourseData, wants: (iteration: Iteration) => boolean): number | undefined {
  return data.iterations.find((one) => isLive(one) && wants(one))?.startsAt;
}

const isIn =
  (...statuses: readonly SeatStatus[]) =>
  (seat: Seat): boolean =>
    statuses.includes(seat.status);

const guest = (seats: readonly Seat[], host: PartyCode | undefined): readonly Seat[] =>
  seats.filter((seat) => seat.by !== host);

/** Whether the sending side has seats of its quota that nobody takes. */
function hasFreeSeats(iteration: Iteration, host: PartyCode | undefined): boolean {
  const parties = Object.keys(iteration.quotas).filter(isPartyCode);
  return parties.some((party) => party !== host && freeFor(iteration, party) > 0);
}

/** The oldest offer to the host's or to the other side's nominees that nobody has answered. */
const offerTo = (data: CourseData, to: "host" | "sender"): number | undefined => {
  const times = data.iterations
    .filter(isLive)
    .flatMap(({ seats }) =>
      seats.flatMap((seat) =>
        seat.status === "offered" && (seat.by === data.host) === (to === "host") && seat.offeredAt !== undefined
          ? [seat.offeredAt]
          : [],
      ),
    );
  return times.length > 0 ? Math.min(...times) : undefined;
};

const personalData: DeadlineRule<CourseData> = {
  name: "personalData",
  owner: "both",
  usual: usual.personalData,
  from: (data) => {
    const times = lingering(data).map((one) => one.from);
    return times.length > 0 ? Math.min(...times) : undefined;
  },
};

const deadlines: readonly DeadlineRule<CourseData>[] = [
  {
    name: "nomination",
    owner: "sender",
    usual: usual.nomination,
    before: (data) => startOf(data, (one) => one.releasedAt === undefined && hasFreeSeats(one, data.host)),
  },
  {
    name: "vetting",
    owner: "both",
    usual: usual.vetting,
    before: (data) => startOf(data, ({ seats }) => seats.some(isIn("nominated", "certified"))),
  },
  {
    name: "release",
    owner: "host",
    usual: usual.release,
    before: (data) => startOf(data, ({ releasedAt }) => releasedAt === undefined),
  },
  {
    name: "instructions",
    owner: "host",
    usual: usual.instructions,
    before: (data) =>
      startOf(data, ({ seats, instructions }) => instructions === undefined && seats.some(isIn("confirmed"))),
  },
  {
    name: "acknowledgement",
    owner: "sender",
    usual: usual.acknowledgement,
    before: (data) =>
      startOf(
        data,
        ({ seats, instructions }) => instructions !== undefined && guest(seats, data.host).some(isIn("confirmed")),
      ),
  },
  {
    name: "substitution",
    owner: "sender",
    usual: usual.substitution,
    before: (data) => startOf(data, ({ seats }) => guest(seats, data.host).some(isIn(...expectedStatuses))),
  },
  {
    name: "hostOffer",
    owner: "host",
    usual: usual.offerAnswer,
    from: (data) => offerTo(data, "host"),
  },
  {
    name: "senderOffer",
    owner: "sender",
    usual: usual.offerAnswer,
    from: (data) => offerTo(data, "sender"),
  },
  {
    name: "report",
    owner: "host",
    usual: usual.report,
    from: (data) => data.iterations.find(isLive)?.endsAt,
  },
  personalData,
];

export const courseStates: Readonly<Record<StateName, State<CourseData>>> = {
  offered: { deadlines: [{ name: "acceptance", owner: "sender", usual: { workingDays: 20 } }] },
  open: { deadlines },
  closed: { settled: true, deadlines: [personalData] },
  declined: { final: true },
  withdrawn: { final: true },
};
