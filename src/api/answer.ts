// What a route answers with, and how a handler's value is presented: as JSON, as text, as bytes, or as a stream of
// events.

import { isRefusal, type Refusal, z } from "../base/index.ts";
import { readPart } from "./body.ts";

/**
 * How long an answer may be kept: not at all; only if asked again each time; for ever, its content being fixed; by
 * anyone for a minute, then asked for again by its ETag.
 */
export type Keeping = "never" | "revalidate" | "immutable" | "public";

/** One event of a stream; `cursor` is what Last-Event-ID gives back, absent when nothing is to be resumed after it. */
export interface StreamedEvent<Event> {
  readonly cursor?: string | undefined;
  readonly event: Event;
}

/** A content that is not in memory as a whole, to be saved under a name. */
export interface StreamedContent {
  /** Read no faster than the reader takes it. What it throws breaks the connection off: a part is never a whole. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes of it all. */
  readonly length: number;
  readonly name: string;
}

/** A handler's value, ready for the wire. */
export type Presented =
  | { readonly kind: "whole"; readonly body: string | Uint8Array }
  | { readonly kind: "stream"; readonly content: StreamedContent }
  | { readonly kind: "events"; readonly events: AsyncIterable<StreamedEvent<{ readonly type: string }>> };

export interface Answer<Output> {
  readonly kind: "json" | "text" | "octets" | "stream" | "events";
  readonly type: string;
  readonly description: string;
  /** What a JSON answer, or the data of an event, is described by. */
  readonly schema: z.ZodType | undefined;
  readonly keeping: Keeping;
  /** Compressed for a reader that accepts it. */
  readonly gzip: boolean;
  present(output: Output): Presented;
  /** Reads an answer as it came over the wire; for the reader's side. Refused as `api.badInput`. */
  parse(value: unknown): Output | Refusal;
}

const plain = { keeping: "never", gzip: false } as const;

export function jsonAnswer<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  as: { readonly type?: string; readonly keeping?: Keeping } = {},
): Answer<z.input<Schema>> {
  return {
    ...plain,
    kind: "json",
    type: "application/json",
    ...as,
    description,
    schema,
    present: (output) => ({ kind: "whole", body: JSON.stringify(output) }),
    parse: (value) => parseAnswer(schema, value),
  };
}

/** Gives back what came, unchanged, once the schema has accepted it: names stay text, as they are on the wire. */
function parseAnswer<Schema extends z.ZodType>(schema: Schema, value: unknown): z.input<Schema> | Refusal {
  const read: unknown = readPart(schema, { where: "answer", value });
  return isRefusal(read) ? read : (value as z.input<Schema>);
}

const isText = z.string();
const isBytes = z.instanceof(Uint8Array);

export function textAnswer(input: {
  readonly description: string;
  readonly type?: string;
  readonly keeping?: Keeping;
}): Answer<string> {
  return {
    ...plain,
    kind: "text",
    type: "text/plain; charset=utf-8",
    ...input,
    schema: undefined,
    present: (output) => ({ kind: "whole", body: output }),
    parse: (value) => readPart(isText, { where: "answer", value }),
  };
}

export function octetsAnswer(input: {
  readonly description: string;
  readonly type?: string;
  readonly keeping?: Keeping;
  readonly gzip?: boolean;
}): Answer<Uint8Array> {
  return {
    ...plain,
    kind: "octets",
    type: "application/octet-stream",
    ...input,
    schema: undefined,
    present: (output) => ({ kind: "whole", body: output }),
    parse: (value) => readPart(isBytes, { where: "answer", value }),
  };
}

/** Bytes as they are made, to be saved and never shown: whatever they are, no browser is to run them. */
export function streamAnswer(description: string): Answer<StreamedContent> {
  return {
    ...plain,
    kind: "stream",
    type: "application/octet-stream",
    description,
    schema: undefined,
    present: (content) => ({ kind: "stream", content }),
    parse: () => readPart(z.never(), { where: "answer", value: "a content is read as it comes" }),
  };
}

/** Server-Sent Events; the schema is a union of objects that `type` tells apart, and `type` is the event's name. */
export function eventsAnswer<Schema extends z.ZodType<{ readonly type: string }, { readonly type: string }>>(
  schema: Schema,
  description: string,
): Answer<AsyncIterable<StreamedEvent<z.input<Schema>>>> {
  return {
    ...plain,
    kind: "events",
    type: "text/event-stream",
    description,
    schema,
    present: (events) => ({ kind: "events", events }),
    parse: () => readPart(z.never(), { where: "answer", value: "a stream is read event by event" }),
  };
}
