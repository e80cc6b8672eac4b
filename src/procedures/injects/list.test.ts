import { expect, test } from "vitest";
import { injectsIn } from "../testing/exercise-story.ts";
import { israel, morocco, testDigest } from "../testing/walk.ts";
import { exampleFrame, exampleInject } from "./examples.ts";
import { ranksMax } from "./writing.ts";

const inject = (change: object = {}) => ({ ...exampleInject("MA", { number: 7, audience: "IL" }), ...change });
const base = (walk: ReturnType<typeof injectsIn>, id: string) => walk.data.injects[id]?.digest ?? "";

test("each side numbers its rows with its own mark, and no number stands for two rows of any rank", () => {
  const walk = injectsIn("drafting");
  const code = (injects: object[]) => walk.step("write", { body: { injects } as never });
  expect(code([inject({ id: "il-i9" })])).toBe("procedures.injectNumber");
  expect(code([inject({ id: "ma-i1" })])).toBe("procedures.injectSameRow");
  expect(code([inject({ id: "ma-o1" })])).toBe("procedures.injectSameRow");
  expect(code([inject(), inject()])).toBe("procedures.injectSameRow");
  expect(code([inject()])).toBe("effective");
});

test("a row hangs from one that is in the list or in the same act", () => {
  const walk = injectsIn("drafting");
  expect(walk.step("write", { body: { injects: [inject({ incident: "ma-n9" })] } })).toBe("procedures.injectParent");
  const incident = { id: "ma-n9", event: "ma-e1", title: "A bridge is closed" };
  const body = { incidents: [incident], injects: [inject({ incident: "ma-n9" })] };
  expect(walk.step("write", { body })).toBe("effective");
  expect(walk.step("drop", { body: { rows: ["ma-n9"], reason: "x" } })).toBe("procedures.injectHangs");
  expect(walk.step("drop", { body: { rows: ["ma-n9", "ma-i7"], reason: "x" } })).toBe("effective");
  expect(walk.data.incidents["ma-n9"]).toBeUndefined();
});

test("an inject is played to a party of the accord", () => {
  const walk = injectsIn("drafting");
  expect(walk.step("write", { body: { injects: [inject({ audience: "FR" })] } })).toBe("procedures.injectAudience");
});

test("a row is changed by its author, on the text that stands, and is reviewed anew", () => {
  const walk = injectsIn("scheduled");
  const row = { ...walk.data.injects["ma-i1"]?.row };
  const change = { injects: [{ ...row, title: "Another title", base: base(walk, "ma-i1") }] };
  expect(walk.step("write", { body: change as never, side: israel })).toBe("procedures.injectNotOwn");
  const stale = { injects: [{ ...row, title: "Another title", base: testDigest("old") }] };
  expect(walk.step("write", { body: stale as never })).toBe("procedures.injectOtherText");
  const unknown = { injects: [inject({ base: testDigest("old") })] };
  expect(walk.step("write", { body: unknown as never })).toBe("procedures.injectNoRow");
  expect(walk.step("write", { body: change as never })).toBe("effective");
  expect(walk.data.injects["ma-i1"]).toMatchObject({ stage: "drafted" });
  expect(walk.data.injects["ma-i1"]?.real).toBeUndefined();
});

test("an inject is reviewed by the side that did not write it, in the text that it read", () => {
  const walk = injectsIn("drafting");
  const body = { injects: [{ inject: "ma-i1", base: base(walk, "ma-i1") }] };
  expect(walk.step("review", { body })).toBe("procedures.injectOwnReview");
  const stale = { injects: [{ inject: "ma-i1", base: testDigest("old") }] };
  expect(walk.step("review", { side: israel, body: stale })).toBe("procedures.injectOtherText");
  expect(walk.step("approve", { body: { injects: [{ inject: "ma-i1" }] } })).toBe("procedures.injectStage");
  expect(walk.step("review", { side: israel, body })).toBe("effective");
  expect(walk.step("return", { side: israel, body: { ...body, reasons: [{ code: "timing" }] } })).toBe("effective");
  expect(walk.data.injects["ma-i1"]).toMatchObject({ stage: "drafted", returned: [{ code: "timing" }] });
  expect(walk.step("return", { side: israel, body: { ...body, reasons: [{ code: "mood" }] } })).toBe(
    "procedures.badBody",
  );
});

