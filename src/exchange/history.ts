// Whether what is signed now continues what was signed before, and, where it does not, the evidence file that says so
// by the register's own signatures. Reads the stored tree; changes nothing.

import { equalBytes, Fault, isRefusal } from "../base/index.ts";
import {
  appendBatch,
  type Checkpoint,
  edgeOfTiles,
  encodeForkEvidence,
  type Hash,
  type HashReader,
  type Head,
  hashBytes,
  prefixPath,
  prefixRoot,
  type RegisterKeys,
  type RegisterReader,
  storedTiles,
  type TileWrite,
  type TreeEdge,
  tileWidth,
  verifyForkEvidence,
  widthAt,
} from "../register/index.ts";
import type { Suite } from "../seal/index.ts";
import { sizeOf } from "./size.ts";

/** A checkpoint whose signatures have been verified, with the note that bears them. */
export interface SignedHead {
  readonly checkpoint: Checkpoint;
  readonly note: Uint8Array;
}

/** A stored register, seen from its head. */
export interface StoredHistory {
  readonly suite: Suite;
  readonly reader: RegisterReader;
  readonly head: Head;
  readonly keys: RegisterKeys;
}

/** Whether a signed head no larger than the stored one is a beginning of it; if not, the evidence file. */
export async function compareWithHead(
  stored: StoredHistory,
  other: SignedHead,
): Promise<"same" | { readonly evidence: Uint8Array }> {
  const { suite, head } = stored;
  const { size, root } = other.checkpoint;
  // The empty tree begins every tree.
  if (size === 0) return "same";
  const { reader } = stored;
  const equal = size === head.size;
  const here = equal ? head.root : await prefixRoot({ suite, reader, origin: head.origin, size });
  if (equalBytes(root, here)) return "same";
  if (equal) return { evidence: proven(stored, { first: head.checkpoint, second: other.note, path: [] }) };
  const tiles = storedTiles(reader, head.origin);
  const path = await prefixPath({ suite, tiles, first: size, second: head.size });
  return { evidence: proven(stored, { first: other.note, second: head.checkpoint, path }) };
}

/**
 * The evidence that a larger signed head is of another history than the stored one, when its tree can be shown: the
 * stored leaves up to `start`, then those of `leafHashes`. Undefined when these leaves do not give its root, and so
 * prove nothing.
 */
export async function forkAfterRewriting(
  stored: StoredHistory,
  other: SignedHead & { readonly start: number; readonly leafHashes: readonly Hash[] },
): Promise<Uint8Array | undefined> {
  const { suite, head } = stored;
  const tiles = storedTiles(stored.reader, head.origin);
  const edge = await edgeAt(suite, { tiles, size: other.start });
  const rewritten = appendBatch({ suite, edge, leafHashes: other.leafHashes });
  if (!equalBytes(rewritten.root, other.checkpoint.root)) return undefined;
  const path = await prefixPath({
    suite,
    tiles: overlay(tiles, rewritten.tiles),
    first: head.size,
    second: other.checkpoint.size,
  });
  return proven(stored, { first: head.checkpoint, second: other.note, path });
}

/** Evidence goes to strangers: it is verified as they will verify it before anything rests on it. */
function proven(
  stored: StoredHistory,
  evidence: { readonly first: Uint8Array; readonly second: Uint8Array; readonly path: readonly Hash[] },
): Uint8Array {
  const { suite, head, keys } = stored;
  const bytes = encodeForkEvidence(evidence);
  const verified = verifyForkEvidence({ suite, bytes, origin: head.origin, keys });
  if (isRefusal(verified)) {
    throw new Fault(
      "exchange.unprovenFork",
      `The stored tree of ${head.origin} does not bear out a fork: ${verified.code}.`,
    );
  }
  return bytes;
}

/** The edge of the tree of the first `size` leaves of a larger one. */
export async function edgeAt(
  suite: Suite,
  input: { readonly tiles: HashReader; readonly size: number },
): Promise<TreeEdge> {
  const { tiles, size } = input;
  const rows: Uint8Array[] = [];
  for (let level = 0, row = size; row > 0; level++, row = Math.floor(row / tileWidth)) {
    const index = Math.floor(row / tileWidth);
    const width = widthAt(size, { level, index });
    rows.push(width === 0 ? new Uint8Array() : await tiles.tile({ level, index, width }));
  }
  return edgeOfTiles({ suite, size: sizeOf(size), tileAt: ({ level }) => rows[level] ?? new Uint8Array() });
}

/** A tree's tiles as they are after a batch that was put on it and not stored. */
export function overlay(tiles: HashReader, writes: readonly TileWrite[]): HashReader {
  const written = new Map(writes.map((write) => [`${write.level}/${write.index}`, write.bytes]));
  return {
    async tile(place) {
      const bytes = written.get(`${place.level}/${place.index}`);
      return bytes === undefined ? await tiles.tile(place) : bytes.subarray(0, place.width * hashBytes);
    },
  };
}
