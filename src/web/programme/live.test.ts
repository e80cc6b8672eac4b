import { expect, test } from "vitest";
import { liveLines } from "./live.ts";
import { engagement, theDay } from "./testing/day.ts";

const at = (clock: string): number => Date.parse(`2021-11-24T${clock}:00+01:00`);
const phases = (clock: string): string[] =>
  liveLines({ engagements: theDay, agreed: undefined, now: at(clock) }).map((one) => `${one.id} ${one.phase}`);

test("at a quarter past six the brigade is under way and the talks are next", () => {
  expect(phases("18:15")).toEqual([
    "signature untimed",
    "reception over",
    "lunch over",
    "brigade running",
    "talks next",
  ]);
});

test("before the day the first timed line is next and the others are ahead", () => {
  expect(phases("08:00").slice(1)).toEqual(["reception next", "lunch ahead", "brigade ahead", "talks ahead"]);
});

test("the talks are late by what the road takes too long, and stay next until they can begin", () => {
  const [talks] = liveLines({ engagements: theDay, agreed: undefined, now: at("18:50") }).slice(-1);
  expect(talks).toEqual({ id: "talks", phase: "next", minutes: 5, late: 10, moved: 0 });
});

test("a line says by how much it was moved since it was agreed", () => {
  const agreed = theDay.map((one) => (one.id === "talks" ? { ...one, start: { ...one.start, time: "18:30" } } : one));
  const [talks] = liveLines({ engagements: theDay, agreed, now: at("12:00") }).slice(-1);
  expect(talks?.moved).toBe(15);
});

test("what has no length runs until the next begins and makes nothing late", () => {
  const lines = [engagement("a", { time: "10:00" }), engagement("b", { time: "10:30", minutes: 15 })];
  expect(liveLines({ engagements: lines, agreed: undefined, now: at("10:20") })).toMatchObject([
    { phase: "running", late: 0 },
    { phase: "next", late: 0 },
  ]);
  expect(liveLines({ engagements: lines, agreed: undefined, now: at("10:30") })[0]).toMatchObject({ phase: "over" });
});
