// The officers' own signatures on a prepared act.

import { base64url, concat, type Refusal, refuse, utf8 } from "../../base/index.ts";
import type { Ground } from "../../procedures/index.ts";
import { type KeyId, verifyEnvelopeSignature } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { keyOf } from "./signatures.ts";
import type { Submission } from "./submission.ts";

/**
 * What a signature of a JWS is made over: the protected header, a dot, the payload; both in base64url (RFC 7515 §5.1).
 */
export function signingInputOf(protectedHeader: string, payload: Uint8Array): Uint8Array {
  return concat([utf8(`${protectedHeader}.`), utf8(base64url(payload))]);
}

/** The keys whose signatures verify. One that does not is refused: a person meant it to be there. */
export function verifiedOfficers(
  submission: Extract<Submission, { kind: "prepared" }>,
  ground: Ground,
): readonly KeyId[] | Refusal {
  const verified: KeyId[] = [];
  for (const { entry } of submission.officers) {
    const key = keyOf(ground, entry.kid);
    if (!key || verifyEnvelopeSignature(nativeSuite, { signature: entry, key }) !== undefined)
      return refuse("node.badPrepared", { problem: `the signature of the key ${entry.kid} does not verify` });
    verified.push(entry.kid);
  }
  return verified;
}
