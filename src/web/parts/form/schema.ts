// A step's JSON Schema (2020-12, as the API tells it) read into the tree of its form. Only the constructs that the
// procedures' schemas use are read: another is a Fault, since a field that a form passed over would be missing from
// every act made with it.

import { Fault, z } from "../../../base/index.ts";
import type { JsonValue } from "../../../seal/index.ts";
import type { Alternative, ChoiceField, Field, GroupField, TextField, TextFormat } from "./field.ts";
import { textFormats } from "./field.ts";

const node = z.looseObject({
  type: z.string().optional(),
  const: z.union([z.string(), z.number(), z.boolean()]).optional(),
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  propertyNames: z.unknown().optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
});
type Node = z.output<typeof node>;

/** The tree of a form. Throws Fault `web.unreadForm` for a construct that is not read. */
export function fieldOf(schema: unknown): Field {
  const parsed = node.safeParse(schema);
  if (!parsed.success) throw unread(schema);
  return read(parsed.data);
}

function read(schema: Node): Field {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) return choiceOf(alternatives.map(fieldOf));
  if (schema.const !== undefined) return constantOf(schema.const);
  if (schema.enum) return { kind: "option", options: schema.enum };
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "array":
      return arrayOf(schema);
    case "string":
      return textOf(schema);
    case "integer":
    case "number":
      return numberOf(schema);
    case "boolean":
      return { kind: "flag" };
    default:
      throw unread(schema);
  }
}

/** `true` as the only value is a mark: absent says the contrary. */
function constantOf(value: JsonValue): Field {
  return value === true ? { kind: "mark" } : { kind: "constant", value };
}

function objectOf(schema: Node): Field {
  if (isDocument(schema)) return { kind: "document" };
  const { additionalProperties, propertyNames } = schema;
  if (typeof additionalProperties === "object" && additionalProperties !== null) {
    const key = propertyNames === undefined ? textOf({ type: "string" }) : fieldOf(propertyNames);
    if (key.kind !== "text" && key.kind !== "option") throw unread(schema);
    return { kind: "record", key, value: fieldOf(additionalProperties) };
  }
  const required = new Set(schema.required);
  const members = Object.entries(schema.properties ?? {}).map(([name, value]) => ({
    name,
    required: required.has(name),
    field: required.has(name) ? fieldOf(value) : optional(fieldOf(value)),
  }));
  return { kind: "group", members };
}

/** The one shape by which a body names a sealed document (docs/formats.md). */
function isDocument({ properties }: Node): boolean {
  const entente = node.safeParse(properties?.entente);
  return entente.success && entente.data.const === "sealed/1";
}

function optional(field: Field): Field {
  return field.kind === "flag" ? { kind: "answer" } : field;
}

function arrayOf(schema: Node): Field {
  if (schema.prefixItems) return { kind: "tuple", items: schema.prefixItems.map(fieldOf) };
  if (schema.items === undefined) throw unread(schema);
  return { kind: "list", item: fieldOf(schema.items), min: schema.minItems ?? 0, max: schema.maxItems };
}

/** JSON Schema's own bounds for an integer without any are those of a safe integer: they bound nothing. */
function numberOf(schema: Node): Field {
  const bound = (value: number | undefined): number | undefined =>
    value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value;
  return {
    kind: "number",
    integer: schema.type === "integer",
    min: bound(schema.minimum),
    max: bound(schema.maximum),
  };
}

/** Patterns that procedures share, and what a text of that form names. */
const namedPatterns: ReadonlyMap<string, TextFormat> = new Map([
  ["^[a-z][a-z0-9-]{1,39}$", "level"],
  ["^sha256:[0-9a-f]{64}$", "digest"],
  ["^(?:[01]\\d|2[0-3]):[0-5]\\d$", "time"],
  ["^[A-Z]{2,3}$", "country"],
  ["^[A-Za-z0-9_-]{43}$", "key"],
  ["^\\+[1-9][0-9 ]{4,20}$", "phone"],
]);

/** Above this many characters a text is prose and has several lines. */
const lineMax = 320;

function textOf(schema: Node): TextField {
  const { format, pattern, minLength = 0, maxLength } = schema;
  return {
    kind: "text",
    format: formatOf({ format, pattern, maxLength }),
    min: minLength,
    max: maxLength,
    pattern: pattern === undefined ? undefined : new RegExp(pattern, "u"),
  };
}

function formatOf(text: Pick<Node, "format" | "pattern" | "maxLength">): TextFormat {
  if (text.format !== undefined && isTextFormat(text.format)) return text.format;
  const named = text.pattern === undefined ? undefined : namedPatterns.get(text.pattern);
  if (named) return named;
  if (text.pattern !== undefined) return "code";
  return (text.maxLength ?? 0) > lineMax ? "prose" : "line";
}

function isTextFormat(format: string): format is TextFormat {
  const known: readonly string[] = textFormats;
  return known.includes(format);
}

function choiceOf(fields: readonly Field[]): ChoiceField {
  const groups = fields.filter((field) => field.kind === "group");
  const by = groups.length === fields.length ? discriminator(groups) : undefined;
  const alternatives = fields.map((field): Alternative => ({ name: nameOf(field, by), field }));
  return { kind: "choice", by, alternatives };
}

/** The member that is a constant in every alternative, and never the same one twice. */
function discriminator(groups: readonly GroupField[]): string | undefined {
  return groups[0]?.members.find(({ name }) => {
    const values = groups.map((group) => constantIn(group, name));
    return values.every((value) => value !== undefined) && new Set(values).size === values.length;
  })?.name;
}

function constantIn(group: GroupField, name: string): JsonValue | undefined {
  const field = group.members.find((member) => member.name === name)?.field;
  return field?.kind === "constant" ? field.value : undefined;
}

function nameOf(field: Field, by: string | undefined): string {
  if (field.kind !== "group") return field.kind;
  if (by !== undefined) return String(constantIn(field, by));
  return field.members.map((member) => member.name).join("+");
}

function unread(schema: unknown): Fault {
  return new Fault("web.unreadForm", `A form cannot be made of ${JSON.stringify(schema)?.slice(0, 200)}.`);
}
