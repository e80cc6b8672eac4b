import { expect, test } from "vitest";
import { visitProcedure } from "../../procedures/index.ts";
import { stages, stagesOf } from "./stages.ts";

test("an amendment walks the same stages as the request it changes", () => {
  expect(stagesOf("amendmentTransmitted", [])).toEqual(stagesOf("transmitted", []));
});

test("every state of the procedure is known here, or is one that breaks off", () => {
  const broken = ["expired", "refused", "cancelled", "withdrawn"];
  for (const state of Object.keys(visitProcedure.states)) {
    const under = stagesOf(state, []).some((one) => one.place !== "todo");
    expect(under, state).toBe(!broken.includes(state));
  }
  expect(stagesOf("closed", []).map((one) => one.place)).toEqual(stages.map(() => "done"));
});
