// The node's API as a page calls it, typed by the table of routes. What the node answers is checked by the same
// schemas as it was sent by.

import {
  type PathInput,
  pathOf,
  problem,
  type RefusalText,
  type RouteName,
  type RouteOutput,
  routeTable,
} from "../../api/index.ts";
import { Fault, isRefusal } from "../../base/index.ts";

/** The node does not answer: it is down, or the way to it is. What was typed is kept and can be sent again. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** The node's own refusal, with its words. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly refusal: RefusalText;
  readonly status: number;

  constructor(refusal: RefusalText, status: number) {
    super(`${refusal.code}: ${refusal.failed}`);
    this.refusal = refusal;
    this.status = status;
  }
}

/** Of a cookie's request the node asks for this, which no page of another origin can send (docs/threat-model.md). */
export const requestMark = { "entente-request": "1" } as const;

export interface CallInput extends PathInput {
  readonly body?: unknown;
  /** Of a route that takes bytes as they come. */
  readonly bytes?: Blob;
  readonly signal?: AbortSignal;
}

/** Throws `Refused` or `Unreachable`; a Fault when the answer is not of the form the contract gives it. */
export async function call<Name extends RouteName>(name: Name, input: CallInput = {}): Promise<RouteOutput<Name>> {
  const route = routeTable[name];
  const response = await send(pathOf(name, input), {
    method: route.method,
    credentials: "same-origin",
    ...contentOf(input),
    ...(input.signal === undefined ? {} : { signal: input.signal }),
  });
  if (!response.ok) throw await refusedBy(response);
  const value: unknown = await answerIn(response, route.answer.kind);
  const read = route.answer.parse(value);
  if (isRefusal(read)) throw new Fault("web.badAnswer", `${name}: ${read.code} ${JSON.stringify(read.details)}`);
  return read;
}

function contentOf({ body, bytes }: CallInput): Pick<RequestInit, "headers" | "body"> {
  if (bytes !== undefined)
    return { headers: { ...requestMark, "content-type": "application/octet-stream" }, body: bytes };
  if (body === undefined) return { headers: { ...requestMark } };
  return { headers: { ...requestMark, "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    // fetch rejects with a TypeError when nobody answers; anything else (an abort) is the caller's own.
    if (cause instanceof TypeError) throw new Unreachable("The node does not answer.", { cause });
    throw cause;
  }
}

async function answerIn(response: Response, kind: string): Promise<unknown> {
  if (kind === "json") return await response.json();
  return kind === "octets" ? new Uint8Array(await response.arrayBuffer()) : await response.text();
}

async function refusedBy(response: Response): Promise<Error> {
  const text = await response.text();
  const body: unknown = text.startsWith("{") ? JSON.parse(text) : undefined;
  const read = problem.safeParse(body);
  // A proxy before the node answers in its own words: to the reader the node is not there.
  if (!read.success) return new Unreachable(`HTTP ${response.status}`);
  const { code, failed, expected, todo, details } = read.data;
  return new Refused({ code, failed, expected, todo, details }, response.status);
}
