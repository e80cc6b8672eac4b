// Signing an envelope, and verifying one of its signatures (RFC 7515 section 5, Ed25519 after RFC 8037 and RFC 9864,
// an officer's passkey after assertion.ts).

import { base64url, type Refusal, refuse, utf8 } from "../base/index.ts";
import { assertionCheck } from "./assertion.ts";
import { type EnvelopeSignature, encodeEnvelope, protectedHeader } from "./envelope.ts";
import { keyIdOf } from "./keyId.ts";
import type { P256PublicKey } from "./passkey.ts";
import { type SignerKey, signerKeyId } from "./signerKey.ts";
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
  input: { readonly signature: EnvelopeSignature; readonly key: SignerKey },
): Refusal | undefined {
  const { kid } = input.signature;
  const offered = signerKeyId(suite, input.key);
  if (offered !== kid) return refuse("seal.wrongKey", { named: kid, offered });
  const check = signatureCheck(suite, input);
  return check && isSigned(suite, check) ? undefined : refuse("seal.badSignature", { kid });
}

/** One signature as its algorithm checks it; the key's length, 32 bytes or 64, tells which. */
export interface SignatureCheck {
  readonly key: Ed25519PublicKey | P256PublicKey;
  readonly message: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

/**
 * What is left to check of a signature once all that needs no arithmetic has been looked at; undefined when it cannot
 * hold. A key of one kind never verifies a signature of the other, whatever its header says.
 */
export function signatureCheck(
  suite: Suite,
  { signature: entry, key }: { readonly signature: EnvelopeSignature; readonly key: SignerKey },
): SignatureCheck | undefined {
  const { algorithm, signingInput, signature } = entry;
  if (key instanceof Uint8Array) return algorithm === "Ed25519" ? { key, message: signingInput, signature } : undefined;
  if (algorithm !== "WebAuthn-ES256") return undefined;
  const check = assertionCheck(suite, { passkey: key, signingInput, assertion: signature });
  return check && { key: key.key, ...check };
}

/** Whether the arithmetic holds. */
export function isSigned(suite: Suite, { key, message, signature }: SignatureCheck): boolean {
  return isEd25519(key)
    ? suite.verifyEd25519({ key, message, signature })
    : suite.verifyEs256({ key, message, signature });
}

function isEd25519(key: SignatureCheck["key"]): key is Ed25519PublicKey {
  return key.length === 32;
}
