// JSON Schemas gathered under `#/components/schemas`: each named schema once, and every reference pointing there.

import { Fault, z } from "../base/index.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Components {
  /** The schema itself, or a reference to it when it has a name. */
  refer(schema: z.ZodType): JsonSchema;
  /** Every named schema referred to so far. */
  all(): Readonly<Record<string, JsonSchema>>;
}

const jsonObject = z.record(z.string(), z.unknown());
const defined = z.record(z.string(), jsonObject);

export function createComponents(): Components {
  const named = new Map<string, JsonSchema>();
  // The library calls a schema that contains itself and has no name `__schema0`, in each document anew.
  const unnamed = new Map<string, string>();

  const nameOf = (key: string, schema: JsonSchema): string => {
    if (!key.startsWith("__")) return key;
    const text = JSON.stringify(schema);
    const name = unnamed.get(text) ?? `Nested${unnamed.size === 0 ? "" : unnamed.size + 1}`;
    unnamed.set(text, name);
    return name;
  };

  return {
    refer(schema) {
      const made = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input", unrepresentable: "any" });
      const { $schema: _, $defs, ...rest } = made;
      const definitions = defined.parse($defs ?? {});
      const names = new Map(Object.entries(definitions).map(([key, value]) => [key, nameOf(key, value)]));
      for (const [key, value] of Object.entries(definitions))
        keep(named, names.get(key) ?? key, relocated(value, names));
      const own = relocated(rest, names);
      const id = z.globalRegistry.get(schema)?.id;
      if (id === undefined || "$ref" in own) return own;
      keep(named, id, own);
      return { $ref: `#/components/schemas/${id}` };
    },
    all: () => Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function keep(named: Map<string, JsonSchema>, name: string, schema: JsonSchema): void {
  const { id: _, ...body } = schema;
  const before = named.get(name);
  if (before !== undefined && JSON.stringify(before) !== JSON.stringify(body)) {
    throw new Fault("api.twoSchemas", `Two different schemas are called ${name}.`);
  }
  named.set(name, body);
}

/** The schema with its references pointing at the components. */
function relocated(schema: JsonSchema, names: ReadonlyMap<string, string>): JsonSchema {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (key !== "$ref" || typeof inner !== "string") return [key, walk(inner)];
        const target = inner.replace("#/$defs/", "");
        return [key, `#/components/schemas/${names.get(target) ?? target}`];
      }),
    );
  };
  return jsonObject.parse(walk(schema));
}
