import { expect, test } from "vitest";
import { allProcedures } from "./catalogue.ts";
import { deadlineTable, formSchema, mermaid, stepTable } from "./describe.ts";
import { toy } from "./testing/toy.ts";

test("the diagram has every move of every step, what time brings, and the ends", () => {
  const lines = mermaid(toy).trimEnd().split("\n");
  expect(lines[0]).toBe("stateDiagram-v2");
  expect(lines).toContain("  [*] --> asked: open (asker)");
  expect(lines).toContain("  asked --> closed: answer (answerer)");
  expect(lines).toContain("  agreed --> withdrawn: withdraw (asker, grave)");
  expect(lines).toContain("  asked --> expired: by time");
  expect(lines).toContain("  closed --> [*]");
  expect(lines.filter((line) => line.includes("note"))).toEqual([]);
});

test("the table of steps says who makes each, from where to where, and over what it prevails", () => {
  const rows = stepTable(toy).trimEnd().split("\n");
  expect(rows.length).toBe(2 + Object.keys(toy.steps).length);
  expect(rows).toContain("| `open` | (opens the dossier) | asked | asker |  |  |");
  expect(rows).toContain("| `suspend` | asked, agreed | suspended | either | optional | note, agree |");
});

test("the table of deadlines says who owes what and how long, and is empty where there is none", () => {
  const rows = deadlineTable(toy);
  expect(rows).toContain("| `toy.answer` | asked | answerer | 3 workingDays after |");
  expect(rows).toContain("| `toy.prepare` | asked | asker | 48 hours before the event |");
  expect(deadlineTable({ ...toy, states: { closed: { final: true } } })).toBe("");
});

test("every step of every procedure has a form as JSON Schema, and every diagram names every state", () => {
  for (const procedure of allProcedures) {
    for (const [name, step] of Object.entries(procedure.steps))
      expect(isForm(formSchema(step)), `${procedure.name}.${name}`).toBe(true);
    const diagram = mermaid(procedure);
    const unnamed = Object.keys(procedure.states).filter((state) => !new RegExp(`\\b${state}\\b`).test(diagram));
    expect(unnamed, procedure.name).toEqual([]);
  }
});

/** A form is an object, or a choice between objects. */
function isForm(schema: unknown): boolean {
  if (typeof schema !== "object" || schema === null) return false;
  if ("type" in schema) return schema.type === "object";
  const choices = "anyOf" in schema ? schema.anyOf : "oneOf" in schema ? schema.oneOf : undefined;
  return Array.isArray(choices) && choices.every(isForm);
}
