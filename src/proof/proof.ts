// The proof file of one act: what a stranger checks offline with nothing but the file, the two sides' public cards, and
// docs/formats.md. It holds the founding, the act's leaf with a C2SP tlog-proof that both sides hold it, and in the
// same form the designation acts from which the signing keys come. It shows that the act was made, by whom, under which
// mandate, and that the other side has held it since a time it gave itself. It cannot show that a key was not revoked
// later.

import { accordIdOf, type Act, cardOf, type Card, type Founding, keysOfCard, otherParty } from "../acts/index.ts";
import { isPartyCode, parseFounding, parseLeaf, type PartyCode, registerName } from "../acts/index.ts";
import { fromBase64url, fromUtf8, isRefusal, type Refusal, refuse, utf8, z } from "../base/index.ts";
import { allProcedures, Ground } from "../procedures/index.ts";
import { encodeProof, parseOrigin, parseProof, verifyProof } from "../register/index.ts";
import {
  canonicalOf,
  canonicalDigest,
  keyIdOf,
  parseCanonical,
  parseEd25519PublicKey,
  type Suite,
  verifyEnvelopeSignature,
} from "../seal/index.ts";

export const proofBytesMax = 4 * 1024 * 1024;
const mandatesMax = 64;

/** A leaf with the proof that it stands in its register and that the other side holds it. */
export interface ProvenLeaf {
  readonly leaf: Uint8Array;
  readonly index: Parameters<typeof encodeProof>[0]["index"];
  readonly proof: Parameters<typeof encodeProof>[0]["proof"];
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
  const text = (leaf: ProvenLeaf): string =>
    fromUtf8(
      encodeProof({ index: leaf.index, proof: leaf.proof, checkpointNote: leaf.note, extra: leaf.leaf }),
    ) ?? "";
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
  /** Why the act could not stand by its service, function or key; undefined when the mandate in the file bears it. */
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

interface VerifiedLeaf {
  readonly act: Act;
  readonly envelope: Exclude<ReturnType<typeof parseLeaf>, Refusal>["envelope"];
  readonly index: number;
  readonly size: number;
  readonly heldAt: number;
}

function leafVerifier(input: { suite: Suite; founding: Founding; accord: string; party: PartyCode }) {
  const { suite, founding, party } = input;
  const other = otherParty(founding, party);
  const origin = parseOrigin(registerName(accordIdOf(suite, founding), party));
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
        name: registerName(accordIdOf(suite, founding), other),
        keys: keysOfCard(cardOf(founding, other)).register,
      },
    });
    if (isRefusal(verified)) return verified;
    const leaf = parseLeaf(file.extra);
    if (isRefusal(leaf)) return leaf;
    return { ...leaf, index: verified.index, size: verified.checkpoint.size, heldAt: verified.cosignedAt };
  };
}

/** Follows the designations in the file from the card's registry key to the keys on the act. */
function judgeMandate(input: {
  suite: Suite;
  founding: Founding;
  accord: ReturnType<typeof accordIdOf>;
  party: PartyCode;
  mandate: readonly VerifiedLeaf[];
  proven: VerifiedLeaf;
}): { keys: readonly string[]; refusal: Refusal | undefined } {
  const { suite, party, proven } = input;
  const ground = new Ground({
    accord: input.accord,
    founding: input.founding,
    procedures: new Map(allProcedures.map((procedure) => [procedure.name, procedure])),
    digest: (value) => canonicalDigest(suite, value),
    keyId: (publicKey) => {
      const key = parseEd25519PublicKey(fromBase64url(publicKey) ?? new Uint8Array());
      return isRefusal(key) ? "" : keyIdOf(suite, key);
    },
  });
  const place = (leaf: VerifiedLeaf) =>
    ground.place({ act: leaf.act, index: leaf.index, sight: leaf.act.seen, party, signedBy: signers(ground, leaf) });
  const signers = (known: Ground, leaf: VerifiedLeaf): string[] =>
    leaf.envelope.signatures
      .filter((signature) => {
        const text = known.publicKey(signature.kid);
        const key = parseEd25519PublicKey((text && fromBase64url(text)) || new Uint8Array());
        return !isRefusal(key) && verifyEnvelopeSignature(suite, { signature, key }) === undefined;
      })
      .map((signature) => signature.kid);
  for (const leaf of [...input.mandate].sort((a, b) => a.index - b.index)) {
    const placed = place(leaf);
    if (placed.inadmissible) return { keys: [], refusal: placed.inadmissible };
    ground.note(placed);
  }
  const keys = signers(ground, proven);
  const service = ground.servicesAt(party, proven.index).get(proven.act.service);
  if (!service) return { keys, refusal: refuse("procedures.unknownService", { party, service: proven.act.service }) };
  if (!keys.some((kid) => service.keys.has(kid)))
    return { keys, refusal: refuse("procedures.notSigned", { service: proven.act.service }) };
  return { keys, refusal: undefined };
}

function sameCards(input: { suite: Suite; founding: Founding; cards: readonly [Card, Card] }): Refusal | undefined {
  const digestOf = (card: Card): string => canonicalDigest(input.suite, card);
  const given = new Set(input.cards.map(digestOf));
  const missing = input.founding.cards.find((card) => !given.has(digestOf(card)));
  return missing ? refuse("proof.otherCards", { party: missing.party }) : undefined;
}
