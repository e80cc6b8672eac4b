import { expect, test } from "vitest";
import { exerciseIn } from "../testing/exercise-story.ts";
import { israel, morocco, testDigest } from "../testing/walk.ts";

test("an exercise is proposed for days that are possible, with a party of the accord as host", () => {
  const walk = exerciseIn("proposed");
  expect(walk.step("accept")).toBe("procedures.wrongSide");
  const other = exerciseIn("proposed");
  expect(other.step("decline", { side: israel, body: { reasons: [{ code: "mood" }] } })).toBe("procedures.badBody");
  expect(other.step("decline", { side: israel })).toBe("effective");
  const propose = (change: object) => {
    const fresh = exerciseIn("proposed");
    fresh.lines[0].length = 0;
    return fresh.step("propose", { change: change as never });
  };
  expect(propose({ from: "2031-02-02", until: "2031-02-01" })).toBe("procedures.exercisePeriod");
  expect(propose({ host: "FR" })).toBe("procedures.exerciseParty");
});

test("both agree to the specification that stands, and lessons are carried into objectives that there are", () => {
  const walk = exerciseIn("specifying");
  const exercise = "01890000-0000-7000-8000-00000000ee09";
  const specification = {
    objectives: [{ id: "ma-o1", titles: { en: "Hand over" } }],
    participants: { MA: 10, IL: 10 },
  };
  const carry = (objective: string) => [{ exercise, lesson: "il-l1", objective }];
  const code = (change: object, side = morocco) =>
    walk.step("specify", { side, body: { specification: { ...specification, ...change } } as never });
  expect(code({ lessons: carry("ma-o9") })).toBe("procedures.exerciseNoObjective");
  expect(code({ participants: { FR: 3 } })).toBe("procedures.exerciseParty");
  const twice = [...specification.objectives, ...specification.objectives];
  expect(code({ objectives: twice })).toBe("procedures.exerciseSameNumber");
  expect(code({ lessons: carry("ma-o1") })).toBe("effective");
  expect(code({}, israel)).toBe("procedures.exerciseOtherText");
  expect(walk.step("agreeSpecification", { body: { version: testDigest("old") } })).toBe(
    "procedures.exerciseOtherText",
  );
  walk.all(["agreeSpecification", morocco, israel]);
  expect(walk.stateAt()).toBe("initialPlanning");
});

test("conferences are called by either and held by both, each in its place", () => {
  const walk = exerciseIn("initialPlanning");
  const one = { id: "ma-c1", kind: "initial", from: "2031-01-20", until: "2031-01-21" };
  const call = (change: object, side = morocco) =>
    walk.step("callConferences", { side, body: { conferences: [{ ...one, ...change }] } as never });
  expect(call({ id: "il-c1" })).toBe("procedures.exerciseNumber");
  expect(call({ until: "2031-01-01" })).toBe("procedures.exercisePeriod");
  expect(walk.step("callConferences", { body: { conferences: [one, one] } })).toBe("procedures.exerciseSameNumber");
  expect(call({})).toBe("effective");
  expect(call({ kind: "main", id: "ma-c2" })).toBe("effective");
  const held = (conference: string) => ({ conference, conclusions: "Agreed" });
  expect(walk.step("holdInitialConference", { body: held("ma-c2") })).toBe("procedures.exerciseNoConference");
  expect(walk.step("holdWorkshop", { body: held("ma-c1") })).toBe("procedures.exerciseNoConference");
  expect(walk.step("holdInitialConference", { body: held("ma-c1") })).toBe("effective");
  expect(walk.step("holdInitialConference", { side: israel, body: held("ma-c1") })).toBe("effective");
  expect(walk.step("holdInitialConference", { body: held("ma-c1") })).toBe("procedures.wrongState");
  expect(call({ until: "2031-01-22" })).toBe("procedures.exerciseHeld");
  expect(walk.step("holdFinalConference", { body: held("ma-c2") })).toBe("procedures.wrongState");
  walk.all(["holdMainConference", morocco, israel]);
  expect(walk.stateAt()).toBe("planDrafting");
});

