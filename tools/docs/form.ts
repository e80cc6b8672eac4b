// The fields of a form as a table, from its JSON Schema (2020-12). It shows what an officer or a programmer fills in:
// name, form, limits. What cannot be said in a schema (sums, dates that depend on each other) is judged by the step's
// guards.

import { z } from "../../src/base/index.ts";
import { cell } from "./markdown.ts";

const text = z.string().optional();
const count = z.number().optional();
/** As much of JSON Schema as the forms use; the rest is left out of the table. */
const keywords = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  pattern: text,
  format: text,
  description: text,
  prefixItems: z.array(z.unknown()).optional(),
  minLength: count,
  maxLength: count,
  minimum: count,
  maximum: count,
  minItems: count,
  maxItems: count,
});
type Shape = z.output<typeof keywords>;

/** A schema may be `true` or `false`: anything, or nothing more. Neither has fields. */
const shape = z.union([keywords, z.boolean().transform((): Shape => ({}))]);

interface Field {
  readonly path: string;
  readonly form: string;
  readonly required: boolean;
  readonly note: string;
}

/** The table of a form's fields, or a sentence when it has none. */
export function fieldTable(schema: unknown): string {
  const fields = fieldsOf(shape.parse(schema), "");
  if (fields.length === 0) return "No fields.\n";
  const rows = fields.map(({ path, form, required, note }) => {
    return `| \`${path}\` | ${cell(form)} | ${required ? "yes" : ""} | ${cell(note)} |`;
  });
  return ["| field | form | needed | |", "|---|---|---|---|", ...rows, ""].join("\n");
}

function fieldsOf(schema: Shape, prefix: string): Field[] {
  const required = new Set(schema.required ?? []);
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, value]): Field[] => {
    const field = shape.parse(value);
    const path = `${prefix}${name}`;
    const line = { path, form: formOf(field), required: required.has(name), note: field.description ?? "" };
    return [line, ...inner(field, path)];
  });
  return [...own, ...alternatives(choices(schema).map((choice) => fieldsOf(choice, prefix)))];
}

/** Fields that stand in every alternative once; the others with the numbers of those they stand in. */
function alternatives(forms: readonly Field[][]): Field[] {
  const standing = new Map<string, { readonly field: Field; readonly numbers: number[] }>();
  forms.forEach((fields, index) => {
    for (const field of fields) {
      const key = JSON.stringify(field);
      const known = standing.get(key);
      if (known === undefined) standing.set(key, { field, numbers: [index + 1] });
      else if (!known.numbers.includes(index + 1)) known.numbers.push(index + 1);
    }
  });
  return [...standing.values()].map(({ field, numbers }) => {
    if (numbers.length === forms.length) return field;
    const note = `alternative ${numbers.join(", ")} of ${forms.length}`;
    return { ...field, note: field.note === "" ? note : `${field.note} (${note})` };
  });
}

/** Fields inside a field: of an object, of each item of a list, of each value of a map. */
function inner(field: Shape, path: string): Field[] {
  const nested = fieldsOf(field, `${path}.`);
  const items = field.items === undefined ? [] : inner(shape.parse(field.items), `${path}[]`);
  const values = isSchema(field.additionalProperties)
    ? inner(shape.parse(field.additionalProperties), `${path}.*`)
    : [];
  return [...nested, ...items, ...values];
}

function isSchema(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function choices(schema: Shape): Shape[] {
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((choice) => shape.parse(choice));
}

function formOf(field: Shape): string {
  if (field.const !== undefined) return JSON.stringify(field.const);
  if (field.enum !== undefined) return field.enum.map((value) => JSON.stringify(value)).join(" or ");
  const either = choices(field);
  if (either.length > 0) return [...new Set(either.map(formOf))].join(" or ");
  if (field.prefixItems !== undefined) {
    return `list of ${field.prefixItems.map((item) => formOf(shape.parse(item))).join(", then ")}`;
  }
  if (field.type === "array") {
    return `list${range(field.minItems, field.maxItems)} of ${formOf(shape.parse(field.items ?? {}))}`;
  }
  if (field.type === "object" && isSchema(field.additionalProperties) && field.properties === undefined) {
    return `map of ${formOf(shape.parse(field.additionalProperties))}`;
  }
  // A named format says more than the pattern that Zod writes beside it.
  if (field.format !== undefined) return field.format;
  const pattern = field.pattern === undefined ? "" : `, form \`${field.pattern}\``;
  const type = Array.isArray(field.type) ? field.type.join(" or ") : (field.type ?? "any value");
  return `${type}${range(field.minLength ?? field.minimum, field.maxLength ?? field.maximum)}${pattern}`;
}

function range(low: number | undefined, high: number | undefined): string {
  // Zod writes the bounds of a safe integer where none was asked for: they tell the reader nothing.
  const least = low === Number.MIN_SAFE_INTEGER ? undefined : low;
  const most = high === Number.MAX_SAFE_INTEGER ? undefined : high;
  if (least === undefined && most === undefined) return "";
  if (most === undefined) return ` (${least} or more)`;
  return ` (${least ?? 0} to ${most})`;
}
