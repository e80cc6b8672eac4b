import fc from "fast-check";
import { expect, test } from "vitest";
import type { Engagement } from "../../procedures/index.ts";
import { layoutDay } from "./day-layout.ts";
import { engagement, theDay } from "./testing/day.ts";

const where = { date: "2021-11-24", zone: "Africa/Casablanca" };

test("Salé at 18:00 and Rabat at 18:45 with 25 minutes of road overlap by ten minutes", () => {
  const layout = layoutDay({ ...where, engagements: theDay });
  expect(layout.events.find((one) => one.id === "brigade")).toMatchObject({ at: 1080, len: 30, clash: false });
  expect(layout.events.find((one) => one.id === "talks")).toMatchObject({ at: 1125, clash: true });
  expect(layout.movements.find((one) => one.id === "talks")).toEqual({ id: "talks", at: 1110, len: 25, late: 10 });
  expect(layout.overlaps).toEqual([{ id: "talks", at: 1125, len: 10 }]);
});

test("a movement in good time ends when its engagement begins, and what is free before it is a pause", () => {
  const layout = layoutDay({ ...where, engagements: theDay });
  expect(layout.movements.find((one) => one.id === "brigade")).toEqual({ id: "brigade", at: 1055, len: 25, late: 0 });
  expect(layout.pauses).toContainEqual({ at: 1020, len: 35 });
});

test("engagements without a time stand beside the timeline, not on it", () => {
  const layout = layoutDay({ ...where, engagements: theDay });
  expect(layout.untimed).toEqual(["signature"]);
  expect(layout.events.map((one) => one.id)).not.toContain("signature");
});

test("an engagement without a length takes no more room than there is, and its end is open", () => {
  const lines = [engagement("a", { time: "10:00" }), engagement("b", { time: "10:30", minutes: 20 })];
  const layout = layoutDay({ ...where, engagements: lines });
  expect(layout.events[0]).toMatchObject({ at: 600, len: 30, open: true });
  expect(layout.pauses).toEqual([]);
});

test("a day on which the clock is set forward is an hour shorter, and its hours keep their names", () => {
  const night = engagement("night", { time: "04:00", minutes: 30, date: "2021-03-26", zone: "Asia/Jerusalem" });
  const early = engagement("early", { time: "00:30", minutes: 30, date: "2021-03-26", zone: "Asia/Jerusalem" });
  const layout = layoutDay({ date: "2021-03-26", zone: "Asia/Jerusalem", engagements: [early, night] });
  expect(layout.events.map((one) => one.at)).toEqual([30, 180]);
  expect(layout.hours.map((one) => one.clock)).toEqual(["01:00", "03:00", "04:00"]);
});

test("another day's engagements are not shown, and an empty day is still a day", () => {
  const layout = layoutDay({ date: "2021-11-25", zone: where.zone, engagements: theDay });
  expect(layout).toMatchObject({ events: [], movements: [], untimed: [], from: 465 });
  expect(layout.hours.length).toBeGreaterThan(8);
});

const line = fc.record({ at: fc.integer({ min: 0, max: 1400 }), minutes: fc.integer({ min: 1, max: 200 }) });
const clock = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;

test("law: no two engagements that overlap stand in one column, and each stands within its columns", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const engagements: Engagement[] = lines.map(({ at, minutes }, i) =>
        engagement(`e${i}`, { time: clock(at), minutes }),
      );
      const { events } = layoutDay({ ...where, engagements });
      expect(events).toHaveLength(lines.length);
      for (const one of events) {
        expect(one.column).toBeLessThan(one.columns);
        for (const other of events) {
          if (one === other || one.column !== other.column) continue;
          expect(one.at + one.len <= other.at || other.at + other.len <= one.at).toBe(true);
        }
      }
    }),
  );
});
