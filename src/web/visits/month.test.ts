import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarOf, monthBeside, shownDays, weeksOf } from "./month.ts";

test("a week begins after the weekend: on Sunday in Israel, on Monday in Morocco", () => {
  expect(weeksOf("2021-11", [5, 6])[0]?.[0]?.date).toBe("2021-10-31");
  expect(weeksOf("2021-11", [6, 7])[0]?.[0]?.date).toBe("2021-11-01");
  expect(shownDays("2021-11", [6, 7])).toEqual({ from: "2021-11-01", until: "2021-12-05" });
});

test("a visit over two weeks is a bar in each, that says it goes on", () => {
  const spans = [{ id: "v", from: "2021-11-05", until: "2021-11-09" }];
  const bars = calendarOf({ month: "2021-11", weekend: [6, 7], spans }).flatMap((week) => week.bars);
  expect(bars).toEqual([
    { id: "v", lane: 0, start: 4, days: 3, began: false, goesOn: true },
    { id: "v", lane: 0, start: 0, days: 2, began: true, goesOn: false },
  ]);
});

test("visits on one day stand in lanes of their own, the longer one first", () => {
  const spans = [
    { id: "short", from: "2021-11-24", until: "2021-11-24" },
    { id: "long", from: "2021-11-24", until: "2021-11-26" },
  ];
  const [week] = calendarOf({ month: "2021-11", weekend: [6, 7], spans }).filter((one) => one.bars.length > 0);
  expect(week?.bars.map((bar) => [bar.id, bar.lane])).toEqual([
    ["long", 0],
    ["short", 1],
  ]);
  expect(week?.lanes).toBe(2);
});

test("a visit that ends before it begins is not drawn", () => {
  const spans = [{ id: "v", from: "2021-11-09", until: "2021-11-05" }];
  expect(calendarOf({ month: "2021-11", weekend: [], spans }).flatMap((week) => week.bars)).toEqual([]);
});

test("months follow one another over the year's end", () => {
  expect([monthBeside("2021-12", 1), monthBeside("2022-01", -1)]).toEqual(["2022-01", "2021-12"]);
});

const dayText = fc.integer({ min: 1, max: 30 }).map((day) => `2021-11-${String(day).padStart(2, "0")}`);

test("law: every day of a visit is covered once, and no two bars of a lane share a day", () => {
  const span = fc.tuple(dayText, dayText).map(([a, b]) => ({ from: a < b ? a : b, until: a < b ? b : a }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 10 }), (list) => {
      const spans = list.map((one, i) => ({ id: String(i), ...one }));
      const weeks = calendarOf({ month: "2021-11", weekend: [5, 6], spans });
      for (const { id, from, until } of spans) {
        const days = weeks.flatMap(({ bars, days }) =>
          bars.filter((bar) => bar.id === id).flatMap((bar) => days.slice(bar.start, bar.start + bar.days)),
        );
        expect(days[0]?.date).toBe(from);
        expect(days.at(-1)?.date).toBe(until);
        expect(new Set(days).size).toBe(days.length);
      }
      for (const { bars } of weeks) {
        const cells = bars.flatMap((bar) => Array.from({ length: bar.days }, (_, i) => `${bar.lane} ${bar.start + i}`));
        expect(new Set(cells).size).toBe(cells.length);
      }
    }),
  );
});