test("a return that crosses the approval prevails", () => {
  const walk = injectsIn("drafting").all(["review", israel]);
  const [ma, il] = [walk.lines[0].length, walk.lines[1].length];
  const body = { injects: [{ inject: "ma-i1", base: base(walk, "ma-i1") }], reasons: [{ code: "safety" }] };
  expect(walk.step("approve", { saw: il })).toBe("effective");
  expect(walk.step("return", { side: israel, body, saw: ma })).toBe("effective");
  expect(walk.data.injects["ma-i1"]?.stage).toBe("drafted");
});

test("only one's own injects are scheduled, skipped and dropped", () => {
  const walk = injectsIn("scheduled");
  const named = { injects: [{ inject: "ma-i1" }] };
  const schedule = { injects: [{ inject: "ma-i1", real: "2031-02-01T08:00:00Z" }] };
  expect(walk.step("schedule", { side: israel, body: schedule })).toBe("procedures.injectNotOwn");
  expect(walk.step("skip", { side: israel, body: { ...named, reason: "x" } })).toBe("procedures.injectNotOwn");
  expect(walk.step("drop", { side: israel, body: { rows: ["ma-i1"], reason: "x" } })).toBe("procedures.injectNotOwn");
  expect(walk.step("drop", { body: { rows: ["ma-i99"], reason: "x" } })).toBe("procedures.injectNoRow");
  expect(walk.step("schedule", { body: schedule })).toBe("effective");
  expect(walk.data.injects["ma-i1"]?.real).toBe(Date.parse("2031-02-01T08:00:00Z"));
  expect(walk.step("skip", { body: { ...named, reason: "No time" } })).toBe("effective");
  expect(walk.step("schedule", { body: schedule })).toBe("procedures.injectStage");
});

test("both freeze the list that stands, when every inject is on the clock", () => {
  const empty = injectsIn("drafting").all(["write", morocco]);
  expect(empty.step("freeze")).toBe("procedures.injectsOpen");
  const walk = injectsIn("scheduled");
  expect(walk.step("freeze", { body: { version: testDigest("old") } })).toBe("procedures.injectsVersion");
  expect(walk.step("freeze")).toBe("effective");
  expect(walk.stateAt()).toBe("drafting");
  expect(walk.step("freeze", { side: israel })).toBe("effective");
  expect(walk.data.frozen).toBe(walk.data.version);
  expect(walk.step("write", { body: { injects: [inject()] } })).toBe("procedures.wrongState");
  expect(walk.step("thaw")).toBe("effective");
  expect(walk.step("withdraw")).toBe("effective");
});

test("a list with nothing in it is not frozen", () => {
  const walk = injectsIn("drafting");
  walk.all(["drop", morocco, israel]);
  expect(walk.step("freeze")).toBe("procedures.injectsEmpty");
});

test("what is written while the other side freezes undoes the freezing", () => {
  const walk = injectsIn("scheduled");
  expect(walk.step("freeze")).toBe("effective");
  const [ma, il] = [walk.lines[0].length, walk.lines[1].length];
  walk.step("freeze", { side: israel, saw: ma });
  walk.step("write", { body: { injects: [inject()] }, saw: il });
  expect(walk.stateAt()).toBe("drafting");
});

test("a list has an end to its length", () => {
  const walk = injectsIn("drafting");
  const objectives = Array.from({ length: ranksMax.objectives }, (_, i) => ({ id: `ma-x${i}`, title: "An objective" }));
  expect(walk.step("write", { body: { objectives } })).toBe("procedures.injectLength");
  expect(walk.step("write", { body: exampleFrame("MA") })).toBe("procedures.injectSameRow");
});
