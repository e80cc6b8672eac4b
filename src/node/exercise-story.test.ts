// An exercise and its main events list told on two nodes whose link is cut in the middle of the play: what has gone out
// crosses a hold and a stop, each side goes on by itself, and both come to the same when the link heals.

import { expect, test } from "vitest";
import {
  type ExerciseData,
  exerciseExamples,
  exerciseProcedure,
  type InjectsData,
  injectsExamples,
  injectsProcedure,
} from "../procedures/index.ts";
import { bringIntoForce, DossierTelling, linkedPair } from "./testing.ts";

test("an exercise and its injects go on while the link is cut, and both nodes come to the same", {
  timeout: 120_000,
}, async () => {
  const pair = await linkedPair();
  try {
    const story = await bringIntoForce(pair);
    const exercise = new DossierTelling<ExerciseData>({
      pair,
      story,
      procedure: exerciseProcedure,
      examples: exerciseExamples,
    });
    await exercise.steps(["ma", "propose"], ["il", "accept"], ["ma", "specify"]);
    await exercise.byBoth("agreeSpecification");
    await exercise.steps(["ma", "callConferences"]);
    await exercise.byBoth("holdInitialConference");
    await exercise.steps(["il", "callConferences"]);
    await exercise.byBoth("holdMainConference");
    await exercise.steps(["ma", "writePlan"]);
    await exercise.byBoth("signPlan");
    await exercise.steps(["ma", "callConferences"]);
    await exercise.byBoth("holdFinalConference", "declareReady", "startExercise");

    const list = new DossierTelling<InjectsData>({
      pair,
      story,
      procedure: injectsProcedure,
      examples: injectsExamples,
    });
    await list.steps(["ma", "open"]);
    await list.byBoth("write", "review", "approve", "schedule", "freeze", "begin");

    pair.road.open = false;
    await list.steps(["ma", "release"], ["il", "hold", { injects: [{ inject: "ma-i1" }, { inject: "il-i1" }] }]);
    await list.steps(["il", "stop"]);
    await exercise.steps(["il", "safetyStop"], ["ma", "pause"], ["ma", "observe"], ["il", "observe"]);
    expect((await list.data("il"))?.data.injects["ma-i1"]?.stage).toBe("held");
    pair.road.open = true;

    const played = await list.same();
    expect([played.state, played.data.injects["ma-i1"]?.stage, played.data.injects["il-i1"]?.stage]).toEqual([
      "stopped",
      "released",
      "held",
    ]);
    const stopped = await exercise.same();
    expect(stopped.state).toBe("stopped");
    expect(stopped.data.interruptions.map((one) => one.kind)).toEqual(["safetyStop"]);
    expect(stopped.data.lessons.map((one) => one.by).sort()).toEqual(["IL", "MA"]);

    await list.steps(["il", "acknowledge"], ["il", "answer"], ["ma", "assess"], ["il", "skip"]);
    await list.byBoth("close");
    expect((await list.same()).state).toBe("closed");
    await exercise.byBoth("resume", "endExercise", "giveImpression");
    await exercise.steps(["il", "draftReport"]);
    await exercise.byBoth("adoptReport", "rejectObservation", "closeExercise");
    expect((await exercise.same()).state).toBe("closed");
  } finally {
    await pair.close();
  }
});
