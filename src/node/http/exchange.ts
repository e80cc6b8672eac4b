// One HTTP request as the rim sees it: Node's message, the same as RFC 9421 sees it, and how it came.

import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";
import type { HttpRequest } from "../../seal/index.ts";

export interface HttpExchange {
  readonly incoming: IncomingMessage;
  readonly request: HttpRequest;
  /** By TLS, or from the machine itself: nobody else can have read it. */
  readonly secure: boolean;
  readonly encrypted: boolean;
  readonly from: string;
}

export function exchangeOf(incoming: IncomingMessage): HttpExchange {
  const target = incoming.url ?? "/";
  const mark = target.indexOf("?");
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const encrypted = incoming.socket instanceof TLSSocket;
  const from = incoming.socket.remoteAddress ?? "(closed)";
  return {
    incoming,
    encrypted,
    from,
    secure: encrypted || isLoopback(from),
    request: {
      kind: "request",
      method: incoming.method ?? "GET",
      authority: (incoming.headers.host ?? "").toLowerCase(),
      path: mark === -1 ? target : target.slice(0, mark),
      query: mark === -1 ? "" : target.slice(mark),
      headers,
    },
  };
}

/** 127.0.0.0/8, ::1, and the former written as IPv6. A TLS proxy on the same machine is such a caller. */
export function isLoopback(address: string): boolean {
  return address === "::1" || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(address);
}
