// The signed envelope of an act: JWS in its general JSON serialisation (RFC 7515 section 7.2.1), of which exactly one
// form is written and read, itself canonical JSON:
//
//   {"payload":"<base64url>","signatures":[{"protected":"<base64url>","signature":"<base64url>"}]}
//
// with one to four signatures, each protected header being {"alg":"Ed25519","kid":"<thumbprint>"} (RFC 9864), or for an
// officer's passkey {"alg":"WebAuthn-ES256","kid":"<id>"} (assertion.ts). The form is so fixed that the reader is a
// scanner and not a JSON parser. Not implemented: unprotected headers, detached payloads, other algorithms. What the
// payload says is not looked at.

import { base64url, concat, Fault, fromUtf8, isRefusal, type Refusal, refuse, utf8 } from "../base/index.ts";
import { assertionBytesMax, assertionBytesMin } from "./assertion.ts";
import { decodeLong, decodeShort } from "./base64urlScan.ts";
import { type KeyId, parseKeyId } from "./keyId.ts";

export type EnvelopeAlgorithm = "Ed25519" | "WebAuthn-ES256";

export interface EnvelopeSignature {
  readonly algorithm: EnvelopeAlgorithm;
  readonly kid: KeyId;
  /** What was signed: the protected header, a dot and the payload, both in base64url (RFC 7515 section 5.1). */
  readonly signingInput: Uint8Array;
  /** 64 bytes of Ed25519, or an assertion. */
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
const headerEndText = '"}';

interface Form {
  readonly algorithm: EnvelopeAlgorithm;
  /** What its header begins with, up to the key's id. */
  readonly start: string;
  /** Characters of the header in base64url. */
  readonly length: number;
}

const kidLength = 43;

function formOf(algorithm: EnvelopeAlgorithm): Form {
  const start = `{"alg":"${algorithm}","kid":"`;
  const length = Math.ceil(((start.length + kidLength + headerEndText.length) * 4) / 3);
  return { algorithm, start, length };
}

/** Told apart by their lengths: 92 characters and 102. */
const forms: readonly Form[] = [formOf("Ed25519"), formOf("WebAuthn-ES256")];

const signatureLength = 86;
const assertionLengths = {
  min: Math.ceil((assertionBytesMin * 4) / 3),
  max: Math.ceil((assertionBytesMax * 4) / 3),
} as const;

/** The protected header for a key, in base64url. */
export function protectedHeader(kid: KeyId, algorithm: EnvelopeAlgorithm = "Ed25519"): string {
  return base64url(utf8(`${formOf(algorithm).start}${kid}${headerEndText}`));
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
    const read = readSignature({ text, at, bytes, payloadBytes });
    if (isRefusal(read)) return read;
    signatures.push(read.signature);
    at = read.end;
    if (text.startsWith(tail, at)) break;
    if (text[at] !== "," || signatures.length === maxEnvelopeSignatures) {
      return flaw(at, "the end of the envelope, or another of up to four signatures");
    }
    at++;
  }
  if (at + tail.length !== text.length) return flaw(at + tail.length, "the end of the text");
  return { payload, signatures };
}

interface Scan {
  readonly text: string;
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly payloadBytes: Uint8Array;
}

function readSignature(scan: Scan): { readonly signature: EnvelopeSignature; readonly end: number } | Refusal {
  const { text, at, bytes, payloadBytes } = scan;
  const headerAt = at + beforeHeader.length;
  const form = forms.find(({ length }) => text.startsWith(beforeSignature, headerAt + length));
  const headerEnd = headerAt + (form?.length ?? 0);
  const signatureAt = headerEnd + beforeSignature.length;
  const signatureEnd = form ? text.indexOf('"', signatureAt) : -1;
  const framed = text.startsWith(beforeHeader, at) && text.startsWith(afterSignature, signatureEnd);
  if (!form || signatureEnd < 0 || !framed)
    return flaw(at, "a signature with its protected header and its value, and no more");

  const kid = readHeader(form, bytes.subarray(headerAt, headerEnd));
  if (kid === undefined) return flaw(headerAt, "a protected header of exactly a known alg and kid");
  const { algorithm } = form;
  const signature = readValue(algorithm, { text, bytes, from: signatureAt, length: signatureEnd - signatureAt });
  if (signature === undefined) return flaw(signatureAt, "a signature of its algorithm's length in canonical base64url");
  // Every byte up to here was ASCII, so an offset in the text is an offset in the bytes.
  const header = bytes.subarray(headerAt, headerEnd);
  return {
    signature: new ReadSignature({ algorithm, kid, signature, header, payloadBytes }),
    end: signatureEnd + afterSignature.length,
  };
}

function readValue(
  algorithm: EnvelopeAlgorithm,
  at: { readonly text: string; readonly bytes: Uint8Array; readonly from: number; readonly length: number },
): Uint8Array | undefined {
  const { text, bytes, from, length } = at;
  if (algorithm === "Ed25519") return length === signatureLength ? decodeShort({ bytes, from, length }) : undefined;
  if (length < assertionLengths.min || length > assertionLengths.max) return undefined;
  return decodeLong(text.slice(from, from + length));
}

class ReadSignature implements EnvelopeSignature {
  readonly algorithm: EnvelopeAlgorithm;
  readonly kid: KeyId;
  readonly signature: Uint8Array;
  readonly #header: Uint8Array;
  readonly #payload: Uint8Array;

  constructor(
    parts: Pick<EnvelopeSignature, "algorithm" | "kid" | "signature"> & {
      readonly header: Uint8Array;
      readonly payloadBytes: Uint8Array;
    },
  ) {
    this.algorithm = parts.algorithm;
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

function readHeader({ start, length }: Form, header: Uint8Array): KeyId | undefined {
  const decoded = decodeShort({ bytes: header, from: 0, length });
  const text = decoded === undefined ? undefined : fromUtf8(decoded);
  if (!text?.startsWith(start) || !text.endsWith(headerEndText)) return undefined;
  const kid = parseKeyId(text.slice(start.length, -headerEndText.length));
  return isRefusal(kid) ? undefined : kid;
}

function flaw(at: number, part: string): Refusal {
  return refuse("seal.badEnvelope", { at, part });
}
