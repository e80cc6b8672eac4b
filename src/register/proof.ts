// Proofs that a leaf is in a tree, and that one tree is the beginning of another: computed from tiles (RFC 6962 section
// 2.1.1 and 2.1.2). Verifying is in proofCheck.ts.

import { Fault } from "../base/index.ts";
import type { Suite } from "../seal/index.ts";
import { nodeHash, perfectRoot, splitHashes } from "./merkle.ts";
import { type Hash, hashBytes } from "./names.ts";
import { type TilePlace, tileHeight, tileWidth, widthAt } from "./tile.ts";

/** Where proofs read their hashes. */
export interface HashReader {
  /**
   * The bytes of the tile, exactly as wide as asked for; rejects when it cannot be had. May be called again for one
   * place.
   */
  tile(place: TilePlace): Promise<Uint8Array>;
}

/**
 * The hashes from the leaf's sibling up to a child of the root. Throws `Fault` when the leaf is not in the tree or a
 * tile has another length. Whether the tiles are the right ones shows only when the proof is verified.
 */
export async function inclusionProof(input: {
  readonly suite: Suite;
  readonly tiles: HashReader;
  readonly index: number;
  readonly size: number;
}): Promise<readonly Hash[]> {
  const { suite, tiles, index, size } = input;
  if (index < 0 || index >= size) throw new Fault("register.beyondTree", `Leaf ${index} is not among ${size}.`);
  const hashOf = rangeHashes({ suite, tiles, size });
  const path: Hash[] = [];
  let start = 0;
  let end = size;
  // From the root down: at each turn the sibling of the half that holds the leaf belongs to the proof.
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      path.push(await hashOf(middle, end));
      end = middle;
    } else {
      path.push(await hashOf(start, middle));
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * The proof that the tree of `first` leaves is the beginning of the tree of `second`; empty when they are equal. Throws
 * `Fault` unless 0 < first ≤ second: nothing can be proved of the empty tree.
 */
export async function consistencyProof(input: {
  readonly suite: Suite;
  readonly tiles: HashReader;
  readonly first: number;
  readonly second: number;
}): Promise<readonly Hash[]> {
  if (input.first === input.second && input.first > 0) return [];
  const path = await prefixPath(input);
  // RFC 6962 leaves out a first hash that the verifier knows already: the whole first tree, when it is one full
  // subtree.
  return isPowerOfTwo(input.first) ? path.slice(1) : path;
}

/**
 * A consistency proof that always begins with the hash of the first tree's last full subtree, so that both roots can be
 * computed from it alone. It is what convicts a register of a fork.
 */
export async function prefixPath(input: {
  readonly suite: Suite;
  readonly tiles: HashReader;
  readonly first: number;
  readonly second: number;
}): Promise<readonly Hash[]> {
  const { suite, tiles, first, second } = input;
  if (first <= 0 || first > second)
    throw new Fault("register.beyondTree", `No path from ${first} to ${second} leaves.`);
  const hashOf = rangeHashes({ suite, tiles, size: second });
  const path: Hash[] = [];
  let start = 0;
  let end = second;
  // From the root down to where the first tree ends on the border of a subtree (SUBPROOF of section 2.1.2).
  while (end > first) {
    const middle = start + largestPowerBelow(end - start);
    if (first <= middle) {
      path.push(await hashOf(middle, end));
      end = middle;
    } else {
      path.push(await hashOf(start, middle));
      start = middle;
    }
  }
  path.push(await hashOf(start, end));
  return path.reverse();
}

type RangeHash = (start: number, end: number) => Promise<Hash>;

/** The hash of any subtree of a tree of this size, from its tiles, each fetched once. */
function rangeHashes(input: { suite: Suite; tiles: HashReader; size: number }): RangeHash {
  const { suite, tiles, size } = input;
  const fetched = new Map<string, Promise<readonly Hash[]>>();

  const tile = (level: number, index: number): Promise<readonly Hash[]> => {
    const name = `${level}/${index}`;
    const known = fetched.get(name);
    if (known !== undefined) return known;
    const place = { level, index, width: widthAt(size, { level, index }) };
    const hashes = tiles.tile(place).then((bytes) => {
      if (bytes.length === place.width * hashBytes) return splitHashes(bytes);
      throw new Fault("register.badTile", `Tile ${name} of width ${place.width} has ${bytes.length} bytes.`);
    });
    fetched.set(name, hashes);
    return hashes;
  };

  const fullSubtree = async (start: number, height: number): Promise<Hash> => {
    const level = Math.floor(height / tileHeight);
    const count = 2 ** (height % tileHeight);
    const first = start / tileWidth ** level;
    const row = await tile(level, Math.floor(first / tileWidth));
    const from = first % tileWidth;
    return perfectRoot(suite, row.slice(from, from + count));
  };

  const hashOf: RangeHash = async (start, end) => {
    const count = end - start;
    if (isPowerOfTwo(count)) return fullSubtree(start, heightOf(count));
    const middle = start + largestPowerBelow(count);
    return nodeHash(suite, { left: await hashOf(start, middle), right: await hashOf(middle, end) });
  };
  return hashOf;
}

export function isPowerOfTwo(count: number): boolean {
  return count > 0 && 2 ** heightOf(count) === count;
}

/** The number of times a number can be halved, rounding down, before it is 1. */
function heightOf(count: number): number {
  let height = 0;
  for (let rest = count; rest >= 2; rest = Math.floor(rest / 2)) height++;
  return height;
}

/** The largest power of two below a number of at least 2: where RFC 6962 parts a tree. */
function largestPowerBelow(count: number): number {
  const power = 2 ** heightOf(count);
  return power === count ? power / 2 : power;
}
