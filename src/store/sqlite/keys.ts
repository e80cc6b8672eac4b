// The packed keys of migrations/0001.sql. Every one is below 2^53.

const leavesMax = 2 ** 40;
const tilesMax = 2 ** 32;
const levelsMax = 8;

/** The key of a leaf; with a size in the place of the index, the key of a cosigned checkpoint. */
export function leafKey(register: number, index: number): number {
  return register * leavesMax + Math.min(index, leavesMax - 1);
}

/** The first key beyond a register's. */
export function registerEnd(register: number): number {
  return (register + 1) * leavesMax;
}

export function registerOfKey(key: number): number {
  return Math.floor(key / leavesMax);
}

export function indexOfKey(key: number): number {
  return key % leavesMax;
}

/** The key of a tile, or undefined for a tile that no register of this size can have. */
export function tileKey(
  register: number,
  tile: { readonly level: number; readonly index: number },
): number | undefined {
  const possible = tile.level >= 0 && tile.level < levelsMax && tile.index >= 0 && tile.index < tilesMax;
  return possible ? (register * levelsMax + tile.level) * tilesMax + tile.index : undefined;
}
