// The stanza `X25519` (C2SP age.md), for readers whose age does not know the hybrid one.

import { concat } from "../../base/index.ts";
import { derive } from "./hkdf.ts";
import { type SealingSuite, tagBytes } from "./suite.ts";

const info = "age-encryption.org/v1/X25519";
/** The wrap key is used once, so its nonce is fixed. */
const nonce = new Uint8Array(12);

/** Share and body of the stanza; undefined for a public key of small order. */
export function wrapX25519(
  suite: SealingSuite,
  { publicKey, fileKey }: { readonly publicKey: Uint8Array; readonly fileKey: Uint8Array },
): { readonly share: Uint8Array; readonly body: Uint8Array } | undefined {
  const agreed = suite.x25519({ privateKey: suite.random(32), publicKey });
  if (!agreed) return undefined;
  const { own: share, secret } = agreed;
  const body = new Uint8Array(fileKey.length + tagBytes);
  const key = derive(suite, { secret, salt: concat([share, publicKey]), info });
  suite.sealChunk({ key, nonce, from: fileKey, into: body });
  return { share, body };
}

/** The file key; undefined when the stanza is for another key, or `"aborted"` for a share of small order. */
export function unwrapX25519(
  suite: SealingSuite,
  input: { readonly identity: Uint8Array; readonly share: Uint8Array; readonly body: Uint8Array },
): Uint8Array | "aborted" | undefined {
  const agreed = suite.x25519({ privateKey: input.identity, publicKey: input.share });
  if (!agreed) return "aborted";
  const key = derive(suite, { secret: agreed.secret, salt: concat([input.share, agreed.own]), info });
  const fileKey = new Uint8Array(input.body.length - tagBytes);
  return suite.openChunk({ key, nonce, from: input.body, into: fileKey }) ? fileKey : undefined;
}
