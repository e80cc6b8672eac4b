// The asking end of the link: carries parcels to the other side's node and reads its registers, each request signed and
// each answer believed only when the other side signed it for this very request. It renews its challenges by itself, so
// that in the usual case a parcel is one round trip. When to send, and what, is the exchange's to say.

import type { AccordId } from "../acts/index.ts";
import { pathOf, problem, routes } from "../api/index.ts";
import { fromUtf8, isRefusal, type Refusal, refuse } from "../base/index.ts";
import { documentAnswerLimit, frameLimits } from "../exchange/index.ts";
import type { Ed25519PublicKey, HttpRequest, HttpResponse } from "../seal/index.ts";
import { challengeHeader, type LinkSigner, signLinkRequest, verifyLinkAnswer } from "./http/link-signature.ts";
import { createTransport, type LinkTimeouts, type TransportAnswer } from "./http/link-transport.ts";

export const usualLinkTimeouts: LinkTimeouts = { connectMs: 10_000, answerMs: 60_000 };

/** Bytes: an answer to a parcel is a checkpoint size and a few signatures. */
const parcelAnswerMax = 256 * 1024;
/** Bytes: the largest bundle of leaves is 256 times 65,537. */
const readAnswerMax = 17 * 1024 * 1024;
/** Bytes: a line for each of at most 4,096 documents. */
const documentsAnswerMax = documentAnswerLimit;
/** The other side forgets a challenge ten minutes after its last use: older than this one it is renewed unasked. */
const challengeIdleMs = 9 * 60 * 1000;

export interface LinkClientInput extends LinkSigner {
  /** As the other side's card has it. */
  readonly address: string;
  readonly accord: AccordId;
  readonly peerNodeKey: Ed25519PublicKey;
  /** PEM: the authority, or the very certificate, of the other node's TLS; the machine's authorities when absent. */
  readonly tlsCa?: string;
  readonly timeouts?: LinkTimeouts;
  /** Milliseconds on a clock that is never set back. */
  readonly monotonicMs: () => number;
}

export interface LinkClient {
  /** The other side's answer to a parcel, or why there is none: `api.unreachable` and its kin. */
  carry(parcel: Uint8Array): Promise<Uint8Array | Refusal>;
  /** The other side's answer to frames of documents, or why there is none. */
  carryDocuments(frames: Uint8Array): Promise<Uint8Array | Refusal>;
  /** Bytes of a document from `offset` on; `api.peerRefused` when the other side has none. */
  document(from: { readonly digest: string; readonly offset: number }): Promise<Uint8Array | Refusal>;
  /**
   * A checkpoint, tile or bundle by its path, such as `/registers/…/checkpoint`; `api.peerRefused` when it has none.
   */
  get(path: string): Promise<Uint8Array | Refusal>;
  /** Closes the kept connections. What is under way ends as unreachable. */
  close(): void;
}

interface Asked {
  readonly method: "GET" | "POST";
  readonly target: string;
  readonly body: Uint8Array;
  readonly limit: number;
}

const nothing = new Uint8Array();

export function createLinkClient(input: LinkClientInput): LinkClient {
  const { address } = input;
  const timeouts = input.timeouts ?? usualLinkTimeouts;
  const transport = createTransport({ address, tlsCa: input.tlsCa, timeouts });
  const nonces = createNonces({
    monotonicMs: input.monotonicMs,
    hello: async () => {
      const hello = { method: "POST", target: pathOf("hello"), headers: {}, body: nothing, limit: 4096 } as const;
      const answer = await transport.send(hello);
      return isRefusal(answer) ? answer : challengeIn(answer, address);
    },
  });

  const send = async (asked: Asked, nonce: string): Promise<Uint8Array | Refusal> => {
    const request = requestOf(asked, new URL(address).host);
    const signed = signLinkRequest(input, { request, body: asked.body, nonce });
    const answer = await transport.send({ ...asked, headers: { ...Object.fromEntries(request.headers), ...signed } });
    if (isRefusal(answer)) return answer;
    const sent: HttpRequest = { ...request, headers: new Map([...request.headers, ...Object.entries(signed)]) };
    const flaw = answerFlaw(input, { answer, request: sent });
    if (flaw !== undefined) return flaw;
    const offered = answer.headers.get(challengeHeader);
    if (offered !== undefined) nonces.take(offered);
    return answer.status === 200 ? answer.body : refusalIn(answer);
  };

  const ask = async (asked: Asked): Promise<Uint8Array | Refusal> => {
    const nonce = await nonces.next();
    if (isRefusal(nonce)) return nonce;
    const first = await send(asked, nonce);
    if (!isRefusal(first) || first.details.code !== "api.staleChallenge") return first;
    // The refusal brought a new challenge along.
    const again = await nonces.next();
    return isRefusal(again) ? again : send(asked, again);
  };

  const parcelPath = pathOf("parcel", { params: { accord: input.accord } });
  const documentsPath = pathOf("peerDocuments", { params: { accord: input.accord } });
  return {
    carry: (body) => ask({ method: "POST", target: parcelPath, body, limit: parcelAnswerMax }),
    carryDocuments: (body) => ask({ method: "POST", target: documentsPath, body, limit: documentsAnswerMax }),
    document: ({ digest, offset }) => {
      const target = pathOf("peerDocument", { params: { accord: input.accord, digest }, query: { offset } });
      return ask({ method: "GET", target, body: nothing, limit: frameLimits.bytes });
    },
    get: (target) => ask({ method: "GET", target, body: nothing, limit: readAnswerMax }),
    close: () => transport.close(),
  };
}

