// A receipt: a checkpoint of the own register that the other side has cosigned, come in an answer or in a parcel. It is
// believed when it carries our own signatures and the other's, and when its tree is a prefix of ours. If it is larger
// than our register, the end of ours is missing here, and our own keys say so; if it is of another tree, our keys have
// signed two histories.

import { isRefusal, type Refusal, refuse } from "../base/index.ts";
import { parseCheckpoint, type TreeSize, verifyCheckpoint, verifyCosignature } from "../register/index.ts";
import { compareWithHead } from "./history.ts";
import type { HeldCheckpoint, LinkPort, Sides } from "./port.ts";

export type ReceiptOutcome = { readonly kind: "held"; readonly size: TreeSize } | "tailMissing" | "stopped" | Refusal;

/** Reads an untrusted receipt and does what follows from it through the port. */
export async function acceptReceipt(
  sides: Sides,
  input: { readonly port: LinkPort; readonly note: Uint8Array },
): Promise<ReceiptOutcome> {
  const { port, note } = input;
  const { origin } = sides.own;
  const parsed = parseCheckpoint(note);
  if (isRefusal(parsed)) return parsed;
  const { size } = parsed.checkpoint;
  // Nothing new: as verified as it will ever be, or smaller than what is.
  if (parsed.checkpoint.origin === origin && size <= (await port.heldSize())) return { kind: "held", size };
  const held = verifyReceipt(sides, note);
  if (isRefusal(held)) return held;
  const head = await port.reader.head(origin);
  if (head === undefined || held.size > head.size) {
    await port.tailMissing(held);
    return "tailMissing";
  }
  const stored = { suite: sides.suite, reader: port.reader, head, keys: sides.own.keys };
  const fork = await compareWithHead(stored, { checkpoint: parsed.checkpoint, note });
  if (fork !== "same") {
    await port.stop({ reason: refuse("exchange.ownFork", { origin, size }), evidence: fork.evidence });
    return "stopped";
  }
  await port.recordHeld(held);
  return { kind: "held", size };
}

/** Verifies the own signatures and the other side's cosignatures on a checkpoint of the own register. */
export function verifyReceipt(sides: Sides, note: Uint8Array): HeldCheckpoint | Refusal {
  const { suite, own, other } = sides;
  const verified = verifyCheckpoint({ suite, bytes: note, origin: own.origin, keys: own.keys });
  if (isRefusal(verified)) return verified;
  const cosigned = verifyCosignature({ suite, bytes: note, cosignerName: other.cosigner, keys: other.keys });
  if (isRefusal(cosigned)) return cosigned;
  return { origin: own.origin, size: verified.size, time: cosigned.time, note };
}
