// From a nomination to a seat that is sure: confirmed by the sending side (clearance, language, medical), vetted and
// confirmed by the host, joining instructions issued and acknowledged.

import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { acknowledgeBody, certifyBody, instructionsBody, returnBody, seatsBody, vetBody } from "./bodies.ts";
import { type CourseData, isLive, type Seat, type SeatStatus } from "./data.ts";
import { refuseSentBefore, withDocuments } from "./documents.ts";
import { refuseUnmet, unmet } from "./entry.ts";
import { aheadIteration, type CourseContext, foundIteration, liveIteration, seatsIn } from "./guards.ts";
import { withSeats } from "./seats.ts";
import { replaced } from "./steps-catalogue.ts";

const in_ =
  (...statuses: readonly SeatStatus[]) =>
  (data: CourseData): boolean =>
    data.iterations.some((one) => isLive(one) && one.seats.some((seat) => statuses.includes(seat.status)));

interface Named {
  readonly iteration: string;
  readonly nominees: readonly string[];
}

function guardSeats(
  context: CourseContext,
  input: Named & { readonly in: readonly SeatStatus[]; readonly of: "own" | "any" },
): Refusal | undefined {
  const found = aheadIteration(context, input.iteration);
  if (isRefusal(found)) return found;
  const seats = seatsIn(context, { ...input, iteration: found });
  return isRefusal(seats) ? seats : undefined;
}

/** The data with a change to the seats named. */
export function changed(
  context: CourseContext,
  input: Named & { change(seat: Seat): Partial<Omit<Seat, "nominee" | "by">> },
): CourseData {
  const { iteration, nominees, change } = input;
  const found = foundIteration(context, iteration);
  return replaced(context.data, withSeats(found, { named: nominees, time: context.time, change }));
}

const namesOf = (list: readonly { readonly nominee: string }[]): readonly string[] => list.map((one) => one.nominee);

const certify = step<CourseData, typeof certifyBody>({
  from: ["open"],
  to: "same",
  by: "either",
  body: certifyBody,
  guard(context, { iteration, nominees }) {
    const refusal = guardSeats(context, { iteration, nominees: namesOf(nominees), in: ["nominated"], of: "own" });
    const { data, terms } = context;
    if (refusal || !data.entry) return refusal;
    const { until } = foundIteration(context, iteration);
    for (const { nominee, ...confirmed } of nominees) {
      const flaw = refuseUnmet(nominee, unmet(data.entry, { confirmed, until, terms }));
      if (flaw) return flaw;
    }
    return undefined;
  },
  effect: (context, { iteration, nominees }) =>
    changed(context, { iteration, nominees: namesOf(nominees), change: () => ({ status: "certified" }) }),
  waits: (data, side) =>
    data.iterations.some((one) => isLive(one) && one.seats.some((s) => s.by === side && s.status === "nominated")),
});

/** Back to the sending side, with reasons that can be counted; the seat is kept. */
const returnNominees = step<CourseData, typeof returnBody>({
  from: ["open"],
  to: "same",
  by: "host",
  expected: false,
  body: returnBody,
  guard: (context, { iteration, nominees }) =>
    guardSeats(context, { iteration, nominees: namesOf(nominees), in: ["certified", "vetted"], of: "any" }),
  effect: (context, { iteration, nominees }) =>
    changed(context, {
      iteration,
      nominees: namesOf(nominees),
      change: (seat) => ({
        status: "nominated",
        reasons: nominees.find((one) => one.nominee === seat.nominee)?.reasons.map(({ code }) => code) ?? [],
      }),
    }),
});

const vet = step<CourseData, typeof vetBody>({
  from: ["open"],
  to: "same",
  by: "host",
  body: vetBody,
  guard: (context, { iteration, nominees }) =>
    guardSeats(context, { iteration, nominees: namesOf(nominees), in: ["certified"], of: "any" }),
  effect: (context, { iteration, nominees }) =>
    changed(context, {
      iteration,
      nominees: namesOf(nominees),
      change(seat) {
        const found = nominees.find((one) => one.nominee === seat.nominee);
        if (found?.decision !== "refused") return { status: "vetted" };
        return { status: "refused", overAt: context.time, reasons: found.reasons.map(({ code }) => code) };
      },
    }),
  waits: in_("certified"),
});

const confirm = step<CourseData, typeof seatsBody>({
  from: ["open"],
  to: "same",
  by: "host",
  body: seatsBody,
  guard: (context, named) => guardSeats(context, { ...named, in: ["vetted"], of: "any" }),
  effect: (context, named) => changed(context, { ...named, change: () => ({ status: "confirmed" }) }),
  waits: in_("vetted"),
});

/** New instructions are acknowledged anew. */
const issueInstructions = step<CourseData, typeof instructionsBody>({
  from: ["open"],
  to: "same",
  by: "host",
  body: instructionsBody,
  guard(context, { iteration, instructions }) {
    const found = liveIteration(context, iteration);
    return isRefusal(found) ? found : refuseSentBefore(context.data, [instructions]);
  },
  effect(context, { iteration, instructions }) {
    const { data, side, time } = context;
    const found = foundIteration(context, iteration);
    const seats = found.seats.map(
      (seat): Seat => (seat.status === "acknowledged" ? { ...seat, status: "confirmed" } : seat),
    );
    const documents = withDocuments(data, { refs: [instructions], by: side, kind: "instructions" });
    return replaced(
      { ...data, documents },
      { ...found, seats, instructions: { digest: instructions.digest, at: time } },
    );
  },
  waits: (data) =>
    data.iterations.some(
      (one) => isLive(one) && !one.instructions && one.seats.some((seat) => seat.status === "confirmed"),
    ),
});

const acknowledge = step<CourseData, typeof acknowledgeBody>({
  from: ["open"],
  to: "same",
  by: "either",
  body: acknowledgeBody,
  guard(context, { iteration, instructions, nominees }) {
    const found = liveIteration(context, iteration);
    if (isRefusal(found)) return found;
    const expected = found.instructions?.digest;
    if (expected !== instructions)
      return refuse("procedures.courseOther", { got: instructions, expected: expected ?? "none" });
    const seats = seatsIn(context, { iteration: found, nominees, in: ["confirmed"], of: "own" });
    return isRefusal(seats) ? seats : undefined;
  },
  effect: (context, { iteration, nominees }) =>
    changed(context, { iteration, nominees, change: () => ({ status: "acknowledged" }) }),
  waits: (data, side) =>
    data.iterations.some(
      (one) => isLive(one) && one.instructions && one.seats.some((s) => s.by === side && s.status === "confirmed"),
    ),
});

export const vettingSteps: Readonly<Record<string, Step<CourseData>>> = {
  certify,
  returnNominees,
  vet,
  confirm,
  issueInstructions,
  acknowledge,
};
