// How a signature names its key: the SHA-256 thumbprint of the key's JWK (RFC 7638) for Ed25519 (RFC 8037 section 2).

import { type Brand, base64url, type Refusal, refuse, utf8 } from "../base/index.ts";
import type { Ed25519PublicKey, Suite } from "./suite.ts";

/** 43 characters of base64url: 32 bytes, canonically encoded. */
export type KeyId = Brand<string, "KeyId">;

// 43 characters carry 258 bits: the last two must be zero, or one key would have four names.
const shape = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** Reads a key's name; refused as `seal.badKeyId`. */
export function parseKeyId(text: string): KeyId | Refusal {
  return shape.test(text) ? (text as KeyId) : refuse("seal.badKeyId", { value: text.slice(0, 64) });
}

export function keyIdOf(suite: Suite, publicKey: Ed25519PublicKey): KeyId {
  // RFC 7638 section 3: the required members only, in order, without white space.
  const jwk = `{"crv":"Ed25519","kty":"OKP","x":"${base64url(publicKey)}"}`;
  return base64url(suite.sha256(utf8(jwk))) as KeyId;
}
