// The digest the engine is handed, and key ids, on the machine's own cryptography.

import { canonicalDigest, type KeyId, textKeyId } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";

/** `sha256:` and 64 hexadecimal digits of the canonical form of a JSON value. */
export function digestOf(value: unknown): string {
  return canonicalDigest(nativeSuite, value);
}

/** The id of a public key by its text. */
export function keyIdOfText(publicKey: string): KeyId {
  return textKeyId(nativeSuite, publicKey);
}
