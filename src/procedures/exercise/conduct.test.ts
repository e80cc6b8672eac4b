import { expect, test } from "vitest";
import { exerciseIn } from "../testing/exercise-story.ts";
import { israel, morocco, testDigest } from "../testing/walk.ts";

test("both declare every point of readiness, and start by the signed plan on its day", () => {
  const walk = exerciseIn("preparing");
  expect(walk.step("declareReady", { body: { checks: ["safety"] } })).toBe("procedures.exerciseNotReady");
  walk.all(["declareReady", morocco, israel]);
  expect(walk.step("startExercise", { body: { plan: testDigest("old") } })).toBe("procedures.exerciseOtherText");
  expect(walk.step("startExercise", { at: "2031-01-10T10:00:00Z" })).toBe("procedures.exerciseNotYet");
  walk.all(["startExercise", morocco, israel]);
  expect(walk.stateAt()).toBe("live");
});

test("a safety stop by either side prevails over what crosses it", () => {
  const walk = exerciseIn("live").all(["pause", morocco], ["resume", morocco]);
  const [ma, il] = [walk.lines[0].length, walk.lines[1].length];
  expect(walk.step("safetyStop", { saw: il })).toBe("effective");
  expect(walk.step("resume", { side: israel, body: { interruption: 1 }, saw: ma })).toBe("crossed");
  expect(walk.stateAt()).toBe("stopped");
  expect(walk.step("resume", { side: israel, body: { interruption: 1 } })).toBe("procedures.exerciseInterruption");
  walk.all(["resume", morocco, israel]);
  expect(walk.data.interruptions.map((one) => one.resumedAt !== undefined)).toEqual([true, true]);
});

test("both end the exercise in the same way, and each gives one first impression", () => {
  const walk = exerciseIn("live");
  expect(walk.step("endExercise")).toBe("effective");
  expect(walk.step("endExercise", { side: israel, body: { ending: "early" } })).toBe("procedures.notTheSame");
  walk.all(["endExercise", israel], ["giveImpression", morocco]);
  expect(walk.step("giveImpression")).toBe("procedures.exerciseImpression");
  walk.all(["giveImpression", israel]);
  expect(walk.stateAt()).toBe("reporting");
});

test("the report speaks of every objective, and both adopt the one that stands", () => {
  const walk = exerciseIn("reporting");
  const some = { report: { summary: { en: "Good" }, objectives: [{ objective: "ma-o1", achieved: "achieved" }] } };
  expect(walk.step("draftReport", { body: some })).toBe("procedures.exerciseObjectives");
  expect(walk.step("draftReport")).toBe("effective");
  expect(walk.step("adoptReport", { body: { version: testDigest("old") } })).toBe("procedures.exerciseOtherText");
  walk.all(["adoptReport", morocco, israel]);
  expect(walk.stateAt()).toBe("learning");
});

test("an observation becomes a lesson learned only when something has changed", () => {
  const walk = exerciseIn("learning");
  const observation = { id: "ma-l1", title: "Two lists", text: "Each counted by its own" };
  const observe = (id: string) => walk.step("observe", { body: { observations: [{ ...observation, id }] } });
  expect(observe("il-l1")).toBe("procedures.exerciseNumber");
  expect(observe("ma-l1")).toBe("effective");
  expect(observe("ma-l1")).toBe("procedures.exerciseSameNumber");
  const of = { lesson: "ma-l1" };
  expect(walk.step("identifyLesson", { side: israel, body: { ...of, cause: "a", remedy: "b" } })).toBe(
    "procedures.exerciseLessonSide",
  );
  expect(walk.step("rejectObservation", { body: { lesson: "ma-l9", reasons: [{ code: "other" }] } })).toBe(
    "procedures.exerciseNoLesson",
  );
  expect(walk.step("closeExercise")).toBe("procedures.exerciseNotAnalysed");
  walk.all(["identifyLesson", morocco]);
  expect(walk.step("learnLesson", { body: { ...of, changed: "c" } })).toBe("procedures.exerciseLessonStage");
  walk.all(["assignLesson", israel]);
  expect(walk.viewAt("2031-01-16T10:00:00Z").deadlines).toMatchObject([{ name: "partnerRemedy", owners: [israel] }]);
  expect(walk.step("reportRemedy", { body: { ...of, done: "x" } })).toBe("procedures.exerciseLessonSide");
  walk.all(["reportRemedy", israel]);
  expect(walk.step("validateRemedy", { side: israel, body: { ...of, valid: true } })).toBe(
    "procedures.exerciseLessonSide",
  );
  expect(walk.step("validateRemedy", { body: { ...of, valid: false } })).toBe("effective");
  expect(walk.step("closeExercise", { body: { open: [] } })).toBe("procedures.exerciseOpenLessons");
  walk.all(["reportRemedy", israel], ["validateRemedy", morocco], ["learnLesson", israel], ["carryLessons", morocco]);
  expect(walk.data.lessons).toMatchObject([{ stage: "learned", carried: ["01890000-0000-7000-8000-00000000ee02"] }]);
  walk.all(["closeExercise", morocco, israel]);
  expect(walk.stateAt()).toBe("closed");
});
