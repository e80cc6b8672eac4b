// One request and its answer over node:http or node:https, on connections that are kept. It knows nothing of
// signatures: it bounds how long is waited and how much is taken in, and says in words why nothing came.

import { type IncomingHttpHeaders, Agent as PlainAgent, request as plainRequest, type RequestOptions } from "node:http";
import { Agent as TlsAgent, request as tlsRequest } from "node:https";
import { type Refusal, refuse } from "../../base/index.ts";

export interface LinkTimeouts {
  /** Until the connection stands, TLS included. */
  readonly connectMs: number;
  /** Until the whole answer is there. */
  readonly answerMs: number;
}

export interface TransportRequest {
  readonly method: "GET" | "POST";
  /** Behind the address's own path. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Bytes of the answer's body at most. */
  readonly limit: number;
}

export interface TransportAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

export interface Transport {
  /** Refused as `api.unreachable` or `api.answerTooLarge`. */
  send(request: TransportRequest): Promise<TransportAnswer | Refusal>;
  close(): void;
}

export function createTransport(input: {
  readonly address: string;
  /** PEM: the authority, or the very certificate, of the other node; the machine's own authorities when absent. */
  readonly tlsCa: string | undefined;
  readonly timeouts: LinkTimeouts;
}): Transport {
  const base = new URL(input.address);
  const encrypted = base.protocol === "https:";
  // One connection does for parcels; the others let tiles be fetched meanwhile.
  const kept = { keepAlive: true, maxSockets: 4 } as const;
  const agent = encrypted
    ? new TlsAgent({ ...kept, minVersion: "TLSv1.3", ...(input.tlsCa === undefined ? {} : { ca: input.tlsCa }) })
    : new PlainAgent(kept);
  const prefix = base.pathname.replace(/\/$/, "");
  const lost = (problem: string): Refusal => refuse("api.unreachable", { address: input.address, problem });

  const once = (request: TransportRequest): Promise<TransportAnswer | Refusal | "reset"> => {
    const { method, target, headers, body } = request;
    const options: RequestOptions = {
      agent,
      method,
      // Node wants an IPv6 address without the brackets of a URL.
      host: base.hostname.replace(/^\[(.*)\]$/, "$1"),
      port: base.port,
      path: prefix + target,
      headers: { ...headers, "content-length": String(body.length) },
    };
    return exchange({ ...input, encrypted, request, options, lost });
  };

  return {
    async send(request) {
      if (!encrypted && !isOwnMachine(base.hostname)) {
        return lost("its address is plain http, which is only for nodes on one machine");
      }
      // A kept connection that the other side closed just now: nothing was read of the request, or it does no harm
      // twice.
      const first = await once(request);
      const answer = first === "reset" ? await once(request) : first;
      return answer === "reset" ? lost("the connection was closed") : answer;
    },
    close: () => agent.destroy(),
  };
}

interface Sending {
  readonly request: TransportRequest;
  readonly options: RequestOptions;
  readonly encrypted: boolean;
  readonly address: string;
  readonly timeouts: LinkTimeouts;
  readonly lost: (problem: string) => Refusal;
}

function exchange(sending: Sending): Promise<TransportAnswer | Refusal | "reset"> {
  const { request, options, encrypted, timeouts, lost } = sending;
  return new Promise((resolve) => {
    const out = encrypted ? tlsRequest(options) : plainRequest(options);
    const timers = [setTimeout(() => giveUp(lost(`no answer in ${timeouts.answerMs} ms`)), timeouts.answerMs)];
    const finish = (result: TransportAnswer | Refusal | "reset"): void => {
      for (const timer of timers) clearTimeout(timer);
      resolve(result);
    };
    const giveUp = (refusal: Refusal): void => {
      finish(refusal);
      out.destroy();
    };
    out.on("error", (cause: NodeJS.ErrnoException) => {
      const reset = out.reusedSocket && (cause.code === "ECONNRESET" || cause.code === "EPIPE");
      finish(reset ? "reset" : lost(cause.message || cause.code || "no connection"));
    });
    out.on("socket", (socket) => {
      if (!socket.connecting) return;
      const timer = setTimeout(() => giveUp(lost(`no connection in ${timeouts.connectMs} ms`)), timeouts.connectMs);
      timers.push(timer);
      socket.once(encrypted ? "secureConnect" : "connect", () => clearTimeout(timer));
    });
    out.on("response", (incoming) => {
      const chunks: Uint8Array[] = [];
      let length = 0;
      incoming.on("data", (chunk: Uint8Array) => {
        length += chunk.length;
        if (length <= request.limit) chunks.push(chunk);
        else giveUp(refuse("api.answerTooLarge", { address: sending.address, limit: request.limit }));
      });
      incoming.on("error", (cause) => finish(lost(cause.message)));
      incoming.on("end", () => {
        const headers = flat(incoming.headers);
        finish({ status: incoming.statusCode ?? 0, headers, body: Buffer.concat(chunks, length) });
      });
    });
    out.end(request.body);
  });
}

function flat(headers: IncomingHttpHeaders): ReadonlyMap<string, string> {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value] as const],
  );
  return new Map(pairs);
}

function isOwnMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
