// What the two instruments of the story share: the originals by the alternat, and the digests of their paper.

import { utf8 } from "../../../src/base/index.ts";
import { digest } from "../../../src/seal/index.ts";
import { nativeSuite } from "../../../src/seal/native.ts";
import { otherOf, type Party } from "../data.ts";

/** An original by the alternat: the side that keeps it is named first, with its languages on the left. */
export function ordered(side: Party): { readonly parties: readonly Party[]; readonly languages: readonly string[] } {
  return {
    parties: [side, otherOf(side)],
    languages: side === "MA" ? ["ar", "fr", "he", "en"] : ["he", "en", "ar", "fr"],
  };
}

/** Each side signs its own original first, then, after the exchange of folders, the other's. */
export const twoOriginals = [
  { keptBy: "MA", signed: ["MA", "IL"] },
  { keptBy: "IL", signed: ["IL", "MA"] },
];

/** Stands for the digest of a document that the demonstration does not have. */
export function documentDigest(name: string): string {
  return digest(nativeSuite, utf8(`entente demonstration: ${name}`));
}
