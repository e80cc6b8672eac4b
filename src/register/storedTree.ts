// A register seen through its store: the edge to append to, and the tiles to prove from.

import { equalBytes, Fault } from "../base/index.ts";
import type { Suite } from "../seal/index.ts";
import { rootOf } from "./frontier.ts";
import { type Hash, hashBytes, type Origin, type TreeSize } from "./names.ts";
import type { RegisterReader } from "./port.ts";
import type { HashReader } from "./proof.ts";
import { type TilePlace, tilePath } from "./tile.ts";
import { edgeOfTiles, edgePlaces, emptyEdge, type TreeEdge } from "./treeEdge.ts";

/**
 * The tiles of one register, cut to the width asked for. Its promises reject with `Fault` for a tile the store lacks.
 */
export function storedTiles(reader: RegisterReader, origin: Origin): HashReader {
  return {
    async tile(place: TilePlace): Promise<Uint8Array> {
      const bytes = await reader.tile({ origin, level: place.level, index: place.index });
      const wanted = place.width * hashBytes;
      if (bytes === undefined || bytes.length < wanted) {
        throw new Fault("register.tileMissing", `The store of ${origin} lacks ${tilePath(place)}.`);
      }
      return bytes.subarray(0, wanted);
    },
  };
}

interface StoredTree {
  readonly suite: Suite;
  readonly reader: RegisterReader;
  readonly origin: Origin;
}

/**
 * The edge of a stored register, read from at most one tile a level, and checked against the root of its head: what is
 * appended to it continues what was signed. Throws `Fault` for missing tiles or another root; then nothing may be
 * signed.
 */
export async function loadEdge(input: StoredTree): Promise<TreeEdge> {
  const { suite, reader, origin } = input;
  const head = await reader.head(origin);
  if (head === undefined) return emptyEdge;
  const edge = await edgeAt(input, head.size);
  if (!equalBytes(rootOf(suite, edge), head.root)) {
    throw new Fault("register.rootDiffers", `The tiles of ${origin} do not give the root of its head at ${head.size}.`);
  }
  return edge;
}

/**
 * The root of the first `size` leaves of a stored register, `size` at most its head's: what a checkpoint signed now for
 * an earlier size must say. Throws `Fault` for missing tiles.
 */
export async function prefixRoot(input: StoredTree & { readonly size: TreeSize }): Promise<Hash> {
  return rootOf(input.suite, await edgeAt(input, input.size));
}

async function edgeAt(tree: StoredTree, size: TreeSize): Promise<TreeEdge> {
  const { suite, reader, origin } = tree;
  const tiles = storedTiles(reader, origin);
  const bytes = new Map<number, Uint8Array>();
  for (const place of edgePlaces(size)) if (place.width > 0) bytes.set(place.level, await tiles.tile(place));
  return edgeOfTiles({ suite, size, tileAt: (place) => bytes.get(place.level) ?? new Uint8Array() });
}