test("tasks have numbers, owners and days, and their owners report on them", () => {
  const walk = exerciseIn("initialPlanning");
  const task = { id: "ma-t1", title: "Maps", owner: "IL", from: "2031-01-01", until: "2031-01-09" };
  const code = (change: object) => walk.step("assignTasks", { body: { tasks: [{ ...task, ...change }] } as never });
  expect(code({ id: "il-t1" })).toBe("procedures.exerciseNumber");
  expect(code({ owner: "FR" })).toBe("procedures.exerciseParty");
  expect(walk.step("assignTasks", { body: { tasks: [task, task] } })).toBe("procedures.exerciseSameNumber");
  expect(code({})).toBe("effective");
  expect(code({})).toBe("procedures.exerciseSameNumber");
  const done = { body: { tasks: [{ task: "ma-t1", progress: "done" }] } };
  expect(walk.step("reportTasks", done)).toBe("procedures.exerciseNoTask");
  expect(walk.step("reportTasks", { side: israel, ...done })).toBe("effective");
  expect(walk.data.tasks).toMatchObject([{ id: "ma-t1", progress: "done" }]);
});

test("an exercise has one main events list, which is replaced only by name", () => {
  const walk = exerciseIn("mainPlanning");
  const list = (n: number) => `01890000-0000-7000-8000-00000000ee0${n}`;
  expect(walk.step("linkInjects", { body: { injects: list(1) } })).toBe("effective");
  expect(walk.step("linkInjects", { side: israel, body: { injects: list(2) } })).toBe("procedures.exerciseHasList");
  expect(walk.step("linkInjects", { body: { injects: list(2), instead: list(1) } })).toBe("effective");
});

test("both sign the plan that stands, on the exercise's days", () => {
  const walk = exerciseIn("planDrafting");
  const plan = {
    begins: "2031-01-16T08:00:00Z",
    ends: "2031-01-19T16:00:00Z",
    command: "Each its own",
    safety: "Stop",
  };
  const code = (change: object, more: object = {}) =>
    walk.step("writePlan", { body: { plan: { ...plan, ...change }, ...more } as never });
  expect(code({ ends: "2031-01-15T16:00:00Z" })).toBe("procedures.exerciseTimes");
  expect(code({ ends: "2031-03-15T16:00:00Z" })).toBe("procedures.exerciseOutside");
  expect(code({}, { base: testDigest("old") })).toBe("procedures.exerciseOtherText");
  expect(code({})).toBe("effective");
  expect(walk.step("signPlan")).toBe("effective");
  expect(walk.step("writePlan", { side: israel })).toBe("effective");
  expect(walk.step("signPlan", { side: israel })).toBe("procedures.notTheSame");
  walk.all(["signPlan", morocco, israel]);
  expect(walk.stateAt()).toBe("finalPlanning");
  expect(walk.step("reopenPlan")).toBe("effective");
  expect(walk.data.signedPlan).toBeUndefined();
});

test("an exercise that is put off goes on where its planning was, and its plan is signed anew", () => {
  const walk = exerciseIn("preparing");
  walk.all(["postpone", israel]);
  const days = { body: { from: "2031-06-01", until: "2031-06-04" } };
  expect(walk.step("reschedule", { body: { from: "2031-06-05", until: "2031-06-04" } })).toBe(
    "procedures.exercisePeriod",
  );
  expect([walk.step("reschedule", days), walk.step("reschedule", { side: israel, ...days })]).toEqual([
    "effective",
    "effective",
  ]);
  expect(walk.stateAt()).toBe("planDrafting");
  const version = walk.data.explan?.digest ?? "";
  expect(walk.step("signPlan", { body: { version } })).toBe("procedures.exerciseOutside");
  expect(walk.step("cancel", { body: { reasons: [{ code: "budget" }] } })).toBe("effective");
});

test("the lead time of the specification is that of the exercise's size, and a setting", () => {
  const { deadlines } = exerciseIn("specifying").viewAt("2031-01-01T00:00:00Z");
  expect(deadlines.map(({ name }) => name)).toEqual(["leadMedium"]);
});