function requestOf({ method, target }: Asked, authority: string): HttpRequest {
  const mark = target.indexOf("?");
  return {
    kind: "request",
    method,
    authority,
    path: mark === -1 ? target : target.slice(0, mark),
    query: mark === -1 ? "" : target.slice(mark),
    headers: new Map(method === "POST" ? [["content-type", "application/octet-stream"]] : []),
  };
}

/** Why the answer cannot be believed; undefined when the other side signed it for this request. */
function answerFlaw(
  { suite, address, peerNodeKey }: LinkClientInput,
  { answer, request }: { readonly answer: TransportAnswer; readonly request: HttpRequest },
): Refusal | undefined {
  const response: HttpResponse = { kind: "response", status: answer.status, headers: answer.headers, request };
  const flaw = verifyLinkAnswer({ suite, answer: response, body: answer.body, peerKey: peerNodeKey });
  if (flaw === undefined) return undefined;
  if (flaw.code === "seal.httpSignatureMissing") {
    return refuse("api.unsignedAnswer", { address, status: answer.status });
  }
  return refuse("api.wrongAnswer", { address, problem: flaw.code });
}

function refusalIn(answer: TransportAnswer): Refusal {
  const read = problem.safeParse(jsonIn(answer));
  if (read.success) {
    const { code, failed, expected, todo } = read.data;
    return refuse("api.peerRefused", { code, failed, expected, todo });
  }
  const failed = `It answered with the status ${answer.status}.`;
  return refuse("api.peerRefused", { code: "(no code)", failed, expected: "(not said)", todo: "(not said)" });
}

function challengeIn(answer: TransportAnswer, address: string): string | Refusal {
  const read = routes.hello.answer.parse(jsonIn(answer));
  if (!isRefusal(read) && /^[A-Za-z0-9_-]{43}$/.test(read.challenge)) return read.challenge;
  return refuse("api.unreachable", { address, problem: `no challenge came, but the status ${answer.status}` });
}

/** Undefined when the body is not JSON. */
function jsonIn({ body }: TransportAnswer): unknown {
  try {
    return JSON.parse(fromUtf8(body) ?? "");
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

interface Nonces {
  next(): Promise<string | Refusal>;
  take(challenge: string): void;
}

interface Counted {
  readonly challenge: string;
  counter: number;
  usedAt: number;
}

/** Nonces in the order of their counters, all on one challenge until it is stale. */
function createNonces(input: {
  readonly hello: () => Promise<string | Refusal>;
  readonly monotonicMs: () => number;
}): Nonces {
  let current: Counted | undefined;
  let asking: Promise<string | Refusal> | undefined;

  /** A challenge that others have begun to count on goes on with their counter. */
  const taken = (challenge: string): Counted =>
    current?.challenge === challenge ? current : { challenge, counter: 0, usedAt: input.monotonicMs() };
  return {
    take: (challenge) => {
      current = taken(challenge);
    },
    async next() {
      if (current === undefined || input.monotonicMs() - current.usedAt > challengeIdleMs) {
        // Requests that start together share one challenge.
        asking ??= input.hello().finally(() => {
          asking = undefined;
        });
        const challenge = await asking;
        if (isRefusal(challenge)) return challenge;
        current = taken(challenge);
      }
      current.counter += 1;
      current.usedAt = input.monotonicMs();
      return `${current.challenge}.${current.counter}`;
    },
  };
}
