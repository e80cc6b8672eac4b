import { expect, test } from "vitest";
import { exerciseProcedure } from "../../procedures/index.ts";
import { parseExercise } from "./exercise-data.ts";
import { barsOf, placeOf, scaleOf } from "./gantt.ts";

const names = { en: "x" };
const exercise = (change: object) => parseExercise({ ...(exerciseProcedure.blank() as object), ...change });
const proposal = {
  titles: names,
  reference: "EX-1",
  kind: "field",
  size: "small",
  host: "MA",
  from: "2023-09-11",
  until: "2023-09-15",
  zone: "Africa/Casablanca",
  aim: "x",
};
const conference = { id: "ma-c1", kind: "initial", from: "2023-01-10", until: "2023-01-11", by: "MA" };
const task = { id: "il-t1", title: "Map", owner: "IL", from: "2023-02-01", until: "2023-03-01", by: "IL" };

test("nothing is drawn of an exercise of which no day is known", () => {
  expect(scaleOf(barsOf(exercise({}), "2023-01-01"), "2023-01-01")).toBeUndefined();
});

test("conferences, tasks and the exercise stand in the order of their days, and say what is late", () => {
  const data = exercise({
    proposal,
    conferences: [conference, { ...conference, id: "ma-c2", from: "2023-04-01", until: "2023-04-01" }],
    tasks: [
      { ...task, progress: "begun" },
      { ...task, id: "il-t2", progress: "done" },
    ],
  });
  const bars = barsOf(data, "2023-03-02").map((one) => [one.key, one.standing]);
  expect(bars).toEqual([
    ["conference ma-c1", "late"],
    ["task il-t1", "late"],
    ["task il-t2", "done"],
    ["conference ma-c2", "planned"],
    ["exercise", "planned"],
  ]);
  const held = exercise({ conferences: [{ ...conference, held: { conclusions: "x", at: 1 } }] });
  expect(barsOf(held, "2024-01-01").map((one) => one.standing)).toEqual(["done"]);
});

test("days are placed by their share of the axis, and months stand where they begin", () => {
  const axis = { from: "2023-01-01", until: "2023-01-10" };
  expect(placeOf(axis, { from: "2023-01-01", until: "2023-01-10" })).toEqual({ start: 0, size: 100 });
  expect(placeOf(axis, { from: "2023-01-06", until: "2023-01-06" })).toEqual({ start: 50, size: 10 });
  const scale = scaleOf(barsOf(exercise({ proposal, conferences: [conference] }), "2022-12-20"), "2022-12-20");
  expect(scale).toMatchObject({ from: "2022-12-20", until: "2023-09-15" });
  expect(scale?.months[0]).toEqual({ month: "2022-12-01", start: 0 });
  expect(scale?.months.length).toBeLessThanOrEqual(8);
});
