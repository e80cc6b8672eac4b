// A route as data: where it answers, who may call it, what goes in and what comes out. From the table of these are
// derived the OpenAPI description, the page, the parsers, and the type of the node's handlers. Nothing here speaks
// HTTP.

import { isRefusal, type Refusal, refuse, type z } from "../base/index.ts";
import type { Answer } from "./answer.ts";
import { type Body, readPart } from "./body.ts";

/**
 * officer: a session's cookie or a bearer token; peer: a request signed by the other side's node; either: one of the
 * two; visitor: whoever sits before a page of this node, signed in or not, to whom a session may be given.
 */
export type CallerKind = "anyone" | "officer" | "peer" | "either" | "visitor";

/** A request taken apart, before any of it is believed. `body`: parsed JSON, bytes, a stream of them, or undefined. */
export interface RawInput {
  readonly params: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly body: unknown;
}

interface Shape<Params extends z.ZodObject, Query extends z.ZodObject, Value, Output, Caller extends CallerKind> {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** In the manner of OpenAPI; `{name+}` stands for the rest of the path, slashes included. */
  readonly path: string;
  readonly summary: string;
  readonly notes?: string;
  readonly caller: Caller;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body<Value>;
  readonly answer: Answer<Output>;
}

/** `parse` is a method on purpose: routes of many inputs stand in one table, and each is given only what it parsed. */
export interface Route<Input, Output, Caller extends CallerKind>
  extends Shape<z.ZodObject, z.ZodObject, unknown, Output, Caller> {
  /** Every part, to the last field; refused as `api.badInput`, `api.unknownQuery`, `api.repeatedQuery`. */
  parse(raw: RawInput): Input | Refusal;
}

/** What a handler is given. */
export interface Input<Params extends z.ZodObject, Query extends z.ZodObject, Value> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: Value;
}

export function route<Params extends z.ZodObject, Query extends z.ZodObject, Value, Output, Caller extends CallerKind>(
  shape: Shape<Params, Query, Value, Output, Caller>,
): Route<Input<Params, Query, Value>, Output, Caller> {
  return {
    ...shape,
    parse(raw) {
      const params = readPart(shape.params, { where: "path", value: raw.params });
      if (isRefusal(params)) return params;
      const given = queryValues(shape.query, raw.query);
      if (isRefusal(given)) return given;
      const query = readPart(shape.query, { where: "query", value: given });
      if (isRefusal(query)) return query;
      const body = shape.body.parse(raw.body);
      return isRefusal(body) ? body : { params, query, body };
    },
  };
}

/** The query by name. A misspelt filter must not be passed over: the answer would look like one to another question. */
function queryValues(schema: z.ZodObject, query: RawInput["query"]): Readonly<Record<string, string>> | Refusal {
  const values = new Map<string, string>();
  for (const [name, value] of query) {
    if (!Object.hasOwn(schema.shape, name)) {
      const known = Object.keys(schema.shape);
      return refuse("api.unknownQuery", { got: name.slice(0, 64), known: known.length > 0 ? known : ["(none)"] });
    }
    if (values.has(name)) return refuse("api.repeatedQuery", { got: name });
    values.set(name, value);
  }
  return Object.fromEntries(values);
}
