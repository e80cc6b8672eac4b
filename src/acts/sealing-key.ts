// The public sealing keys that a side's designations publish. Their form and checksum are the seal's to say; here they
// have the form in which an act names them: the text of an age recipient.

import { isRefusal } from "../base/index.ts";
import { parseRecipient, type Recipient, recipientOfKey, type SealingKind, sealingKindOf } from "../seal/index.ts";

export function isSealingRecipient(text: string): text is Recipient {
  return !isRefusal(parseRecipient(text));
}

/** "hybrid" or "x25519", of a text that is a recipient. */
export function kindOfRecipient(recipient: string): SealingKind | undefined {
  return isSealingRecipient(recipient) ? sealingKindOf(recipient) : undefined;
}

/** The text of a public key: an X25519 point of 32 bytes, or a hybrid key of 1216. */
export function recipientText(publicKey: Uint8Array): string {
  return recipientOfKey(publicKey.length === 32 ? "x25519" : "hybrid", publicKey);
}
