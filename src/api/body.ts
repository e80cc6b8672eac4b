// What the body of a request may be, and its one reading into a value of the domain.

import { type Refusal, refuse, type z } from "../base/index.ts";

/** The most a body without a limit of its own may have, in bytes. */
export const usualBodyBytes = 64 * 1024;

export interface Body<Value> {
  readonly kind: "none" | "json" | "octets";
  /** Bytes. */
  readonly limit: number;
  /** What a JSON body is described by. */
  readonly schema: z.ZodType | undefined;
  /** Reads parsed JSON, or the bytes of an octet stream; untrusted. */
  parse(value: unknown): Value | Refusal;
}

export const noBody: Body<undefined> = { kind: "none", limit: 0, schema: undefined, parse: () => undefined };

/** JSON that the schema describes and reads. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema): Body<z.output<Schema>> {
  return {
    kind: "json",
    limit: usualBodyBytes,
    schema,
    parse: (value) => readPart(schema, { where: "body", value }),
  };
}

/** JSON that the schema describes and a parser of the domain reads, with refusals of its own. */
export function parsedBody<Value>(input: {
  readonly schema: z.ZodType;
  readonly limit: number;
  parse(value: unknown): Value | Refusal;
}): Body<Value> {
  return { kind: "json", ...input };
}

export function octetsBody(limit: number): Body<Uint8Array> {
  return {
    kind: "octets",
    limit,
    schema: undefined,
    parse: (value) =>
      value instanceof Uint8Array
        ? value
        : refuse("api.badInput", { where: "body", path: "(whole)", problem: "not bytes" }),
  };
}

/** One part of a request by its schema, with the first field that is wrong as `api.badInput`. */
export function readPart<Schema extends z.ZodType>(
  schema: Schema,
  part: { readonly where: "path" | "query" | "body" | "answer"; readonly value: unknown },
): z.output<Schema> | Refusal {
  const parsed = schema.safeParse(part.value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return refuse("api.badInput", {
    where: part.where,
    path: issue?.path.join(".") || "(whole)",
    problem: issue?.message ?? "not of the form",
  });
}
