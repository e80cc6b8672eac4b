// The course itself: who came, who was absent, what each came to, certificates, the report; and the personal data that
// go when their time has come.

import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { openedBody } from "../dossier-documents.ts";
import {
  arrivalsBody,
  attendanceBody,
  certificatesBody,
  eraseBody,
  type Result,
  reportBody,
  resultsBody,
} from "./bodies.ts";
import { type CourseData, type Iteration, isLive, isOver, type Seat, type SeatStatus } from "./data.ts";
import { refuseErasing, refuseOpened, refuseSentBefore, withDocuments, withMarked } from "./documents.ts";
import { type CourseContext, foundIteration, guardDay, liveIteration, opensOn, seatsIn } from "./guards.ts";
import { replaced } from "./steps-catalogue.ts";
import { changed } from "./steps-vetting.ts";

const namesOf = (list: readonly { readonly nominee: string }[]): readonly string[] => list.map((one) => one.nominee);

const present: readonly SeatStatus[] = ["arrived", "attending"];

/** Who came, came: a withdrawal that did not know it is taken after. */
const recordArrivals = step<CourseData, typeof arrivalsBody>({
  from: ["open"],
  to: "same",
  by: "host",
  expected: false,
  body: arrivalsBody,
  prevailsOver: ["withdrawNominees", "substitute"],
  guard(context, { iteration, nominees }) {
    const found = liveIteration(context, iteration);
    if (isRefusal(found)) return found;
    const of = { iteration: found, nominees: namesOf(nominees) };
    const seats = seatsIn(context, { ...of, in: ["confirmed", "acknowledged"], of: "any" });
    if (isRefusal(seats)) return seats;
    const { until } = found;
    const ahead = nominees.find(({ on }) => on > until || opensOn(context, on) > context.time);
    if (!ahead) return undefined;
    return refuse("procedures.courseDay", { got: ahead.on, from: "any", until, made: context.act.at.instant });
  },
  effect: (context, { iteration, nominees }) =>
    changed(context, {
      iteration,
      nominees: namesOf(nominees),
      change: (seat) => ({
        status: "arrived",
        arrivedOn: nominees.find((one) => one.nominee === seat.nominee)?.on ?? "",
      }),
    }),
});

/** One day at a time, each once; who is not named was there. */
const recordAttendance = step<CourseData, typeof attendanceBody>({
  from: ["open"],
  to: "same",
  by: "host",
  expected: false,
  body: attendanceBody,
  guard(context, { iteration, day, absent }) {
    const found = liveIteration(context, iteration);
    if (isRefusal(found)) return found;
    const flaw = guardDay(context, { iteration: found, day });
    if (flaw) return flaw;
    if (Object.hasOwn(found.days, day)) return refuse("procedures.courseSame", { got: day });
    const seats = seatsIn(context, { iteration: found, nominees: namesOf(absent), in: present, of: "any" });
    return isRefusal(seats) ? seats : undefined;
  },
  effect(context, { iteration, day, absent }) {
    const found = foundIteration(context, iteration);
    const seats = found.seats.map((seat) =>
      seat.status === "arrived" ? ({ ...seat, status: "attending" } as const) : seat,
    );
    return replaced(context.data, { ...found, seats, days: { ...found.days, [day]: absent } });
  },
});

/** Which statuses a result can follow. */
const before: Readonly<Record<Result, readonly SeatStatus[]>> = {
  completed: present,
  completedWithout: present,
  leftEarly: present,
  returned: present,
  noShow: ["confirmed", "acknowledged"],
};

const recordResults = step<CourseData, typeof resultsBody>({
  from: ["open"],
  to: "same",
  by: "host",
  expected: false,
  body: resultsBody,
  guard(context, { iteration, nominees }) {
    const found = liveIteration(context, iteration);
    if (isRefusal(found)) return found;
    for (const { nominee, result } of nominees) {
      const seats = seatsIn(context, { iteration: found, nominees: [nominee], in: before[result], of: "any" });
      if (isRefusal(seats)) return seats;
      const flaw = guardDay(context, { iteration: found, day: earliestDay(found, result) });
      if (flaw && context.time < found.endsAt) return flaw;
    }
    return undefined;
  },
  effect: (context, { iteration, nominees }) =>
    changed(context, {
      iteration,
      nominees: namesOf(nominees),
      change: (seat) => ({
        status: nominees.find((one) => one.nominee === seat.nominee)?.result ?? seat.status,
        overAt: context.time,
      }),
    }),
});

