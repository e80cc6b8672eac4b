// What a register needs of a store, and what it gives a store to write. The room `store` fulfils it; one contract test
// there runs on every driver.

import type { Hash, Origin, TreeSize } from "./names.ts";
import type { TileWrite } from "./treeEdge.ts";

/** The newest signed state of a register. */
export interface Head {
  readonly origin: Origin;
  readonly size: TreeSize;
  readonly root: Hash;
  /** The signed note of exactly this size and root; cosignatures may be attached to it later. */
  readonly checkpoint: Uint8Array;
}

/**
 * Reading. What `head` answers is durable: everything a head promises (its leaves, its tiles) was written in the same
 * transaction or before, and a later call never answers an older head. Readers need no transaction: leaves never
 * change, and a tile only ever grows, so what is read beside a newer head still serves an older one. All methods reject
 * only with faults.
 */
export interface RegisterReader {
  /** The newest head, or undefined for a register in which nothing was ever committed. */
  head(origin: Origin): Promise<Head | undefined>;
  /** The widest tile stored at a place, or undefined where there is none: 32 bytes a hash, up to 256. */
  tile(place: {
    readonly origin: Origin;
    readonly level: number;
    readonly index: number;
  }): Promise<Uint8Array | undefined>;
  /** The leaves from `start` up to but without `end`, in order; fewer only where the register ends before. */
  leaves(range: {
    readonly origin: Origin;
    readonly start: number;
    readonly end: number;
  }): Promise<readonly Uint8Array[]>;
}

/**
 * What a store writes in one transaction, whole or not at all, durable before it answers. It compares and swaps: where
 * the head is not `expected` (undefined: no head yet), nothing is written and the store says so. That comparison, and
 * no lock above it, is what keeps two writers from forking a register.
 *
 * A crash before the transaction leaves the register as it was; after it, and before the answer, the commit stands: the
 * writer that did not hear the answer must read the head before it signs anything again.
 */
export interface RegisterCommit {
  readonly origin: Origin;
  readonly expected: { readonly size: TreeSize; readonly root: Hash } | undefined;
  /** The new leaves; the first has the index `expected.size`, or 0. */
  readonly leaves: readonly Uint8Array[];
  /** Each replaces the narrower tile at its place. */
  readonly tiles: readonly TileWrite[];
  readonly head: Head;
}
