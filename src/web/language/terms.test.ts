// The words of the domain: every name that the code declares has words in all four languages, and no language has words
// for what is not there.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { refusalWords as codes, z } from "../../base/index.ts";
import { allProcedures, formSchema } from "../../procedures/index.ts";
import { languages } from "./languages.ts";

const catalogue = z.record(z.string(), z.string().min(1));
const read = (path: string) => catalogue.parse(JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")));

/** The names of all properties anywhere in a form. */
function fieldsOf(schema: unknown, into: Set<string>): void {
  if (Array.isArray(schema)) for (const one of schema) fieldsOf(one, into);
  else if (typeof schema === "object" && schema !== null) {
    for (const [key, value] of Object.entries(schema)) {
      if (key === "properties") for (const name of Object.keys(value)) into.add(name);
      fieldsOf(value, into);
    }
  }
}

function declared(): string[] {
  return allProcedures.flatMap((procedure) => {
    const { name, roles, states, steps } = procedure;
    const deadlines = Object.values(states).flatMap((state) => state.deadlines ?? []);
    const fields = new Set<string>();
    for (const step of Object.values(steps)) fieldsOf(formSchema(step), fields);
    return [
      `procedure.${name}`,
      ...roles.map((role) => `role.${name}.${role}`),
      ...Object.keys(states).map((state) => `state.${name}.${state}`),
      ...Object.keys(steps).map((step) => `step.${name}.${step}`),
      ...deadlines.map((deadline) => `deadline.${name}.${deadline.name}`),
      ...[...fields].map((field) => `field.${name}.${field}`),
    ];
  });
}

const placeholders = (text: string | undefined) => [...new Set(text?.match(/\{\w+\}/g) ?? [])].sort();

test.each(languages)("every procedure, role, state, step, deadline and field has words in %s", (language) => {
  const words = read(`../terms/${language}.json`);
  expect(declared().filter((id) => words[id] === undefined)).toEqual([]);
});

test.each(languages)("the terms in %s are those of English, and name no procedure that is not there", (language) => {
  const words = read(`../terms/${language}.json`);
  const english = read("../terms/en.json");
  expect(Object.keys(english).filter((id) => words[id] === undefined)).toEqual([]);
  expect(Object.keys(words).filter((id) => english[id] === undefined)).toEqual([]);
  const names = new Set(allProcedures.map(({ name }) => name));
  const unknown = Object.keys(words).filter((id) => {
    const [kind = "", name = ""] = id.split(".");
    return ["procedure", "role", "state", "step", "deadline", "field"].includes(kind) && !names.has(name);
  });
  expect(unknown).toEqual([]);
});

test.each(languages)("every refusal has words in %s with the same placeholders, and no other has", (language) => {
  const words = read(`../terms/refusals/${language}.json`);
  const wanted = Object.entries(codes).flatMap(([code, { failed, expected, todo }]) =>
    Object.entries({ failed, expected, todo }).map(([part, text]) => [`refusal.${code}.${part}`, text] as const),
  );
  const ids = new Set<string>(wanted.map(([id]) => id));
  expect([...ids].filter((id) => words[id] === undefined)).toEqual([]);
  expect(Object.keys(words).filter((id) => !ids.has(id))).toEqual([]);
  const differing = wanted.filter(([id, text]) => placeholders(words[id]).join() !== placeholders(text).join());
  expect(differing).toEqual([]);
});
