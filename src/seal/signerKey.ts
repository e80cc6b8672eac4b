// The public keys that sign acts: Ed25519 for services and key files, passkeys for officers before a page. One text for
// each, which designations publish and by which a node finds the key again.

import { base64url, fromBase64url, type Refusal, utf8 } from "../base/index.ts";
import { type KeyId, keyIdOf } from "./keyId.ts";
import { type Passkey, parsePasskey, passkeyJwk, passkeyText } from "./passkey.ts";
import { parseEd25519PublicKey } from "./publicKeys.ts";
import type { Ed25519PublicKey, Suite } from "./suite.ts";

export type SignerKey = Ed25519PublicKey | Passkey;

/** Reads the text of a key: 43 characters of base64url, or a passkey's JWK. Refused as `seal.badPublicKey`. */
export function parseSignerKey(text: string): SignerKey | Refusal {
  if (text.startsWith("{")) return parsePasskey(text);
  return parseEd25519PublicKey(fromBase64url(text) ?? new Uint8Array());
}

/** How a signature names its key: `keyIdOf`, and for a passkey the digest of its text. */
export function signerKeyId(suite: Suite, key: SignerKey): KeyId {
  if (key instanceof Uint8Array) return keyIdOf(suite, key);
  return base64url(suite.sha256(utf8(passkeyText(passkeyJwk(key))))) as KeyId;
}
