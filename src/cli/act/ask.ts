// Asks a person for a form, field by field, by its JSON Schema: the required ones, with what each may be. What was
// answered is checked for its kind only, so that a slip is asked for again; whether it is right is the procedure's to
// judge.

import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import {
  alternativesOf,
  constantsOf,
  type FormSchema,
  fitted,
  isSchema,
  itemOf,
  propertiesOf,
  requiredOf,
} from "./schema.ts";

/** The answer to a question, or undefined when there is nobody left to answer. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Asks for the required fields that `known` does not have yet. Refused as `cli.noAnswer`. */
export async function askForm(
  ask: Ask,
  input: { readonly schema: FormSchema; readonly known: Readonly<Record<string, unknown>> },
): Promise<Readonly<Record<string, unknown>> | Refusal> {
  const form = await alternative(ask, { schema: input.schema, path: "", known: input.known });
  return isRefusal(form) ? form : askObject(ask, { schema: form, path: "", known: input.known });
}

/** One of the choices, asked for until it is one. */
export async function askChoice(
  ask: Ask,
  input: { readonly question: string; readonly choices: readonly string[] },
): Promise<string | Refusal> {
  const { question, choices } = input;
  const shown = choices.length === 0 ? question : `${question} (${choices.join(", ")})`;
  for (;;) {
    const answer = await ask(`${shown}: `);
    if (answer === undefined) return refuse("cli.noAnswer", { question });
    if (choices.length === 0 ? answer !== "" : choices.includes(answer)) return answer;
  }
}

interface Field {
  readonly schema: FormSchema;
  /** Dotted; empty for the whole form. */
  readonly path: string;
}

async function askValue(ask: Ask, field: Field): Promise<unknown> {
  const schema = await alternative(ask, { ...field, known: {} });
  if (isRefusal(schema)) return schema;
  const chosen = { ...field, schema };
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return askChoice(ask, { question: field.path, choices: schema.enum.map(String) });
  if (schema.type === "object") return askObject(ask, { ...chosen, known: {} });
  if (schema.type === "array") return askList(ask, chosen);
  return askScalar(ask, chosen);
}

/** Among several forms of objects the person chooses; forms of scalars are one question, which takes any of them. */
async function alternative(
  ask: Ask,
  field: Field & { readonly known: Readonly<Record<string, unknown>> },
): Promise<FormSchema | Refusal> {
  const all = alternativesOf(field.schema);
  const [first] = all;
  if (first !== undefined && all.length === 1) return first;
  const objects = all.filter((each) => each.type === "object");
  if (objects.length < all.length) return field.schema;
  const names = objects.map((each) => nameOf(each));
  const fixed = objects.find((each) => {
    const constants = [...constantsOf(each)];
    return constants.length > 0 && constants.every(([name, value]) => field.known[name] === value);
  });
  if (fixed) return fixed;
  const choice = await askChoice(ask, { question: field.path === "" ? "Which form" : field.path, choices: names });
  return isRefusal(choice) ? choice : (objects[names.indexOf(choice)] ?? field.schema);
}

/** What tells an alternative from the others: its constants, or else the names of its fields. */
function nameOf(schema: FormSchema): string {
  const constants = [...constantsOf(schema).values()].map(String);
  return constants.length > 0 ? constants.join("+") : Object.keys(propertiesOf(schema)).join("+");
}

async function askObject(
  ask: Ask,
  field: Field & { readonly known: Readonly<Record<string, unknown>> },
): Promise<Readonly<Record<string, unknown>> | Refusal> {
  const { schema, path, known } = field;
  const value: Record<string, unknown> = { ...known };
  const properties = propertiesOf(schema);
  for (const name of requiredOf(schema)) {
    const property = properties[name];
    if (Object.hasOwn(known, name) || property === undefined) continue;
    const answer = await askValue(ask, { schema: property, path: joined(path, name) });
    if (isRefusal(answer)) return answer;
    value[name] = answer;
  }
  if (!isSchema(schema.additionalProperties)) return value;
  for (;;) {
    const name = await ask(`${path}: a name such as fr or MA, empty to end: `);
    if (name === undefined) return refuse("cli.noAnswer", { question: path });
    if (name === "") return value;
    const answer = await askValue(ask, { schema: schema.additionalProperties, path: joined(path, name) });
    if (isRefusal(answer)) return answer;
    value[name] = answer;
  }
}

async function askList(ask: Ask, field: Field): Promise<readonly unknown[] | Refusal> {
  const { schema, path } = field;
  const least = typeof schema.minItems === "number" ? schema.minItems : 0;
  const places = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : undefined;
  const items: unknown[] = [];
  while (items.length < (places ?? Number.POSITIVE_INFINITY)) {
    const item = itemOf(schema, items.length);
    if (item === undefined) break;
    if (places === undefined && items.length >= least) {
      const more = await askChoice(ask, {
        question: `${path}: ${items.length} so far; another`,
        choices: ["yes", "no"],
      });
      if (isRefusal(more)) return more;
      if (more === "no") break;
    }
    const answer = await askValue(ask, { schema: item, path: `${path}.${items.length}` });
    if (isRefusal(answer)) return answer;
    items.push(answer);
  }
  return items;
}

async function askScalar(ask: Ask, field: Field): Promise<unknown> {
  const { schema, path } = field;
  for (;;) {
    const answer = await ask(`${path} (${kindOf(schema)}): `);
    if (answer === undefined) return refuse("cli.noAnswer", { question: path });
    const value = fitted(answer, schema);
    if (fits(value, schema)) return value;
  }
}

function kindOf(schema: FormSchema): string {
  const one = (each: FormSchema): string => String(each.format ?? each.pattern ?? each.type ?? "text");
  return alternativesOf(schema).map(one).join(" or ");
}

function fits(value: unknown, schema: FormSchema): boolean {
  return alternativesOf(schema).some((each) => {
    if (each.type === "integer") return Number.isInteger(value);
    if (each.type === "number") return typeof value === "number";
    if (each.type === "boolean") return typeof value === "boolean";
    if (typeof value !== "string") return false;
    if (typeof each.minLength === "number" && value.length < each.minLength) return false;
    if (typeof each.maxLength === "number" && value.length > each.maxLength) return false;
    return typeof each.pattern !== "string" || new RegExp(each.pattern, "u").test(value);
  });
}

function joined(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
