// Reads a form's JSON Schema (2020-12, as the API gives it: everything inline) as far as filling the form needs: what a
// field may be, which are required, and what a word typed by a person stands for. Whether a body is right is the
// procedure's to say, not this file's.

export type FormSchema = Readonly<Record<string, unknown>>;

export function isSchema(value: unknown): value is FormSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The forms one of which a value must have: those of a union, or the schema itself. */
export function alternativesOf(schema: FormSchema): readonly FormSchema[] {
  const union = schema.anyOf ?? schema.oneOf;
  return Array.isArray(union) ? union.filter(isSchema).flatMap(alternativesOf) : [schema];
}

export function propertiesOf(schema: FormSchema): Readonly<Record<string, FormSchema>> {
  if (!isSchema(schema.properties)) return {};
  return Object.fromEntries(
    Object.entries(schema.properties).flatMap(([name, value]) => (isSchema(value) ? [[name, value] as const] : [])),
  );
}

export function requiredOf(schema: FormSchema): readonly string[] {
  const { required } = schema;
  return Array.isArray(required) ? required.filter((name) => typeof name === "string") : [];
}

/** The schema of a list's items; that of its place where the list has places. */
export function itemOf(schema: FormSchema, index: number): FormSchema | undefined {
  const placed = Array.isArray(schema.prefixItems) ? schema.prefixItems[index] : undefined;
  if (isSchema(placed)) return placed;
  return isSchema(schema.items) ? schema.items : undefined;
}

/** The fields of an alternative whose value is fixed: what tells it from the others. */
export function constantsOf(schema: FormSchema): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(propertiesOf(schema)).flatMap(([name, field]) =>
      field.const === undefined ? [] : [[name, field.const] as const],
    ),
  );
}

/** The alternative whose constants and fields the object has; the first where none says otherwise. */
export function alternativeFor(schema: FormSchema, object: Readonly<Record<string, unknown>>): FormSchema {
  const all = alternativesOf(schema);
  const fits = (each: FormSchema): boolean =>
    [...constantsOf(each)].every(([name, constant]) => object[name] === undefined || object[name] === constant);
  const named = (each: FormSchema): boolean =>
    [...constantsOf(each).keys()].every((name) => object[name] !== undefined);
  const knows = (each: FormSchema): boolean =>
    Object.keys(object).every((name) => Object.hasOwn(propertiesOf(each), name));
  const fitting = all.filter(fits);
  return fitting.find((each) => named(each) && knows(each)) ?? fitting.find(named) ?? fitting[0] ?? schema;
}

/**
 * A value whose every leaf is text, as it was typed or as YAML's failsafe schema reads it, with numbers and truth
 * values where the form has them. Text that stands for nothing of the kind stays text.
 */
export function fitted(value: unknown, schema: FormSchema | undefined): unknown {
  if (schema === undefined) return value;
  if (typeof value === "string") return fittedText(value, schema);
  if (Array.isArray(value)) {
    const list = alternativesOf(schema).find((each) => each.type === "array");
    return value.map((item, i) => fitted(item, list && itemOf(list, i)));
  }
  if (!isSchema(value)) return value;
  const form = alternativeFor(schema, value);
  const properties = propertiesOf(form);
  const others = isSchema(form.additionalProperties) ? form.additionalProperties : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      fitted(inner, Object.hasOwn(properties, name) ? properties[name] : others),
    ]),
  );
}

function fittedText(text: string, schema: FormSchema): unknown {
  const forms = alternativesOf(schema);
  const takes = (type: string): boolean => forms.some((each) => each.type === type || typeof each.const === type);
  if (takes("string") || forms.some((each) => Array.isArray(each.enum) && each.enum.includes(text))) return text;
  if ((takes("integer") || takes("number")) && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (takes("boolean") && (text === "true" || text === "false")) return text === "true";
  if (takes("array") || takes("object")) return jsonOr(text);
  return text;
}

/** Lists and objects may be typed as JSON. */
function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return text;
    throw cause;
  }
}
