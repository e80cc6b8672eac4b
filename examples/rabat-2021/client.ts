// One side's public API as an officer calls it, typed by the API's own table of routes. What cannot be reached is an
// `Unreachable`, what is refused a `Refused` with the node's own words.

import {
  type PathInput,
  pathOf,
  problem,
  type RefusalText,
  type RouteName,
  type RouteOutput,
  routeTable,
} from "../../src/api/index.ts";
import { isRefusal, refusalLine } from "../../src/base/index.ts";

const answerMs = 10_000;

/** The node does not answer: it may be starting again. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

export class Refused extends Error {
  override readonly name = "Refused";
  readonly refusal: RefusalText;

  constructor(refusal: RefusalText) {
    super(`${refusal.code}: ${refusal.failed} ${refusal.todo}`);
    this.refusal = refusal;
  }
}

export interface Call extends PathInput {
  /** The officer's token; none where anyone may ask. */
  readonly token?: string;
  readonly body?: unknown;
}

export async function call<Name extends RouteName>(
  name: Name,
  input: Call & { readonly url: string },
): Promise<RouteOutput<Name>> {
  const route = routeTable[name];
  const answer = await send(new URL(pathOf(name, input), input.url), {
    method: route.method,
    headers: {
      ...(input.token === undefined ? {} : { authorization: `Bearer ${input.token}` }),
      ...(input.body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  });
  if (!answer.ok) throw refusedBy(answer);
  const value = route.answer.kind === "json" ? JSON.parse(answer.text()) : undefined;
  const read = route.answer.parse(value ?? (route.answer.kind === "octets" ? answer.bytes : answer.text()));
  if (isRefusal(read)) throw new Error(refusalLine(read));
  return read;
}

/** The content of a document that was opened, or its sealed file, whole. */
export async function fetchBytes(
  name: "documentContent" | "sealedDocument",
  input: PathInput & { readonly url: string; readonly token: string },
): Promise<Uint8Array> {
  const headers = { authorization: `Bearer ${input.token}` };
  const answer = await send(new URL(pathOf(name, input), input.url), { headers });
  if (!answer.ok) throw refusedBy(answer);
  return answer.bytes;
}

interface Answered {
  readonly ok: boolean;
  readonly status: number;
  readonly bytes: Uint8Array;
  text(): string;
}

async function send(url: URL, init: RequestInit): Promise<Answered> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(answerMs) });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { ok: response.ok, status: response.status, bytes, text: () => new TextDecoder().decode(bytes) };
  } catch (cause) {
    // fetch rejects with a TypeError when nobody listens or the answer is cut off, with a TimeoutError when it is late.
    if (cause instanceof TypeError || (cause instanceof Error && cause.name === "TimeoutError"))
      throw new Unreachable(`${url.origin} does not answer.`, { cause });
    throw cause;
  }
}

function refusedBy(answer: Answered): Error {
  const text = answer.text();
  if (!text.startsWith("{")) return new Error(`HTTP ${answer.status}: ${text.slice(0, 200)}`);
  const read = problem.safeParse(JSON.parse(text));
  if (!read.success) return new Error(`HTTP ${answer.status}: ${text.slice(0, 200)}`);
  const { code, failed, expected, todo, details } = read.data;
  return new Refused({ code, failed, expected, todo, details });
}
