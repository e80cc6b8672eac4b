// The file by which a stranger checks, offline, that a leaf is in a register and that the other side holds it: C2SP
// tlog-proof, version 1. The leaf itself is not in it, unless the caller puts it into the extra data.

import { base64, Fault, fromBase64, fromUtf8, isRefusal, type Refusal, refuse, utf8 } from "../base/index.ts";
import type { Suite } from "../seal/index.ts";
import { type RegisterKeys, type VerifiedCheckpoint, verifyCheckpoint } from "./checkpointSignature.ts";
import { verifyCosignature } from "./cosignature.ts";
import { leafHash } from "./merkle.ts";
import { type Hash, type LeafIndex, type Origin, parseHash, parseLeafIndex } from "./names.ts";
import { verifyInclusion } from "./proofCheck.ts";

export interface ProofFile {
  readonly index: LeafIndex;
  /** The inclusion proof, from the leaf's sibling up. */
  readonly proof: readonly Hash[];
  /** The signed note, with its cosignatures. */
  readonly checkpointNote: Uint8Array;
  /** At least one byte. Authenticated by nothing. */
  readonly extra?: Uint8Array;
}

const armour = "c2sp.org/tlog-proof@v1";
const maxBytes = 262144;
const maxProof = 63;

/** Writes a proof file. Throws `Fault` for extra data without bytes, which the format cannot tell from none. */
export function encodeProof(file: ProofFile): Uint8Array {
  const lines = [armour];
  if (file.extra !== undefined) {
    if (file.extra.length === 0) throw new Fault("register.emptyExtra", "Extra data has at least one byte.");
    lines.push(`extra ${base64(file.extra)}`);
  }
  lines.push(`index ${file.index}`, ...file.proof.map(base64));
  const note = fromUtf8(file.checkpointNote);
  if (note === undefined) throw new Fault("register.badCheckpointNote", "A checkpoint is UTF-8.");
  return utf8(`${lines.join("\n")}\n\n${note}`);
}

/**
 * Reads an untrusted proof file, its form only; refused as `register.badProofFile`, `register.badNumber` or
 * `register.badHash`.
 */
export function parseProof(bytes: Uint8Array): ProofFile | Refusal {
  if (bytes.length > maxBytes) return bad(`it has more than ${maxBytes} bytes`);
  const text = fromUtf8(bytes);
  if (text === undefined) return bad("it is not UTF-8");
  const split = text.indexOf("\n\n");
  if (split < 0) return bad("it has no checkpoint");
  const [armourLine, ...lines] = text.slice(0, split).split("\n");
  if (armourLine !== armour) return bad("its first line is another");

  let extra: Uint8Array | undefined;
  if (lines[0]?.startsWith("extra ")) {
    extra = fromBase64(lines[0].slice("extra ".length));
    if (extra === undefined || extra.length === 0) return bad("its extra data is not canonical base64");
    lines.shift();
  }
  const indexLine = lines.shift();
  if (!indexLine?.startsWith("index ")) return bad("it has no index");
  const index = parseLeafIndex(indexLine.slice("index ".length));
  if (isRefusal(index)) return index;
  if (lines.length > maxProof) return bad(`it has more than ${maxProof} hashes`);
  const proof: Hash[] = [];
  for (const line of lines) {
    const hashBytes = fromBase64(line);
    if (hashBytes === undefined) return bad("a hash is not canonical base64");
    const hash = parseHash(hashBytes);
    if (isRefusal(hash)) return hash;
    proof.push(hash);
  }
  const checkpointNote = utf8(text.slice(split + 2));
  return { index, proof, checkpointNote, ...(extra === undefined ? {} : { extra }) };
}

export interface VerifiedProof {
  readonly index: LeafIndex;
  readonly checkpoint: VerifiedCheckpoint;
  /** POSIX seconds, by the cosigner's clock: the leaf was registered no later. */
  readonly cosignedAt: number;
}

/**
 * Verifies that a leaf is in a register and that the cosigner holds it. Refused as a refusal of `parseProof`,
 * `verifyCheckpoint`, `verifyCosignature` or `verifyInclusion`.
 */
export function verifyProof(input: {
  readonly suite: Suite;
  readonly leaf: Uint8Array;
  /** The untrusted proof file. */
  readonly bytes: Uint8Array;
  readonly origin: Origin;
  readonly logKeys: RegisterKeys;
  readonly cosigner: { readonly name: string; readonly keys: RegisterKeys };
}): VerifiedProof | Refusal {
  const { suite, leaf, origin, logKeys, cosigner } = input;
  const file = parseProof(input.bytes);
  if (isRefusal(file)) return file;
  const { index, proof, checkpointNote } = file;
  const checkpoint = verifyCheckpoint({ suite, bytes: checkpointNote, origin, keys: logKeys });
  if (isRefusal(checkpoint)) return checkpoint;
  const cosigned = verifyCosignature({
    suite,
    bytes: checkpointNote,
    cosignerName: cosigner.name,
    keys: cosigner.keys,
  });
  if (isRefusal(cosigned)) return cosigned;
  const { size, root } = checkpoint;
  const refused = verifyInclusion({ suite, index, size, leafHash: leafHash(suite, leaf), proof, root });
  return refused ?? { index, checkpoint, cosignedAt: cosigned.time };
}

function bad(reason: string): Refusal {
  return refuse("register.badProofFile", { reason });
}
