// The cryptography of `Suite` in plain JavaScript, for a browser: a door of its own, so that no node loads it. It takes
// @noble's audited primitives, since the browser's own cryptography answers only later and the port answers at once.
// Verification only: no key is ever made or kept in a browser.
//
// Ed25519 is verified after the strict reading of publicKeys.ts, then by the equation without the cofactor, as the
// native driver does: @noble's own `verify` multiplies by the cofactor, and would accept signatures with a part of
// small order that the nodes refuse.

import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { ml_dsa44 } from "@noble/post-quantum/ml-dsa.js";
import { concat, equalBytes } from "../base/index.ts";
import { isStrictEs256Signature } from "./assertion.ts";
import type { P256PublicKey } from "./passkey.ts";
import { isStrictEd25519Signature } from "./publicKeys.ts";
import type { Ed25519PublicKey, MlDsa44PublicKey, Suite } from "./suite.ts";

const mlDsa44SignatureBytes = 2420;

/** @noble's implementations as the house's cryptography. A verification takes about a millisecond. */
export const browserSuite: Suite = {
  sha256: (bytes) => sha256(bytes),
  verifyEd25519,
  verifyEs256,
  verifyMlDsa44,
};

type Point = InstanceType<typeof ed25519.Point>;

function verifyEd25519(input: { key: Ed25519PublicKey; message: Uint8Array; signature: Uint8Array }): boolean {
  const { key, message, signature } = input;
  if (!isStrictEd25519Signature(signature)) return false;
  const point = pointOf(key);
  if (point === undefined) return false;
  const r = signature.subarray(0, 32);
  const { Fn } = ed25519.Point;
  const s = littleEndian(signature.subarray(32));
  const k = Fn.create(littleEndian(sha512(concat([r, key, message]))));
  const expected = times(ed25519.Point.BASE, s).subtract(times(point, k));
  return equalBytes(expected.toBytes(), r);
}

function verifyEs256(input: { key: P256PublicKey; message: Uint8Array; signature: Uint8Array }): boolean {
  const { key, message, signature } = input;
  if (!isStrictEs256Signature(signature)) return false;
  const encoded = concat([new Uint8Array([4]), key]);
  try {
    return p256.verify(signature, sha256(message), encoded, { prehash: false, format: "compact", lowS: true });
  } catch (cause) {
    // @noble throws for a key that is no point of the curve.
    if (cause instanceof Error) return false;
    throw cause;
  }
}

function verifyMlDsa44(input: { key: MlDsa44PublicKey; message: Uint8Array; signature: Uint8Array }): boolean {
  const { key, message, signature } = input;
  if (signature.length !== mlDsa44SignatureBytes) return false;
  return ml_dsa44.verify(signature, message, key);
}

/** The point of an untrusted key, or undefined when its 32 bytes are none: @noble says so by throwing. */
function pointOf(key: Ed25519PublicKey): Point | undefined {
  try {
    return ed25519.Point.fromBytes(key, false);
  } catch (cause) {
    if (cause instanceof Error) return undefined;
    throw cause;
  }
}

/** All that is multiplied here is public, so the quick way that takes a varying time is right. */
function times(point: Point, scalar: bigint): Point {
  return scalar === 0n ? ed25519.Point.ZERO : point.multiplyUnsafe(scalar);
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] ?? 0);
  return value;
}
