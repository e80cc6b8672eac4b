// The port to the machine's cryptography. Synchronous, because the register hashes and the engine verifies in pure
// functions; `native.ts` fulfils it with node:crypto, the browser with its own driver. Nothing else in the house
// computes a hash or a signature.

import type { Brand } from "../base/index.ts";
import type { P256PublicKey } from "./passkey.ts";

/** 32 bytes (RFC 8032). */
export type Ed25519PublicKey = Brand<Uint8Array, "Ed25519PublicKey">;
/** 1312 bytes (FIPS 204). */
export type MlDsa44PublicKey = Brand<Uint8Array, "MlDsa44PublicKey">;

export interface Suite {
  /** SHA-256 (FIPS 180-4), 32 bytes. The bytes given are only lent: they are read before it returns, and not kept. */
  sha256(bytes: Uint8Array): Uint8Array;
  /**
   * RFC 8032 verification, strict: false for any other length, for s not below the group order, for a key of small
   * order.
   */
  verifyEd25519(input: { key: Ed25519PublicKey; message: Uint8Array; signature: Uint8Array }): boolean;
  /**
   * FIPS 186-5 ECDSA on P-256 with SHA-256, strict: false for a signature that is not `isStrictEs256Signature`, and for
   * a key that is no point.
   */
  verifyEs256(input: { key: P256PublicKey; message: Uint8Array; signature: Uint8Array }): boolean;
  /** FIPS 204 ML-DSA-44, pure mode, empty context. */
  verifyMlDsa44(input: { key: MlDsa44PublicKey; message: Uint8Array; signature: Uint8Array }): boolean;
}

/** A private key that can sign, however it is kept. */
export interface Ed25519Signer {
  readonly publicKey: Ed25519PublicKey;
  /** 64 bytes. */
  sign(message: Uint8Array): Uint8Array;
}

export interface MlDsa44Signer {
  readonly publicKey: MlDsa44PublicKey;
  /** 2420 bytes. */
  sign(message: Uint8Array): Uint8Array;
}
