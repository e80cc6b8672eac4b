// An answer before it is written: status, headers and body as plain values, so that it can be signed; and the headers
// that every answer has. Answers are for programs: nothing in them is to be framed, run, sniffed or kept.

import { createHash } from "node:crypto";
import { gzip } from "node:zlib";
import { type Keeping, problemOf, problemType, type StreamedContent } from "../../api/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";

export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

const keepings: Readonly<Record<Keeping, string>> = {
  never: "no-store",
  revalidate: "private, no-cache",
  // Private: a register is the two sides' own, and a shared cache would serve it without asking who reads.
  immutable: "private, max-age=31536000, immutable",
  // Whoever reads it may read it: a proxy spares the node its readers, and a kill notice waits a minute at most.
  public: "public, max-age=60",
};

export const strictPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export function wholeReply(input: {
  readonly body: string | Uint8Array;
  readonly type: string;
  readonly keeping: Keeping;
  readonly status?: number;
  readonly policy?: string;
}): Reply {
  const body = typeof input.body === "string" ? input.body : Buffer.from(input.body);
  const length = typeof body === "string" ? Buffer.byteLength(body) : body.length;
  return {
    status: input.status ?? 200,
    headers: {
      "content-type": input.type,
      "content-length": String(length),
      "cache-control": keepings[input.keeping],
      ...guards(input.policy ?? strictPolicy),
    },
    body,
  };
}

/** A refusal as application/problem+json, with the headers HTTP asks for beside its status. */
export function refusalReply(refusal: Refusal, headers: Readonly<Record<string, string>> = {}): Reply {
  const problem = problemOf(refusal);
  const reply = wholeReply({
    body: JSON.stringify(problem),
    type: problemType,
    keeping: "never",
    status: problem.status,
  });
  const more: Record<string, string> = { ...headers };
  if (refusal.code === "api.notAuthenticated") more["www-authenticate"] = 'Bearer realm="entente"';
  if (refusal.code === "api.tooManyAttempts") more["retry-after"] = String(refusal.details.seconds);
  if (refusal.code === "api.wrongMethod") more.allow = String(refusal.details.allowed);
  // The rest of the body is still on its way: the connection cannot be used for another request.
  if (refusal.code === "api.tooLarge" || refusal.code === "api.badContentType") more.connection = "close";
  return { ...reply, headers: { ...reply.headers, ...more } };
}

export function faultReply(id: string): Reply {
  return refusalReply(refuse("api.fault", { id }));
}

export function eventsReply(stream: ReadableStream<Uint8Array>): Reply {
  return {
    status: 200,
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      // Asks nginx, which many put before a node, not to gather events before it passes them on.
      "x-accel-buffering": "no",
      ...guards(strictPolicy),
    },
    body: stream,
  };
}

/**
 * A content that is saved and never shown. Read as the reader takes it; where it fails in the middle the connection is
 * broken off, and the length that was announced tells the reader that it has a part.
 */
export function streamReply(
  { chunks, length, name }: StreamedContent,
  input: { readonly head: boolean; readonly failed: (cause: unknown) => void },
): Reply {
  const source = chunks[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = input.head ? undefined : await source.next();
          if (next === undefined || next.done === true) controller.close();
          else controller.enqueue(next.value);
        } catch (cause) {
          input.failed(cause);
          controller.error(cause);
        }
      },
      cancel: async () => void (await source.return?.()),
    },
    { highWaterMark: 0 },
  );
  return {
    status: 200,
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(length),
      "content-disposition": `attachment; filename*=UTF-8''${encodedName(name)}`,
      "cache-control": "no-store",
      ...guards(strictPolicy),
    },
    body: stream,
  };
}

/** RFC 8187: what encodeURIComponent leaves and the grammar does not allow is encoded too. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function guards(policy: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
  };
}

/**
 * The reply with its ETag; without its body when the reader has the same already (RFC 9110 section 13.1.2). Only of
 * what is the same for everybody.
 */
export function validated(reply: Reply, ifNoneMatch: string | undefined): Reply {
  const { body, headers } = reply;
  if (body instanceof ReadableStream) return reply;
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const asked = (ifNoneMatch ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (!asked.includes(etag) && ifNoneMatch?.trim() !== "*") return { ...reply, headers: { ...headers, etag } };
  const { "content-length": _length, "content-type": _type, ...rest } = headers;
  return { status: 304, headers: { ...rest, etag }, body: "" };
}

/** Below this many bytes compression costs more than it saves. */
const gzipBytesMin = 1024;

/** The reply compressed, when the reader accepts it and it is worth it. */
export async function compressed(reply: Reply, acceptEncoding: string | undefined): Promise<Reply> {
  const { body } = reply;
  const varied = { ...reply.headers, vary: "accept-encoding" };
  if (!(body instanceof Uint8Array) || body.length < gzipBytesMin || !acceptsGzip(acceptEncoding)) {
    return { ...reply, headers: varied };
  }
  const small = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) =>
    gzip(body, { level: 5 }, (cause, result) => (cause === null ? resolve(result) : reject(cause))),
  );
  const headers = { ...varied, "content-encoding": "gzip", "content-length": String(small.length) };
  return { ...reply, headers, body: small };
}

/** Whether `gzip` is listed and not with a weight of nought (RFC 9110 section 12.5.3). */
function acceptsGzip(header: string | undefined): boolean {
  return (header ?? "").split(",").some((part) => /^\s*(?:gzip|x-gzip)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(part));
}
