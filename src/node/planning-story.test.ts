// The annual plan and a session of the joint committee told on two nodes whose link is cut in the middle: each side
// goes on by itself, their acts cross, and both come to the same when it heals.

import { expect, test } from "vitest";
import {
  type CommitteeData,
  committeeExamples,
  committeeProcedure,
  type PlanData,
  planExamples,
  planProcedure,
} from "../procedures/index.ts";
import { bringIntoForce, DossierTelling, type Examples, linkedPair } from "./testing.ts";

/** The one language of the story's accord. */
const inEnglish: Examples<CommitteeData> = {
  ...committeeExamples,
  propose: (context) => ({ ...committeeExamples.propose?.(context), languages: ["en"] }),
};

test("a plan and a session go on while the link is cut, and both nodes come to the same", {
  timeout: 60_000,
}, async () => {
  const pair = await linkedPair();
  try {
    const story = await bringIntoForce(pair);
    const plan = new DossierTelling<PlanData>({ pair, story, procedure: planProcedure, examples: planExamples });
    await plan.steps(["ma", "call"], ["ma", "proposeLines"], ["il", "proposeLines"]);
    await plan.byBoth("closeProposals", "agreeDraft", "sign");

    const session = new DossierTelling<CommitteeData>({
      pair,
      story,
      procedure: committeeProcedure,
      examples: inEnglish,
    });
    await session.steps(["ma", "propose"], ["il", "acceptDates"], ["ma", "addItem"]);

    pair.road.open = false;
    await plan.byBoth("link", "proposeChange", "reportStatus");
    await session.steps(["ma", "freezeAgenda"], ["il", "addItem"]);
    expect((await plan.data("ma"))?.data.letters).toHaveLength(1);
    pair.road.open = true;

    const crossed = await plan.same();
    // Both put the same dossier under the same line and told the same status: it stands once.
    expect(Object.values(crossed.data.links).flat()).toHaveLength(1);
    expect(crossed.data.letters.map((one) => one.by).sort()).toEqual(["IL", "MA"]);
    await plan.steps(["il", "acceptChange"], ["ma", "declineChange"]);
    expect((await plan.same()).data.letters.map((one) => one.answer).sort()).toEqual(["accepted", "declined"]);

    // The item brought in meanwhile keeps the agenda open.
    expect((await session.same()).state).toBe("agendaOpen");
    await session.byBoth("freezeAgenda");
    await session.steps(["ma", "openSession"], ["il", "draftMinutes"], ["ma", "endSession"]);
    await session.byBoth("adoptMinutes");
    await session.steps(["ma", "reportAction"], ["il", "askExtension"], ["ma", "answerExtension"]);
    await session.byBoth("close");
    expect((await session.same()).state).toBe("closed");
  } finally {
    await pair.close();
  }
});
