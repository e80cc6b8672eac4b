// A proof file checked in the reader's own browser, by the same rooms that the nodes use. The cards it is checked
// against are those in the file itself; whose they are is for the reader to say, by their fingerprints: where the
// reader knows them, another is refused.

import { cardFingerprint, type Founding, parseFounding } from "../../../acts/index.ts";
import { isRefusal, type Refusal, refuse, utf8, z } from "../../../base/index.ts";
import { type ProvenAct, proofBytesMax, verifyActProof } from "../../../proof/index.ts";
import { parseProof } from "../../../register/index.ts";
import { browserSuite } from "../../../seal/browser.ts";
import { parseCanonical } from "../../../seal/index.ts";

/** The fingerprint of each party's card, in groups of four, as it was compared by voice. */
export type KnownCards = Readonly<Record<string, string>>;

export interface CheckedProof {
  readonly proven: ProvenAct;
  readonly founding: Founding;
  /** By party, as the file's own cards give them. */
  readonly fingerprints: KnownCards;
  /** From the leaf's sibling up: the hashes that lead to the root, the first eight hexadecimal digits of each. */
  readonly path: readonly string[];
}

const file = z.looseObject({ founding: z.unknown(), act: z.string() });

/** Checks an untrusted file to its last byte. `known`: what the reader knows of the parties' cards, if anything. */
export function checkProof(bytes: Uint8Array, known?: KnownCards): CheckedProof | Refusal {
  const json = parseCanonical(bytes, { maxBytes: proofBytesMax, maxDepth: 16 });
  if (isRefusal(json)) return json;
  const read = file.safeParse(json.value);
  if (!read.success) return refuse("proof.badFile", { problem: "it is no proof of an act" });
  const founding = parseFounding(read.data.founding);
  if (isRefusal(founding)) return founding;
  const [first, second] = founding.cards;
  const fingerprints = {
    [first.party]: cardFingerprint(browserSuite, first),
    [second.party]: cardFingerprint(browserSuite, second),
  };
  const other = known && Object.keys(fingerprints).find((party) => known[party] !== fingerprints[party]);
  if (other !== undefined) return refuse("proof.otherCards", { party: other });
  const proven = verifyActProof({ suite: browserSuite, bytes, cards: founding.cards });
  if (isRefusal(proven)) return proven;
  const inclusion = parseProof(utf8(read.data.act));
  if (isRefusal(inclusion)) return inclusion;
  return { proven, founding, fingerprints, path: inclusion.proof.map((hash) => hash.toHex().slice(0, 8)) };
}
