// The course in the catalogue and its iterations: offered by the host, accepted by the other side, dated, with seats
// for each side; seats given back early, an iteration cancelled, the course closed.

import { isRefusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import {
  acceptBody,
  cancelBody,
  changeQuotaBody,
  declineBody,
  giveBackBody,
  noteBody,
  reasonBody,
  reviseBody,
  scheduleBody,
} from "./bodies.ts";
import { type CourseData, expectedStatuses, freeFor, type Iteration, isLive } from "./data.ts";
import { guardEntry, offerBody } from "./entry.ts";
import {
  aheadIteration,
  type CourseContext,
  endsOn,
  foundIteration,
  guardQuotas,
  liveIteration,
  opensOn,
} from "./guards.ts";
import { takenUp } from "./seats.ts";

/** Iterations that one course may have, so that a dossier stays readable. */
const iterationsMax = 60;

export function replaced(data: CourseData, iteration: Iteration): CourseData {
  return { ...data, iterations: data.iterations.map((one) => (one.code === iteration.code ? iteration : one)) };
}

const offer = step<CourseData, typeof offerBody>({
  from: "opening",
  to: "offered",
  by: "host",
  body: offerBody,
  guard: ({ terms }, { entry }) => guardEntry(entry, terms),
  effect: ({ data, side, digest }, { reference, entry }) => ({
    ...data,
    host: side,
    entry,
    version: digest(entry),
    references: { [side]: reference },
  }),
});

const revise = step<CourseData, typeof reviseBody>({
  from: ["offered", "open"],
  to: "same",
  by: "host",
  expected: false,
  body: reviseBody,
  guard: ({ terms }, { entry }) => guardEntry(entry, terms),
  effect: ({ data, digest }, { entry }) => ({ ...data, entry, version: digest(entry) }),
});

const accept = step<CourseData, typeof acceptBody>({
  from: ["offered"],
  to: "open",
  by: "sender",
  body: acceptBody,
  guard({ data }, { entry }) {
    if (entry === data.version) return undefined;
    return refuse("procedures.courseOther", { got: entry, expected: data.version ?? "none" });
  },
  effect: ({ data, side }, { reference }) => ({ ...data, references: { ...data.references, [side]: reference } }),
});

const decline = step<CourseData, typeof declineBody>({
  from: ["offered"],
  to: "declined",
  by: "sender",
  expected: false,
  body: declineBody,
});

const withdrawOffer = step<CourseData, typeof reasonBody>({
  from: ["offered"],
  to: "withdrawn",
  by: "host",
  expected: false,
  body: reasonBody,
});

const scheduleIteration = step<CourseData, typeof scheduleBody>({
  from: ["open"],
  to: "same",
  by: "host",
  expected: false,
  body: scheduleBody,
  guard(context, { iteration, from, until, capacity, quotas }) {
    const { data, time, act } = context;
    if (data.iterations.some((one) => one.code === iteration))
      return refuse("procedures.courseSame", { got: iteration });
    if (data.iterations.length >= iterationsMax) return refuse("procedures.courseFull", { most: iterationsMax });
    if (from > until || opensOn(context, from) <= time)
      return refuse("procedures.courseDates", { from, until, made: act.at.instant });
    return guardQuotas(context, { capacity, quotas, seats: [], released: false });
  },
  effect(context, { iteration, from, until, capacity, quotas, venue }) {
    const made: Iteration = {
      code: iteration,
      from,
      until,
      startsAt: opensOn(context, from),
      endsAt: endsOn(context, until),
      capacity,
      quotas,
      status: "scheduled",
      seats: [],
      days: {},
      ...(venue === undefined ? {} : { venue }),
    };
    const iterations = [...context.data.iterations, made].sort(
      (a, b) => a.startsAt - b.startsAt || (a.code < b.code ? -1 : 1),
    );
    return { ...context.data, iterations };
  },
});

const changeQuota = step<CourseData, typeof changeQuotaBody>({
  from: ["open"],
  to: "same",
  by: "host",
  expected: false,
  body: changeQuotaBody,
  guard(context, { iteration, capacity, quotas }) {
    const found = aheadIteration(context, iteration);
    if (isRefusal(found)) return found;
    const released = found.releasedAt !== undefined;
    return guardQuotas(context, { capacity, quotas, seats: found.seats, released });
  },
  effect(context, { iteration, capacity, quotas }) {
    const found = foundIteration(context, iteration);
    return replaced(context.data, takenUp({ ...found, capacity, quotas }, context.time));
  },
});

/** Seats a side does not need are the host's to give to others, long before the review. */
const giveBackSeats = step<CourseData, typeof giveBackBody>({
  from: ["open"],
  to: "same",
  by: "either",
  expected: false,
  body: giveBackBody,
  guard(context, { iteration, seats }) {
    const found = aheadIteration(context, iteration);
    if (isRefusal(found)) return found;
    if (found.releasedAt !== undefined) return refuse("procedures.courseReleased", { iteration });
    const most = freeFor(found, context.side);
    return seats > most ? refuse("procedures.courseCapacity", { got: seats, most }) : undefined;
  },
  effect(context, { iteration, seats }) {
    const found = foundIteration(context, iteration);
    const { side, data } = context;
    const quotas = { ...found.quotas, [side]: (found.quotas[side] ?? 0) - seats };
    return replaced(data, { ...found, quotas });
  },
});

const cancelIteration = step<CourseData, typeof cancelBody>({
  from: ["open"],
  to: "same",
  by: "host",
  expected: false,
  body: cancelBody,
  guard(context, { iteration }) {
    const found = liveIteration(context, iteration);
    if (isRefusal(found)) return found;
    const arrived = found.seats.find((seat) => seat.arrivedOn !== undefined);
    if (!arrived) return undefined;
    const { nominee, status } = arrived;
    return refuse("procedures.courseSeatStatus", { nominee, status, expected: [...expectedStatuses] });
  },
  effect(context, { iteration }) {
    const found = foundIteration(context, iteration);
    return replaced(context.data, { ...found, status: "cancelled", overAt: context.time });
  },
});

/** No more iterations: every one there was is reported or cancelled. */
const close = step<CourseData, typeof noteBody>({
  from: ["open"],
  to: "closed",
  by: "host",
  expected: false,
  body: noteBody,
  guard: guardNoneLive,
});

function guardNoneLive({ data }: CourseContext) {
  const open = data.iterations.filter(isLive).map((one) => one.code);
  return open.length > 0 ? refuse("procedures.courseOpen", { open }) : undefined;
}

export const catalogueSteps: Readonly<Record<string, Step<CourseData>>> = {
  offer,
  revise,
  accept,
  decline,
  withdrawOffer,
  scheduleIteration,
  changeQuota,
  giveBackSeats,
  cancelIteration,
  close,
};
