import { expect, test } from "vitest";
import { Fault } from "../../base/index.ts";
import type { Iteration, Seat } from "../../procedures/index.ts";
import { parseCourse, pressesOf } from "./course-data.ts";

const seat = (nominee: string, by: Seat["by"], status: Seat["status"]): Seat => ({
  nominee,
  by,
  function: "Instructor",
  priority: 1,
  at: 0,
  status,
});
const parties = parseCourse({
  references: {},
  documents: [],
  iterations: [
    {
      code: "i-1",
      from: "2030-01-01",
      until: "2030-01-02",
      startsAt: 0,
      endsAt: 1,
      capacity: 4,
      quotas: { MA: 1, IL: 1 },
      status: "scheduled",
      seats: [
        { nominee: "il-1", by: "IL", function: "Instructor", priority: 1, at: 0, status: "offered" },
        { nominee: "ma-1", by: "MA", function: "Instructor", priority: 1, at: 0, status: "vetted" },
        { nominee: "il-2", by: "IL", function: "Instructor", priority: 1, at: 0, status: "confirmed" },
      ],
    },
  ],
});
const possible = ["acceptSeats", "declineSeats", "confirm", "acknowledge", "releaseSeats"];
const pressed = (iteration: Iteration, own: string) =>
  pressesOf(iteration, { own, possible }).map((one) => `${one.step} ${one.count}`);

test("each side is offered what it can do with the seats as they stand", () => {
  const [iteration] = parties.iterations;
  if (!iteration) throw new TypeError("An iteration was parsed.");
  const first = iteration.seats[0]?.by;
  if (!first) throw new TypeError("A seat was parsed.");
  expect(pressed(iteration, "IL")).toEqual(["acceptSeats 1", "declineSeats 1", "confirm 1", "releaseSeats undefined"]);
  expect(pressed(iteration, "MA")).toEqual(["confirm 1", "releaseSeats undefined"]);
  const told = { ...iteration, releasedAt: 0, instructions: { digest: "d", at: 0 } };
  expect(pressed(told, "IL")).toContain("acknowledge 1");
  expect(pressed({ ...told, seats: [seat("il-9", first, "waiting")] }, "IL")).toEqual([]);
  expect(pressed({ ...told, status: "cancelled" }, "IL")).toEqual([]);
});

test("what is no course is a fault and no empty page", () => {
  expect(() => parseCourse({ iterations: 7 })).toThrow(Fault);
});
