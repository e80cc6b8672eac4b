import { expect, test } from "vitest";
import { compare, differenceCount } from "./comparison.ts";
import { engagement, theDay } from "./testing/day.ts";

test("a line says which of its fields differ, and the others say that they are the same", () => {
  const after = theDay.map((one) => (one.id === "brigade" ? { ...one, minutes: 20 } : one));
  const found = compare(theDay, after);
  expect(differenceCount(found)).toBe(1);
  expect(found.find((one) => one.id === "brigade")).toMatchObject({ kind: "changed", fields: ["minutes"] });
});

test("a removed line stands where it stood and an added one where it is", () => {
  const after = [...theDay.filter((one) => one.id !== "lunch"), engagement("dinner", { time: "20:30" })];
  const found = compare(theDay, after);
  expect(found.map((one) => `${one.id} ${one.kind}`)).toEqual([
    "signature same",
    "reception same",
    "lunch removed",
    "brigade same",
    "talks same",
    "dinner added",
  ]);
});

test("lines that only change places say so", () => {
  const [a, b] = [engagement("a"), engagement("b")];
  expect(compare([a, b], [b, a])).toMatchObject([
    { id: "b", placed: true },
    { id: "a", placed: true },
  ]);
});

test("the order in which keys were written is no difference", () => {
  const venue = engagement("a", { venue: { name: "Hall", city: "Rabat" } });
  expect(differenceCount(compare([venue], [{ ...venue, venue: { city: "Rabat", name: "Hall" } }]))).toBe(0);
});
