// How seats are taken, given up and offered again. The rule is that of schools that publish theirs: until the review,
// six weeks before the first day, each side's seats are its own; then what is not taken up is offered to the waiting
// list by priority and, among equals, by time; who declines is dropped from the list; the rest is open to all.

import { freeFor, type Iteration, isLive, type Seat, type SeatStatus } from "./data.ts";

type Changes = Partial<Omit<Seat, "nominee" | "by">>;

/** The iteration with these nominees at its end: each takes a seat while there is one, else stands on the list. */
export function withNominees(iteration: Iteration, added: readonly Seat[]): Iteration {
  let after = iteration;
  for (const seat of added) {
    const status: SeatStatus = freeFor(after, seat.by) > 0 ? "nominated" : "waiting";
    after = { ...after, seats: [...after.seats, { ...seat, status }] };
  }
  return after;
}

/** The iteration with a change to those named, and what became free taken up again. */
export function withSeats(
  iteration: Iteration,
  input: { readonly named: readonly string[]; readonly time: number; change(seat: Seat): Changes },
): Iteration {
  const { named, time, change } = input;
  const seats = iteration.seats.map((seat) => (named.includes(seat.nominee) ? { ...seat, ...change(seat) } : seat));
  return takenUp({ ...iteration, seats }, time);
}

/** What is free goes to who waits: each side's own before the release, afterwards by priority and time. */
export function takenUp(iteration: Iteration, time: number): Iteration {
  if (!isLive(iteration) || time >= iteration.startsAt) return iteration;
  let after = iteration;
  for (let next = nextWaiting(after); next; next = nextWaiting(after)) {
    const found = next;
    const released = after.releasedAt !== undefined;
    const taken: Seat = released ? { ...found, status: "offered", offeredAt: time } : { ...found, status: "nominated" };
    after = { ...after, seats: after.seats.map((seat) => (seat === found ? taken : seat)) };
  }
  return after;
}

/** Who is next on the waiting list and can have a seat; undefined for nobody. */
function nextWaiting(iteration: Iteration): Seat | undefined {
  return iteration.seats
    .filter((seat) => seat.status === "waiting" && freeFor(iteration, seat.by) > 0)
    .sort(byPriority)[0];
}

function byPriority(a: Seat, b: Seat): number {
  return a.priority - b.priority || a.at - b.at || (a.nominee < b.nominee ? -1 : 1);
}

/** The waiting list in the order in which seats are offered. */
export function waitingList(iteration: Iteration): readonly Seat[] {
  return iteration.seats.filter((seat) => seat.status === "waiting").sort(byPriority);
}

/** What was not taken up is free for all from now on; offers made before `before` and not answered are dropped. */
export function released(iteration: Iteration, input: { readonly time: number; readonly before: number }): Iteration {
  const { time, before } = input;
  const seats = iteration.seats.map((seat): Seat => {
    if (seat.status !== "offered" || (seat.offeredAt ?? time) >= before) return seat;
    return { ...seat, status: "declined", overAt: time };
  });
  return takenUp({ ...iteration, seats, releasedAt: iteration.releasedAt ?? time }, time);
}
