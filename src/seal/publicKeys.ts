// Public keys as they come from outside, and the strict reading of Ed25519 that every stack of the house shares.
//
// Verifiers of Ed25519 disagree on keys and signatures that no honest signer makes: points of small order, and points
// in a second encoding. Two nodes that disagree on one signature disagree on the state of a dossier, so both are
// refused here before any stack is asked (RFC 8032 section 5.1.3 for the encoding; the small-order rule is that of the
// Web Cryptography API's Ed25519). Whether 32 bytes are a point of the curve at all is not decided here: a key that is
// not verifies nothing.

import { equalBytes, fromHex, type Refusal, refuse } from "../base/index.ts";
import type { Ed25519PublicKey, MlDsa44PublicKey } from "./suite.ts";

const ed25519KeyBytes = 32;
const ed25519SignatureBytes = 64;
const mlDsa44KeyBytes = 1312;

/** The y coordinates of the eight points of small order, little-endian, without the sign of x. */
const smallOrderPoints = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
].map((text) => fromHex(text) ?? new Uint8Array());

/** The order of the base point, 2^252 + 27742317777372353535851937790883648493, little-endian. */
const groupOrder = fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010") ?? new Uint8Array();
/** The field's prime, 2^255 - 19, little-endian. */
const fieldPrime = fromHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f") ?? new Uint8Array();

/** 32 bytes (RFC 8032), canonically encoded and not of small order; refused as `seal.badPublicKey` otherwise. */
export function parseEd25519PublicKey(bytes: Uint8Array): Ed25519PublicKey | Refusal {
  const reason =
    bytes.length === ed25519KeyBytes ? pointFlaw(bytes) : `it has ${bytes.length} bytes instead of ${ed25519KeyBytes}`;
  if (reason !== undefined) return refuse("seal.badPublicKey", { algorithm: "Ed25519", reason });
  return bytes as Ed25519PublicKey;
}

/** 1312 bytes (FIPS 204, ML-DSA-44); refused as `seal.badPublicKey` otherwise. */
export function parseMlDsa44PublicKey(bytes: Uint8Array): MlDsa44PublicKey | Refusal {
  if (bytes.length !== mlDsa44KeyBytes) {
    const reason = `it has ${bytes.length} bytes instead of ${mlDsa44KeyBytes}`;
    return refuse("seal.badPublicKey", { algorithm: "ML-DSA-44", reason });
  }
  return bytes as MlDsa44PublicKey;
}

/**
 * Whether an Ed25519 signature has the one form this house accepts: 64 bytes, R canonical and not of small order, s
 * below the group order. Every driver of `Suite` asks this before its own verification.
 */
export function isStrictEd25519Signature(signature: Uint8Array): boolean {
  if (signature.length !== ed25519SignatureBytes) return false;
  return pointFlaw(signature.subarray(0, 32)) === undefined && isBelow(signature.subarray(32), groupOrder);
}

function pointFlaw(point: Uint8Array): string | undefined {
  // A copy that is a plain array of bytes: `slice` of a Node Buffer would share its memory.
  const y = new Uint8Array(point);
  y[31] = (y[31] ?? 0) & 0x7f;
  if (!isBelow(y, fieldPrime)) return "it is not in its canonical encoding";
  for (const small of smallOrderPoints) if (equalBytes(y, small)) return "it is a point of small order";
  return undefined;
}

/** Compares two little-endian numbers of 32 bytes. */
function isBelow(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 31; i >= 0; i--) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
