// A body for every step that fits the data at hand: for the exhaustive test, and to show what a form holds. Schools,
// functions and references are invented.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import { type CourseData, expectedStatuses, type Iteration, isLive, type Seat, type SeatStatus } from "./data.ts";
import { lingering } from "./documents.ts";

export type ExampleContext = Pick<StepContext<CourseData>, "data" | "side" | "other" | "time" | "digest" | "terms">;

const dayMs = 86_400_000;
const dayAfter = (time: number, days: number): string => new Date(time + days * dayMs).toISOString().slice(0, 10);

export function exampleSealed({ terms, digest }: Pick<ExampleContext, "terms" | "digest">, name: unknown): JsonObject {
  return {
    entente: "sealed/1",
    digest: digest(name),
    size: 2_100,
    mediaType: "application/json",
    label: {
      policy: terms.labels.policy,
      classification: terms.labels.levels[0]?.code ?? "open",
      releasableTo: [...terms.parties].sort(),
    },
  };
}

export const exampleEntry: JsonObject = {
  code: "MED-1 (example)",
  titles: { en: "Field medicine for instructors", fr: "Médecine de terrain pour instructeurs" },
  discipline: "Medical",
  delivery: "residential",
  school: "Example medical school",
  languages: ["en", "fr"],
  durationDays: 10,
  costs: "sendingTravels",
  certificate: true,
  languageProfile: { language: "en", profile: "2211" },
  medicalFitness: true,
};

type Wants = (iteration: Iteration) => boolean;
const has =
  (...statuses: readonly SeatStatus[]): Wants =>
  (iteration) =>
    iteration.seats.some((seat) => statuses.includes(seat.status));

/** The first live iteration that fits, else the first. */
function iterationOf({ data }: ExampleContext, wants: Wants = () => true): Iteration | undefined {
  return data.iterations.find((one) => isLive(one) && wants(one)) ?? data.iterations.find(isLive) ?? data.iterations[0];
}

/** An iteration with a seat that fits, and the seats of it. */
function seats(
  context: ExampleContext,
  fits: { readonly in: readonly SeatStatus[]; readonly of?: "own" },
): { readonly iteration: string; readonly named: readonly Seat[] } {
  const fit = (seat: Seat): boolean =>
    fits.in.includes(seat.status) && (fits.of === undefined || seat.by === context.side);
  const found = iterationOf(context, (one) => one.seats.some(fit));
  return { iteration: found?.code ?? "none", named: found?.seats.filter(fit).slice(0, 2) ?? [] };
}

const names = (named: readonly Seat[]): string[] => (named.length > 0 ? named.map((one) => one.nominee) : ["nobody"]);

function each(
  found: { readonly iteration: string; readonly named: readonly Seat[] },
  of: (nominee: string) => JsonObject,
): JsonObject {
  return {
    iteration: found.iteration,
    nominees: names(found.named).map((nominee) => ({ nominee, ...of(nominee) })),
  };
}

const listOf = (found: { readonly iteration: string; readonly named: readonly Seat[] }): JsonObject => ({
  iteration: found.iteration,
  nominees: names(found.named),
});

function newNominee(
  context: ExampleContext,
  offset: number,
): { nominee: string; function: string; details: JsonObject } {
  const { data, side } = context;
  const count = data.iterations.reduce((total, one) => total + one.seats.length, 0) + offset;
  const nominee = `${side.toLowerCase()}-${String(count + 1).padStart(2, "0")}`;
  return { nominee, function: "Medical instructor", details: exampleSealed(context, { details: nominee }) };
}

const quotas = ({ terms }: ExampleContext, each: number): JsonObject =>
  Object.fromEntries(terms.parties.map((party) => [party, each]));

