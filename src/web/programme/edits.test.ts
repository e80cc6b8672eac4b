import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../../base/index.ts";
import { applyChanges, type Change, clashesOf, type Engagement } from "../../procedures/index.ts";
import { changesBetween } from "./changes-between.ts";
import {
  type Edits,
  edited,
  inRunningOrder,
  isEdited,
  noEdits,
  present,
  redo,
  snapped,
  startMoved,
  undo,
} from "./edits.ts";
import { engagement, theDay, zoneOf } from "./testing/day.ts";

const zone = zoneOf("Africa/Casablanca");
const base = `sha256:${"0".repeat(64)}`;

function made(edits: Edits, change: Change, gesture = String(edits.done.length)): Edits {
  const next = edited(edits, { gesture, changes: [change] });
  if (isRefusal(next)) throw new Error(next.code);
  return next;
}

const at = (id: string, time: string): Change => ({
  kind: "set",
  engagement: id,
  set: { start: { date: "2021-11-24", time, zone } },
});

test("what was moved can be moved back and forth, and a new change forgets what had been taken back", () => {
  const first = made(noEdits(base, theDay), at("brigade", "17:45"));
  const second = made(first, at("talks", "19:00"));
  expect(present(undo(second))).toEqual(present(first));
  expect(redo(undo(second))).toEqual(second);
  expect(isEdited(undo(undo(second)))).toBe(false);
  expect(redo(made(undo(second), at("talks", "19:15"))).undone).toEqual([]);
});

test("the moves of one gesture are taken back at once", () => {
  const once = made(noEdits(base, theDay), at("brigade", "17:55"), "drag");
  const twice = made(once, at("brigade", "17:45"), "drag");
  expect(twice.done).toHaveLength(1);
  expect(present(undo(twice))).toEqual(theDay);
});

test("a change of an engagement that is not there is refused and changes nothing", () => {
  const edits = noEdits(base, theDay);
  expect(edited(edits, { gesture: "1", changes: [at("dinner", "20:00")] })).toMatchObject({
    code: "procedures.programmeNoEngagement",
  });
});

test("a line moved past another changes places with it, so that no clash is reckoned that is none", () => {
  const edits = made(noEdits(base, theDay), at("brigade", "20:30"));
  expect(present(edits).map((one) => one.id)).toEqual(["signature", "reception", "lunch", "talks", "brigade"]);
  expect(clashesOf(present(edits))).toEqual([]);
});

test("an engagement without a time stays behind the line it followed", () => {
  const lines = [engagement("a", { time: "12:00" }), engagement("b"), engagement("c", { time: "10:00" })];
  expect(inRunningOrder(lines).map((one) => one.id)).toEqual(["c", "a", "b"]);
});

test("a move ends on the grid of the clock, also over midnight and where the start is off the grid", () => {
  const start = { date: "2021-11-24", time: "18:03", zone };
  expect(snapped(start, -14)).toBe(-13);
  expect(startMoved({ ...start, time: "23:50" }, 15)).toEqual({ ...start, date: "2021-11-25", time: "00:05" });
  expect(startMoved({ date: start.date, zone: start.zone }, 15)).toBeUndefined();
});

test("a new version says only what differs", () => {
  const edits = made(noEdits(base, theDay), at("brigade", "17:45"));
  expect(changesBetween(theDay, present(edits))).toEqual([at("brigade", "17:45")]);
  expect(changesBetween(theDay, theDay)).toEqual([]);
});

test("a field that was emptied is cleared and not left standing", () => {
  const [first, ...rest] = theDay;
  const { movement: _movement, ...without } = rest[0] ?? engagement("reception");
  const after = [...(first ? [first] : []), without, ...rest.slice(1)];
  expect(changesBetween(theDay, after)).toEqual([
    { kind: "set", engagement: "reception", set: {}, clear: ["movement"] },
  ]);
});

const lines = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), { minLength: 1 });
const listed = (ids: readonly string[], minutes: number): Engagement[] =>
  ids.map((id, i) => engagement(id, (i + minutes) % 3 === 0 ? {} : { minutes: minutes + i }));

test("law: the changes between two versions lead from the one to the other", () => {
  fc.assert(
    fc.property(lines, lines, fc.nat(60), (before, after, minutes) => {
      const [from, to] = [listed(before, 10), listed(after, minutes + 1)];
      const changes = changesBetween(from, to);
      const reached = changes.length === 0 ? from : applyChanges(from, changes);
      expect(reached).toEqual(to);
    }),
  );
});
