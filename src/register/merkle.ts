// The hashes of a Merkle tree: RFC 6962 section 2.1 with SHA-256. Leaves and nodes are hashed after different first
// bytes, so no leaf can be read as a node.

import { Fault, isRefusal } from "../base/index.ts";
import type { Suite } from "../seal/index.ts";
import { type Hash, hashBytes, parseHash } from "./names.ts";

// One buffer for all nodes: a suite hashes at once and keeps nothing, and an allocation would cost as much as the hash.
const node = new Uint8Array(1 + 2 * hashBytes);
node[0] = 1;

/** The hash of one leaf. */
export function leafHash(suite: Suite, leaf: Uint8Array): Hash {
  const prefixed = new Uint8Array(1 + leaf.length);
  prefixed.set(leaf, 1);
  return hashed(suite, prefixed);
}

/** The hashes of leaves, in their order. */
export function leafHashes(suite: Suite, leaves: readonly Uint8Array[]): readonly Hash[] {
  return leaves.map((leaf) => leafHash(suite, leaf));
}

export interface Children {
  readonly left: Hash;
  readonly right: Hash;
}

/** The hash of an inner node. */
export function nodeHash(suite: Suite, children: Children): Hash {
  node.set(children.left, 1);
  node.set(children.right, 1 + hashBytes);
  return hashed(suite, node);
}

/** The root of the tree without leaves: the hash of nothing. */
export function emptyRoot(suite: Suite): Hash {
  return hashed(suite, new Uint8Array());
}

/** The root over a full subtree: as many hashes as a power of two. Throws `Fault` for any other number. */
export function perfectRoot(suite: Suite, hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let i = 0; i < row.length; i += 2) {
      const left = row[i];
      const right = row[i + 1];
      if (left === undefined || right === undefined) throw unfit(hashes.length);
      above.push(nodeHash(suite, { left, right }));
    }
    row = above;
  }
  const [root] = row;
  if (root === undefined) throw unfit(0);
  return root;
}

/** Takes a row of concatenated hashes apart. Throws `Fault` when the bytes are not whole hashes. */
export function splitHashes(bytes: Uint8Array): readonly Hash[] {
  const hashes: Hash[] = [];
  for (let at = 0; at < bytes.length; at += hashBytes) hashes.push(hashOrFault(bytes.subarray(at, at + hashBytes)));
  return hashes;
}

function hashed(suite: Suite, bytes: Uint8Array): Hash {
  return hashOrFault(suite.sha256(bytes));
}

function hashOrFault(bytes: Uint8Array): Hash {
  const hash = parseHash(bytes);
  if (isRefusal(hash)) throw new Fault("register.badHash", `A hash has 32 bytes, not ${bytes.length}.`);
  return hash;
}

function unfit(count: number): Fault {
  return new Fault("register.notPerfect", `A full subtree has a power of two of leaves, not ${count}.`);
}
