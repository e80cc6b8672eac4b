import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChanges } from "./changes.ts";
import { type Engagement, engagementList, engagementSchema, instantOf, shifted, startSchema } from "./engagement.ts";
import { proposals } from "./proposals.ts";
import { clashesOf, slackOf } from "./slack.ts";

// The day as a press article of 24 November 2021 reports it: nothing it does not state is filled in.
const start = (time?: string, date = "2021-11-24", zone = "Africa/Casablanca") =>
  startSchema.parse({ date, zone, ...(time ? { time } : {}) });
const line = { confirmed: false, source: "reported" };
const day: readonly Engagement[] = engagementList.parse([
  { ...line, id: "signature", titles: { en: "Signature of the accord" }, start: start(), venue: { name: "Rabat" } },
  { ...line, id: "reception", titles: { en: "Reception at headquarters" }, start: start(), venue: { name: "Rabat" } },
  { ...line, id: "lunch", titles: { en: "Lunch in the minister's honour" }, start: start("15:30") },
  { ...line, id: "brigade", titles: { en: "Visit to the brigade" }, start: start("18:00"), venue: { name: "Salé" } },
  { ...line, id: "talks", titles: { en: "Talks" }, start: start("18:45") },
]);

/** The day with a 30-minute visit and a 20-minute transfer entered, as a demonstration. */
const entered = changed([
  { kind: "set", engagement: "brigade", set: { minutes: 30, source: "demonstration" } },
  { kind: "set", engagement: "talks", set: { movement: { from: "Salé", to: "Rabat", minutes: 20 } } },
]);

function changed(changes: Parameters<typeof applyChanges>[1], engagements = day): readonly Engagement[] {
  const after = applyChanges(engagements, changes);
  if ("kind" in after) throw new TypeError(after.code);
  return after;
}

const between = (engagements: readonly Engagement[], from: string, to: string) =>
  slackOf(engagements).find((one) => one.from === from && one.to === to);

test("18:00 in Salé and 18:45 in Rabat leave 45 minutes, of which nothing is guessed", () => {
  expect(between(day, "brigade", "talks")).toEqual({
    from: "brigade",
    to: "talks",
    between: [],
    gap: 45,
    length: undefined,
    movement: undefined,
    needed: undefined,
    slack: undefined,
    atMost: 45,
    clash: false,
    unknown: ["length", "movement"],
  });
  expect(clashesOf(day)).toEqual([]);
});

test("a 30-minute visit and a 20-minute transfer give a slack of 5 minutes less than nothing", () => {
  expect(between(entered, "brigade", "talks")).toMatchObject({
    gap: 45,
    length: 30,
    movement: 20,
    needed: 50,
    slack: -5,
    clash: true,
    unknown: [],
  });
  expect(clashesOf(entered).map((one) => [one.from, one.to])).toEqual([["brigade", "talks"]]);
});

test("a time that is not set makes the gap unknown", () => {
  expect(between(day, "signature", "reception")).toMatchObject({ gap: undefined, clash: false });
  expect(between(day, "signature", "reception")?.unknown).toContain("start");
});

test("a length that alone is too long is a clash before the movement is known", () => {
  const long = changed([{ kind: "set", engagement: "brigade", set: { minutes: 50 } }]);
  expect(between(long, "brigade", "talks")).toMatchObject({ slack: undefined, atMost: -5, clash: true });
});

test("no movement is needed at one venue, and between two venues it is unknown until entered", () => {
  const timed = changed([
    { kind: "set", engagement: "signature", set: { start: start("12:00"), minutes: 30 } },
    { kind: "set", engagement: "reception", set: { start: start("13:00") } },
  ]);
  expect(between(timed, "signature", "reception")).toMatchObject({ movement: 0, slack: 30 });
  expect(between(timed, "reception", "lunch")).toMatchObject({ movement: undefined, slack: undefined });
});

test("an untimed engagement between two timed ones cannot hide their clash", () => {
  const tea = engagementSchema.parse({ ...line, id: "tea", titles: { en: "Tea" }, start: start() });
  const hidden = changed([
    { kind: "set", engagement: "brigade", set: { minutes: 60 } },
    { kind: "add", engagement: tea, before: "talks" },
  ]);
  expect(clashesOf(hidden)).toMatchObject([{ from: "brigade", to: "talks", between: ["tea"], atMost: -15 }]);
});

test("the gap is counted in instants: across zones and across a change of clocks", () => {
  const gap = (a: Engagement["start"], b: Engagement["start"]) => {
    const lines = [a, b].map((one, i) => ({ ...line, id: `e${i}`, titles: { en: "E" }, start: one }));
    return slackOf(engagementList.parse(lines))[0]?.gap;
  };
  expect(gap(start("15:30"), start("17:30", "2021-11-24", "Asia/Jerusalem"))).toBe(60);
  // In the night to 27 March 2022 Morocco set its clocks back an hour for Ramadan.
  expect(gap(start("23:00", "2022-03-26"), start("08:00", "2022-03-27"))).toBe(600);
});

test("each proposal is a set of changes that removes exactly what is missing", () => {
  const found = proposals(entered, { from: "brigade", to: "talks" });
  expect(found.map((one) => [one.kind, one.changes, one.clashes.length])).toEqual([
    ["shorten", [{ kind: "set", engagement: "brigade", set: { minutes: 25 } }], 0],
    ["startEarlier", [{ kind: "set", engagement: "brigade", set: { start: start("17:55") } }], 0],
    ["moveLater", [{ kind: "set", engagement: "talks", set: { start: start("18:50") } }], 0],
  ]);
  for (const one of found) expect(between(changed(one.changes, entered), "brigade", "talks")?.slack).toBe(0);
});

test("a proposal that makes another clash says so and comes last", () => {
  const tight = changed(
    [
      { kind: "set", engagement: "lunch", set: { minutes: 140 } },
      { kind: "set", engagement: "brigade", set: { movement: { from: "Rabat", to: "Salé", minutes: 10 } } },
    ],
    entered,
  );
  const found = proposals(tight, { from: "brigade", to: "talks" });
  expect(found.map((one) => [one.kind, one.clashes.length])).toEqual([
    ["shorten", 0],
    ["moveLater", 0],
    ["startEarlier", 1],
  ]);
});

test("where nothing clashes nothing is proposed", () => {
  expect(proposals(day, { from: "brigade", to: "talks" })).toEqual([]);
  expect(proposals(entered, { from: "talks", to: "brigade" })).toEqual([]);
});

test("moving both engagements by the same minutes leaves the slack between them", () => {
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 1, max: 120 }), (by, minutes) => {
      const [a, b] = [entered[3], entered[4]];
      if (!a || !b) throw new TypeError("The day has five engagements.");
      const moved = [a, b].map((one) => ({ ...one, start: shifted(one.start, by) ?? one.start, minutes }));
      expect(slackOf(moved)[0]?.slack).toBe(45 - 20 - minutes);
      expect(instantOf(moved[0]?.start ?? a.start)).toBe((instantOf(a.start) ?? 0) + by * 60_000);
    }),
  );
});
