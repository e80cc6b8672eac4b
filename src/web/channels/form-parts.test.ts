import { expect, test } from "vitest";
import { allProcedures, formSchema } from "../../procedures/index.ts";
import { fieldOf } from "../parts/form/index.ts";
import { type FormParts, partsOfForm } from "./form-parts.ts";

function partsOfStep(procedure: string, step: string, fixed: readonly string[] = []): FormParts {
  const declared = allProcedures.find((one) => one.name === procedure)?.steps[step];
  if (declared === undefined) throw new Error(`${procedure} has no step ${step}.`);
  return partsOfForm(fieldOf(formSchema(declared)), new Set(fixed));
}

const names = (list: FormParts["typed"]) => list.map(({ name }) => name);

test("the question of a request is typed, its attachments and the rest stay with the generic form", () => {
  const { typed, rest, picked, label } = partsOfStep("request", "release", ["channel", "releasableTo"]);
  expect(names(typed)).toEqual(["question"]);
  expect(names(rest.members)).toContain("attachments");
  expect(names(rest.members)).not.toContain("channel");
  expect(names(rest.members)).not.toContain("releasableTo");
  expect([picked, label]).toEqual([undefined, undefined]);
});

test.each([
  ["request", "lower", "documents"],
  ["dispatch", "recall", "documents"],
  ["dispatch", "correct", "replaces"],
  ["release", "ask", "documents"],
  ["release", "recordPassingOn", "documents"],
  ["incident", "suspect", "documents"],
])("%s %s picks its documents", (procedure, step, member) => {
  expect(partsOfStep(procedure, step).picked?.name).toBe(member);
});

test("only lowering asks for a label", () => {
  expect(partsOfStep("dispatch", "lower").label?.name).toBe("label");
  expect(partsOfStep("dispatch", "recall").label).toBeUndefined();
});

test("no member of any step is asked for twice or left out", () => {
  for (const procedure of ["request", "dispatch", "release", "incident"]) {
    const steps = allProcedures.find((one) => one.name === procedure)?.steps ?? {};
    for (const [step, declared] of Object.entries(steps)) {
      const field = fieldOf(formSchema(declared));
      const { typed, rest, picked, label } = partsOfForm(field, new Set());
      const asked = [...rest.members, ...typed, ...(picked ? [picked] : []), ...(label ? [label] : [])];
      const all = field.kind === "group" ? field.members : [];
      expect([step, names(asked).sort()]).toEqual([step, names(all).sort()]);
    }
  }
});
