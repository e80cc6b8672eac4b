// What the two nodes sign of their messages over the link (RFC 9421), the same for the one that asks and the one that
// answers. A request's nonce makes it good once; an answer is bound to its request by that request's signature.
//
// @NOTE The covered @path is the one behind the address in the card: where the address itself has a path, a proxy takes
// it off before the other node sees the request.

import { Fault, isRefusal, type Refusal } from "../../base/index.ts";
import {
  type Component,
  contentDigest,
  type Ed25519PublicKey,
  type Ed25519Signer,
  type HttpRequest,
  type HttpResponse,
  keyIdOf,
  type SignatureHeaders,
  type Suite,
  signMessage,
  verifyMessage,
} from "../../seal/index.ts";

export const linkTag = "entente-link/1";
/** In an answer of the refusal api.staleChallenge: the challenge to take instead. */
export const challengeHeader = "entente-challenge";

const label = "link";
const requestComponents: readonly Component[] = ["@method", "@path", "content-digest"];
const answerComponents: readonly Component[] = ["signature;req", "@status", "content-digest"];

export interface LinkSigner {
  readonly suite: Suite;
  readonly signer: Ed25519Signer;
  /** POSIX seconds. Written into `created` for whoever reads a trace; nobody relies on it. */
  readonly seconds: () => number;
}

/** The headers to add to a request whose body is `body`. A content type among its headers is covered. */
export function signLinkRequest(
  by: LinkSigner,
  input: { readonly request: HttpRequest; readonly body: Uint8Array; readonly nonce: string },
): SignatureHeaders & { readonly "content-digest": string } {
  const digest = contentDigest(by.suite, input.body);
  const request = { ...input.request, headers: new Map([...input.request.headers, ["content-digest", digest]]) };
  const components = requestCoverage(request);
  return { ...sign(by, { message: request, components, nonce: input.nonce }), "content-digest": digest };
}

/**
 * Whether the peer signed the request, its body aside: that is compared with Content-Digest when it has been read, so
 * that nobody's bytes are taken in before it is known whose they are. Refused as the seal refuses a signature.
 */
export function verifyLinkRequest(input: {
  readonly suite: Suite;
  readonly request: HttpRequest;
  readonly peerKey: Ed25519PublicKey;
}): { readonly nonce: string; readonly digest: string } | Refusal {
  const { suite, request, peerKey } = input;
  const keyid = keyIdOf(suite, peerKey);
  const verified = verifyMessage({
    suite,
    message: request,
    body: new Uint8Array(),
    components: requestCoverage(request),
    parameters: ["nonce", "alg"],
    tag: linkTag,
    keyOf: (id) => (id === keyid ? peerKey : undefined),
  });
  // The digest is looked at last: of a request with a body this one refusal means that everything else was right.
  if (isRefusal(verified) && verified.code !== "seal.contentDigestMismatch") return verified;
  const nonce = /;nonce="([^"\\]*)"/.exec(request.headers.get("signature-input") ?? "")?.[1] ?? "";
  return { nonce, digest: request.headers.get("content-digest") ?? "" };
}

/** The headers to add to an answer. */
export function signLinkAnswer(
  by: LinkSigner,
  input: { readonly answer: HttpResponse; readonly body: Uint8Array },
): SignatureHeaders & { readonly "content-digest": string } {
  const digest = contentDigest(by.suite, input.body);
  const answer = { ...input.answer, headers: new Map([...input.answer.headers, ["content-digest", digest]]) };
  const components = coveredIn(answerComponents, { headers: answer.headers, also: ["content-type", challengeHeader] });
  return { ...sign(by, { message: answer, components }), "content-digest": digest };
}

/** Undefined when the peer signed this answer to this request; else why not. */
export function verifyLinkAnswer(input: {
  readonly suite: Suite;
  readonly answer: HttpResponse;
  readonly body: Uint8Array;
  readonly peerKey: Ed25519PublicKey;
}): Refusal | undefined {
  const { suite, answer, body, peerKey } = input;
  const keyid = keyIdOf(suite, peerKey);
  const verified = verifyMessage({
    suite,
    message: answer,
    body,
    components: coveredIn(answerComponents, { headers: answer.headers, also: ["content-type", challengeHeader] }),
    parameters: ["alg"],
    tag: linkTag,
    keyOf: (id) => (id === keyid ? peerKey : undefined),
  });
  return isRefusal(verified) ? verified : undefined;
}

function requestCoverage(request: HttpRequest): readonly Component[] {
  const always = request.query === "" ? requestComponents : [...requestComponents, "@query"];
  return coveredIn(always, { headers: request.headers, also: ["content-type"] });
}

function coveredIn(
  always: readonly Component[],
  rest: { readonly headers: ReadonlyMap<string, string>; readonly also: readonly string[] },
): readonly Component[] {
  return [...always, ...rest.also.filter((name) => rest.headers.has(name))];
}

function sign(
  { suite, signer, seconds }: LinkSigner,
  input: {
    readonly message: HttpRequest | HttpResponse;
    readonly components: readonly Component[];
    readonly nonce?: string;
  },
): SignatureHeaders {
  const { message, components, nonce } = input;
  const keyid = keyIdOf(suite, signer.publicKey);
  const parameters = { created: seconds(), keyid, ...(nonce === undefined ? {} : { nonce }), alg: "ed25519" } as const;
  const signed = signMessage({ message, label, components, parameters: { ...parameters, tag: linkTag }, signer });
  if (isRefusal(signed)) throw new Fault("node.unsignable", `A message of this node cannot be signed: ${signed.code}.`);
  return signed;
}
