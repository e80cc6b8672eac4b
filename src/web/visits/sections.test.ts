import { expect, test } from "vitest";
import { formSchema, visitProcedure } from "../../procedures/index.ts";
import { fieldOf } from "../parts/form/schema.ts";
import { requestSections, sectionsOf, unsectioned } from "./sections.ts";

const fieldsOf = (step: string): string[] => {
  const declared = visitProcedure.steps[step];
  const field = declared && fieldOf(formSchema(declared));
  return field?.kind === "group" ? field.members.map((member) => member.name) : [];
};

test.each(Object.entries(sectionsOf))("every field of %s stands in exactly one section", (step, sections) => {
  const fields = fieldsOf(step);
  const named = sections.flatMap((section) => section.fields);
  expect(fields.length).toBeGreaterThan(7);
  expect(unsectioned(sections, fields)).toEqual([]);
  expect(named.toSorted()).toEqual(fields.toSorted());
});

test("a field that no section names is not passed over", () => {
  expect(unsectioned(requestSections, ["type", "weather"])).toEqual(["weather"]);
});
