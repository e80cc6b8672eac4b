// Appending to a tree that lies in tiles: a batch of leaves gives the tiles to write. Pure: the edge given is not
// changed, nothing is read. The cost is one hash per leaf and at most one copy of each partial tile per batch.

import { concat, Fault } from "../base/index.ts";
import type { Suite } from "../seal/index.ts";
import { carry, rootOf, treeSize } from "./frontier.ts";
import { perfectRoot, splitHashes } from "./merkle.ts";
import { type Hash, hashBytes, type TreeSize } from "./names.ts";
import { type TilePlace, tileHeight, tileWidth, widthAt } from "./tile.ts";

/** What must be known of a tree to append to it. It can be had again from the stored tiles: `edgeOfTiles`. */
export interface TreeEdge {
  readonly size: TreeSize;
  /** The roots of the full subtrees, the largest first, as in `Frontier`. */
  readonly hashes: readonly Hash[];
  /** The partial tile of each level, from 0; empty where the level ends in a full tile. */
  readonly tiles: readonly (readonly Hash[])[];
}

export interface TileWrite extends TilePlace {
  /** 32 bytes for each hash. */
  readonly bytes: Uint8Array;
}

export interface Appended {
  readonly edge: TreeEdge;
  /**
   * Each tile that the batch changed, once, as it is after the batch. A wider tile replaces the narrower one at its
   * place.
   */
  readonly tiles: readonly TileWrite[];
  readonly root: Hash;
}

export const emptyEdge: TreeEdge = { size: treeSize(0), hashes: [], tiles: [] };

/** Appends hashes of leaves, in their order. */
export function appendBatch(input: {
  readonly suite: Suite;
  readonly edge: TreeEdge;
  readonly leafHashes: readonly Hash[];
}): Appended {
  const { suite, edge } = input;
  const rows = new TileRows(edge);
  const hashes = [...edge.hashes];
  const onSubtree = (height: number, root: Hash): void => {
    if (height % tileHeight === 0) rows.add(height / tileHeight, root);
  };
  let size: number = edge.size;
  for (const leafHash of input.leafHashes) {
    rows.add(0, leafHash);
    carry(suite, { hashes, size, leafHash, onSubtree });
    size++;
  }
  const grown: TreeEdge = { size: treeSize(size), hashes, tiles: rows.partialTiles() };
  return { edge: grown, tiles: rows.writes(), root: rootOf(suite, grown) };
}

/**
 * Rebuilds the edge from the partial tile of each level; `tileAt` gives its bytes. Throws `Fault` for a tile of another
 * length.
 */
export function edgeOfTiles(input: {
  readonly suite: Suite;
  readonly size: TreeSize;
  readonly tileAt: (place: TilePlace) => Uint8Array;
}): TreeEdge {
  const { suite, size, tileAt } = input;
  const tiles: (readonly Hash[])[] = edgePlaces(size).map((place) => {
    if (place.width === 0) return [];
    const bytes = tileAt(place);
    if (bytes.length !== place.width * hashBytes) {
      throw new Fault("register.badTile", `A tile of width ${place.width} has ${bytes.length} bytes.`);
    }
    return splitHashes(bytes);
  });
  const hashes: Hash[] = [];
  for (const tile of tiles.toReversed()) {
    // The binary digits of a tile's width say which full subtrees it is made of, the largest first.
    let from = 0;
    for (let count = tileWidth / 2; count >= 1; count /= 2) {
      if ((tile.length & count) === 0) continue;
      hashes.push(perfectRoot(suite, tile.slice(from, from + count)));
      from += count;
    }
  }
  return { size, hashes, tiles };
}

/** The partial tiles of an edge as they are to be stored. */
export function edgeTiles(edge: TreeEdge): readonly TileWrite[] {
  return edgePlaces(edge.size)
    .filter((place) => place.width > 0)
    .map((place) => ({ ...place, bytes: concat(edge.tiles[place.level] ?? []) }));
}

/** The places of the last tile of each level of a tree; of width 0 where that level ends in a full tile. */
export function edgePlaces(size: number): readonly TilePlace[] {
  const places: TilePlace[] = [];
  for (let level = 0, row = size; row > 0; level++, row = Math.floor(row / tileWidth)) {
    const index = Math.floor(row / tileWidth);
    places.push({ level, index, width: widthAt(size, { level, index }) });
  }
  return places;
}

/** The last tiles of each level while a batch is put on them. */
class TileRows {
  readonly #rows: { index: number; hashes: Hash[]; changed: boolean }[];
  readonly #full: TileWrite[] = [];

  constructor(edge: TreeEdge) {
    this.#rows = edgePlaces(edge.size).map(({ level, index }) => {
      return { index, hashes: [...(edge.tiles[level] ?? [])], changed: false };
    });
  }

  add(level: number, hash: Hash): void {
    this.#rows[level] ??= { index: 0, hashes: [], changed: false };
    const row = this.#rows[level];
    row.hashes.push(hash);
    row.changed = true;
    if (row.hashes.length < tileWidth) return;
    this.#full.push({ level, index: row.index, width: tileWidth, bytes: concat(row.hashes) });
    this.#rows[level] = { index: row.index + 1, hashes: [], changed: false };
  }

  partialTiles(): readonly (readonly Hash[])[] {
    return this.#rows.map((row) => row.hashes);
  }

  writes(): readonly TileWrite[] {
    const writes = [...this.#full];
    for (const [level, { index, hashes, changed }] of this.#rows.entries()) {
      if (changed) writes.push({ level, index, width: hashes.length, bytes: concat(hashes) });
    }
    return writes;
  }
}
