// The last part of a tile's path (C2SP tlog-tiles): the index in groups of three digits, all but the last marked with
// x, and the width of a partial tile. Only the one canonical form is a path; the register's own rooms make the same
// one.

import { z } from "../base/index.ts";

export interface TileName {
  readonly index: number;
  /** Hashes or leaves in it: 1 to 255 for a partial tile, 256 for a full one. */
  readonly width: number;
}

const shape = /^((?:x\d{3}\/)*)(\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** `x001/x234/067.p/8` is 8 of tile 1234067; undefined for any other writing. */
export function parseTileName(text: string): TileName | undefined {
  const [, groups = "", last, partial] = shape.exec(text) ?? [];
  if (last === undefined || groups.startsWith("x000/") || groups.length > 5 * 5) return undefined;
  const index = Number(groups.replaceAll(/[x/]/g, "") + last);
  const width = partial === undefined ? 256 : Number(partial);
  return Number.isSafeInteger(index) && width <= (partial === undefined ? 256 : 255) ? { index, width } : undefined;
}

export const tileName = z
  .string()
  .transform((text, context): TileName => {
    const name = parseTileName(text);
    if (name !== undefined) return name;
    context.addIssue({ code: "custom", message: "a tile's index as C2SP tlog-tiles writes it" });
    return z.NEVER;
  })
  .meta({
    description:
      "The index in groups of three digits, all but the last with x before and / after; .p/ and the width for a " +
      "partial tile: x001/x234/067 or 000.p/8 (C2SP tlog-tiles).",
  });

/** Levels 0 to 63, in decimal without leading zeros. */
export const tileLevel = z
  .string()
  .regex(/^(?:\d|[1-5]\d|6[0-3])$/, "a level from 0 to 63")
  .transform(Number)
  .meta({ description: "0 to 63." });
