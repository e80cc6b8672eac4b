// The signed envelope of an act: JWS in its general JSON serialisation (RFC 7515 section 7.2.1), of which exactly one
// form is written and read, itself canonical JSON:
//
//   {"payload":"<base64url>","signatures":[{"protected":"<base64url>","signature":"<base64url>"}]}
//
// with one to four signatures, each protected header being {"alg":"Ed25519","kid":"<thumbprint>"} (RFC 9864). The form
// is so fixed that the reader is a scanner and not a JSON parser. Not implemented: unprotected headers, detached
// payloads, other algorithms. What the payload says is not looked at.

import { base64url, concat, Fault, fromUtf8, isRefusal, type Refusal, refuse, utf8 } from "../base/index.ts";
import { decodeLong, decodeShort } from "./base64urlScan.ts";
import { type KeyId, parseKeyId } from "./keyId.ts";

export interface EnvelopeSignature {
  readonly kid: KeyId;
  /** What was signed: the protected header, a dot and the payload, both in base64url (RFC 7515 section 5.1). */
  readonly signingInput: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

export interface Envelope {
  readonly payload: Uint8Array;
  /** One to four, in the order in which they stand. */
  readonly signatures: readonly EnvelopeSignature[];
}

export const maxEnvelopeSignatures = 4;

const head = '{"payload":"';
const middle = '","signatures":[';
const beforeHeader = '{"protected":"';
const beforeSignature = '","signature":"';
const afterSignature = '"}';
const tail = "]}";
// The header's first 24 bytes are always the same and fall on a boundary of base64, so they need not be decoded.
const headerStart = utf8(base64url(utf8('{"alg":"Ed25519","kid":"')));
const headerEndText = '"}';
const headerLength = 92;
const signatureLength = 86;

/** The protected header for a key, in base64url. */
export function protectedHeader(kid: KeyId): string {
  return base64url(utf8(`{"alg":"Ed25519","kid":"${kid}"}`));
}

/**
 * Writes an envelope. `protected` is in base64url, as `protectedHeader` gives it. Throws `Fault` for 0 or more than 4
 * signatures.
 */
export function encodeEnvelope(input: {
  readonly payload: Uint8Array;
  readonly signatures: readonly { readonly protected: string; readonly signature: Uint8Array }[];
}): Uint8Array {
  const { payload, signatures } = input;
  if (signatures.length < 1 || signatures.length > maxEnvelopeSignatures) {
    throw new Fault("seal.signatureCount", `An envelope has 1 to 4 signatures, not ${signatures.length}.`);
  }
  const entries = signatures.map(
    (entry) => beforeHeader + entry.protected + beforeSignature + base64url(entry.signature) + afterSignature,
  );
  return utf8(head + base64url(payload) + middle + entries.join(",") + tail);
}

/**
 * Reads an untrusted envelope to the last byte; refused as `seal.badEnvelope`. Checks the form only: whether a
 * signature matches is `verifyEnvelopeSignature`.
 */
export function parseEnvelope(bytes: Uint8Array): Envelope | Refusal {
  const text = fromUtf8(bytes);
  if (text === undefined || !text.startsWith(head)) return flaw(0, "an envelope beginning with its payload");
  const payloadEnd = text.indexOf('"', head.length);
  const payload = payloadEnd < 0 ? undefined : decodeLong(text.slice(head.length, payloadEnd));
  if (payload === undefined) return flaw(head.length, "a payload in canonical base64url");
  if (!text.startsWith(middle, payloadEnd)) return flaw(payloadEnd, "the list of signatures");

  const payloadBytes = bytes.subarray(head.length, payloadEnd);
  const signatures: EnvelopeSignature[] = [];
  let at = payloadEnd + middle.length;
  for (;;) {
    const signature = readSignature({ text, at, bytes, payloadBytes });
    if (isRefusal(signature)) return signature;
    signatures.push(signature);
    at += entryLength;
    if (text.startsWith(tail, at)) break;
    if (text[at] !== "," || signatures.length === maxEnvelopeSignatures) {
      return flaw(at, "the end of the envelope, or another of up to four signatures");
    }
    at++;
  }
  if (at + tail.length !== text.length) return flaw(at + tail.length, "the end of the text");
  return { payload, signatures };
}

const entryLength =
  beforeHeader.length + headerLength + beforeSignature.length + signatureLength + afterSignature.length;

function readSignature(input: {
  readonly text: string;
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly payloadBytes: Uint8Array;
}): EnvelopeSignature | Refusal {
  const { text, at, bytes, payloadBytes } = input;
  const headerAt = at + beforeHeader.length;
  const headerEnd = headerAt + headerLength;
  const signatureAt = headerEnd + beforeSignature.length;
  const signatureEnd = signatureAt + signatureLength;
  const framed =
    text.startsWith(beforeHeader, at) &&
    text.startsWith(beforeSignature, headerEnd) &&
    text.startsWith(afterSignature, signatureEnd);
  if (!framed) return flaw(at, "a signature with its protected header and its value, and no more");

  const kid = readHeader(bytes, headerAt);
  if (kid === undefined) return flaw(headerAt, "a protected header of exactly alg Ed25519 and kid");
  const signature = decodeShort({ bytes, from: signatureAt, length: signatureLength });
  if (signature === undefined) return flaw(signatureAt, "a signature of 64 bytes in canonical base64url");
  // Every byte up to here was ASCII, so an offset in the text is an offset in the bytes.
  return new ReadSignature({ kid, signature, header: bytes.subarray(headerAt, headerEnd), payloadBytes });
}

class ReadSignature implements EnvelopeSignature {
  readonly kid: KeyId;
  readonly signature: Uint8Array;
  readonly #header: Uint8Array;
  readonly #payload: Uint8Array;

  constructor(parts: { kid: KeyId; signature: Uint8Array; header: Uint8Array; payloadBytes: Uint8Array }) {
    this.kid = parts.kid;
    this.signature = parts.signature;
    this.#header = parts.header;
    this.#payload = parts.payloadBytes;
  }

  /** Made when it is asked for: it is as long as the payload, and whoever only reads an act does not need it. */
  get signingInput(): Uint8Array {
    return concat([this.#header, dot, this.#payload]);
  }
}

const dot = utf8(".");

function readHeader(bytes: Uint8Array, at: number): KeyId | undefined {
  for (let i = 0; i < headerStart.length; i++) if (bytes[at + i] !== headerStart[i]) return undefined;
  const rest = decodeShort({ bytes, from: at + headerStart.length, length: headerLength - headerStart.length });
  const text = rest === undefined ? undefined : fromUtf8(rest);
  if (!text?.endsWith(headerEndText)) return undefined;
  const kid = parseKeyId(text.slice(0, -headerEndText.length));
  return isRefusal(kid) ? undefined : kid;
}

function flaw(at: number, part: string): Refusal {
  return refuse("seal.badEnvelope", { at, part });
}
