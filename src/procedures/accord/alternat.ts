// The alternat: of a bilateral instrument there are two originals, and each side's own names that side first, with its
// signatory on the left. Each side signs its own original first, then, after the exchange of folders, the other's.

import type { PartyCode } from "../../acts/index.ts";

export interface Original {
  /** The side that keeps this original. */
  readonly keptBy: PartyCode;
  /** The order of the parties in the text, the signature block and on the cover: the first stands on the left. */
  readonly parties: readonly [PartyCode, PartyCode];
  /** Who signs it first, and who second. */
  readonly signed: readonly [PartyCode, PartyCode];
}

/** Both originals, in the order of the parties given. */
export function alternat(parties: readonly [PartyCode, PartyCode]): readonly [Original, Original] {
  const [first, second] = parties;
  return [
    { keptBy: first, parties: [first, second], signed: [first, second] },
    { keptBy: second, parties: [second, first], signed: [second, first] },
  ];
}
