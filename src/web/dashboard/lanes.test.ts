import * as fc from "fast-check";
import { expect, test } from "vitest";
import { daysFrom, layOut } from "./lanes.ts";

const days = 14;
const span = fc
  .record({ from: fc.integer({ min: -10, max: 20 }), length: fc.integer({ min: 0, max: 12 }) })
  .map(({ from, length }) => ({ from, until: from + length }));

test("law: things that share a day never share a lane, and each is drawn within the days shown", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
      const laid = layOut(spans, days);
      for (const [i, a] of laid.entries()) {
        expect(a.first >= 0 && a.first <= a.last && a.last < days).toBe(true);
        for (const b of laid.slice(i + 1)) {
          const meet = a.first <= b.last && b.first <= a.last;
          expect(meet && a.lane === b.lane).toBe(false);
        }
      }
      expect(laid.length).toBe(spans.filter((one) => one.until >= 0 && one.from < days).length);
    }),
  );
});

test("a thing that ends before it begins is not drawn", () => {
  expect(layOut([{ from: 3, until: 2 }], days)).toEqual([]);
});

test("what begins before the days shown and ends after them says so at both ends", () => {
  expect(layOut([{ from: -2, until: 40 }], days)).toMatchObject([{ first: 0, last: 13, before: true, after: true }]);
});

test("days are counted across the end of a month", () => {
  expect(daysFrom("2022-02-27", "2022-03-02")).toBe(3);
  expect(daysFrom("2022-03-02", "2022-02-27")).toBe(-3);
});