/** A course is completed on its last day; who leaves leaves when it has begun. */
const earliestDay = (iteration: Iteration, result: Result): string =>
  result === "completed" || result === "completedWithout" ? iteration.until : iteration.from;

const issueCertificates = step<CourseData, typeof certificatesBody>({
  from: ["open"],
  to: "same",
  by: "host",
  grave: true,
  body: certificatesBody,
  guard(context, { iteration, nominees }) {
    const found = liveIteration(context, iteration);
    if (isRefusal(found)) return found;
    const seats = seatsIn(context, { iteration: found, nominees: namesOf(nominees), in: ["completed"], of: "any" });
    if (isRefusal(seats)) return seats;
    const given = seats.find((seat) => seat.certificate !== undefined);
    if (given) return refuse("procedures.courseSame", { got: given.nominee });
    return (
      guardNumbers(
        context,
        nominees.map((one) => one.number),
      ) ??
      refuseSentBefore(
        context.data,
        nominees.map((one) => one.document),
      )
    );
  },
  effect(context, { iteration, nominees }) {
    const { side } = context;
    const data = changed(context, {
      iteration,
      nominees: namesOf(nominees),
      change(seat) {
        const found = nominees.find((one) => one.nominee === seat.nominee);
        const document = found?.document?.digest;
        return { certificate: { number: found?.number ?? "", ...(document === undefined ? {} : { document }) } };
      },
    });
    const refs = nominees.map((one) => one.document);
    return { ...data, documents: withDocuments(data, { refs, by: side, kind: "certificate" }) };
  },
  waits: (data) =>
    data.entry?.certificate === true &&
    data.iterations.some(
      (one) => isLive(one) && one.seats.some((seat) => seat.status === "completed" && !seat.certificate),
    ),
});

function guardNumbers({ data }: CourseContext, numbers: readonly string[]): Refusal | undefined {
  const used = data.iterations.flatMap((one) => one.seats.flatMap((seat) => seat.certificate?.number ?? []));
  const again = numbers.find((number, i) => used.includes(number) || numbers.indexOf(number) !== i);
  return again === undefined ? undefined : refuse("procedures.courseSame", { got: again });
}

/** Confirmed, and nobody has said what became of it. Who never was confirmed is told by that status. */
const isUnsettled = ({ status }: Seat): boolean =>
  status === "confirmed" || status === "acknowledged" || present.includes(status);

const reportCourse = step<CourseData, typeof reportBody>({
  from: ["open"],
  to: "same",
  by: "host",
  body: reportBody,
  guard(context, { iteration }) {
    const found = liveIteration(context, iteration);
    if (isRefusal(found)) return found;
    const flaw = context.time < found.endsAt ? guardDay(context, { iteration: found, day: found.until }) : undefined;
    if (flaw) return flaw;
    const open = found.seats.filter(isUnsettled).map((seat) => seat.nominee);
    return open.length > 0 ? refuse("procedures.courseOpen", { open }) : undefined;
  },
  effect(context, { iteration, evaluation }) {
    const found = foundIteration(context, iteration);
    return replaced(context.data, {
      ...found,
      status: "reported",
      overAt: context.time,
      ...(evaluation ? { evaluation } : {}),
    });
  },
  waits: (data) =>
    data.iterations.some(
      (one) =>
        isLive(one) &&
        one.seats.some((seat) => seat.arrivedOn !== undefined && isOver(seat)) &&
        !one.seats.some(isUnsettled),
    ),
});

const kept = { from: ["open", "closed"], to: "same", by: "either", expected: false } as const;

const opened = step<CourseData, typeof openedBody>({
  ...kept,
  opens: true,
  body: openedBody,
  // What was opened was opened, whatever was erased meanwhile.
  prevailsOver: ["erasePersonalData"],
  guard: (context, { documents }) => refuseOpened(context, documents),
  effect: ({ data, time }, { documents }) => withMarked(data, { named: documents, mark: { openedAt: time } }),
});

const erasePersonalData = step<CourseData, typeof eraseBody>({
  ...kept,
  body: eraseBody,
  guard: refuseErasing,
  effect: ({ data, time }, { documents }) => withMarked(data, { named: documents, mark: { erasedAt: time } }),
  erases: ({ documents }) => ({ digests: documents, on: "both" }),
});

export const conductSteps: Readonly<Record<string, Step<CourseData>>> = {
  recordArrivals,
  recordAttendance,
  recordResults,
  issueCertificates,
  reportCourse,
  opened,
  erasePersonalData,
};
