// Reading a request's body: counted while it is read, and parsed once; or handed on as it comes, for a body that is not
// to be in memory as a whole.

import type { IncomingMessage } from "node:http";
import type { Body, ByteStream } from "../../api/index.ts";
import { fromUtf8, isRefusal, type Refusal, refuse } from "../../base/index.ts";

/** How deep JSON may nest: a recursive reader of deeper JSON could run out of stack. */
const nestingMax = 64;

/** The type a body must be announced with. */
const contentTypes: Readonly<Record<"json" | "octets" | "stream", string>> = {
  json: "application/json",
  octets: "application/octet-stream",
  stream: "application/octet-stream",
};

/** How long a whole body may be on its way: a parcel of 8 MiB in two minutes, 70 kB/s. */
const wholeMs = 120_000;
/** How long a streamed body may stand still before it counts as cut off. */
const idleMs = 60_000;

/** Refused as `api.badContentType` before anything of the body is read; undefined when the announcement fits. */
export function announcedWrongly(incoming: IncomingMessage, kind: Body<unknown>["kind"]): Refusal | undefined {
  if (kind === "none") return undefined;
  const expected = contentTypes[kind];
  const got = incoming.headers["content-type"] ?? "(no type)";
  const [type = "", ...parameters] = got.split(";").map((part) => part.trim().toLowerCase());
  const utf8Only = parameters.every((parameter) => parameter === "charset=utf-8");
  if (type !== expected || !utf8Only) return refuse("api.badContentType", { got: got.slice(0, 100), expected });
  const encoding = incoming.headers["content-encoding"] ?? "identity";
  if (encoding.toLowerCase() === "identity") return undefined;
  return refuse("api.badContentType", { got: `${expected}, ${encoding.slice(0, 40)}`, expected });
}

/**
 * The whole body, at most `limit` bytes; refused as `api.tooLarge` as soon as there is one byte more, with the rest
 * left unread, or as `api.badRequest` when the connection closes first.
 */
export function readBody(incoming: IncomingMessage, limit: number): Promise<Uint8Array | Refusal> {
  if (Number(incoming.headers["content-length"] ?? 0) > limit)
    return Promise.resolve(refuse("api.tooLarge", { limit }));
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const late = setTimeout(
      () => finish(refuse("api.badRequest", { problem: "the body did not come in time" })),
      wholeMs,
    );
    const finish = (result: Uint8Array | Refusal): void => {
      clearTimeout(late);
      incoming.off("data", take).off("end", end).off("close", cut).off("error", cut);
      resolve(result);
    };
    const take = (chunk: Uint8Array): void => {
      length += chunk.length;
      if (length <= limit) return void chunks.push(chunk);
      incoming.pause();
      finish(refuse("api.tooLarge", { limit }));
    };
    const end = (): void => {
      const [only] = chunks;
      finish(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length));
    };
    const cut = (): void =>
      finish(refuse("api.badRequest", { problem: "the connection closed before the body's end" }));
    incoming.on("data", take).on("end", end).on("close", cut).on("error", cut);
  });
}

/**
 * The body as it comes, read no faster than it is taken; what is left unread when the handler is done is thrown away
 * with the connection. Ends with `api.tooLarge` or `api.badRequest` where it does not end as announced.
 */
export async function* streamedBody(incoming: IncomingMessage, limit: number): ByteStream {
  if (Number(incoming.headers["content-length"] ?? 0) > limit) {
    yield refuse("api.tooLarge", { limit });
    return;
  }
  // Not destroyed when the handler stops early: the answer goes out by the same socket.
  const chunks: AsyncIterator<Uint8Array> = incoming.iterator({ destroyOnReturn: false });
  let length = 0;
  try {
    for (;;) {
      const next = await nextChunk(chunks);
      if (next === undefined) return;
      length += isRefusal(next) ? 0 : next.length;
      yield length > limit ? refuse("api.tooLarge", { limit }) : next;
      if (isRefusal(next) || length > limit) return;
    }
  } finally {
    // What the handler did not take is read and thrown away by the adapter, once nobody else holds on to it.
    await chunks.return?.();
  }
}

async function nextChunk(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array | Refusal | undefined> {
  let idle: NodeJS.Timeout | undefined;
  const still = new Promise<Refusal>((resolve) => {
    idle = setTimeout(
      () => resolve(refuse("api.badRequest", { problem: "the body stood still for too long" })),
      idleMs,
    );
  });
  const cut = refuse("api.badRequest", { problem: "the connection closed before the body's end" });
  const next = chunks.next().then(
    (result) => (result.done === true ? undefined : result.value),
    () => cut,
  );
  try {
    return await Promise.race([next, still]);
  } finally {
    clearTimeout(idle);
  }
}

/** The value a route's body is read from: JSON parsed, bytes as they are, or undefined. */
export function bodyValue(kind: Body<unknown>["kind"], bytes: Uint8Array): unknown {
  if (kind === "none" || kind === "stream") return undefined;
  return kind === "octets" ? bytes : jsonValue(bytes);
}

function jsonValue(bytes: Uint8Array): unknown {
  if (nestsTooDeep(bytes)) return refuse("api.badJson", { problem: `nested deeper than ${nestingMax}` });
  const text = fromUtf8(bytes);
  if (text === undefined) return refuse("api.badJson", { problem: "not UTF-8" });
  try {
    const value: unknown = JSON.parse(text);
    // A sender's own object of this look must not pass for a refusal of ours.
    return isRefusal(value) ? refuse("api.badJson", { problem: "not an object of this API" }) : value;
  } catch (cause) {
    if (cause instanceof SyntaxError) return refuse("api.badJson", { problem: cause.message.slice(0, 200) });
    throw cause;
  }
}

function nestsTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inText) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) inText = false;
    } else if (byte === 0x22) inText = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > nestingMax) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return false;
}
