// Who sits where: nominations, substitutes, withdrawals, the release of what was not taken up, and the answers of those
// to whom a seat is offered. A nomination beyond the seats there are is not refused: it stands on the waiting list.

import { isRefusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { iterationBody, nominateBody, seatsBody, substituteBody, withdrawNomineesBody } from "./bodies.ts";
import { type CourseData, expectedStatuses, freeFor, isLive, type Seat } from "./data.ts";
import { refuseSentBefore, withDocuments } from "./documents.ts";
import {
  aheadIteration,
  type CourseContext,
  foundIteration,
  guardNominee,
  guardRelease,
  guardSubstitution,
  offersBefore,
  seatsIn,
} from "./guards.ts";
import { released, withNominees, withSeats } from "./seats.ts";
import { replaced } from "./steps-catalogue.ts";

/** Seats and places on the list of one iteration, so that a dossier stays readable. */
const listMax = 400;

const nominate = step<CourseData, typeof nominateBody>({
  from: ["open"],
  to: "same",
  by: "either",
  body: nominateBody,
  // Who was nominated in time keeps the seat, whatever the host did with it meanwhile without having seen it.
  prevailsOver: ["changeQuota", "releaseSeats"],
  guard(context, { iteration, nominees }) {
    const found = aheadIteration(context, iteration);
    if (isRefusal(found)) return found;
    for (const nominee of nominees) {
      const refusal = guardNominee(context, nominee);
      if (refusal) return refusal;
    }
    if (found.seats.length + nominees.length > listMax) return refuse("procedures.courseFull", { most: listMax });
    return refuseSentBefore(
      context.data,
      nominees.map((one) => one.details),
    );
  },
  effect(context, { iteration, nominees }) {
    const { data, side, time } = context;
    const seats = nominees.map(
      (one): Seat => ({
        nominee: one.nominee,
        by: side,
        function: one.function,
        priority: one.priority,
        at: time,
        status: "waiting",
        ...(one.details === undefined ? {} : { details: one.details.digest }),
      }),
    );
    const documents = withDocuments(data, { refs: nominees.map((one) => one.details), by: side, kind: "details" });
    return replaced({ ...data, documents }, withNominees(foundIteration(context, iteration), seats));
  },
  waits: (data, side) =>
    data.iterations.some((one) => isLive(one) && one.releasedAt === undefined && freeFor(one, side) > 0),
});

/** Another in the place of one who has a seat. What was confirmed of the first is confirmed anew of the second. */
const substitute = step<CourseData, typeof substituteBody>({
  from: ["open"],
  to: "same",
  by: "either",
  expected: false,
  body: substituteBody,
  prevailsOver: ["vet", "confirm"],
  guard(context, { iteration, nominee, by }) {
    const found = aheadIteration(context, iteration);
    if (isRefusal(found)) return found;
    const seats = seatsIn(context, { iteration: found, nominees: [nominee], in: expectedStatuses, of: "own" });
    if (isRefusal(seats)) return seats;
    return (
      guardSubstitution(context, found) ?? guardNominee(context, by) ?? refuseSentBefore(context.data, [by.details])
    );
  },
  effect(context, { iteration, nominee, by }) {
    const { data, side, time } = context;
    const found = foundIteration(context, iteration);
    const before = found.seats.find((one) => one.nominee === nominee);
    const seats = found.seats.flatMap((one): Seat[] => {
      if (one !== before) return [one];
      const taken: Seat = {
        nominee: by.nominee,
        by: side,
        function: by.function,
        priority: one.priority,
        at: time,
        status: "nominated",
        inPlaceOf: nominee,
        ...(by.details === undefined ? {} : { details: by.details.digest }),
      };
      return [{ ...one, status: "substituted", overAt: time }, taken];
    });
    const documents = withDocuments(data, { refs: [by.details], by: side, kind: "details" });
    return replaced({ ...data, documents }, { ...found, seats });
  },
});

const withdrawNominees = step<CourseData, typeof withdrawNomineesBody>({
  from: ["open"],
  to: "same",
  by: "either",
  expected: false,
  body: withdrawNomineesBody,
  prevailsOver: ["vet", "returnNominees", "confirm"],
  guard: (context, { iteration, nominees }) =>
    guardOwn(context, { iteration, nominees, in: ["waiting", ...expectedStatuses] }),
  effect(context, { iteration, nominees, reasons }) {
    const { data, time } = context;
    const codes = reasons.map((one) => one.code);
    return replaced(
      data,
      withSeats(foundIteration(context, iteration), {
        named: nominees,
        time,
        change: () => ({ status: "withdrawn", overAt: time, reasons: codes }),
      }),
    );
  },
});

function guardOwn(
  context: CourseContext,
  input: { readonly iteration: string; readonly nominees: readonly string[]; readonly in: readonly Seat["status"][] },
) {
  const found = aheadIteration(context, input.iteration);
  if (isRefusal(found)) return found;
  const seats = seatsIn(context, { ...input, iteration: found, of: "own" });
  return isRefusal(seats) ? seats : undefined;
}

/** By either side, so that a seat is not lost because one of them forgets; made again when offers stand unanswered. */
const releaseSeats = step<CourseData, typeof iterationBody>({
  from: ["open"],
  to: "same",
  by: "either",
  expected: false,
  body: iterationBody,
  guard: (context, { iteration }) => guardRelease(context, iteration),
  effect(context, { iteration }) {
    const input = { time: context.time, before: offersBefore(context) };
    return replaced(context.data, released(foundIteration(context, iteration), input));
  },
});

const answering = {
  from: ["open"],
  to: "same",
  by: "either",
  body: seatsBody,
  guard: (context: CourseContext, { iteration, nominees }: { iteration: string; nominees: readonly string[] }) =>
    guardOwn(context, { iteration, nominees, in: ["offered"] }),
} as const;

const acceptSeats = step<CourseData, typeof seatsBody>({
  ...answering,
  // An offer that was taken up in time is not withdrawn by a release that did not know it.
  prevailsOver: ["releaseSeats"],
  effect: (context, { iteration, nominees }) =>
    replaced(
      context.data,
      withSeats(foundIteration(context, iteration), {
        named: nominees,
        time: context.time,
        change: () => ({ status: "nominated" }),
      }),
    ),
  waits: (data, side) =>
    data.iterations.some((one) => isLive(one) && one.seats.some((s) => s.by === side && s.status === "offered")),
});

/** Who declines is dropped from the list, and the seat goes to the next. */
const declineSeats = step<CourseData, typeof seatsBody>({
  ...answering,
  expected: false,
  effect: (context, { iteration, nominees }) =>
    replaced(
      context.data,
      withSeats(foundIteration(context, iteration), {
        named: nominees,
        time: context.time,
        change: () => ({ status: "declined", overAt: context.time }),
      }),
    ),
});

export const seatSteps: Readonly<Record<string, Step<CourseData>>> = {
  nominate,
  substitute,
  withdrawNominees,
  releaseSeats,
  acceptSeats,
  declineSeats,
};
