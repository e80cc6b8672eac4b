// Leaves for tests: acts signed for real with keys from fixed seeds, and read back with the signatures that verify.

import { type Act, encodeAct, type Leaf, parseLeaf } from "../src/acts/index.ts";
import { base64url, fromBase64url, isRefusal, refusalLine } from "../src/base/index.ts";
import { keyIdOf, parseEd25519PublicKey, signEnvelope, verifyEnvelopeSignature } from "../src/seal/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import { signerOf } from "./keys.ts";

/** The public key of this name, base64url. */
export function publicKeyOf(name: string): string {
  return base64url(signerOf(name).publicKey);
}

/** The id of a public key in base64url (RFC 7638). */
export function keyIdOfText(publicKey: string): string {
  const key = parseEd25519PublicKey(fromBase64url(publicKey) ?? new Uint8Array());
  if (isRefusal(key)) throw new TypeError(refusalLine(key));
  return keyIdOf(nativeSuite, key);
}

/** The act signed with the keys of these names, as its leaf is read. */
export function signedLeaf(act: Act, signers: readonly string[]): Leaf {
  const payload = encodeAct(act);
  if (isRefusal(payload)) throw new TypeError(refusalLine(payload));
  const bytes = signEnvelope({ payload, signers: signers.map((name) => signerOf(name)), suite: nativeSuite });
  const leaf = parseLeaf(bytes);
  if (isRefusal(leaf)) throw new TypeError(refusalLine(leaf));
  return leaf;
}

/** The ids of the keys whose signatures verify, of those that `publicKey` knows. */
export function verifiedBy(leaf: Leaf, publicKey: (kid: string) => string | undefined): string[] {
  return leaf.envelope.signatures.flatMap((signature) => {
    const key = parseEd25519PublicKey(fromBase64url(publicKey(signature.kid) ?? "") ?? new Uint8Array());
    if (isRefusal(key) || verifyEnvelopeSignature(nativeSuite, { signature, key })) return [];
    return [signature.kid];
  });
}
