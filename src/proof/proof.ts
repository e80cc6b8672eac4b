// The proof file of one act: what a stranger checks offline with nothing but the file, the two sides' public cards, and
// docs/formats.md. It holds the founding, the act's leaf with a C2SP tlog-proof that both sides hold it, and in the
// same form the designation acts from which the signing keys come. It shows that the act was made, by whom, under which
// mandate, and that the other side has held it since a time it gave itself. It cannot show that nothing is missing: a
// designation left out of the file, such as the revocation of a key, is not missed.

import {
  type AccordId,
  type Act,
  accordIdOf,
  type Card,
  cardOf,
  type Founding,
  isPartyCode,
  keysOfCard,
  otherParty,
  type PartyCode,
  parseFounding,
  parseLeaf,
  registerName,
} from "../acts/index.ts";
import { Fault, fromUtf8, isRefusal, type Refusal, refuse, utf8, z } from "../base/index.ts";
import { encodeProof, type ProofFile, parseOrigin, parseProof, verifyProof } from "../register/index.ts";
import { canonicalDigest, canonicalOf, parseCanonical, type Suite } from "../seal/index.ts";
import { judgeMandate, type MandateLeaf } from "./mandate.ts";

export const proofBytesMax = 4 * 1024 * 1024;
const mandatesMax = 256;

/** A leaf with the proof that it stands in its register and that the other side holds it. */
export interface ProvenLeaf {
  readonly leaf: Uint8Array;
  readonly index: ProofFile["index"];
  readonly proof: ProofFile["proof"];
  /** The checkpoint with the author's signatures and the other side's cosignatures. */
  readonly note: Uint8Array;
}

export interface ProofParts {
  readonly founding: Founding;
  readonly party: PartyCode;
  readonly act: ProvenLeaf;
  /** The designation acts of the same register that published the keys, in its order. */
  readonly mandate: readonly ProvenLeaf[];
}

const fileSchema = z.strictObject({
  entente: z.literal("proof/1"),
  founding: z.unknown(),
  party: z.string().refine(isPartyCode),
  /** C2SP tlog-proof files whose extra data is the leaf. */
  act: z.string(),
  mandate: z.array(z.string()).max(mandatesMax),
});

/** Writes a proof file: canonical JSON. */
export function encodeActProof(parts: ProofParts): Uint8Array {
  const text = ({ index, proof, note, leaf }: ProvenLeaf): string => {
    const written = fromUtf8(encodeProof({ index, proof, checkpointNote: note, extra: leaf }));
    if (written === undefined) throw new Fault("proof.notText", "A proof is text.");
    return written;
  };
  const file = {
    entente: "proof/1",
    founding: { ...parts.founding },
    party: parts.party,
    act: text(parts.act),
    mandate: parts.mandate.map(text),
  };
  return utf8(canonicalOf(file));
}

/** What a verified proof shows. */
export interface ProvenAct {
  readonly accord: string;
  readonly party: PartyCode;
  readonly act: Act;
  readonly index: number;
  /** Size of the register that the cosigned checkpoint covers. */
  readonly size: number;
  /** POSIX seconds, by the other side's clock: it held the act no later than this. */
  readonly heldAt: number;
  /** Ids of the keys whose signatures on the act verify and count, by the mandate in the file. */
  readonly keys: readonly string[];
  /** "proven", or why the act could not stand by its service, its function or its signatures, as the file has them. */
  readonly mandate: "proven" | Refusal;
}

/** Verifies an untrusted proof file against the two sides' cards, which the reader trusts. */
export function verifyActProof(input: {
  readonly suite: Suite;
  readonly bytes: Uint8Array;
  readonly cards: readonly [Card, Card];
}): ProvenAct | Refusal {
  const { suite } = input;
  const json = parseCanonical(input.bytes, { maxBytes: proofBytesMax, maxDepth: 16 });
  if (isRefusal(json)) return json;
  const file = fileSchema.safeParse(json.value);
  if (!file.success) return refuse("proof.badFile", { problem: file.error.issues[0]?.message ?? "not of the form" });
  const founding = parseFounding(file.data.founding);
  if (isRefusal(founding)) return founding;
  const other = sameCards({ suite, founding, cards: input.cards });
  if (other) return other;
  const party = file.data.party;
  if (!founding.cards.some((card) => card.party === party)) return refuse("proof.notAParty", { party });
  const accord = accordIdOf(suite, founding);
  const verifyLeaf = leafVerifier({ suite, founding, accord, party });
  const mandate: VerifiedLeaf[] = [];
  for (const text of file.data.mandate) {
    const leaf = verifyLeaf(text);
    if (isRefusal(leaf)) return leaf;
    mandate.push(leaf);
  }
  const proven = verifyLeaf(file.data.act);
  if (isRefusal(proven)) return proven;
  const { keys, refusal } = judgeMandate({ suite, founding, accord, party, mandate, proven });
  return {
    accord,
    party,
    act: proven.act,
    index: proven.index,
    size: proven.size,
    heldAt: proven.heldAt,
    keys,
    mandate: refusal ?? "proven",
  };
}

interface VerifiedLeaf extends MandateLeaf {
  readonly size: number;
  readonly heldAt: number;
}

function leafVerifier(input: { suite: Suite; founding: Founding; accord: AccordId; party: PartyCode }) {
  const { suite, founding, accord, party } = input;
  const other = otherParty(founding, party);
  const origin = parseOrigin(registerName(accord, party));
  return (text: string): VerifiedLeaf | Refusal => {
    if (isRefusal(origin)) return origin;
    const bytes = utf8(text);
    const file = parseProof(bytes);
    if (isRefusal(file)) return file;
    if (!file.extra) return refuse("proof.badFile", { problem: "a proof carries no leaf" });
    const verified = verifyProof({
      suite,
      leaf: file.extra,
      bytes,
      origin,
      logKeys: keysOfCard(cardOf(founding, party)).register,
      cosigner: {
        name: registerName(accord, other),
        keys: keysOfCard(cardOf(founding, other)).register,
      },
    });
    if (isRefusal(verified)) return verified;
    const leaf = parseLeaf(file.extra);
    if (isRefusal(leaf)) return leaf;
    const foreign = foreignTo(leaf.act, { accord, party });
    if (foreign) return foreign;
    return { ...leaf, index: verified.index, size: verified.checkpoint.size, heldAt: verified.cosignedAt };
  };
}

/** Why the leaf is no act of this register: its owner can put what it likes there, in another's name too. */
function foreignTo(act: Act, register: { accord: AccordId; party: PartyCode }): Refusal | undefined {
  const { accord, party } = register;
  if (act.accord !== accord) return refuse("procedures.otherAccord", { got: act.accord, expected: accord });
  return act.party === party ? undefined : refuse("procedures.otherParty", { got: act.party, register: party });
}

function sameCards(input: { suite: Suite; founding: Founding; cards: readonly [Card, Card] }): Refusal | undefined {
  const digestOf = (card: Card): string => canonicalDigest(input.suite, card);
  const given = new Set(input.cards.map(digestOf));
  const missing = input.founding.cards.find((card) => !given.has(digestOf(card)));
  return missing ? refuse("proof.otherCards", { party: missing.party }) : undefined;
}
