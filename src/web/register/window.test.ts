import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnWindow, heightMax, pagesOf, scrollTo } from "./window.ts";

const long = { count: 1_000_000, rowHeight: 49, viewport: 600 };

test("a short list is drawn where it stands, with some rows to spare", () => {
  expect(drawnWindow({ count: 20, rowHeight: 50, scrollTop: 0, viewport: 300 })).toEqual({
    height: 1000,
    start: 0,
    end: 12,
    offset: 0,
  });
});

test("of a million rows a few are drawn, in a box that a browser can lay out, to the first and to the last", () => {
  const bottom = drawnWindow({ ...long, scrollTop: heightMax - long.viewport });
  expect([bottom.height, bottom.end]).toEqual([heightMax, 1_000_000]);
  expect(drawnWindow({ ...long, scrollTop: 0 }).start).toBe(0);
});

test("law: what is seen is always covered by drawn rows, and few are drawn", () => {
  const law = fc.property(fc.nat(2_000_000), fc.double({ min: 0, max: 1, noNaN: true }), (count, share) => {
    const input = { count, rowHeight: 49, viewport: 600, scrollTop: 0 };
    const scrollTop = share * Math.max(0, drawnWindow(input).height - 600);
    const drawn = drawnWindow({ ...input, scrollTop });
    expect(drawn.end - drawn.start).toBeLessThan(40);
    if (count === 0) return;
    expect(drawn.offset).toBeLessThanOrEqual(scrollTop + 0.001);
    const end = drawn.offset + (drawn.end - drawn.start) * 49;
    expect(end).toBeGreaterThanOrEqual(Math.min(scrollTop + 600, drawn.height) - 0.01);
  });
  fc.assert(law, { numRuns: 500 });
});

test("law: the position that shows a row shows it whole", () => {
  const law = fc.property(fc.nat(999_999), fc.nat(heightMax - 600), (row, scrollTop) => {
    const moved = scrollTo(row, { ...long, scrollTop });
    const { start, offset } = drawnWindow({ ...long, scrollTop: moved });
    const top = offset + (row - start) * long.rowHeight;
    expect(top).toBeGreaterThanOrEqual(moved - 0.1);
    expect(top + long.rowHeight).toBeLessThanOrEqual(moved + long.viewport + 0.1);
  });
  fc.assert(law, { numRuns: 300 });
});

test("the pages asked for are those of the rows drawn, and none for none", () => {
  expect(pagesOf({ start: 95, end: 205 }, 100)).toEqual([0, 1, 2]);
  expect(pagesOf({ start: 100, end: 200 }, 100)).toEqual([1]);
  expect(pagesOf({ start: 0, end: 0 }, 100)).toEqual([]);
});
