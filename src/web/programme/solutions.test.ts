import { expect, test } from "vitest";
import { clashesOf } from "../../procedures/index.ts";
import { clashFigures, solutionsOf } from "./solutions.ts";
import { theDay } from "./testing/day.ts";

const [clash] = clashesOf(theDay);
if (!clash) throw new Error("The day of the design has a clash.");

test("twenty-five minutes of road, fifteen left, ten missing, there at five to seven", () => {
  expect(clashFigures(theDay, clash)).toMatchObject({
    movement: 25,
    left: 15,
    missing: 10,
    arrives: Date.parse("2021-11-24T17:55:00Z"),
  });
});

test("a pair that does not clash has no solution", () => {
  expect(solutionsOf(theDay, { ...clash, from: "lunch", to: "brigade" })).toEqual([]);
});

test("each way out says what it would change and what it would leave", () => {
  const found = solutionsOf(theDay, clash);
  expect(found.map((one) => [one.kind, one.line.start.time, one.line.minutes, one.margin, one.clashes])).toEqual([
    ["shorten", "18:00", 20, 0, 0],
    ["startEarlier", "17:50", 30, 0, 0],
    ["moveLater", "18:55", 45, 0, 0],
  ]);
  expect(found[1]?.leaves).toBe(Date.parse("2021-11-24T16:25:00Z"));
});
