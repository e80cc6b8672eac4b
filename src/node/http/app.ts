// The node's HTTP rim: from a request to the handler of its route and back. What a route is stands in the room `api`;
// what it does, in the handlers. The order of the checks of one request is in serve.ts.

import { Hono } from "hono";
import { type Handlers, type RouteName, type RouteOutput, routeNames, routeTable } from "../../api/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { type Authenticate, createGates, type SessionGate } from "./callers.ts";
import { createDescription } from "./description.ts";
import { createEventStreams, type StreamLimits } from "./event-streams.ts";
import { exchangeOf, type HttpExchange } from "./exchange.ts";
import { createFaults, type Faults, type ReportFault } from "./faults.ts";
import { methodsOf, routerPath } from "./paths.ts";
import { createPeerGate, type PeerGate, type PeerGateInput } from "./peer-gate.ts";
import { type Reply, refusalReply, wholeReply } from "./reply.ts";
import { type NodeBindings, type Rim, type RouterContext, serveRoute } from "./serve.ts";

/** How long a handler may take before the caller is told to ask again, and the event streams. */
export interface HttpLimits extends StreamLimits {
  readonly answerMs: number;
}

export const usualLimits: HttpLimits = { answerMs: 30_000, streams: 256, heartbeatMs: 15_000 };

export interface HttpAppInput<Officer> extends PeerGateInput {
  readonly handlers: Handlers<Officer>;
  readonly authenticate: Authenticate<Officer>;
  readonly sessions: SessionGate<Officer>;
  /** Only a demonstration node lets its clock be set. */
  readonly demonstration: boolean;
  /** The release of the software. */
  readonly version: string;
  readonly limits?: HttpLimits;
  /** Told of every broken promise; the caller is told only its number. */
  readonly report: ReportFault;
  /** Asked for what no route answers, before it is refused: the files of the web application. */
  readonly otherwise?: (request: Request) => Promise<Response | undefined>;
}

export interface HttpApp {
  readonly fetch: (request: Request, bindings: NodeBindings) => Response | Promise<Response>;
  readonly faults: Faults;
  /** Ends the event streams, so that the server can close. */
  close(): void;
}

export function createHttpApp<Officer>(input: HttpAppInput<Officer>): HttpApp {
  const limits = input.limits ?? usualLimits;
  const peerGate = createPeerGate(input);
  const faults = createFaults(input.report);
  const gates = createGates({ authenticate: input.authenticate, sessions: input.sessions, peerGate });
  const streams = createEventStreams({ limits, faults, onEnd: input.sessions.onEnd });
  const { handlers, demonstration } = input;
  const rim: Rim<Officer> = { handlers, demonstration, answerMs: limits.answerMs, gates, peerGate, streams, faults };
  const description = createDescription({ version: input.version, suite: input.suite });

  const app = new Hono<{ Bindings: NodeBindings }>();
  const mount = (name: RouteName, serve: (context: RouterContext, exchange: HttpExchange) => Promise<Reply>): void => {
    const { method, path } = routeTable[name];
    app.on(method, routerPath(path), async (context) => {
      const exchange = exchangeOf(context.env.incoming);
      let reply: Reply;
      try {
        reply = await serve(context, exchange);
      } catch (cause) {
        reply = faults.reply(cause, name);
      }
      return written(exchange, peerGate.sign(exchange, reply));
    });
  };
  for (const name of routeNames) {
    if (name === "openApi") mount(name, async () => description.openApi());
    else if (name === "page") mount(name, async () => description.page());
    else if (name === "hello") mount(name, async () => hello(peerGate));
    else mount(name, (context, exchange) => serveRoute(rim, { name, context, exchange }));
  }
  app.notFound(async (context) => {
    const exchange = exchangeOf(context.env.incoming);
    const found = await input.otherwise?.(context.req.raw);
    return found ?? written(exchange, refusalReply(nothingThere(context)));
  });
  app.onError((cause, context) => written(exchangeOf(context.env.incoming), faults.reply(cause, "rim")));
  return { fetch: (request, bindings) => app.fetch(request, bindings), faults, close: () => streams.close() };
}

/** The reply on its way: with TLS also the promise that there will always be TLS (RFC 6797). */
function written(exchange: HttpExchange, { status, headers, body }: Reply): Response {
  const secured = exchange.encrypted ? { ...headers, "strict-transport-security": "max-age=63072000" } : headers;
  // Of what has not changed there is no body, and Response allows none, not even an empty one.
  return new Response(status === 304 ? null : body, { status, headers: secured });
}

function hello(peerGate: PeerGate): Reply {
  const output: RouteOutput<"hello"> = { challenge: peerGate.challenges.give() };
  return wholeReply({ body: JSON.stringify(output), type: "application/json", keeping: "never" });
}

function nothingThere(context: RouterContext): Refusal {
  const path = context.req.path.slice(0, 200);
  const allowed = methodsOf(context.req.path);
  if (allowed.length === 0) return refuse("api.noSuchPath", { path });
  return refuse("api.wrongMethod", { method: context.req.raw.method, path, allowed });
}
