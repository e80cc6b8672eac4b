import fc from "fast-check";
import { expect, test } from "vitest";
import { hostOrder, mergedOrder } from "./precedence.ts";
import { engagement } from "./testing/day.ts";

test("the orders of all lines become one, each name once", () => {
  const lists = [
    ["minister", "chief of staff"],
    ["head of state", "minister", "adviser"],
    ["chief of staff", "interpreter"],
  ];
  expect(mergedOrder(lists)).toEqual(["head of state", "minister", "adviser", "chief of staff", "interpreter"]);
});

test("where two lines contradict each other the earlier line has its way", () => {
  expect(
    mergedOrder([
      ["a", "b"],
      ["b", "a"],
    ]),
  ).toEqual(["a", "b"]);
});

test("who receives stands before who takes part", () => {
  const lines = [engagement("a", { host: "Minister", participants: { host: ["Adviser"], visitor: ["Guest"] } })];
  expect(hostOrder(lines)).toEqual(["Minister", "Adviser"]);
});

const ranks = fc.uniqueArray(fc.nat(15), { maxLength: 8 }).map((list) => list.toSorted((a, b) => a - b).map(String));

test("law: every name once, and the first line's order is kept whole", () => {
  fc.assert(
    fc.property(fc.array(ranks, { minLength: 1, maxLength: 5 }), (lists) => {
      const merged = mergedOrder(lists);
      expect(new Set(merged).size).toBe(merged.length);
      expect(new Set(merged)).toEqual(new Set(lists.flat()));
      expect(merged.filter((name) => lists[0]?.includes(name))).toEqual(lists[0]);
    }),
  );
});
