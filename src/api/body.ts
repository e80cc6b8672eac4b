// What the body of a request may be, and its one reading into a value of the domain.

import { type Refusal, refuse, type z } from "../base/index.ts";

/** The most a body without a limit of its own may have, in bytes. */
export const usualBodyBytes = 64 * 1024;

export interface Body<Value> {
  readonly kind: "none" | "json" | "octets" | "stream";
  /** Bytes. */
  readonly limit: number;
  /** What a JSON body is described by. */
  readonly schema: z.ZodType | undefined;
  /** Reads parsed JSON, the bytes of an octet stream, or those bytes as they come; untrusted. */
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

/**
 * Bytes as they come, read no faster than they are taken: of a body that is not to be in memory as a whole. A refusal
 * ends it: the connection closed before the body's end, more came than the limit, or nothing came for too long.
 */
export type ByteStream = AsyncIterable<Uint8Array | Refusal>;

export function streamBody(limit: number): Body<ByteStream> {
  return {
    kind: "stream",
    limit,
    schema: undefined,
    parse: (value) =>
      isByteStream(value) ? value : refuse("api.badInput", { where: "body", path: "(whole)", problem: "not bytes" }),
  };
}

/** What yields anything else than bytes is found when it is read: the rim makes none such. */
function isByteStream(value: unknown): value is ByteStream {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
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
