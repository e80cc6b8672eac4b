// Evidence that a leaf claims to have seen more of the other register than there is. A text of seven lines, each ending
// with a newline, bytes in base64 (RFC 4648 section 4):
//
//   entente/seen-future@v1
//   claimed <how many leaves of the other register the leaf says its author had seen>
//   index <where the leaf stands in its author's register>
//   leaf <the leaf>
//   path <the inclusion proof of RFC 6962, its hashes one after the other; empty for a register of one leaf>
//   checkpoint <the author's signed checkpoint that the path leads to>
//   head <the other register's newest signed checkpoint, or "none" when nothing was ever put in that register>
//
// What it proves: its author has put this leaf in its register. What it shows, but by the word of the other register's
// owner only: that register had no more leaves than `head` says. The author can refute it with a checkpoint signed by
// the owner that reaches what it claimed; then the owner has forgotten its own leaves or hidden them. What the leaf
// says is read by whoever knows acts, not here.

import { base64, concat, fromBase64, fromUtf8, isRefusal, type Refusal, refuse, utf8 } from "../base/index.ts";
import {
  type Hash,
  hashBytes,
  type LeafIndex,
  leafHash,
  type Origin,
  parseCheckpoint,
  parseHash,
  parseLeafIndex,
  parseTreeSize,
  type RegisterKeys,
  type TreeSize,
  type VerifiedCheckpoint,
  verifyCheckpoint,
  verifyInclusion,
} from "../register/index.ts";
import type { Suite } from "../seal/index.ts";

export const seenFutureMagic = "entente/seen-future@v1";

export interface SeenFuture {
  readonly claimed: TreeSize;
  readonly index: LeafIndex;
  readonly leaf: Uint8Array;
  readonly path: readonly Hash[];
  /** A signed note. */
  readonly checkpoint: Uint8Array;
  /** A signed note, or undefined for a register in which nothing was ever put. */
  readonly head: Uint8Array | undefined;
}

/** What a verified file says; the claim still has to be read in the leaf. */
export interface ProvedSeenFuture {
  readonly kind: "seenFuture";
  /** Whose leaf it is. */
  readonly author: Origin;
  readonly index: LeafIndex;
  readonly leaf: Uint8Array;
  readonly claimed: TreeSize;
  /**
   * The register that the claim is about (undefined when the file has no head of it), and its size by its owner's word.
   */
  readonly register: Origin | undefined;
  readonly size: number;
}

const names = ["claimed", "index", "leaf", "path", "checkpoint", "head"] as const;

export function encodeSeenFuture(evidence: SeenFuture): Uint8Array {
  const values: Readonly<Record<(typeof names)[number], string>> = {
    claimed: String(evidence.claimed),
    index: String(evidence.index),
    leaf: base64(evidence.leaf),
    path: base64(concat(evidence.path)),
    checkpoint: base64(evidence.checkpoint),
    head: evidence.head === undefined ? "none" : base64(evidence.head),
  };
  return utf8(`${seenFutureMagic}\n${names.map((name) => `${name} ${values[name]}\n`).join("")}`);
}

/** Reads untrusted bytes; refused as `exchange.badEvidence` and as the register refuses numbers. */
export function parseSeenFuture(bytes: Uint8Array): SeenFuture | Refusal {
  const lines = fromUtf8(bytes)?.split("\n") ?? [];
  if (lines[0] !== seenFutureMagic || lines.length !== names.length + 2 || lines.at(-1) !== "") {
    return bad("it has not the lines of this kind");
  }
  const values: string[] = [];
  for (const [i, name] of names.entries()) {
    const line = lines[i + 1] ?? "";
    if (!line.startsWith(`${name} `)) return bad(`its line ${i + 2} is not that of ${name}`);
    values.push(line.slice(name.length + 1));
  }
  const [claimedText = "", indexText = "", leafText = "", pathText = "", checkpointText = "", headText = ""] = values;
  const claimed = parseTreeSize(claimedText);
  if (isRefusal(claimed)) return claimed;
  const index = parseLeafIndex(indexText);
  if (isRefusal(index)) return index;
  const path = parsePath(pathText);
  if (isRefusal(path)) return path;
  const [leaf, checkpoint] = [fromBase64(leafText), fromBase64(checkpointText)];
  const head = headText === "none" ? undefined : fromBase64(headText);
  if (leaf === undefined || checkpoint === undefined || (head === undefined && headText !== "none")) {
    return bad("a line is not canonical base64");
  }
  return { claimed, index, leaf, path, checkpoint, head };
}

function parsePath(text: string): readonly Hash[] | Refusal {
  const bytes = fromBase64(text);
  if (bytes === undefined || bytes.length % hashBytes !== 0) return bad("its path is not whole hashes in base64");
  const path: Hash[] = [];
  for (let at = 0; at < bytes.length; at += hashBytes) {
    const hash = parseHash(bytes.subarray(at, at + hashBytes));
    if (isRefusal(hash)) return hash;
    path.push(hash);
  }
  return path;
}

/** Whose keys to verify with; undefined for a register that the verifier knows nothing of. */
export type KeysOf = (origin: Origin) => RegisterKeys | undefined;

/** What the file proves by the keys of the two registers, or why it proves nothing. */
export function verifySeenFuture(
  suite: Suite,
  input: { readonly evidence: SeenFuture; readonly keysOf: KeysOf },
): ProvedSeenFuture | Refusal {
  const { evidence, keysOf } = input;
  const { index, leaf, claimed } = evidence;
  const author = verifyKnown(suite, { note: evidence.checkpoint, keysOf });
  if (isRefusal(author)) return author;
  const head = evidence.head === undefined ? undefined : verifyKnown(suite, { note: evidence.head, keysOf });
  if (isRefusal(head)) return head;
  if (author.origin === head?.origin) return bad("both checkpoints are of one register");
  const unproven = verifyInclusion({
    suite,
    index,
    size: author.size,
    leafHash: leafHash(suite, leaf),
    proof: evidence.path,
    root: author.root,
  });
  if (unproven !== undefined) return unproven;
  const size = head?.size ?? 0;
  if (claimed <= size) return refuse("exchange.notFuture", { claimed, size });
  return { kind: "seenFuture", author: author.origin, index, leaf, claimed, register: head?.origin, size };
}

/** A signed checkpoint of a register whose keys the verifier has. */
export function verifyKnown(
  suite: Suite,
  input: { readonly note: Uint8Array; readonly keysOf: KeysOf },
): VerifiedCheckpoint | Refusal {
  const read = parseCheckpoint(input.note);
  if (isRefusal(read)) return read;
  const { origin } = read.checkpoint;
  const keys = input.keysOf(origin);
  if (keys === undefined) return refuse("exchange.evidenceStranger", { origin });
  return verifyCheckpoint({ suite, bytes: input.note, origin, keys });
}

function bad(reason: string): Refusal {
  return refuse("exchange.badEvidence", { reason });
}
