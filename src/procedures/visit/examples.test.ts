import { expect, test } from "vitest";
import { coverageOf } from "../testing/coverage.ts";
import { visitTerms } from "../testing/visit-story.ts";
import { examples } from "./examples.ts";
import { visitProcedure } from "./visit.ts";

const coverage = coverageOf({
  procedure: visitProcedure,
  examples,
  terms: visitTerms,
  start: "2030-11-24T15:00:00Z",
  // A day of the visit.
  later: ["2031-03-04T12:00:00Z"],
  aspect: ({ data, time }) =>
    [
      time >= Date.parse("2031-03-04T12:00:00Z"),
      data.emergency?.writtenUp,
      data.current?.kind,
      Object.values(data.decisions).map((one) => one.decision),
    ].join(),
  others: {
    decideSite: (context) => ({ ...examples.decideSite?.(context), decision: "deferred", reason: "Works" }),
    decideDeferred: ({ data }) => {
      const site = Object.values(data.decisions).find((one) => one.decision === "deferred")?.site ?? "";
      return { decision: { decision: "refused", site, reason: "Works" } };
    },
    confirmEmergency: () => ({ decision: "refused", dutyOfficer: "Duty officer", reason: "No escort" }),
    logGate: (context) => ({ ...examples.logGate?.(context), direction: "turnedAway", at: "2030-11-24T15:00:00Z" }),
  },
});

test("every step has an example", () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(visitProcedure.steps).sort());
});

test("every state is reached with the examples", () => {
  const missing = Object.keys(visitProcedure.states).filter((state) => !coverage.states.has(state));
  expect(missing).toEqual([]);
});

test("every step takes effect with its example in every state it is declared for", () => {
  expect(coverage.gaps).toEqual([]);
});
