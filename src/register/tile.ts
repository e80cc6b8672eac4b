// Tiles and bundles of entries, and their paths, as C2SP tlog-tiles describes them: how a register lies in a store and
// on the wire. A tile is up to 256 hashes in a row; a bundle is the leaves under one tile of level 0.

import { concat, Fault, isRefusal, type Refusal, refuse } from "../base/index.ts";
import { checkLeaf, hashBytes, maxLeafBytes } from "./names.ts";

/** A full tile is a subtree of height 8. */
export const tileHeight = 8;
export const tileWidth = 256;
const maxLevel = 63;

export interface TilePlace {
  /** 0 for hashes of leaves; each level above holds the roots of full tiles below. */
  readonly level: number;
  /** Which tile of its level, from 0. */
  readonly index: number;
  /** How many hashes it has, 1 to 256; 256 is a full tile. */
  readonly width: number;
}

/** A path as read: of a tile of hashes, or where the level is "entries", of a bundle of leaves. */
export interface TilePath {
  readonly level: number | "entries";
  readonly index: number;
  readonly width: number;
}

/** How many hashes the tile at a place has in a tree of this size; 0 when the tree does not reach it. */
export function widthAt(size: number, place: { readonly level: number; readonly index: number }): number {
  const row = Math.floor(size / tileWidth ** place.level);
  return Math.max(0, Math.min(tileWidth, row - place.index * tileWidth));
}

/** tile/<level>/<index>[.p/<width>]. */
export function tilePath(place: TilePlace): string {
  return `tile/${place.level}/${indexPath(place)}`;
}

/** tile/entries/<index>[.p/<width>]. */
export function entriesPath(place: { readonly index: number; readonly width: number }): string {
  return `tile/entries/${indexPath(place)}`;
}

function indexPath(place: { readonly index: number; readonly width: number }): string {
  const digits = String(place.index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/.{3}/g) ?? [];
  const last = groups.pop() ?? "000";
  const path = [...groups.map((group) => `x${group}`), last].join("/");
  return place.width === tileWidth ? path : `${path}.p/${place.width}`;
}

const pathPattern = /^tile\/(entries|0|[1-9][0-9]?)\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** Reads the path of a tile or bundle, to the last character; refused as `register.badTilePath`. */
export function parseTilePath(path: string): TilePath | Refusal {
  const [, level, groups = "", partial] = pathPattern.exec(path) ?? [];
  if (level === undefined) return refuse("register.badTilePath", { path: path.slice(0, 80) });
  const index = Number(groups.replace(/[x/]/g, ""));
  const width = partial === undefined ? tileWidth : Number(partial);
  const place = { level: level === "entries" ? level : Number(level), index, width } as const;
  const fits = (place.level === "entries" || place.level <= maxLevel) && Number.isSafeInteger(index);
  // Written again it must be the same path: no group of zeroes too many, no partial width of 256.
  const again = place.level === "entries" ? entriesPath(place) : tilePath({ ...place, level: place.level });
  return fits && again === path ? place : refuse("register.badTilePath", { path: path.slice(0, 80) });
}

/**
 * Whether untrusted bytes have the length of a tile of this width: undefined when they have. Refused as
 * `register.badTile`.
 */
export function checkTile(bytes: Uint8Array, width: number): Refusal | undefined {
  const expected = width * hashBytes;
  return bytes.length === expected ? undefined : refuse("register.badTile", { size: bytes.length, expected });
}

/**
 * The leaves, each after its length in two bytes. Throws `Fault` for none or more than 256 leaves and for what cannot
 * be a leaf.
 */
export function encodeBundle(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length < 1 || leaves.length > tileWidth) {
    throw new Fault("register.badBundle", `A bundle has 1 to 256 leaves, not ${leaves.length}.`);
  }
  const parts: Uint8Array[] = [];
  for (const leaf of leaves) {
    if (isRefusal(checkLeaf(leaf))) throw new Fault("register.badLeaf", `A leaf has 1 to ${maxLeafBytes} bytes.`);
    parts.push(Uint8Array.of(leaf.length >> 8, leaf.length & 255), leaf);
  }
  return concat(parts);
}

/** Reads an untrusted bundle of exactly `width` leaves, to the last byte; refused as `register.badBundle`. */
export function parseBundle(bytes: Uint8Array, width: number): readonly Uint8Array[] | Refusal {
  const bad = (reason: string): Refusal => refuse("register.badBundle", { width, reason });
  const leaves: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    const end = at + 2 + length;
    if (end > bytes.length) return bad(`its entry ${leaves.length} is cut short`);
    if (length === 0) return bad(`its entry ${leaves.length} is empty`);
    if (leaves.length === width) return bad("it has more entries");
    leaves.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return leaves.length === width ? leaves : bad(`it has ${leaves.length} entries`);
}
