// That the exhaustive test finds what is wrong: the toy procedure, sound and then spoiled in one place each.

import { expect, test } from "vitest";
import type { Step } from "./declaration.ts";
import { exhaust, type Findings } from "./testing/exhaustive.ts";
import { type ToyData, toy } from "./testing/toy.ts";
import { termsWith } from "./testing/walk.ts";

const examples = {
  open: () => ({ text: "x", until: Date.parse("2021-11-25T00:00:00Z") }),
  note: () => ({ n: 1 }),
  answer: () => ({ yes: true }),
  agree: () => ({ text: "t" }),
  suspend: () => ({}),
  resume: () => ({}),
  withdraw: () => ({}),
};

function findings(steps: Readonly<Record<string, Partial<Step<ToyData>>>> = {}): Findings {
  const spoiled = Object.fromEntries(
    Object.entries(toy.steps).map(([name, one]) => [name, { ...one, ...steps[name] }]),
  );
  const procedure = { ...toy, steps: spoiled };
  return exhaust({ procedure, examples, terms: termsWith(), opener: 0, start: "2021-11-24T15:00:00Z" }, 100);
}

const stepOf = (name: string): Step<ToyData> => {
  const found = toy.steps[name];
  if (!found) throw new TypeError(name);
  return found;
};

test("a sound procedure has no problem and no gap, and its steps were let cross", () => {
  const found = findings();
  expect(found).toMatchObject({ problems: [], statesNotReached: [], stepsNotTaken: [], gaps: [] });
  expect(found.crossed).toBeGreaterThan(20);
});

test("a step that throws is told with the way that led to it", () => {
  const { problems } = findings({
    resume: {
      take: () => {
        throw new TypeError("no such thing");
      },
    },
  });
  expect(problems[0]).toContain("suspend > resume: thrown no such thing");
});

test("a step that changes the data before it is told", () => {
  const { problems } = findings({
    note: { take: ({ data }) => ({ data: Object.assign(data, { noted: 9 }), to: "same" }) },
  });
  expect(problems.some((problem) => problem.includes("read only"))).toBe(true);
});

test("a step that leads where it does not declare is told", () => {
  const { problems } = findings({ resume: { take: ({ data }) => ({ data, to: "asked" }) } });
  expect(problems.some((problem) => problem.includes("leads to asked undeclared"))).toBe(true);
});

test("a step that no example takes, and a state that nothing leads to, are told", () => {
  const { stepsNotTaken, statesNotReached, gaps } = findings({ suspend: { take: stepOf("answer").take } });
  expect(stepsNotTaken).toEqual(["suspend", "resume"]);
  expect(statesNotReached).toEqual(["suspended"]);
  expect(gaps).toContain("suspended resume");
});

test("a step whose effect hangs on what no act holds makes the nodes differ, and is told", () => {
  let calls = 0;
  const { problems } = findings({
    note: { take: ({ data }) => ({ data: { ...data, noted: data.noted + (calls++ % 7) }, to: "same" }) },
  });
  expect(problems.some((problem) => problem.includes("differ") || problem.includes("another than extended"))).toBe(
    true,
  );
});
