// The story with every free text of its acts made hostile: script, an element that is told apart, and controls that
// turn the direction of what follows. A page that shows such an act must show the text and nothing else. For tests.

import { z } from "../../src/base/index.ts";
import { allProcedures, formSchema } from "../../src/procedures/index.ts";
import type { ActStep, AttemptStep } from "./step.ts";

/** Appended as far as a field is long enough; each holds an element of the class `hit` and a control. */
const marks = [
  `\u202E<img class=hit src=x onerror="document.title='hit'"><script class=hit>alert(1)</script>\u2066"'{n}`,
  `\u202E<b class=hit onclick=alert(1)>hit</b>`,
  "\u202E<i class=hit>",
  "\u202E<",
] as const;

/** A key, a digest or a party, which some forms check without saying so by a pattern. */
const named = /^(?:sha256:[0-9a-f]{64}|[A-Za-z0-9_-]{43}|age1.*|[A-Z]{2,3})$/;

const schemaNode = z.looseObject({
  type: z.string().optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  maxLength: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
});
type SchemaNode = z.output<typeof schemaNode>;

/** The body of a step with every free text marked; the same text is marked alike wherever it stands. */
export function marked(step: ActStep | AttemptStep, body: unknown): unknown {
  const declared = allProcedures.find((one) => one.name === step.procedure.split("/")[0])?.steps[step.step];
  if (!declared) throw new Error(`No procedure has the step ${step.procedure} ${step.step}.`);
  return markedBy(schemaNode.parse(formSchema(declared)), body);
}

function markedBy(schema: SchemaNode, value: unknown): unknown {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) {
    const fitting = alternatives.map((one) => schemaNode.parse(one)).find((one) => fits(one, value));
    return fitting ? markedBy(fitting, value) : value;
  }
  if (typeof value === "string")
    return isFree(schema) && !named.test(value) ? withMark(value, schema.maxLength ?? 0) : value;
  if (Array.isArray(value)) return value.map((one, i) => markedItem(schema, { one, i }));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, markedMember(schema, { name, one })]));
}

function markedItem(schema: SchemaNode, { one, i }: { readonly one: unknown; readonly i: number }): unknown {
  const item = schemaNode.safeParse(schema.prefixItems?.[i] ?? schema.items);
  return item.success ? markedBy(item.data, one) : one;
}

function markedMember(schema: SchemaNode, { name, one }: { readonly name: string; readonly one: unknown }): unknown {
  // The name of a policy of labels is compared with the policies there are.
  if (name === "policy") return one;
  const member = schemaNode.safeParse(schema.properties?.[name] ?? schema.additionalProperties);
  return member.success ? markedBy(member.data, one) : one;
}

/** Whether a value has the names and constants of an alternative. */
function fits(schema: SchemaNode, value: unknown): boolean {
  if (schema.const !== undefined) return schema.const === value;
  if (schema.type !== "object") return schema.type === (Array.isArray(value) ? "array" : typeof value);
  if (!isRecord(value)) return false;
  const properties = schema.properties ?? {};
  if (schema.required?.some((name) => !Object.hasOwn(value, name))) return false;
  return Object.entries(value).every(([name, one]) => {
    const member = schemaNode.safeParse(properties[name]);
    return member.success && (member.data.const === undefined || member.data.const === one);
  });
}

function isFree({ type, const: constant, format, pattern, enum: options }: SchemaNode): boolean {
  return type === "string" && [constant, format, pattern, options].every((one) => one === undefined);
}

function withMark(text: string, max: number): string {
  const mark = marks.find((one) => one.length + 12 <= max) ?? "";
  return `${text.slice(0, max - mark.length)}${mark}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
