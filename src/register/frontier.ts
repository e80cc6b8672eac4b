// The right edge of a tree as a value: the roots of the full subtrees that its size is made of, the largest first (the
// "compact range" [0, size)). It is all that is needed to append to a tree and to know its root.

import { Fault, isRefusal } from "../base/index.ts";
import type { Suite } from "../seal/index.ts";
import { emptyRoot, nodeHash } from "./merkle.ts";
import { type Hash, parseTreeSize, type TreeSize } from "./names.ts";

export interface Frontier {
  readonly size: TreeSize;
  /** One hash for each binary digit 1 of the size, the largest subtree first. */
  readonly hashes: readonly Hash[];
}

export const emptyFrontier: Frontier = { size: treeSize(0), hashes: [] };

/** The tree with one leaf more. The frontier given is not changed. */
export function appendLeaf(suite: Suite, input: { readonly frontier: Frontier; readonly leafHash: Hash }): Frontier {
  const hashes = [...input.frontier.hashes];
  carry(suite, { hashes, size: input.frontier.size, leafHash: input.leafHash });
  return { size: treeSize(input.frontier.size + 1), hashes };
}

/** The root of the tree. */
export function rootOf(suite: Suite, frontier: Frontier): Hash {
  let root: Hash | undefined;
  for (let i = frontier.hashes.length - 1; i >= 0; i--) {
    const left = frontier.hashes[i];
    if (left !== undefined) root = root === undefined ? left : nodeHash(suite, { left, right: root });
  }
  return root ?? emptyRoot(suite);
}

/**
 * Puts a leaf on a working copy of a frontier's hashes: like adding one to the size in binary, each digit that is
 * carried joins two subtrees. `onSubtree` is told every subtree so completed, with its height.
 */
export function carry(
  suite: Suite,
  input: {
    readonly hashes: Hash[];
    readonly size: number;
    readonly leafHash: Hash;
    readonly onSubtree?: (height: number, root: Hash) => void;
  },
): void {
  const { hashes, onSubtree } = input;
  let right = input.leafHash;
  let height = 0;
  for (let rest = input.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = hashes.pop();
    if (left === undefined) throw new Fault("register.badFrontier", `A frontier of ${input.size} leaves lacks a hash.`);
    right = nodeHash(suite, { left, right });
    height++;
    onSubtree?.(height, right);
  }
  hashes.push(right);
}

/** A size that this room computed itself. Throws `Fault` when it is past what a number holds. */
export function treeSize(value: number): TreeSize {
  const size = parseTreeSize(value);
  if (isRefusal(size)) throw new Fault("register.badSize", `No register has the size ${value}.`);
  return size;
}
