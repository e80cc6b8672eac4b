// One request to this side's node: plain HTTP on loopback, TLS elsewhere. What cannot be reached is refused, never
// thrown.

import { X509Certificate } from "node:crypto";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { type RequestOptions as TlsOptions, request as tlsRequest } from "node:https";
import type { Readable } from "node:stream";
import { connect, type TLSSocket } from "node:tls";
import { equalBytes, type Refusal, refuse } from "../../base/index.ts";
import type { NodeAddress } from "./address.ts";

/** A body that is read as it is sent, and never in memory as a whole. */
export interface SentStream {
  readonly length: number;
  readonly pieces: Readable;
}

export interface NodeRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | SentStream;
  /** How long the beginning of the answer is waited for, and each piece of a stream to be taken. */
  readonly answerMs: number;
  readonly abort?: AbortSignal;
}

/**
 * The beginning of the answer; its body is still to be read. Refused as `cli.nodeSilent`, whose detail `sent` is false
 * when the node cannot have read anything of it.
 */
export async function send(address: NodeAddress, request: NodeRequest): Promise<IncomingMessage | Refusal> {
  let sent = false;
  const silent = (problem: string): Refusal => refuse("cli.nodeSilent", { address: address.url.origin, problem, sent });
  const own = address.pin === undefined ? undefined : await pinnedSocket(address.url, address.pin);
  if (typeof own === "string") return silent(own);
  const { url } = address;
  const options: TlsOptions = {
    method: request.method,
    host: bare(url.hostname),
    port: url.port,
    path: url.pathname.replace(/\/$/, "") + request.target,
    headers: { ...request.headers, host: url.host, "content-length": String(request.body?.length ?? 0) },
    ...(request.abort ? { signal: request.abort } : {}),
    ...(own ? { createConnection: () => own } : {}),
    ...(address.ca === undefined ? {} : { ca: address.ca }),
  };
  return new Promise((resolve) => {
    const out = url.protocol === "https:" && !own ? tlsRequest(options) : plainRequest(options);
    const timer = setTimeout(() => {
      resolve(silent(`nothing came in ${request.answerMs / 1000} seconds`));
      out.destroy();
    }, request.answerMs);
    out.on("error", (cause: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve(silent(cause.message || cause.code || "no connection"));
    });
    out.on("finish", () => {
      sent = true;
    });
    const { body } = request;
    out.on("response", (incoming) => {
      clearTimeout(timer);
      // A refusal may come before all was sent: the rest of it is not, and the connection is of no further use.
      if (isStream(body) && !sent) {
        body.pieces.unpipe(out).destroy();
        incoming.once("close", () => out.destroy());
      }
      resolve(incoming);
    });
    if (!isStream(body)) return void out.end(body);
    body.pieces.on("data", () => timer.refresh());
    body.pieces.on("error", (cause) => out.destroy(cause));
    out.on("close", () => body.pieces.destroy());
    body.pieces.pipe(out);
  });
}

function isStream(body: NodeRequest["body"]): body is SentStream {
  return body !== undefined && !(body instanceof Uint8Array);
}

/** A TLS connection to whoever shows this very certificate; text: why there is none. */
function pinnedSocket(url: URL, pem: string): Promise<TLSSocket | string> {
  const pinned = new X509Certificate(pem).raw;
  return new Promise((resolve) => {
    // Judged by the pin below and by nothing else: a name or an authority could only make it weaker.
    const socket = connect({ host: bare(url.hostname), port: Number(url.port), rejectUnauthorized: false });
    socket.once("error", (cause) => resolve(cause.message));
    socket.once("secureConnect", () => {
      const shown = socket.getPeerX509Certificate()?.raw;
      if (shown !== undefined && equalBytes(shown, pinned)) return resolve(socket);
      socket.destroy();
      resolve("it shows another certificate than the one in the home");
    });
  });
}

/** Node wants an IPv6 address without the brackets of a URL. */
function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, "$1");
}
