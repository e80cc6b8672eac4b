import { expect, test } from "vitest";
import { injectsIn } from "../testing/exercise-story.ts";
import { israel, morocco } from "../testing/walk.ts";

const named = (...ids: string[]) => ({ injects: ids.map((inject) => ({ inject })) });
const stageOf = (walk: ReturnType<typeof injectsIn>, id: string) => walk.data.injects[id]?.stage;

test("an inject goes out, is acknowledged and answered by those it is played to, and assessed by its author", () => {
  const walk = injectsIn("running");
  expect(walk.step("release", { side: israel, body: named("ma-i1") })).toBe("procedures.injectNotOwn");
  expect(walk.step("acknowledge", { side: israel, body: named("ma-i1") })).toBe("procedures.injectStage");
  expect(walk.step("release", { body: named("ma-i1") })).toBe("effective");
  expect(walk.step("release", { body: named("ma-i1") })).toBe("procedures.injectStage");
  expect(walk.step("release", { body: named("ma-i99") })).toBe("procedures.injectNoRow");
  expect(walk.viewAt("2031-01-16T10:00:00Z").deadlines).toMatchObject([
    { name: "partnerAcknowledgement", owners: [israel] },
  ]);
  expect(walk.step("acknowledge", { body: named("ma-i1") })).toBe("procedures.injectNotAudience");
  expect(walk.step("acknowledge", { side: israel, body: named("ma-i1") })).toBe("effective");
  const answer = { injects: [{ inject: "ma-i1", text: "Done" }] };
  expect(walk.step("answer", { body: answer })).toBe("procedures.injectNotAudience");
  expect(walk.step("answer", { side: israel, body: answer })).toBe("effective");
  const assess = { injects: [{ inject: "ma-i1", result: "met" }] };
  expect(walk.step("assess", { side: israel, body: assess })).toBe("procedures.injectNotOwn");
  expect(walk.step("assess", { body: assess })).toBe("effective");
  expect(walk.data.injects["ma-i1"]).toMatchObject({ stage: "assessed", result: "met", answer: "Done" });
  expect(walk.step("drop", { body: { rows: ["ma-i1"], reason: "x" } })).toBe("procedures.injectStage");
});

test("what has gone out has gone out: a hold that crosses it holds the others", () => {
  const walk = injectsIn("running");
  const [ma, il] = [walk.lines[0].length, walk.lines[1].length];
  expect(walk.step("release", { body: named("ma-i1"), saw: il })).toBe("effective");
  const hold = { ...named("ma-i1", "il-i1"), reason: "Wind" };
  expect(walk.step("hold", { side: israel, body: hold, saw: ma })).toBe("effective");
  expect([stageOf(walk, "ma-i1"), stageOf(walk, "il-i1")]).toEqual(["released", "held"]);
  expect(walk.step("hold", { side: israel, body: hold })).toBe("procedures.injectStage");
  expect(walk.step("hold", { body: { ...named("ma-i99"), reason: "x" } })).toBe("procedures.injectNoRow");
});

test("either side stops the play, and both resume from the stop they have seen", () => {
  const walk = injectsIn("running");
  expect(walk.step("stop", { side: israel })).toBe("effective");
  expect(walk.step("release")).toBe("procedures.wrongState");
  expect(walk.step("resume", { body: { stop: 2 } })).toBe("procedures.injectsStop");
  expect(walk.step("resume")).toBe("effective");
  expect(walk.step("stop", { side: israel })).toBe("effective");
  expect(walk.step("resume", { side: israel })).toBe("procedures.notTheSame");
  walk.all(["resume", morocco, israel]);
  expect(walk.stateAt()).toBe("running");
  expect(walk.data.stops).toHaveLength(2);
});

test("an inject that went wrong is repeated under a number of its own", () => {
  const walk = injectsIn("running").all(["release", morocco]);
  const as = (id: string) => ({
    injects: [{ inject: "ma-i1", as: id, real: "2031-01-16T12:00:00Z" }],
    reason: "Not received",
  });
  expect(walk.step("repeat", { body: as("il-r1") })).toBe("procedures.injectNumber");
  expect(walk.step("repeat", { body: as("ma-i1") })).toBe("procedures.injectSameRow");
  expect(walk.step("repeat", { side: israel, body: as("il-r1") })).toBe("procedures.injectNotOwn");
  expect(walk.step("repeat", { body: as("ma-r1") })).toBe("effective");
  expect(stageOf(walk, "ma-i1")).toBe("repeated");
  expect(walk.data.injects["ma-r1"]).toMatchObject({ stage: "scheduled", repeats: "ma-i1" });
});

test("an acknowledgement that crosses a repetition prevails", () => {
  const walk = injectsIn("running").all(["release", morocco]);
  const [ma, il] = [walk.lines[0].length, walk.lines[1].length];
  walk.step("repeat", { saw: il });
  expect(walk.step("acknowledge", { side: israel, body: named("ma-i1"), saw: ma })).toBe("effective");
  expect(walk.data.injects["ma-i1"]?.acknowledgedAt).toBeDefined();
});

test("an inject is written, reviewed and played during the play, and the list closed when all is done", () => {
  const walk = injectsIn("running");
  walk.all(["write", morocco], ["review", israel], ["approve", morocco], ["schedule", morocco]);
  expect(walk.step("close")).toBe("procedures.injectsOpen");
  walk.all(["release", morocco, morocco, israel], ["acknowledge", israel, morocco]);
  walk.all(["assess", morocco, morocco, israel], ["close", morocco, israel]);
  expect(walk.stateAt()).toBe("closed");
});

test("what is assessed while the other side closes takes the closing back", () => {
  const walk = injectsIn("running").all(["release", morocco, israel], ["assess", morocco, israel]);
  expect(walk.step("close")).toBe("effective");
  const [ma, il] = [walk.lines[0].length, walk.lines[1].length];
  walk.step("close", { side: israel, saw: ma });
  walk.step("write", { saw: il });
  expect(walk.stateAt()).toBe("running");
});
