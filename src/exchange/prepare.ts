// Makes the next parcel of the own register: as many leaves as fit, a checkpoint that ends with the last of them, and
// the receipt for what the other side has sent here. Reads and asks for a signature; sends nothing.

import type { TreeSize } from "../register/index.ts";
import { encodeParcel, parcelLimits } from "./parcel.ts";
import type { PushPort, Sides } from "./port.ts";
import { sizeOf } from "./size.ts";

export interface Prepared {
  readonly start: number;
  /** The size of the checkpoint it ends with. */
  readonly end: TreeSize;
  readonly bytes: Uint8Array;
}

/** How many leaves are read at once while a parcel is filled: an entry bundle's worth. */
const bundle = 256;

/** The parcel of the leaves from `start` on, perhaps of none; "paused" while nothing may be signed. */
export async function prepareParcel(
  sides: Sides,
  input: {
    readonly port: Pick<PushPort, "reader" | "signCheckpointAt">;
    readonly start: number;
    readonly leaves: number;
    readonly bytes: number;
  },
): Promise<Prepared | "paused"> {
  const { port, start } = input;
  const { origin } = sides.own;
  const head = await port.reader.head(origin);
  const size = head?.size ?? 0;
  const leaves: Uint8Array[] = [];
  const most = Math.min(size, start + Math.min(input.leaves, parcelLimits.leaves));
  let bytes = 0;
  let full = false;
  while (!full && start + leaves.length < most) {
    const from = start + leaves.length;
    for (const leaf of await port.reader.leaves({ origin, start: from, end: Math.min(from + bundle, most) })) {
      full = leaves.length > 0 && bytes + leaf.length > input.bytes;
      if (full) break;
      leaves.push(leaf);
      bytes += leaf.length;
    }
  }
  const end = sizeOf(start + leaves.length);
  const note = head !== undefined && end === head.size ? head.checkpoint : await port.signCheckpointAt(end);
  if (note === undefined) return "paused";
  // Our mirror's head is cosigned as it is written: it is itself the receipt.
  const acknowledgement = (await port.reader.head(sides.other.origin))?.checkpoint;
  return { start, end, bytes: encodeParcel({ origin, start, note, leaves, acknowledgement }) };
}
