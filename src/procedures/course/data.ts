// What a course's dossier knows: the catalogue entry, its iterations with capacity and quotas, who sits where, and
// which sealed documents it has carried. Counts are derived and never kept.

import type { PartyCode } from "../../acts/index.ts";
import type { absences } from "./bodies.ts";
import type { Entry } from "./entry.ts";

/** Every way a seat can stand, in the order of its life. */
export const seatStatuses = [
  "waiting",
  "offered",
  "nominated",
  "certified",
  "vetted",
  "confirmed",
  "acknowledged",
  "arrived",
  "attending",
  "completed",
  "completedWithout",
  "leftEarly",
  "returned",
  "noShow",
  "refused",
  "declined",
  "withdrawn",
  "substituted",
] as const;
export type SeatStatus = (typeof seatStatuses)[number];

/** What holds no seat: on the list, or gone from it. */
const seatless: ReadonlySet<SeatStatus> = new Set(["waiting", "refused", "declined", "withdrawn", "substituted"]);
/** Nothing more is expected of it. */
const over: ReadonlySet<SeatStatus> = new Set([
  "completed",
  "completedWithout",
  "leftEarly",
  "returned",
  "noShow",
  "refused",
  "declined",
  "withdrawn",
  "substituted",
]);
/** A nominee has a seat and has not come yet. */
export const expectedStatuses: readonly SeatStatus[] = [
  "offered",
  "nominated",
  "certified",
  "vetted",
  "confirmed",
  "acknowledged",
];

export interface Seat {
  readonly nominee: string;
  readonly by: PartyCode;
  readonly function: string;
  readonly priority: number;
  /** When the nomination was made, by its author's clock: what comes first on the waiting list. */
  readonly at: number;
  readonly status: SeatStatus;
  /** When a seat of the waiting list was offered to it. */
  readonly offeredAt?: number;
  /** When nothing more was expected of it. Milliseconds since 1970, as all instants here. */
  readonly overAt?: number;
  /** Of the sealed details and of the certificate. */
  readonly details?: string;
  readonly certificate?: { readonly number: string; readonly document?: string };
  /** Why it came back or does not come. */
  readonly reasons?: readonly string[];
  /** The nominee in whose place it stands. */
  readonly inPlaceOf?: string;
  readonly arrivedOn?: string;
}

export interface Iteration {
  readonly code: string;
  readonly from: string;
  readonly until: string;
  /** First instant of the first day and the instant the last one ends, on the host's clock. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly venue?: string;
  readonly capacity: number;
  readonly quotas: Readonly<Record<PartyCode, number>>;
  readonly status: "scheduled" | "cancelled" | "reported";
  /** When what was not taken up was offered again: quotas bind no more from then on. */
  readonly releasedAt?: number;
  readonly instructions?: { readonly digest: string; readonly at: number };
  /** When it was cancelled or reported. */
  readonly overAt?: number;
  readonly seats: readonly Seat[];
  /** By day: who was absent, and why. */
  readonly days: Readonly<Record<string, readonly { readonly nominee: string; readonly reason: Absence }[]>>;
  readonly evaluation?: { readonly answers: number; readonly content: number };
}
export type Absence = (typeof absences)[number];

export interface CourseDocument {
  readonly digest: string;
  readonly by: PartyCode;
  readonly kind: "details" | "certificate" | "instructions";
  readonly openedAt?: number;
  readonly erasedAt?: number;
}

export interface CourseData {
  readonly host: PartyCode | undefined;
  readonly entry: Entry | undefined;
  /** Of the entry as it stands: what is accepted is the text that was read. */
  readonly version: string | undefined;
  /** Each side's own number for the course. */
  readonly references: Readonly<Record<PartyCode, string>>;
  /** By their first day. */
  readonly iterations: readonly Iteration[];
  readonly documents: readonly CourseDocument[];
}

export function blankCourse(): CourseData {
  return { host: undefined, entry: undefined, version: undefined, references: {}, iterations: [], documents: [] };
}

export const isOver = (seat: Seat): boolean => over.has(seat.status);
export const holdsSeat = (seat: Seat): boolean => !seatless.has(seat.status);
export const isLive = (iteration: Iteration): boolean => iteration.status === "scheduled";

/** Seats held, of one side or of all. */
export function held(iteration: Pick<Iteration, "seats">, side?: PartyCode): number {
  return iteration.seats.filter((seat) => holdsSeat(seat) && (side === undefined || seat.by === side)).length;
}

/** Seats a side can still take: of its quota, or once what was left has been released, of all. */
export function freeFor(iteration: Iteration, side: PartyCode): number {
  if (iteration.releasedAt !== undefined) return iteration.capacity - held(iteration);
  return (iteration.quotas[side] ?? 0) - held(iteration, side);
}

export interface BoardRow {
  readonly party: PartyCode;
  readonly quota: number;
  readonly held: number;
  readonly free: number;
  readonly waiting: number;
  readonly offered: number;
  readonly confirmed: number;
  readonly arrived: number;
  readonly completed: number;
}

/** How one side stands in an iteration, as the seat board tells it. */
export function boardRow(iteration: Iteration, party: PartyCode): BoardRow {
  const own = iteration.seats.filter((seat) => seat.by === party);
  const count = (...statuses: readonly SeatStatus[]): number =>
    own.filter((seat) => statuses.includes(seat.status)).length;
  return {
    party,
    quota: iteration.quotas[party] ?? 0,
    held: held(iteration, party),
    free: isLive(iteration) ? freeFor(iteration, party) : 0,
    waiting: count("waiting"),
    offered: count("offered"),
    confirmed: count("confirmed", "acknowledged"),
    arrived: count("arrived", "attending"),
    completed: count("completed", "completedWithout"),
  };
}
