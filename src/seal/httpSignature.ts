// Signing and verifying HTTP messages (RFC 9421) with Ed25519, and the digest of their bodies (RFC 9530, sha-256 only).
//
// Signature-Input and Signature are read strictly: exactly one signature, and exactly the form that this file writes.
// It is a subset of the structured fields of RFC 8941, not a reader of them.
//
// Not here: how old `created` may be and whether a nonce was seen before. There is no clock below `node`; the caller
// asks both of what `verifyMessage` gives back.

import { base64, fromBase64, isRefusal, type Refusal, refuse, utf8 } from "../base/index.ts";
import {
  type Component,
  formatParameters,
  type HttpMessage,
  type SignatureParameters,
  signatureBase,
} from "./httpMessage.ts";
import type { Ed25519PublicKey, Ed25519Signer, Suite } from "./suite.ts";

/** The value of Content-Digest for a body. */
export function contentDigest(suite: Suite, body: Uint8Array): string {
  return `sha-256=:${base64(suite.sha256(body))}:`;
}

export interface SignatureHeaders {
  readonly "signature-input": string;
  readonly signature: string;
}

/**
 * Signs a message; gives the two headers to add. Refused as `seal.httpComponentMissing` when the message lacks a
 * component to cover, as `seal.httpSignatureMalformed` when a parameter could not be written in the form that is read.
 */
export function signMessage(input: {
  readonly message: HttpMessage;
  readonly label: string;
  readonly components: readonly Component[];
  readonly parameters: SignatureParameters;
  readonly signer: Ed25519Signer;
}): SignatureHeaders | Refusal {
  const { message, label, components, parameters, signer } = input;
  const base = signatureBase({ message, components, parameters });
  if (typeof base !== "string") return base;
  const signatureInput = `${label}=${formatParameters(components, parameters)}`;
  if (parseSignatureInput(signatureInput) === undefined) {
    return refuse("seal.httpSignatureMalformed", { header: "Signature-Input" });
  }
  return { "signature-input": signatureInput, signature: `${label}=:${base64(signer.sign(utf8(base)))}:` };
}

export interface VerifiedMessage {
  readonly components: readonly Component[];
  readonly parameters: SignatureParameters;
}

/** The parameters that a verifier may insist on beside `created` and `keyid`, which are always there. */
export type OptionalParameter = "nonce" | "alg" | "tag";

/**
 * Verifies the one signature of an untrusted message, and its body when Content-Digest is covered. A body that is not
 * covered is refused, so that nobody acts on bytes that nobody signed.
 */
export function verifyMessage(input: {
  readonly suite: Suite;
  readonly message: HttpMessage;
  /** The bytes as they came; empty when there are none. */
  readonly body: Uint8Array;
  /** What must be covered at least. */
  readonly components: readonly Component[];
  readonly parameters: readonly OptionalParameter[];
  /** What the tag must be; any, or none, where it is undefined. */
  readonly tag: string | undefined;
  readonly keyOf: (keyid: string) => Ed25519PublicKey | undefined;
}): VerifiedMessage | Refusal {
  const { suite, message, keyOf } = input;
  const signed = readSignature(message);
  if (isRefusal(signed)) return signed;
  const { components, parameters } = signed;
  for (const component of input.components) {
    if (!components.includes(component)) return refuse("seal.httpComponentNotCovered", { component });
  }
  for (const parameter of input.parameters) {
    if (parameters[parameter] === undefined) return refuse("seal.httpParameterMissing", { parameter });
  }
  if (input.tag !== undefined && parameters.tag !== input.tag) {
    return refuse("seal.httpTagUnexpected", { came: parameters.tag ?? "(none)", expected: input.tag });
  }
  const key = keyOf(parameters.keyid);
  if (key === undefined) return refuse("seal.httpKeyUnknown", { keyid: parameters.keyid });
  const base = signatureBase({ message, components, parameters });
  if (typeof base !== "string") return base;
  if (!suite.verifyEd25519({ key, message: utf8(base), signature: signed.signature })) {
    return refuse("seal.httpSignatureInvalid", { keyid: parameters.keyid });
  }
  return bodyFlaw(input, components) ?? { components, parameters };
}

function bodyFlaw(
  input: { readonly suite: Suite; readonly message: HttpMessage; readonly body: Uint8Array },
  components: readonly Component[],
): Refusal | undefined {
  const { suite, message, body } = input;
  if (!components.includes("content-digest")) return body.length > 0 ? refuse("seal.bodyNotCovered") : undefined;
  const signed = message.headers.get("content-digest")?.trim();
  return signed === contentDigest(suite, body) ? undefined : refuse("seal.contentDigestMismatch");
}

interface SignatureInput {
  readonly label: string;
  readonly components: readonly Component[];
  readonly parameters: SignatureParameters;
}

function readSignature(message: HttpMessage): (SignatureInput & { readonly signature: Uint8Array }) | Refusal {
  const inputText = message.headers.get("signature-input")?.trim();
  if (inputText === undefined) return refuse("seal.httpSignatureMissing", { header: "Signature-Input" });
  const signatureText = message.headers.get("signature")?.trim();
  if (signatureText === undefined) return refuse("seal.httpSignatureMissing", { header: "Signature" });
  const signed = parseSignatureInput(inputText);
  if (signed === undefined) return refuse("seal.httpSignatureMalformed", { header: "Signature-Input" });
  const [, label, encoded] = /^([a-z][a-z0-9_.*-]*)=:([A-Za-z0-9+/]+={0,2}):$/.exec(signatureText) ?? [];
  const signature = encoded === undefined || label !== signed.label ? undefined : fromBase64(encoded);
  if (signature === undefined) return refuse("seal.httpSignatureMalformed", { header: "Signature" });
  return { ...signed, signature };
}

const maxInputLength = 2048;
const quoted = String.raw`"([^"\\]*)"`;
const inputPattern = new RegExp(
  [
    "^([a-z][a-z0-9_.*-]*)=",
    String.raw`\(((?:"[^" ()\\]+"(?:;req)?(?: |(?=\))))*)\)`,
    String.raw`;created=(\d{1,15});keyid=${quoted}`,
    `(?:;nonce=${quoted})?(?:;alg="(ed25519)")?(?:;tag=${quoted})?$`,
  ].join(""),
);

function parseSignatureInput(text: string): SignatureInput | undefined {
  if (text.length > maxInputLength || !/^[\x20-\x7e]*$/.test(text)) return undefined;
  const match = inputPattern.exec(text);
  if (match === null) return undefined;
  const [, label = "", list = "", created = "", keyid = "", nonce, alg, tag] = match;
  const components = list === "" ? [] : list.split(" ").map((item) => item.replaceAll('"', ""));
  if (new Set(components).size !== components.length) return undefined;
  const parameters: SignatureParameters = {
    created: Number(created),
    keyid,
    ...(nonce === undefined ? {} : { nonce }),
    ...(alg === "ed25519" ? { alg } : {}),
    ...(tag === undefined ? {} : { tag }),
  };
  // Written again it must be the same text, so that what is verified is what was received.
  const same = `${label}=${formatParameters(components, parameters)}` === text;
  return same ? { label, components, parameters } : undefined;
}
