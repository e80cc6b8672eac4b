import { expect, test } from "vitest";
import { coverageOf } from "../testing/coverage.ts";
import { termsWith } from "../testing/walk.ts";
import { examples } from "./examples.ts";
import { programmeProcedure } from "./programme.ts";

const coverage = coverageOf({
  procedure: programmeProcedure,
  examples,
  terms: termsWith(),
  start: "2030-11-24T15:00:00Z",
  aspect: ({ data }) =>
    [
      data.versions.length > 0,
      data.requests.some((one) => one.answer === undefined),
      data.advanceVisit?.accepted,
      data.advanceVisit?.by,
    ].join(),
  others: { invite: () => ({ titles: { en: "Visit" }, reference: "INV-1", visitor: "Minister", host: "Minister" }) },
});

test("every step has an example", () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(programmeProcedure.steps).sort());
});

test("every state is reached with the examples", () => {
  const missing = Object.keys(programmeProcedure.states).filter((state) => !coverage.states.has(state));
  expect(missing).toEqual([]);
});

test("every step takes effect with its example in every state it is declared for", () => {
  expect(coverage.gaps).toEqual([]);
});
