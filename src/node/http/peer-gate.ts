// Lets the other side's node in by its signature, once for each nonce, and signs what it is answered.

import type { AccordId, PartyCode } from "../../acts/index.ts";
import { isAccordId } from "../../acts/index.ts";
import type { Peer } from "../../api/index.ts";
import { isRefusal, type Refusal, type RefusalCode, refuse, utf8 } from "../../base/index.ts";
import { contentDigest, type Ed25519PublicKey, type HttpResponse, keyIdOf } from "../../seal/index.ts";
import { type Challenges, createChallenges } from "./challenges.ts";
import type { HttpExchange } from "./exchange.ts";
import { challengeHeader, type LinkSigner, signLinkAnswer, verifyLinkRequest } from "./link-signature.ts";
import type { Reply } from "./reply.ts";

/** The other side of an accord, as its card in the founding has it. */
export interface PeerCard {
  readonly party: PartyCode;
  readonly nodeKey: Ed25519PublicKey;
}

export interface PeerGateInput extends LinkSigner {
  readonly peerOf: (accord: AccordId) => PeerCard | undefined;
  readonly monotonicMs: () => number;
  /** Secret bytes from the machine's generator. */
  readonly randomBytes: (length: number) => Uint8Array;
}

export interface AdmittedPeer {
  readonly peer: Peer;
  /** To be asked once the body has been read: `api.alteredBody`, or undefined. */
  bodyFlaw(body: Uint8Array): Refusal | undefined;
}

export interface PeerGate {
  readonly challenges: Challenges;
  admit(exchange: HttpExchange, accord: string): AdmittedPeer | Refusal;
  /** The reply with this node's signature, when the request it answers was signed; unchanged otherwise. */
  sign(exchange: HttpExchange, reply: Reply): Reply;
}

export function isSigned(exchange: HttpExchange): boolean {
  return exchange.request.headers.has("signature");
}

export function createPeerGate(input: PeerGateInput): PeerGate {
  const { suite, peerOf, monotonicMs } = input;
  const challenges = createChallenges({ suite, monotonicMs, secret: input.randomBytes(32) });

  const admit: PeerGate["admit"] = (exchange, accord) => {
    if (!exchange.secure) return refuse("api.insecureChannel", { from: exchange.from });
    if (!isSigned(exchange)) return refuse("api.unsigned");
    const card = isAccordId(accord) ? peerOf(accord) : undefined;
    if (!isAccordId(accord) || card === undefined) {
      return refuse("api.unknown", { what: "accord", got: accord.slice(0, 64) });
    }
    const verified = verifyLinkRequest({ suite, request: exchange.request, peerKey: card.nodeKey });
    if (isRefusal(verified)) return ownRefusal(verified, card.party);
    const refused = challenges.use({ peer: keyIdOf(suite, card.nodeKey), nonce: verified.nonce });
    if (refused !== undefined) return refused;
    return {
      peer: { party: card.party, accord },
      bodyFlaw: (body) =>
        contentDigest(suite, body) === verified.digest.trim() ? undefined : refuse("api.alteredBody"),
    };
  };

  const sign: PeerGate["sign"] = (exchange, reply) => {
    if (!isSigned(exchange) || reply.body instanceof ReadableStream) return reply;
    const body = typeof reply.body === "string" ? utf8(reply.body) : reply.body;
    const answer: HttpResponse = {
      kind: "response",
      status: reply.status,
      headers: new Map(Object.entries(reply.headers)),
      request: exchange.request,
    };
    return { ...reply, headers: { ...reply.headers, ...signLinkAnswer(input, { answer, body }) } };
  };

  return { challenges, admit, sign };
}

const ownCodes: ReadonlyMap<RefusalCode, "api.unsigned" | "api.alteredBody"> = new Map([
  ["seal.httpSignatureMissing", "api.unsigned"],
  ["seal.bodyNotCovered", "api.alteredBody"],
]);

function ownRefusal(refusal: Refusal, party: PartyCode): Refusal {
  if (refusal.code === "seal.httpKeyUnknown") {
    return refuse("api.wrongCard", { keyid: String(refusal.details.keyid), party });
  }
  const code = ownCodes.get(refusal.code);
  return code === undefined ? refusal : refuse(code);
}

/** The headers a refused peer needs to go on at once. */
export function headersFor(refusal: Refusal, challenges: Challenges): Readonly<Record<string, string>> {
  return refusal.code === "api.staleChallenge" ? { [challengeHeader]: challenges.give() } : {};
}
