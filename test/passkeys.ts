// A passkey for tests: a P-256 key from a fixed seed that answers as a browser and its authenticator would, or as one
// that cheats. It signs without randomness, so that vectors made with it are the same on every machine; and slowly, in
// plain arithmetic, which no real key may be used with.

import { base64url, concat, isRefusal, utf8 } from "../src/base/index.ts";
import { type Passkey, parsePasskey, passkeyText, signerKeyId } from "../src/seal/index.ts";
import { nativeSuite } from "../src/seal/native.ts";

const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const base: Point = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
};

interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

/** What a browser is made to answer, where it differs from an honest one. */
export interface Answer {
  readonly type?: string;
  /** Base64url. */
  readonly challenge?: string;
  readonly origin?: string;
  readonly rpId?: string;
  readonly flags?: number;
  readonly crossOrigin?: boolean;
  /** Put before the closing brace of the client data. */
  readonly extra?: string;
  /** The whole client data. */
  readonly clientData?: string;
}

export interface Assertion {
  readonly authenticatorData: Uint8Array;
  readonly clientDataJSON: Uint8Array;
  /** ASN.1 DER. */
  readonly signature: Uint8Array;
}

export interface TestPasskey {
  readonly text: string;
  readonly passkey: Passkey;
  readonly kid: string;
  /** The assertion over a signing input. */
  assert(signingInput: Uint8Array, answer?: Answer): Assertion;
}

export function passkeyOf(name: string, place: { readonly rpId: string; readonly origin: string }): TestPasskey {
  const secret = numberOf(nativeSuite.sha256(utf8(`passkey ${name}`))) % n;
  const point = times(base, secret);
  const jwk = {
    crv: "P-256",
    kty: "EC",
    ...place,
    x: base64url(bytesOf(point.x)),
    y: base64url(bytesOf(point.y)),
  } as const;
  const text = passkeyText(jwk);
  const passkey = parsePasskey(text);
  if (isRefusal(passkey)) throw new TypeError(passkey.code);
  return {
    text,
    passkey,
    kid: signerKeyId(nativeSuite, passkey),
    assert(signingInput, answer = {}) {
      const challenge = answer.challenge ?? base64url(nativeSuite.sha256(signingInput));
      const { type = "webauthn.get", origin = place.origin, rpId = place.rpId, crossOrigin = false } = answer;
      const honest = JSON.stringify({ type, challenge, origin, crossOrigin });
      const clientDataJSON = utf8(answer.clientData ?? `${honest.slice(0, -1)}${answer.extra ?? ""}}`);
      // User present and verified; no count.
      const rest = Uint8Array.of(answer.flags ?? 0x05, 0, 0, 0, 0);
      const authenticatorData = concat([nativeSuite.sha256(utf8(rpId)), rest]);
      const message = concat([authenticatorData, nativeSuite.sha256(clientDataJSON)]);
      return { authenticatorData, clientDataJSON, signature: sign(secret, message) };
    },
  };
}

/** FIPS 186-5 section 6.4.1, with a nonce that is a digest of key and message. */
function sign(secret: bigint, message: Uint8Array): Uint8Array {
  const digest = nativeSuite.sha256(message);
  const nonce = numberOf(nativeSuite.sha256(concat([bytesOf(secret), digest]))) % n;
  const r = times(base, nonce).x % n;
  const s = (inverse(nonce, n) * (numberOf(digest) + r * secret)) % n;
  const body = concat([integer(r), integer(s)]);
  return concat([Uint8Array.of(0x30, body.length), body]);
}

function integer(value: bigint): Uint8Array {
  const digits = value.toString(16);
  const bytes = Uint8Array.fromHex(digits.length % 2 === 0 ? digits : `0${digits}`);
  const padded = (bytes[0] ?? 0) >= 0x80 ? concat([Uint8Array.of(0), bytes]) : bytes;
  return concat([Uint8Array.of(0x02, padded.length), padded]);
}

function times(point: Point, by: bigint): Point {
  let sum: Point | undefined;
  let power = point;
  for (let rest = by; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = sum ? add(sum, power) : power;
    power = add(power, power);
  }
  if (!sum) throw new TypeError("No multiple of nought.");
  return sum;
}

function add(one: Point, other: Point): Point {
  const slope =
    one === other || one.x === other.x
      ? (3n * one.x * one.x - 3n) * inverse(2n * one.y, p)
      : (other.y - one.y) * inverse(other.x - one.x, p);
  const x = positive(slope * slope - one.x - other.x, p);
  return { x, y: positive(slope * (one.x - x) - one.y, p) };
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [old, rest] = [positive(value, modulus), modulus];
  let [factor, next] = [1n, 0n];
  while (rest !== 0n) {
    const quotient = old / rest;
    [old, rest] = [rest, old - quotient * rest];
    [factor, next] = [next, factor - quotient * next];
  }
  return positive(factor, modulus);
}

function positive(value: bigint, modulus: bigint): bigint {
  return ((value % modulus) + modulus) % modulus;
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytes.toHex()}`);
}

function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.fromHex(value.toString(16).padStart(64, "0"));
}
