import { expect, test } from "vitest";
import type { ActSummary } from "../../api/index.ts";
import { visitProcedure } from "../../procedures/index.ts";
import { chainOf } from "./chain.ts";

const act = (step: string, effective = true): ActSummary => ({
  id: "01890000-0000-7000-8000-000000000001",
  party: "IL",
  index: 1,
  dossier: "01890000-0000-7000-8000-000000000001",
  procedure: "visit/1",
  step,
  service: "mod-security",
  function: "liaison-officer",
  at: "2021-11-01T09:00:00Z",
  local: {},
  outcome: effective
    ? { kind: "effective" }
    : { kind: "void", refusal: { code: "a.b", failed: "", expected: "", todo: "", details: {} } },
  rung: "registered",
});
const told = (steps: readonly ActSummary[]): string[] =>
  chainOf(steps).map((link) => [link.kind, ...link.marks.map((one) => one.mark)].join(" "));

test("an amendment stands after the request it changes, each with what became of it", () => {
  const steps = [
    "draft",
    "certify",
    "endorse",
    "transmit",
    "receive",
    "decideSite",
    "notify",
    "draftAmendment",
    "certify",
  ];
  expect(told(steps.map((step) => act(step)))).toEqual([
    "request certified endorsed transmitted received notified",
    "amendment certified",
  ]);
});

test("an act without effect is no version", () => {
  expect(told([act("draft"), act("draftAmendment", false)])).toEqual(["request"]);
});

test("what an emergency asked by telephone comes before the request that writes it up", () => {
  expect(told(["openEmergency", "confirmEmergency", "writeUp"].map((step) => act(step)))).toEqual([
    "emergency confirmed",
    "writeUp",
  ]);
});

test("every step by which something is asked for is known here", () => {
  const fields = Object.entries(visitProcedure.steps).filter(([, step]) =>
    ["draft", "amendmentDraft", "emergency"].some((state) => step.to.includes(state)),
  );
  for (const [step] of fields) expect(chainOf([act(step)]), step).toHaveLength(1);
});
