// An act's body from what was given: a JSON file, values set one by one, and answers at the terminal for what the form
// still needs.

import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { parseJson, readText } from "../files.ts";
import type { Terminal } from "../terminal.ts";
import { askForm } from "./ask.ts";
import { alternativeFor, type FormSchema, fitted, isSchema, requiredOf } from "./schema.ts";

export interface BodyInput {
  readonly terminal: Terminal;
  readonly step: string;
  readonly schema: FormSchema;
  /** A file's name, or `-` for the standard input. */
  readonly file: string | undefined;
  /** `path=value`. */
  readonly sets: readonly string[];
  /** Fields that are put in later: sealed documents. */
  readonly later?: readonly string[];
}

type Body = Readonly<Record<string, unknown>>;

export async function bodyOf(input: BodyInput): Promise<Body | Refusal> {
  const { terminal, schema, step } = input;
  const written = await writtenBody(input);
  if (isRefusal(written)) return written;
  let body: unknown = written ?? {};
  for (const each of input.sets) {
    body = withSet(body, each);
    if (isRefusal(body)) return body;
  }
  if (input.sets.length > 0) body = fitted(body, schema);
  if (!isSchema(body)) return refuse("cli.badJson", { file: input.file ?? "the body", problem: "a body is an object" });
  // A file is whole as it stands; what is set by hand may leave the rest to be asked for.
  const missing = requiredOf(alternativeFor(schema, body)).filter(
    (name) => !Object.hasOwn(Object(body), name) && !(input.later ?? []).includes(name),
  );
  if (written !== undefined || missing.length === 0) return body;
  if (terminal.interactive) return askForm((question) => terminal.ask(question), { schema, known: body });
  if (input.sets.length > 0) return body;
  return refuse("cli.bodyMissing", { step, fields: missing });
}

async function writtenBody({ terminal, file }: BodyInput): Promise<unknown> {
  if (file === undefined) return undefined;
  const text = file === "-" ? await terminal.input() : readText(terminal.path(file));
  if (isRefusal(text)) return text;
  const parsed = parseJson({ text, file: file === "-" ? "the standard input" : file });
  return isRefusal(parsed) ? parsed : parsed.value;
}

/** The body with one more value; lists grow where the path has numbers. Refused as `cli.badSet`. */
export function withSet(body: unknown, set: string): unknown {
  const at = set.indexOf("=");
  if (at < 1) return refuse("cli.badSet", { set, problem: "it has no path before a sign =" });
  return withValue(body, { path: set.slice(0, at), value: set.slice(at + 1) });
}

/** The same with a value that is no text. */
export function withValue(body: unknown, given: { readonly path: string; readonly value: unknown }): unknown {
  const names = given.path.split(".");
  const refused = (problem: string): Refusal => refuse("cli.badSet", { set: given.path, problem });
  if (names.some((name) => !/^[A-Za-z0-9_-]+$/.test(name) || name === "__proto__"))
    return refused("it has no path before a sign =");
  const put = (inside: unknown, left: readonly string[]): unknown => {
    const [name, ...rest] = left;
    if (name === undefined) return given.value;
    const isPlace = /^\d{1,3}$/.test(name);
    if (Array.isArray(inside) || (inside === undefined && isPlace)) {
      const list: readonly unknown[] = Array.isArray(inside) ? inside : [];
      const place = Number(name);
      if (!isPlace || place > list.length) return refused(`${name} is not the next place of the list, ${list.length}`);
      const item = put(list[place], rest);
      return isRefusal(item) ? item : list.toSpliced(place, 1, item);
    }
    if (inside !== undefined && !isSchema(inside)) return refused(`there is a value already before ${name}`);
    const item = put(inside?.[name], rest);
    return isRefusal(item) ? item : { ...inside, [name]: item };
  };
  return put(body, names);
}
