import { expect, test } from "vitest";
import { procedureDetailOf } from "../../api/index.ts";
import { allProcedures } from "../../procedures/index.ts";
import { diagramOf, linesOf, transitionsOf } from "./layout.ts";

const small = {
  states: [
    { name: "draft", final: false },
    { name: "sent", final: false, lapsesTo: "expired" },
    { name: "done", final: true },
    { name: "expired", final: true },
  ],
  steps: [
    { name: "open", from: "opening" as const, to: ["draft"] },
    { name: "edit", from: ["draft"], to: ["same"] },
    { name: "send", from: ["draft"], to: ["sent"] },
    { name: "return", from: ["sent"], to: ["draft"] },
    { name: "accept", from: ["sent"], to: ["done"] },
    { name: "acceptAll", from: ["sent"], to: ["done"] },
  ],
};

test("states stand in columns by their distance from the opening; what stays in a state is no transition", () => {
  const { states, columns, rows } = diagramOf(small);
  expect(states.map(({ name, column }) => [name, column])).toEqual([
    ["draft", 0],
    ["sent", 1],
    ["done", 2],
    ["expired", 2],
  ]);
  expect([columns, rows]).toEqual([3, 2]);
  expect(transitionsOf(small)).toEqual([
    { from: "draft", to: "sent", steps: ["send"] },
    { from: "sent", to: "draft", steps: ["return"] },
    { from: "sent", to: "done", steps: ["accept", "acceptAll"] },
    { from: "sent", to: "expired", steps: [] },
  ]);
});

test.each(allProcedures.map((procedure) => ({ name: procedure.name, procedure })))(
  "every state of $name has a place of its own, and every transition both its ends",
  ({ procedure }) => {
    const diagram = diagramOf(procedureDetailOf(procedure));
    const places = diagram.states.map(({ column, row }) => `${column} ${row}`);
    expect(new Set(places).size).toBe(places.length);
    const names = new Set(diagram.states.map((state) => state.name));
    for (const { from, to } of diagram.transitions) expect([names.has(from), names.has(to)]).toEqual([true, true]);
    expect(Math.max(...diagram.states.map((state) => state.row))).toBeLessThan(diagram.rows);
  },
);

test("a long name takes two lines and no more", () => {
  expect(linesOf("In force")).toEqual(["In force"]);
  expect(linesOf("Internal procedures completed")).toEqual(["Internal", "procedures comple…"]);
});