export const examples: Readonly<Record<string, (context: ExampleContext) => JsonObject>> = {
  offer: () => ({ reference: "COURSE-1", entry: exampleEntry }),
  revise: () => ({ entry: { ...exampleEntry, audience: "Instructors of both services" }, reason: "Audience added" }),
  accept: ({ data, digest }) => ({ reference: "ST-1", entry: data.version ?? digest("none") }),
  decline: () => ({ reasons: [{ code: "noNeed" }] }),
  withdrawOffer: () => ({ reason: "The school is closed for works" }),
  scheduleIteration: (context) => ({
    iteration: `i-${context.data.iterations.length + 1}`,
    // So near that its seats can be released at once, and with fewer of them than are nominated.
    from: dayAfter(context.time, 20),
    until: dayAfter(context.time, 30),
    capacity: 5,
    quotas: quotas(context, 1),
    venue: "Example medical school",
  }),
  changeQuota: (context) => ({
    iteration: iterationOf(context)?.code ?? "none",
    capacity: 6,
    quotas: quotas(context, 3),
    reason: "A class-room more",
  }),
  giveBackSeats: (context) => ({
    iteration: iterationOf(context, (one) => one.releasedAt === undefined)?.code ?? "none",
    seats: 1,
  }),
  cancelIteration: (context) => ({ iteration: iterationOf(context)?.code ?? "none", reason: "No instructors" }),
  close: () => ({}),
  nominate: (context) => ({
    iteration: iterationOf(context)?.code ?? "none",
    nominees: [0, 1].map((i) => ({ ...newNominee(context, i), priority: i + 1 })),
    reference: "NOM-1",
  }),
  substitute: (context) => {
    const { iteration, named } = seats(context, { in: expectedStatuses, of: "own" });
    return { iteration, nominee: named[0]?.nominee ?? "nobody", by: newNominee(context, 0) };
  },
  withdrawNominees: (context) => {
    const { iteration, named } = seats(context, { in: ["waiting", ...expectedStatuses], of: "own" });
    return { iteration, nominees: names(named).slice(0, 1), reasons: [{ code: "operational" }] };
  },
  releaseSeats: (context) => ({
    iteration: iterationOf(context, (one) => one.releasedAt === undefined)?.code ?? "none",
  }),
  acceptSeats: (context) => listOf(seats(context, { in: ["offered"], of: "own" })),
  declineSeats: (context) => listOf(seats(context, { in: ["offered"], of: "own" })),
  certify: (context) =>
    each(seats(context, { in: ["nominated"], of: "own" }), () => ({ profile: "3322", medicallyFit: true })),
  returnNominees: (context) =>
    each(seats(context, { in: ["certified", "vetted"] }), () => ({ reasons: [{ code: "missingDocument" }] })),
  vet: (context) => each(seats(context, { in: ["certified"] }), () => ({ decision: "accepted" })),
  confirm: (context) => listOf(seats(context, { in: ["vetted"] })),
  issueInstructions: (context) => {
    const found = iterationOf(context, (one) => one.instructions === undefined);
    const number = context.data.documents.length;
    return {
      iteration: found?.code ?? "none",
      instructions: exampleSealed(context, { instructions: found?.code ?? "none", number }),
    };
  },
  acknowledge: (context) => {
    const found = seats(context, { in: ["confirmed"], of: "own" });
    const iteration = context.data.iterations.find((one) => one.code === found.iteration);
    return { ...listOf(found), instructions: iteration?.instructions?.digest ?? context.digest("none") };
  },
  recordArrivals: (context) => {
    const found = seats(context, { in: ["confirmed", "acknowledged"] });
    const iteration = context.data.iterations.find((one) => one.code === found.iteration);
    return each(found, () => ({ on: iteration?.from ?? dayAfter(context.time, 0) }));
  },
  recordAttendance: (context) => {
    const { iteration: code, named } = seats(context, { in: ["arrived", "attending"] });
    const iteration = context.data.iterations.find((one) => one.code === code);
    const recorded = Object.keys(iteration?.days ?? {}).length;
    const first = Date.parse(iteration?.from ?? dayAfter(context.time, 0));
    const absent = named.length > 1 ? [{ nominee: named[0]?.nominee ?? "nobody", reason: "illness" }] : [];
    return { iteration: code, day: dayAfter(first, recorded), absent };
  },
  recordResults: (context) => each(seats(context, { in: ["arrived", "attending"] }), () => ({ result: "completed" })),
  issueCertificates: (context) => {
    const fits = (seat: Seat): boolean => seat.status === "completed" && seat.certificate === undefined;
    const found = iterationOf(context, (one) => one.seats.some(fits));
    const named = found?.seats.filter(fits) ?? [];
    return each({ iteration: found?.code ?? "none", named }, (nominee) => ({
      number: `CERT-${nominee}`,
      document: exampleSealed(context, { certificate: nominee }),
    }));
  },
  reportCourse: (context) => ({
    iteration: iterationOf(context, has("completed", "completedWithout", "noShow"))?.code ?? "none",
    summary: { en: "Held as planned" },
    evaluation: { answers: 4, content: 4 },
  }),
  opened: ({ data, side, digest }) => ({
    documents: [
      data.documents.find((one) => one.by !== side && one.openedAt === undefined && one.erasedAt === undefined)
        ?.digest ?? digest("nothing"),
    ],
  }),
  erasePersonalData: ({ data, digest }) => ({
    documents: [lingering(data)[0]?.digest ?? digest("nothing")],
    ground: "due",
  }),
};

/** Other ways of the same steps: what is refused, who does not come, what a side takes back of its own. */
export const otherExamples: readonly Readonly<Record<string, (context: ExampleContext) => JsonObject>>[] = [
  {
    scheduleIteration: (context) => ({
      iteration: `i-${context.data.iterations.length + 1}`,
      from: dayAfter(context.time, 100),
      until: dayAfter(context.time, 110),
      capacity: 5,
      quotas: quotas(context, 2),
    }),
    vet: (context) =>
      each(seats(context, { in: ["certified"] }), () => ({ decision: "refused", reasons: [{ code: "audience" }] })),
    recordResults: (context) =>
      each(seats(context, { in: ["confirmed", "acknowledged"] }), () => ({ result: "noShow" })),
    erasePersonalData: ({ data, side, digest }) => ({
      documents: [
        data.documents.find((one) => one.by === side && one.erasedAt === undefined)?.digest ?? digest("none"),
      ],
      ground: "sealedWrongly",
    }),
  },
];
