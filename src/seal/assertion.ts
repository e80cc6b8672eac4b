// An officer's passkey signing an act: a WebAuthn Level 3 assertion as the value of a JWS signature (RFC 7515), under
// the header {"alg":"WebAuthn-ES256","kid":"…"}. What is signed is the JWS signing input like any other signature's:
// the assertion's challenge is its SHA-256. The value is, without any framing, since the first two have one length:
//
//   37 bytes  authenticator data: SHA-256 of the rp id, flags, counter
//   64 bytes  ECDSA signature, r and s big-endian, s in the lower half (FIPS 186-5, SEC 1)
//   the rest  client data JSON, as the browser wrote it, at most 512 bytes
//
// Not implemented: extensions, attested credential data, tokens of other algorithms, pages in another site's frame.

import { base64url, concat, equalBytes, fromUtf8, isRefusal, utf8, z } from "../base/index.ts";
import { jsonFlaw } from "./jsonFlaw.ts";
import type { Passkey } from "./passkey.ts";
import type { Suite } from "./suite.ts";

const dataBytes = 37;
const signatureBytes = 64;
const clientDataMax = 512;
/** The least and the most an assertion's bytes can be. */
export const assertionBytesMin = dataBytes + signatureBytes + 2;
export const assertionBytesMax = dataBytes + signatureBytes + clientDataMax;

/** User present, user verified. */
const required = 0x05;
/** Reserved bits, attested credential data, extensions: none of them belongs into a bare assertion. */
const forbidden = 0x02 | 0x20 | 0x40 | 0x80;
const eligible = 0x08;
const backedUp = 0x10;

const clientDataSchema = z.looseObject({
  type: z.literal("webauthn.get"),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.literal(false).optional(),
  topOrigin: z.undefined().optional(),
});

/** The challenge to put to a passkey so that it signs this: the SHA-256 of the signing input. */
export function assertionChallenge(suite: Suite, signingInput: Uint8Array): Uint8Array {
  return suite.sha256(signingInput);
}

/**
 * What a browser answers, as the value of a signature; undefined when it is not what a verifier could accept. The
 * authenticator's signature comes in DER, with s in either half: both are brought to the one form.
 */
export function encodeAssertion(input: {
  readonly authenticatorData: Uint8Array;
  readonly clientDataJSON: Uint8Array;
  readonly signature: Uint8Array;
}): Uint8Array | undefined {
  const { authenticatorData, clientDataJSON } = input;
  const signature = signatureOfDer(input.signature);
  if (signature === undefined || authenticatorData.length !== dataBytes) return undefined;
  return clientDataJSON.length > clientDataMax ? undefined : concat([authenticatorData, signature, clientDataJSON]);
}

/**
 * What an untrusted assertion must be an ES256 signature over, so that it is this passkey's over this signing input;
 * undefined when it cannot be, whatever its signature.
 */
export function assertionCheck(
  suite: Suite,
  input: { readonly passkey: Passkey; readonly signingInput: Uint8Array; readonly assertion: Uint8Array },
): { readonly message: Uint8Array; readonly signature: Uint8Array } | undefined {
  const { passkey, signingInput, assertion } = input;
  if (assertion.length < assertionBytesMin || assertion.length > assertionBytesMax) return undefined;
  const data = assertion.subarray(0, dataBytes);
  const clientData = assertion.subarray(dataBytes + signatureBytes);
  if (!isDataOf(suite, { data, rpId: passkey.rpId })) return undefined;
  const challenge = base64url(assertionChallenge(suite, signingInput));
  if (!isClientDataOf(clientData, { challenge, origin: passkey.origin })) return undefined;
  // WebAuthn section 7.2: what the authenticator signs is its data and the digest of the client's.
  const message = concat([data, suite.sha256(clientData)]);
  return { message, signature: assertion.subarray(dataBytes, dataBytes + signatureBytes) };
}

function isDataOf(suite: Suite, { data, rpId }: { readonly data: Uint8Array; readonly rpId: string }): boolean {
  if (!equalBytes(data.subarray(0, 32), suite.sha256(utf8(rpId)))) return false;
  const flags = data[32] ?? 0;
  if ((flags & required) !== required || (flags & forbidden) !== 0) return false;
  // What is backed up must be able to be (WebAuthn section 6.1.3).
  return (flags & backedUp) === 0 || (flags & eligible) !== 0;
}

function isClientDataOf(bytes: Uint8Array, of: { readonly challenge: string; readonly origin: string }): boolean {
  const text = fromUtf8(bytes);
  // No name twice, at any depth: two readers must not see two challenges.
  if (text === undefined || isRefusal(jsonFlaw(text, 4))) return false;
  const read = clientDataSchema.safeParse(JSON.parse(text));
  return read.success && read.data.challenge === of.challenge && read.data.origin === of.origin;
}

/** The order of P-256 (SEC 2, section 2.4.2). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * Whether an ES256 signature has the one form this house accepts: 64 bytes, r and s from 1 to below the order, s in the
 * lower half. Every driver of `Suite` asks this before its own verification.
 */
export function isStrictEs256Signature(signature: Uint8Array): boolean {
  if (signature.length !== signatureBytes) return false;
  const r = numberOf(signature.subarray(0, 32));
  const s = numberOf(signature.subarray(32));
  return r > 0n && r < order && s > 0n && s <= order / 2n;
}

/** An ASN.1 DER signature (RFC 3279 section 2.2.3) in 64 bytes with s in the lower half; undefined for another form. */
function signatureOfDer(der: Uint8Array): Uint8Array | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return undefined;
  const r = integerAt(der, 2);
  const s = r && integerAt(der, r.end);
  if (!r || !s || s.end !== der.length || r.value >= order || s.value >= order) return undefined;
  const low = s.value > order / 2n ? order - s.value : s.value;
  return concat([r.value, low].map((value) => Uint8Array.fromHex(value.toString(16).padStart(64, "0"))));
}

function integerAt(der: Uint8Array, at: number): { readonly value: bigint; readonly end: number } | undefined {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  if (der[at] !== 0x02 || length < 1 || length > 33 || end > der.length) return undefined;
  // 33 bytes can be more than 256 bits: such a number is above the order and refused by whoever asked.
  return { value: numberOf(der.subarray(at + 2, end)), end };
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytes.toHex()}`);
}
