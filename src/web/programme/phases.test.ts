import { expect, test } from "vitest";
import type { ActSummary } from "../../api/index.ts";
import { programmeProcedure } from "../../procedures/index.ts";
import { phases, phasesOf } from "./phases.ts";

const act = (step: string, party: string, kind: "effective" | "void" = "effective"): ActSummary => ({
  id: "01890000-0000-7000-8000-000000000001",
  party,
  index: 1,
  dossier: "01890000-0000-7000-8000-000000000001",
  procedure: "programme/1",
  step,
  service: "protocol",
  function: "head-of-protocol",
  at: "2021-11-01T09:00:00Z",
  local: {},
  outcome:
    kind === "effective"
      ? { kind }
      : { kind, refusal: { code: "a.b", failed: "", expected: "", todo: "", details: {} } },
  rung: "registered",
});

test("a programme that waits for agreement has three phases behind it, and says who completed each", () => {
  const found = phasesOf("submitted", [act("accept", "IL"), act("acceptDates", "IL"), act("submitProgramme", "MA")]);
  expect(found.map((one) => `${one.phase} ${one.place} ${one.act?.party ?? "nobody"}`)).toEqual([
    "invited done IL",
    "dates done IL",
    "written done MA",
    "agreed now nobody",
    "held todo nobody",
  ]);
});

test("an act without effect completes nothing", () => {
  expect(phasesOf("cancelled", [act("accept", "IL", "void")]).map((one) => one.place)).toEqual(
    phases.map(() => "todo"),
  );
});

test("every state of the procedure is known here, or is one that breaks off", () => {
  const broken = ["declined", "expired", "cancelled"];
  for (const state of Object.keys(programmeProcedure.states)) {
    const under = phasesOf(state, []).filter((one) => one.place !== "todo").length;
    expect(under > 0, state).toBe(!broken.includes(state));
  }
});
