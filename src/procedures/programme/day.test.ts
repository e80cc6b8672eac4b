import { expect, test } from "vitest";
import { make, programmeUpTo } from "../testing/programme-story.ts";
import { codeOf, israel, morocco } from "../testing/walk.ts";
import { runningOrder } from "./running-order.ts";

const now = "2031-03-03T09:00:00Z";

function live() {
  const walk = programmeUpTo("frozen");
  expect(walk.stateAt(now)).toBe("live");
  return walk;
}

test("on the day the host moves an engagement and the visitor takes note", () => {
  const walk = live();
  expect(make(walk, "moveEngagement", { at: now })).toBe("effective");
  expect(walk.stateAt()).toBe("moved");
  expect(walk.viewAt(now).turn).toEqual([israel]);
  expect(walk.data.engagements[0]?.minutes).toBe(50);
  expect(make(walk, "takeNote", { at: now })).toBe("effective");
  expect(walk.stateAt()).toBe("live");
});

test("a move that makes a clash is told all the same, and one outside the dates is refused", () => {
  const walk = live();
  const move = { engagement: "talks", reason: "Late arrival" };
  const start = { date: "2031-03-03", time: "11:30", zone: "Africa/Casablanca" };
  expect(make(walk, "moveEngagement", { body: { ...move, start }, at: now })).toBe("effective");
  const away = { ...move, start: { ...start, date: "2031-03-09" } };
  expect(codeOf(make(walk, "moveEngagement", { body: away, at: now }))).toBe("procedures.programmeOtherDay");
  expect(codeOf(make(walk, "moveEngagement", { body: move, at: now }))).toBe("procedures.badBody");
});

test("note of one move leaves the next one open, also when the two acts cross", () => {
  const walk = live();
  make(walk, "moveEngagement", { at: now });
  const [host, visitor] = [walk.lines[0].length, walk.lines[1].length];
  make(walk, "moveEngagement", { at: now, saw: visitor });
  make(walk, "takeNote", { body: { upTo: 1 }, at: now, saw: host });
  expect(walk.stateAt()).toBe("moved");
  expect(walk.data.moves).toMatchObject({ count: 2, noted: 1 });
  expect(codeOf(make(walk, "takeNote", { body: { upTo: 1 }, at: now }))).toBe("procedures.programmeNoMove");
  expect(codeOf(make(walk, "takeNote", { body: { upTo: 3 }, at: now }))).toBe("procedures.programmeNoMove");
  make(walk, "takeNote", { body: { upTo: 2 }, at: now });
  expect(walk.stateAt()).toBe("live");
});

test("after its last day it is executed, both record thanks and gifts, and the host closes it", () => {
  const walk = live();
  const after = "2031-03-06T09:00:00Z";
  expect(walk.stateAt(after)).toBe("executed");
  const gift = { kind: "gift", text: { en: "A book" }, from: "Minister of the host", to: "Minister" };
  expect(make(walk, "record", { side: morocco, body: gift, at: after })).toBe("effective");
  expect(make(walk, "record", { side: israel, at: after })).toBe("effective");
  expect(walk.data.records.map((one) => [one.by, one.kind])).toEqual([
    ["MA", "gift"],
    ["IL", "thanks"],
  ]);
  expect(codeOf(make(walk, "close", { side: israel, at: after }))).toBe("procedures.wrongSide");
  expect(make(walk, "close", { at: after })).toBe("effective");
  expect(walk.stateAt()).toBe("closed");
});

test("each audience sees its own running order", () => {
  const { data } = programmeUpTo("tableProgramme");
  const fields = (audience: Parameters<typeof runningOrder>[1], id: string) =>
    Object.keys(runningOrder(data, audience).find((one) => one.id === id) ?? {});
  expect(runningOrder(data, "principal").map((one) => one.id)).toEqual(["talks", "tour"]);
  expect(runningOrder(data, "driver").map((one) => one.id)).toEqual(["tour"]);
  expect(runningOrder(data, "press").map((one) => one.id)).toEqual(["talks"]);
  const [drive] = runningOrder(data, "driver");
  expect(drive?.movement?.convoy).toBe("Convoy 1");
  expect(drive?.leavesAt).toBe((drive?.startsAt ?? 0) - 25 * 60_000);
  expect(runningOrder(data, "security")[1]?.movement?.convoy).toBe("Convoy 1");
  expect(runningOrder(data, "principal")[1]?.movement).toEqual({ from: "Rabat", to: "Salé", minutes: 25 });
  expect(runningOrder(data, "press")[0]?.venue).toEqual({ name: "Example ministry", city: "Rabat" });
  for (const hidden of ["movement", "level", "host", "participants", "minutes"])
    expect(fields("press", "talks")).not.toContain(hidden);
});

test("the press sees nothing that is not settled", () => {
  const { data } = programmeUpTo("tableProgramme");
  const open = data.engagements.map((one) => ({ ...one, confirmed: false, press: "pool" as const }));
  expect(runningOrder({ engagements: open }, "press")).toEqual([]);
});
