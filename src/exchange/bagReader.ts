// The own register read back out of parcels, as a mirror would serve it: those the other side returned in a bag, or
// copies of those that left here. So a register is recovered with no link at all, by the same road and the same checks.

import type { Parcel } from "./parcel.ts";
import type { PeerReader } from "./port.ts";

/** Reads parcels of one register, in any order, overlapping or not. Nothing in them is believed here. */
export function readerOfParcels(parcels: readonly Parcel[]): PeerReader {
  const bySize = parcels.toSorted((a, b) => a.checkpoint.size - b.checkpoint.size);
  return {
    newest: async () => bySize.at(-1)?.note,
    covering: async (index) => bySize.find((parcel) => parcel.checkpoint.size > index)?.note ?? bySize.at(-1)?.note,
    async leaves({ start, end }) {
      const parcel = bySize.find((each) => each.start <= start && each.checkpoint.size > start);
      return parcel?.leaves.slice(start - parcel.start, end - parcel.start) ?? [];
    },
  };
}
