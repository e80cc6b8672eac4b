// Sealing anew what is still needed after a key was rotated or revoked. The content stays to the byte; header, head and
// digest are new, and a new act has to name the new document: a register is never corrected.

import type { SealedHead } from "../../acts/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import type { Identity, Recipient } from "../../seal/index.ts";
import { openFromFile, type SealedFile, sealToFile } from "./sealed-file.ts";

export interface ResealInput {
  /** The sealed document as it is. */
  readonly from: string;
  /** A new file. */
  readonly to: string;
  /** What it opens with: an identity of a key that counted once will do. */
  readonly identities: readonly Identity[];
  /** What it is sealed to now. */
  readonly recipients: readonly Recipient[];
  /** The head of the new document from that of the old: the act that will name it, and its label if it was lowered. */
  head(old: SealedHead): SealedHead | Refusal;
}

/** Refused as the old document opens and the new one is sealed; nothing is left at `to` then. */
export async function reseal(input: ResealInput): Promise<(SealedFile & { readonly head: SealedHead }) | Refusal> {
  const { from, to, identities, recipients } = input;
  const old = await openFromFile({ path: from, identities, check: () => undefined });
  if (isRefusal(old)) return old;
  try {
    const head = input.head(old.head);
    if (isRefusal(head)) return head;
    const sealed = await sealToFile({ path: to, recipients, identities: [], head, content: () => old.content });
    return isRefusal(sealed) ? sealed : { ...sealed, head };
  } finally {
    await old.close();
  }
}
