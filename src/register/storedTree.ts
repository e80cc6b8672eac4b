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

/**
 * The edge of a stored register, read from at most one tile a level, and checked against the root of its head: what is
 * appended to it continues what was signed. Throws `Fault` for missing tiles or another root; then nothing may be
 * signed.
 */
export async function loadEdge(input: {
  readonly suite: Suite;
  readonly reader: RegisterReader;
  readonly origin: Origin;
}): Promise<TreeEdge> {
  const { suite, reader, origin } = input;
  const head = await reader.head(origin);
  if (head === undefined) return emptyEdge;
  const tiles = storedTiles(reader, origin);
  const places = edgePlaces(head.size).filter((place) => place.width > 0);
  const bytes = new Map<number, Uint8Array>();
  for (const place of places) bytes.set(place.level, await tiles.tile(place));
  const tileAt = (place: TilePlace): Uint8Array => bytes.get(place.level) ?? new Uint8Array();
  const edge = edgeOfTiles({ suite, size: head.size, tileAt });
  if (!equalBytes(rootOf(suite, edge), head.root)) {
    throw new Fault("register.rootDiffers", `The tiles of ${origin} do not give the root of its head at ${head.size}.`);
  }
  return edge;
}

/**
 * The root of the first `size` leaves of a stored register, `size` at most its head's: what a checkpoint signed now for an
 * earlier size must say. Throws `Fault` for missing tiles.
 */
export async function prefixRoot(input: {
  readonly suite: Suite;
  readonly reader: RegisterReader;
  readonly origin: Origin;
  readonly size: TreeSize;
}): Promise<Hash> {
  const { suite, reader, origin, size } = input;
  const tiles = storedTiles(reader, origin);
  const bytes = new Map<number, Uint8Array>();
  for (const place of edgePlaces(size)) if (place.width > 0) bytes.set(place.level, await tiles.tile(place));
  return rootOf(suite, edgeOfTiles({ suite, size, tileAt: (place) => bytes.get(place.level) ?? new Uint8Array() }));
}
