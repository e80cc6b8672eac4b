// Signing an envelope, and verifying one of its signatures (RFC 7515 section 5, Ed25519 after RFC 8037 and RFC 9864).

import { base64url, type Refusal, refuse, utf8 } from "../base/index.ts";
import { type EnvelopeSignature, encodeEnvelope, protectedHeader } from "./envelope.ts";
import { keyIdOf } from "./keyId.ts";
import type { Ed25519PublicKey, Ed25519Signer, Suite } from "./suite.ts";

/** Signs a payload with one to four keys and writes the envelope. Throws `Fault` for another number of keys. */
export function signEnvelope(input: {
  readonly payload: Uint8Array;
  readonly signers: readonly Ed25519Signer[];
  readonly suite: Suite;
}): Uint8Array {
  const { payload, signers, suite } = input;
  const payloadText = base64url(payload);
  const signatures = signers.map((signer) => {
    const header = protectedHeader(keyIdOf(suite, signer.publicKey));
    return { protected: header, signature: signer.sign(utf8(`${header}.${payloadText}`)) };
  });
  return encodeEnvelope({ payload, signatures });
}

/**
 * Whether one signature of an envelope is by this key: undefined when it is. Refused as `seal.wrongKey` when it names
 * another key, as `seal.badSignature` when it does not verify. Whether the key may sign is the caller's question.
 */
export function verifyEnvelopeSignature(
  suite: Suite,
  input: { readonly signature: EnvelopeSignature; readonly key: Ed25519PublicKey },
): Refusal | undefined {
  const { kid, signingInput, signature } = input.signature;
  const offered = keyIdOf(suite, input.key);
  if (offered !== kid) return refuse("seal.wrongKey", { named: kid, offered });
  const holds = suite.verifyEd25519({ key: input.key, message: signingInput, signature });
  return holds ? undefined : refuse("seal.badSignature", { kid });
}
