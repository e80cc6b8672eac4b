import { expect, test } from "vitest";
import { storyClock, systemClock } from "./clock.ts";

test("a story clock stands still until it is set, to and fro", () => {
  const clock = storyClock(Date.parse("2021-11-24T14:30:00.900Z"));
  expect([clock.now(), clock.seconds()]).toEqual([1_637_764_200_900, 1_637_764_200]);
  clock.set(0);
  expect([clock.now(), clock.seconds()]).toEqual([0, 0]);
});

test("the system's clock goes, and its seconds are whole", () => {
  const before = Date.now();
  expect(systemClock.now()).toBeGreaterThanOrEqual(before);
  expect(systemClock.seconds()).toBe(Math.floor(systemClock.seconds()));
  expect(Math.abs(systemClock.seconds() * 1000 - Date.now())).toBeLessThan(2_000);
});
