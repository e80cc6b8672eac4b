// What the forms begin with: only fields that there are, from places where the dossier has something.

import { expect, test } from "vitest";
import { allProcedures, formSchema } from "../../procedures/index.ts";
import { fieldOf } from "../parts/form/schema.ts";
import { beginningOf, begun } from "./beginning.ts";

test.each(begun)("the step %s has the field %s", (step, field) => {
  const [name, stepName = ""] = step.split(".");
  const declared = allProcedures.find((procedure) => procedure.name === name)?.steps[stepName];
  expect(declared).toBeDefined();
  const form = declared && fieldOf(formSchema(declared));
  const members = form?.kind === "group" ? form.members.map((member) => member.name) : [];
  if (field !== "") expect(members).toContain(field);
});

test("a step about a version begins with its digest, and with nothing where the dossier has none", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  const data = { current: { digest }, versions: [{ digest: "old" }, { digest }], draft: { texts: { fr: { digest } } } };
  expect(beginningOf({ procedure: "visit", step: "certify", data })).toEqual({ request: digest });
  expect(beginningOf({ procedure: "programme", step: "agreeProgramme", data })).toEqual({ version: digest });
  expect(beginningOf({ procedure: "accord", step: "freezeText", data })).toEqual({ digests: { fr: digest } });
  expect(beginningOf({ procedure: "visit", step: "certify", data: {} })).toBeUndefined();
  expect(beginningOf({ procedure: "visit", step: "cancel", data })).toBeUndefined();
});
