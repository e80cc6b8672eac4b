// What the page reads of a course's dossier, as the node tells it: checked once, then known by type; and what one press
// can do with the seats as they stand.

import { Fault, z } from "../../base/index.ts";
import { type CourseData, type Iteration, seatStatuses } from "../../procedures/index.ts";

const seat = z.looseObject({
  nominee: z.string(),
  by: z.string(),
  function: z.string(),
  priority: z.number(),
  at: z.number(),
  status: z.enum(seatStatuses),
});
const iteration = z.looseObject({
  code: z.string(),
  from: z.string(),
  until: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  capacity: z.number(),
  quotas: z.record(z.string(), z.number()),
  status: z.enum(["scheduled", "cancelled", "reported"]),
  seats: z.array(seat),
});
const courseData = z.looseObject({
  entry: z.looseObject({ code: z.string(), titles: z.record(z.string(), z.string()), school: z.string() }).optional(),
  references: z.record(z.string(), z.string()),
  iterations: z.array(iteration),
});

/** Throws a Fault for what is no course: the node has told of another procedure. */
export function parseCourse(data: unknown): CourseData {
  const parsed = courseData.safeParse(data);
  if (!parsed.success) throw new Fault("web.notACourse", parsed.error.message);
  return data as CourseData;
}

export interface Press {
  readonly step: "releaseSeats" | "acceptSeats" | "declineSeats" | "confirm" | "acknowledge";
  readonly body: Readonly<Record<string, unknown>>;
  /** How many nominees it is about; undefined where it is about the iteration. */
  readonly count: number | undefined;
}

/** What `own` can do with an iteration at one press, of the steps that are possible. */
export function pressesOf(
  { code, seats, status, releasedAt, instructions }: Iteration,
  input: { readonly own: string; readonly possible: readonly string[] },
): readonly Press[] {
  if (status !== "scheduled") return [];
  const { own, possible } = input;
  const named = (wanted: string, side?: string): string[] =>
    seats.filter((one) => one.status === wanted && (side === undefined || one.by === side)).map((one) => one.nominee);
  const offered = named("offered", own);
  const vetted = named("vetted");
  const confirmed = instructions ? named("confirmed", own) : [];
  const all: readonly (Press & { readonly nominees?: readonly string[] })[] = [
    { step: "acceptSeats", body: { iteration: code, nominees: offered }, count: offered.length },
    { step: "declineSeats", body: { iteration: code, nominees: offered }, count: offered.length },
    { step: "confirm", body: { iteration: code, nominees: vetted }, count: vetted.length },
    {
      step: "acknowledge",
      body: { iteration: code, nominees: confirmed, instructions: instructions?.digest },
      count: confirmed.length,
    },
    ...(releasedAt === undefined
      ? [{ step: "releaseSeats", body: { iteration: code }, count: undefined } as const]
      : []),
  ];
  return all.filter((one) => possible.includes(one.step) && one.count !== 0);
}
