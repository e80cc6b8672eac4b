// The digest the engine is handed, and key ids, on the machine's own cryptography.

import { Fault, fromBase64url, isRefusal } from "../../base/index.ts";
import { canonicalDigest, type KeyId, keyIdOf, parseEd25519PublicKey } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";

/** `sha256:` and 64 hexadecimal digits of the canonical form of a JSON value. */
export function digestOf(value: unknown): string {
  return canonicalDigest(nativeSuite, value);
}

/** The id of a public key in base64url. The key was parsed before: another form is a fault. */
export function keyIdOfText(publicKey: string): KeyId {
  const key = parseEd25519PublicKey(fromBase64url(publicKey) ?? new Uint8Array());
  if (isRefusal(key)) throw new Fault("node.badPublicKey", "A public key that no parser accepted.");
  return keyIdOf(nativeSuite, key);
}
