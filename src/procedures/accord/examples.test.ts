import { expect, test } from "vitest";
import { roam } from "../testing/roam.ts";
import { termsWith } from "../testing/walk.ts";
import { accordProcedure } from "./accord.ts";
import { examples } from "./examples.ts";
import { before } from "./testing/story.ts";

test("every step of an instrument can be made with its example body, and some walk makes it", () => {
  const taken = roam(accordProcedure, { examples, terms: before, seeds: 150, length: 100 });
  expect([...taken].sort()).toEqual(Object.keys(accordProcedure.steps).sort());
});

test("the example proposal also opens a framework where one stands already", () => {
  const taken = roam(accordProcedure, { examples, terms: termsWith(), seeds: 1, length: 2 });
  expect([...taken]).toContain("propose");
});

test("every state can be reached by a step or by time, and a final one leads nowhere", () => {
  const { states, steps } = accordProcedure;
  const reached = new Set(Object.values(steps).flatMap((step) => [...step.to]));
  for (const state of Object.values(states)) if (state.lapse) reached.add(state.lapse.to);
  const left = new Set(Object.values(steps).flatMap((step) => (step.from === "opening" ? [] : [...step.from])));
  for (const [name, state] of Object.entries(states)) {
    expect(reached, name).toContain(name);
    if (state.final) expect(left, name).not.toContain(name);
  }
});
