// Signing an envelope, and verifying one of its signatures (RFC 7515 section 5, Ed25519 after RFC 8037 and RFC 9864,
// an officer's passkey after assertion.ts).

import { base64url, type Refusal, refuse, utf8 } from "../base/index.ts";
import { verifyAssertion } from "./assertion.ts";
import { type EnvelopeSignature, encodeEnvelope, protectedHeader } from "./envelope.ts";
import { keyIdOf } from "./keyId.ts";
import { type SignerKey, signerKeyId } from "./signerKey.ts";
import type { Ed25519Signer, Suite } from "./suite.ts";

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
  input: { readonly signature: EnvelopeSignature; readonly key: SignerKey },
): Refusal | undefined {
  const { kid } = input.signature;
  const offered = signerKeyId(suite, input.key);
  if (offered !== kid) return refuse("seal.wrongKey", { named: kid, offered });
  return holds(suite, input) ? undefined : refuse("seal.badSignature", { kid });
}

/** A key of one kind never verifies a signature of the other, whatever its header says. */
function holds(
  suite: Suite,
  { signature: entry, key }: { readonly signature: EnvelopeSignature; readonly key: SignerKey },
): boolean {
  const { algorithm, signingInput, signature } = entry;
  if (key instanceof Uint8Array)
    return algorithm === "Ed25519" && suite.verifyEd25519({ key, message: signingInput, signature });
  return algorithm === "WebAuthn-ES256" && verifyAssertion(suite, { passkey: key, signingInput, assertion: signature });
}
