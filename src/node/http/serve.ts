// One request of one route, in the order that matters: who calls, then how much is sent, then what it says, then the
// handler, for so long and no longer. Nothing is read of a caller who may not speak.

import type { IncomingMessage } from "node:http";
import type { Context } from "hono";
import { type HandledRouteName, type Handlers, type Presented, routeTable } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { announcedWrongly, bodyValue, readBody, streamedBody } from "./body.ts";
import type { Admitted, Gates } from "./callers.ts";
import type { EventStreams } from "./event-streams.ts";
import type { HttpExchange } from "./exchange.ts";
import type { Faults } from "./faults.ts";
import { headersFor, type PeerGate } from "./peer-gate.ts";
import { compressed, type Reply, refusalReply, streamReply, validated, wholeReply } from "./reply.ts";

/** What the adapter hands over beside the request: Node's own message. */
export interface NodeBindings {
  readonly incoming: IncomingMessage;
}

export type RouterContext = Context<{ Bindings: NodeBindings }>;

/** What every route is served with. */
export interface Rim<Officer> {
  readonly handlers: Handlers<Officer>;
  readonly demonstration: boolean;
  readonly answerMs: number;
  readonly gates: Gates<Officer>;
  readonly peerGate: PeerGate;
  readonly streams: EventStreams;
  readonly faults: Faults;
}

interface Call<Name extends HandledRouteName> {
  readonly name: Name;
  readonly context: RouterContext;
  readonly exchange: HttpExchange;
}

/** What would let anyone in, or sign for anyone: no other node than a demonstration's answers it. */
const demonstrationRoutes: ReadonlySet<HandledRouteName> = new Set([
  "demonstrationFunctions",
  "enterDemonstration",
  "demonstrationSign",
]);

export async function serveRoute<Name extends HandledRouteName, Officer>(
  rim: Rim<Officer>,
  call: Call<Name>,
): Promise<Reply> {
  const route = routeTable[call.name];
  const params = call.context.req.param();
  const refused = (refusal: Refusal): Reply => refusalReply(refusal, headersFor(refusal, rim.peerGate.challenges));

  const admitted = await rim.gates[route.caller](call.exchange, params.accord ?? "");
  if (isRefusal(admitted)) return refused(admitted);
  if (call.name === "setClock" && !rim.demonstration) return refused(refuse("api.notDemonstration"));
  if (demonstrationRoutes.has(call.name) && !rim.demonstration) return refused(refuse("api.demonstrationOnly"));
  const body = await bodyOf(call, admitted);
  if (isRefusal(body)) return refused(body);
  const parsed = route.parse({ params, query: queryOf(call), body });
  if (isRefusal(parsed)) return refused(parsed);

  const handler = rim.handlers[call.name];
  const work = Promise.resolve(handler(parsed, admitted.caller));
  // A streamed body is as long on its way as its sender takes; a time is set for each piece of it.
  const output =
    route.body.kind === "stream" ? await work : await rim.faults.within(work, { ms: rim.answerMs, where: call.name });
  const more = admitted.headers?.() ?? {};
  const reply = isRefusal(output)
    ? refused(output)
    : await present(rim, { call, presented: route.answer.present(output), session: admitted.session });
  return { ...reply, headers: { ...reply.headers, ...more } };
}

async function bodyOf(call: Call<HandledRouteName>, admitted: Admitted<unknown>): Promise<unknown> {
  const { body } = routeTable[call.name];
  const { incoming } = call.exchange;
  const wrong = announcedWrongly(incoming, body.kind);
  if (wrong !== undefined) return wrong;
  if (body.kind === "stream") return streamedBody(incoming, body.limit);
  // A route without a body still reads one of nought bytes: what it does not expect is refused, not passed over.
  const bytes = await readBody(incoming, body.limit);
  if (isRefusal(bytes)) return bytes;
  return admitted.bodyFlaw(bytes) ?? bodyValue(body.kind, bytes);
}

/** The query's pairs. A stream's reader that comes again says by a header where it was: the same as `after`. */
function queryOf({ context, exchange, name }: Call<HandledRouteName>): readonly (readonly [string, string])[] {
  const { query, headers } = exchange.request;
  const pairs = query === "" ? [] : [...new URL(context.req.url).searchParams];
  const last = headers.get("last-event-id");
  if (routeTable[name].answer.kind !== "events" || last === undefined) return pairs;
  return [...pairs.filter(([key]) => key !== "after"), ["after", last]];
}

async function present<Officer>(
  rim: Rim<Officer>,
  done: {
    readonly call: Call<HandledRouteName>;
    readonly presented: Presented;
    readonly session: string | undefined;
  },
): Promise<Reply> {
  const { call, presented, session } = done;
  const { answer } = routeTable[call.name];
  if (presented.kind === "events") {
    return rim.streams.open(presented.events, {
      where: call.name,
      head: call.exchange.request.method === "HEAD",
      session,
    });
  }
  if (presented.kind === "stream") {
    const { content } = presented;
    const head = call.exchange.request.method === "HEAD";
    return streamReply(content, { head, failed: (cause) => rim.faults.report(cause, call.name) });
  }
  const whole = wholeReply({ body: presented.body, type: answer.type, keeping: answer.keeping });
  if (answer.keeping === "public") return validated(whole, call.exchange.request.headers.get("if-none-match"));
  return answer.gzip ? compressed(whole, call.exchange.request.headers.get("accept-encoding")) : whole;
}
