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
  return key instanceof Uint8Array ? keyIdOf(suite, key) : textKeyId(suite, passkeyText(passkeyJwk(key)));
}

/**
 * The id of what a designation has published as a key. A text of the form of one that is none, such as a point of small
 * order, has an id too: it is designated, and no signature by it ever verifies.
 */
export function textKeyId(suite: Suite, text: string): KeyId {
  const jwk = text.startsWith("{") ? text : `{"crv":"Ed25519","kty":"OKP","x":${JSON.stringify(text)}}`;
  return base64url(suite.sha256(utf8(jwk))) as KeyId;
}
