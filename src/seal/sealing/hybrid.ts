// The stanza `mlkem768x25519` (C2SP age.md): the file key in HPKE (RFC 9180, base mode, HKDF-SHA256,
// ChaCha20-Poly1305) over the KEM MLKEM768-X25519, which is X-Wing (draft-connolly-cfrg-xwing-kem). The package
// age-encryption makes the same stanza at forty times the cost, and the tests hold this file to it.

import { concat, utf8 } from "../../base/index.ts";
import { expand, extract } from "./hkdf.ts";
import { type SealingSuite, tagBytes } from "./suite.ts";

const mlKem = { publicBytes: 1184, ciphertextBytes: 1088, seedBytes: 64 } as const;
/** Bytes of the encapsulated key: an ML-KEM ciphertext and an X25519 share. */
export const hybridShareBytes = mlKem.ciphertextBytes + 32;

const info = utf8("age-encryption.org/mlkem768x25519");
/** "HPKE", then KEM 0x647a, KDF 0x0001, AEAD 0x0003 (RFC 9180 section 5.1). */
const suiteId = concat([utf8("HPKE"), new Uint8Array([0x64, 0x7a, 0x00, 0x01, 0x00, 0x03])]);
/** X-Wing's label, the drawing of a wing. */
const label = utf8("\\.//^\\");
const none = new Uint8Array();

/** 1216 bytes: ML-KEM's encapsulation key and the X25519 point. */
export function hybridPublicKey(suite: SealingSuite, secret: Uint8Array): Uint8Array {
  const { seed, scalar } = expandSecret(suite, secret);
  return concat([suite.mlKem768PublicKey(seed), suite.x25519PublicKey(scalar)]);
}

/** Share and body of the stanza; undefined for a public key that nothing can be sealed to. */
export function wrapHybrid(
  suite: SealingSuite,
  { publicKey, fileKey }: { readonly publicKey: Uint8Array; readonly fileKey: Uint8Array },
): { readonly share: Uint8Array; readonly body: Uint8Array } | undefined {
  const point = publicKey.subarray(mlKem.publicBytes);
  const kem = suite.mlKem768Encapsulate(publicKey.subarray(0, mlKem.publicBytes));
  const agreed = suite.x25519({ privateKey: suite.random(32), publicKey: point });
  if (!kem || !agreed) return undefined;
  const { own: share, secret } = agreed;
  const shared = combine(suite, { kem: kem.secret, secret, share, point });
  const body = new Uint8Array(fileKey.length + tagBytes);
  suite.sealChunk({ ...hpkeKey(suite, shared), from: fileKey, into: body });
  return { share: concat([kem.ciphertext, share]), body };
}

/**
 * The file key; undefined when the stanza is for another key, or `"aborted"` for a share of small order. `share` has
 * 1120 bytes, `body` 32.
 */
export function unwrapHybrid(
  suite: SealingSuite,
  input: { readonly identity: Uint8Array; readonly share: Uint8Array; readonly body: Uint8Array },
): Uint8Array | "aborted" | undefined {
  const { seed, scalar } = expandSecret(suite, input.identity);
  const share = input.share.subarray(mlKem.ciphertextBytes);
  const agreed = suite.x25519({ privateKey: scalar, publicKey: share });
  if (!agreed) return "aborted";
  const ciphertext = input.share.subarray(0, mlKem.ciphertextBytes);
  const kem = suite.mlKem768Decapsulate({ seed, ciphertext });
  const shared = combine(suite, { kem, secret: agreed.secret, share, point: agreed.own });
  const fileKey = new Uint8Array(input.body.length - tagBytes);
  return suite.openChunk({ ...hpkeKey(suite, shared), from: input.body, into: fileKey }) ? fileKey : undefined;
}

function expandSecret(suite: SealingSuite, secret: Uint8Array): { seed: Uint8Array; scalar: Uint8Array } {
  const expanded = suite.shake256({ bytes: secret, length: mlKem.seedBytes + 32 });
  return { seed: expanded.subarray(0, mlKem.seedBytes), scalar: expanded.subarray(mlKem.seedBytes) };
}

function combine(
  suite: SealingSuite,
  of: { readonly kem: Uint8Array; readonly secret: Uint8Array; readonly share: Uint8Array; readonly point: Uint8Array },
): Uint8Array {
  return suite.sha3(concat([of.kem, of.secret, of.share, of.point, label]));
}

/** RFC 9180 section 5.1, KeySchedule in base mode, and the nonce of its first message. */
function hpkeKey(suite: SealingSuite, shared: Uint8Array): { key: Uint8Array; nonce: Uint8Array } {
  const labelled = (name: string, secret: Uint8Array, salt: Uint8Array = none): Uint8Array =>
    extract(suite, { salt, secret: concat([utf8("HPKE-v1"), suiteId, utf8(name), secret]) });
  const context = concat([new Uint8Array([0]), labelled("psk_id_hash", none), labelled("info_hash", info)]);
  const secret = labelled("secret", none, shared);
  const derived = (name: string, length: number): Uint8Array =>
    expand(suite, {
      key: secret,
      info: concat([new Uint8Array([0, length]), utf8("HPKE-v1"), suiteId, utf8(name), context]),
      length,
    });
  return { key: derived("key", 32), nonce: derived("base_nonce", 12) };
}
