// Evidence of a fork: one text file that convicts a register by its own signatures, for anyone who has its public keys.
//
//   entente/fork-evidence@v1
//   <hashes in base64, one a line; none when the two sizes are equal>
//
//   <the checkpoint of the smaller size, or either of two equal ones, as it was signed>
//
//   <the other checkpoint>
//
// Two roots at one size speak for themselves. For two sizes the hashes are the path of `prefixPath` in the larger tree:
// they lead to its signed root, and to a root at the smaller size that is not the one that was signed. A checkpoint has
// no empty line but the one before its signatures, so the file falls into five parts in one way only.

import {
  base64,
  equalBytes,
  Fault,
  fromBase64,
  fromUtf8,
  isRefusal,
  type Refusal,
  refuse,
  utf8,
} from "../base/index.ts";
import type { Suite } from "../seal/index.ts";
import { type RegisterKeys, type VerifiedCheckpoint, verifyCheckpoint } from "./checkpointSignature.ts";
import { type Hash, type Origin, parseHash } from "./names.ts";
import { rootsOfPrefixPath } from "./proofCheck.ts";

export interface ForkEvidence {
  /** The signed note of the smaller size. */
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  /** Empty when the sizes are equal. */
  readonly path: readonly Hash[];
}

export interface ProvenFork {
  readonly first: VerifiedCheckpoint;
  readonly second: VerifiedCheckpoint;
}

const armour = "entente/fork-evidence@v1";
const maxBytes = 2 * 65536 + 4096;
const maxPath = 64;

/**
 * Writes an evidence file. Whether it proves anything is `verifyForkEvidence`. Throws `Fault` for notes with another
 * number of empty lines than one.
 */
export function encodeForkEvidence(evidence: ForkEvidence): Uint8Array {
  const notes = [evidence.first, evidence.second].map((bytes) => {
    const text = fromUtf8(bytes);
    if (text === undefined || text.split("\n\n").length !== 2 || !text.endsWith("\n")) {
      throw new Fault("register.badForkNote", "Evidence is made of two signed checkpoints.");
    }
    return text;
  });
  return utf8([`${[armour, ...evidence.path.map(base64)].join("\n")}\n`, ...notes].join("\n"));
}

/** Reads an untrusted evidence file, its form only; refused as `register.badForkEvidence` or `register.badHash`. */
export function parseForkEvidence(bytes: Uint8Array): ForkEvidence | Refusal {
  if (bytes.length > maxBytes) return bad(`it has more than ${maxBytes} bytes`);
  const text = fromUtf8(bytes);
  if (text === undefined) return bad("it is not UTF-8");
  const [head, ...parts] = text.split("\n\n");
  const [firstText, firstSignatures, secondText, secondSignatures] = parts;
  if (head === undefined || secondSignatures === undefined || parts.length !== 4) return bad("it has not five parts");
  const [armourLine, ...hashLines] = head.split("\n");
  if (armourLine !== armour) return bad("its first line is another");
  if (hashLines.length > maxPath) return bad("it has too many hashes");
  const path: Hash[] = [];
  for (const line of hashLines) {
    const hashBytes = fromBase64(line);
    if (hashBytes === undefined) return bad("a hash is not canonical base64");
    const hash = parseHash(hashBytes);
    if (isRefusal(hash)) return hash;
    path.push(hash);
  }
  return {
    first: utf8(`${firstText}\n\n${firstSignatures}\n`),
    second: utf8(`${secondText}\n\n${secondSignatures}`),
    path,
  };
}

/**
 * Whether an untrusted file proves that a register forked. Refused as `register.badForkEvidence`, as a refusal of
 * `verifyCheckpoint` for either head, or as `register.noFork` when both heads are signed and do not contradict each
 * other.
 */
export function verifyForkEvidence(input: {
  readonly suite: Suite;
  readonly bytes: Uint8Array;
  readonly origin: Origin;
  readonly keys: RegisterKeys;
}): ProvenFork | Refusal {
  const { suite, origin, keys } = input;
  const evidence = parseForkEvidence(input.bytes);
  if (isRefusal(evidence)) return evidence;
  const first = verifyCheckpoint({ suite, bytes: evidence.first, origin, keys });
  if (isRefusal(first)) return first;
  const second = verifyCheckpoint({ suite, bytes: evidence.second, origin, keys });
  if (isRefusal(second)) return second;
  const doubt = doubtOf({ suite, first, second, path: evidence.path });
  return doubt === undefined ? { first, second } : refuse("register.noFork", { reason: doubt });
}

function doubtOf(input: ProvenFork & { suite: Suite; path: readonly Hash[] }): string | undefined {
  const { suite, first, second, path } = input;
  if (first.size > second.size) return "the larger checkpoint stands first";
  if (first.size === second.size) {
    if (path.length > 0) return "checkpoints of one size need no hashes";
    return equalBytes(first.root, second.root) ? "they have one size and one root" : undefined;
  }
  if (first.size === 0) return "the empty register is the beginning of every other";
  const roots = rootsOfPrefixPath({ suite, first: first.size, second: second.size, path });
  if (roots === undefined || !equalBytes(roots.second, second.root)) {
    return "the hashes do not lead to the root of the larger";
  }
  return equalBytes(roots.first, first.root) ? "the smaller is the beginning of the larger" : undefined;
}

function bad(reason: string): Refusal {
  return refuse("register.badForkEvidence", { reason });
}
