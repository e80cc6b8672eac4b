// Keys for tests and vectors: each from the SHA-256 of a name, so that every run, and every reader of a vector, has the
// same ones. Known to everybody, and therefore for nothing else.

import { utf8 } from "../src/base/index.ts";
import { type Ed25519Signer, type KeyId, keyIdOf, type MlDsa44Signer } from "../src/seal/index.ts";
import { ed25519Signer, mlDsa44Signer, nativeSuite } from "../src/seal/native.ts";

const ed25519 = new Map<string, Ed25519Signer>();

/** The 32 bytes behind the key of this name. */
export function seedOf(name: string): Uint8Array {
  return nativeSuite.sha256(utf8(`entente test key: ${name}`));
}

export function signerOf(name: string): Ed25519Signer {
  const known = ed25519.get(name);
  if (known) return known;
  const signer = ed25519Signer(seedOf(name));
  ed25519.set(name, signer);
  return signer;
}

export function mlDsa44SignerOf(name: string): MlDsa44Signer {
  return mlDsa44Signer(seedOf(name));
}

/** How a signature by the key of this name names it. */
export function kidOf(name: string): KeyId {
  return keyIdOf(nativeSuite, signerOf(name).publicKey);
}
