// The server under the rim: sockets, TLS, and how long a caller may take to say what it wants.

import { createServer, IncomingMessage, type Server, type ServerOptions } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { getRequestListener, RequestError } from "@hono/node-server";
import { Fault, refuse } from "../../base/index.ts";
import type { HttpApp } from "./app.ts";
import { type Reply, refusalReply } from "./reply.ts";

/** PEM texts. */
export interface TlsFiles {
  readonly key: string;
  readonly certificate: string;
}

export interface HttpServerInput {
  readonly app: HttpApp;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Absent: plain HTTP, for loopback and for a TLS proxy on the same machine. */
  readonly tls?: TlsFiles;
}

export interface HttpServer {
  /** `https://host:port`, without a slash at the end. */
  readonly url: string;
  /** Takes no new requests, lets those under way end within two seconds, and closes. */
  close(): Promise<void>;
}

const options: ServerOptions = {
  headersTimeout: 10_000,
  // The last bound: body.ts gives whole bodies two minutes, and streamed ones a time for each piece.
  requestTimeout: 3_600_000,
  // Longer than a proxy or a client keeps its side: whoever closes first loses no request.
  keepAliveTimeout: 75_000,
  maxHeaderSize: 16 * 1024,
};

const closingMs = 2000;
const idleAskMs = 20;

/** Listens, or throws a Fault when the address cannot be had. */
export async function startHttpServer({ app, host, port, tls }: HttpServerInput): Promise<HttpServer> {
  const listener = getRequestListener((request, env) => answered(app, { request, incoming: env.incoming }), {
    errorHandler: (cause) => response(unreadable(app, cause)),
  });
  const server: Server =
    tls === undefined
      ? createServer(options, listener)
      : createTlsServer({ ...options, key: tls.key, cert: tls.certificate, minVersion: "TLSv1.3" }, listener);
  await listening(server, { host, port });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  const name = host.includes(":") ? `[${host}]` : host;
  return { url: `${tls === undefined ? "http" : "https"}://${name}:${bound}`, close: () => close(app, server) };
}

function answered(
  app: HttpApp,
  { request, incoming }: { readonly request: Request; readonly incoming: object },
): Response | Promise<Response> {
  if (incoming instanceof IncomingMessage) return app.fetch(request, { incoming });
  throw new Fault("node.notHttp1", "The server was given a message of another protocol than HTTP/1.1.");
}

/** What the adapter could not even make a request of: a bad target or Host, or a fault before any route. */
function unreadable(app: HttpApp, cause: unknown): Reply {
  if (cause instanceof RequestError) return refusalReply(refuse("api.badRequest", { problem: cause.message }));
  return app.faults.reply(cause, "server");
}

function response({ status, headers, body }: Reply): Response {
  return new Response(body, { status, headers });
}

function listening(server: Server, at: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (cause: Error): void => {
      const where = `${at.host} port ${at.port}`;
      reject(new Fault("node.cannotListen", `The node cannot listen on ${where}: ${cause.message}.`, { cause }));
    };
    server.once("error", failed);
    server.listen({ host: at.host, port: at.port }, () => {
      server.off("error", failed);
      resolve();
    });
  });
}

function close(app: HttpApp, server: Server): Promise<void> {
  return new Promise((resolve) => {
    const last = setTimeout(() => server.closeAllConnections(), closingMs);
    // A connection whose answer has just ended is kept for the next request, and must be asked again to go.
    const idle = setInterval(() => server.closeIdleConnections(), idleAskMs);
    server.close(() => {
      clearTimeout(last);
      clearInterval(idle);
      resolve();
    });
    app.close();
  });
}
