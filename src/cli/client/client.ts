// Calls this side's node by the routes of the API, with an officer's token: each answer is parsed, and each refusal is
// the node's own.

import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { type PathInput, pathOf, problem, type RouteName, type RouteOutput, routeTable } from "../../api/index.ts";
import { fromUtf8, isRefusal, type Refusal, type RefusalCode, refusalWords, refuse, utf8 } from "../../base/index.ts";
import type { NodeAddress } from "./address.ts";
import { type SentStream, send } from "./connection.ts";

export interface NodeClient {
  readonly address: NodeAddress;
  /** Headers that show the officer's token. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed answer; the node's refusal, or `cli.nodeSilent`, `cli.badAnswer`. */
  call<Name extends RouteName>(name: Name, input?: CallInput): Promise<RouteOutput<Name> | Refusal>;
  /** The beginning of an answer that is too long to be read as a whole; refused as `call` is. */
  read(name: RouteName, input: PathInput): Promise<IncomingMessage | Refusal>;
}

export interface CallInput extends PathInput {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, instead of a body. */
  readonly content?: SentStream;
}

const answerMs = 60_000;

export function createClient(input: { readonly address: NodeAddress; readonly token: string | undefined }): NodeClient {
  const { address, token } = input;
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const bad = (why: string): Refusal => refuse("cli.badAnswer", { address: address.url.origin, problem: why });
  const ask = (name: RouteName, { body, content, ...path }: CallInput): Promise<IncomingMessage | Refusal> => {
    const type = content === undefined ? "application/json" : "application/octet-stream";
    const sent = content ?? (body === undefined ? undefined : utf8(JSON.stringify(body)));
    return send(address, {
      method: routeTable[name].method,
      target: pathOf(name, path),
      headers: sent === undefined ? headers : { ...headers, "content-type": type },
      ...(sent === undefined ? {} : { body: sent }),
      answerMs,
    });
  };
  return {
    address,
    headers,
    async call(name, called = {}) {
      const route = routeTable[name];
      const answer = await ask(name, called);
      if (isRefusal(answer)) return answer;
      const bytes = await buffer(answer).catch((cause: Error) => cause);
      if (bytes instanceof Error)
        return refuse("cli.nodeSilent", { address: address.url.origin, problem: bytes.message });
      const text = fromUtf8(bytes);
      if (answer.statusCode !== 200) return refusalIn(text) ?? bad(`the status ${answer.statusCode}`);
      const value = route.answer.kind === "json" ? jsonIn(text) : route.answer.kind === "text" ? text : bytes;
      const read = route.answer.parse(value);
      return isRefusal(read) ? bad(String(read.details.problem ?? read.code)) : read;
    },
    async read(name, input) {
      const answer = await ask(name, input);
      if (isRefusal(answer) || answer.statusCode === 200) return answer;
      const bytes = await buffer(answer).catch(() => undefined);
      return refusalIn(bytes && fromUtf8(bytes)) ?? bad(`the status ${answer.statusCode}`);
    },
  };
}

/** A refusal as it came over the wire (RFC 9457), with this program's words where it knows the code. */
export function refusalIn(text: string | undefined): Refusal | undefined {
  const read = problem.safeParse(jsonIn(text));
  if (!read.success) return undefined;
  return refusalOf(read.data);
}

/** A refusal inside an answer. */
export function refusalOf(told: {
  readonly code: string;
  readonly failed: string;
  readonly expected: string;
  readonly todo: string;
  readonly details: Refusal["details"];
}): Refusal {
  const { code, failed, expected, todo, details } = told;
  return isKnownCode(code) ? refuse(code, details) : refuse("cli.nodeRefused", { code, failed, expected, todo });
}

function isKnownCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusalWords, code);
}

function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** The Date header in milliseconds since 1970, or undefined. */
export function dateOf(headers: IncomingHttpHeaders): number | undefined {
  const date = Date.parse(headers.date ?? "");
  return Number.isNaN(date) ? undefined : date;
}
