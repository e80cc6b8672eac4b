// Verifying proofs: the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2, which verify the proofs of RFC 6962. The
// proof is untrusted; sizes, index and roots come from what the caller has verified.

import { equalBytes, type Refusal, refuse } from "../base/index.ts";
import type { Suite } from "../seal/index.ts";
import { nodeHash } from "./merkle.ts";
import type { Hash } from "./names.ts";
import { isPowerOfTwo } from "./proof.ts";

/**
 * Whether the proof shows the leaf at this index of the tree: undefined when it does. Refused as
 * `register.inclusionUnproven`.
 */
export function verifyInclusion(input: {
  readonly suite: Suite;
  readonly index: number;
  readonly size: number;
  readonly leafHash: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}): Refusal | undefined {
  const { suite, index, size, proof } = input;
  const bad = (reason: string): Refusal => refuse("register.inclusionUnproven", { index, size, reason });
  if (index < 0 || index >= size) return bad("the tree does not reach this leaf");
  // fn and sn are the leaf and the last leaf, seen from the height that the proof has reached.
  let fn = index;
  let sn = size - 1;
  let hash = input.leafHash;
  for (const sibling of proof) {
    if (sn === 0) return bad("it has too many hashes");
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(suite, { left: sibling, right: hash });
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(suite, { left: hash, right: sibling });
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  if (sn !== 0) return bad("it has too few hashes");
  return equalBytes(hash, input.root) ? undefined : bad("it leads to another root");
}

/**
 * Whether the proof shows the first tree at the beginning of the second: undefined when it does. Refused as
 * `register.consistencyUnproven`, also for a first tree without leaves: that is at the beginning of every tree, and
 * whoever asks has made a mistake.
 */
export function verifyConsistency(input: {
  readonly suite: Suite;
  readonly first: { readonly size: number; readonly root: Hash };
  readonly second: { readonly size: number; readonly root: Hash };
  readonly proof: readonly Hash[];
}): Refusal | undefined {
  const { suite, first, second, proof } = input;
  const bad = (reason: string): Refusal => {
    return refuse("register.consistencyUnproven", { first: first.size, second: second.size, reason });
  };
  if (first.size === 0) return bad("nothing can be proved of an empty tree");
  if (first.size > second.size) return bad("the first tree is the larger");
  if (first.size === second.size) {
    if (proof.length > 0) return bad("trees of one size need no hashes");
    return equalBytes(first.root, second.root) ? undefined : bad("the trees have one size and two roots");
  }
  if (proof.length === 0) return bad("it has no hashes");
  const path = isPowerOfTwo(first.size) ? [first.root, ...proof] : proof;
  const roots = rootsOfPrefixPath({ suite, first: first.size, second: second.size, path });
  if (roots === undefined) return bad("it has another number of hashes");
  if (!equalBytes(roots.second, second.root)) return bad("it leads to another root of the second tree");
  return equalBytes(roots.first, first.root) ? undefined : bad("it leads to another root of the first tree");
}

/**
 * The roots of both trees that a path of `prefixPath` leads to, for 0 < first < second; undefined when it has another
 * number of hashes than these sizes need.
 */
export function rootsOfPrefixPath(input: {
  readonly suite: Suite;
  readonly first: number;
  readonly second: number;
  readonly path: readonly Hash[];
}): { readonly first: Hash; readonly second: Hash } | undefined {
  const { suite } = input;
  const [seed, ...rest] = input.path;
  if (seed === undefined) return undefined;
  let fn = input.first - 1;
  let sn = input.second - 1;
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let first = seed;
  let second = seed;
  for (const sibling of rest) {
    if (sn === 0) return undefined;
    if (isOdd(fn) || fn === sn) {
      first = nodeHash(suite, { left: sibling, right: first });
      second = nodeHash(suite, { left: sibling, right: second });
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      second = nodeHash(suite, { left: second, right: sibling });
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 ? { first, second } : undefined;
}

function isOdd(value: number): boolean {
  return value % 2 === 1;
}

function half(value: number): number {
  return Math.floor(value / 2);
}
