// The fields of a form as a table, from its JSON Schema (2020-12). It shows what an officer or a programmer fills in:
// name, form, limits. What cannot be said in a schema (sums, dates that depend on each other) is judged by the step's
// guards.

import { z } from "../../src/base/index.ts";
import { cell } from "./markdown.ts";

const text = z.string().optional();
const count = z.number().optional();
/** As much of JSON Schema as the forms use; the rest is left out of the table. */
const shape = z.object({
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
  description: text,
  minLength: count,
  maxLength: count,
  minimum: count,
  maximum: count,
  minItems: count,
  maxItems: count,
});
type Shape = z.output<typeof shape>;

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
  return [...own, ...choices(schema).flatMap((choice) => fieldsOf(choice, prefix))];
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
  if (field.type === "array")
    return `list of ${formOf(shape.parse(field.items ?? {}))}${range(field.minItems, field.maxItems)}`;
  if (field.type === "object" && isSchema(field.additionalProperties) && field.properties === undefined) {
    return `map of ${formOf(shape.parse(field.additionalProperties))}`;
  }
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
