import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { vectorsFolder } from "../../test/vectors.ts";
import { Fault, fromUtf8, isRefusal } from "../base/index.ts";
import { nativeSuite as suite } from "../seal/native.ts";
import { parseCheckpoint } from "./checkpoint.ts";
import { leafHashes } from "./merkle.ts";
import { checkLeaf, parseHash, parseLeafIndex, parseOrigin, parseTreeSize } from "./names.ts";
import { checkTile, encodeBundle, entriesPath, parseBundle, parseTilePath, tilePath, tileWidth } from "./tile.ts";
import { appendBatch, emptyEdge } from "./treeEdge.ts";

const folder = vectorsFolder();

function published(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder ?? "", "tlog-tiles", path)));
}

test.skipIf(folder === undefined)(
  "the published log at sizes 0 to 15 has the roots, tiles and bundles we make of its leaves",
  () => {
    const last = parseBundle(published(entriesPath({ index: 0, width: 15 })), 15);
    if (isRefusal(last)) throw new Error(last.code);
    expect(last.slice(0, 3).map(fromUtf8)).toEqual(["one", "two", "three"]);
    for (let size = 0; size <= 15; size++) {
      const read = parseCheckpoint(published(`checkpoint.${size}`));
      if (isRefusal(read)) throw new Error(read.code);
      expect(read.checkpoint.size).toBe(size);
      const leaves = last.slice(0, size);
      const appended = appendBatch({ suite, edge: emptyEdge, leafHashes: leafHashes(suite, leaves) });
      expect(appended.root).toEqual(read.checkpoint.root);
      for (const tile of appended.tiles) expect(tile.bytes).toEqual(published(tilePath(tile)));
      if (size > 0) expect(encodeBundle(leaves)).toEqual(published(entriesPath({ index: 0, width: size })));
    }
  },
);

test("paths are those of the specification's examples", () => {
  expect(tilePath({ level: 0, index: 1234067, width: 256 })).toBe("tile/0/x001/x234/067");
  expect(tilePath({ level: 2, index: 0, width: 1 })).toBe("tile/2/000.p/1");
  expect(entriesPath({ index: 273, width: 112 })).toBe("tile/entries/273.p/112");
});

test("a path is read back as its place", () => {
  const index = fc.oneof(fc.nat(2000), fc.maxSafeNat());
  fc.assert(
    fc.property(fc.nat(63), index, fc.integer({ min: 1, max: 256 }), (level, at, width) => {
      expect(parseTilePath(tilePath({ level, index: at, width }))).toEqual({ level, index: at, width });
      expect(parseTilePath(entriesPath({ index: at, width }))).toEqual({ level: "entries", index: at, width });
    }),
  );
});

test.each([
  "",
  "tile/0",
  "tile/64/000",
  "tile/00/000",
  "tile/-1/000",
  "tile/0/00",
  "tile/0/0000",
  "tile/0/x000/001",
  "tile/0/001/002",
  "tile/0/x999/x999/x999/x999/x999/999",
  "tile/0/000.p/0",
  "tile/0/000.p/256",
  "tile/0/000.p/01",
  "tile/0/000.p/1/",
  "/tile/0/000",
  "tile/entry/000",
])("the path %j is refused", (path) => {
  expect(parseTilePath(path)).toMatchObject({ code: "register.badTilePath" });
});

test("a bundle is read back as its leaves", () => {
  const leaf = fc.uint8Array({ minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 1, maxLength: 8 }), (leaves) => {
      expect(parseBundle(encodeBundle(leaves), leaves.length)).toEqual(leaves);
    }),
  );
  const longest = [new Uint8Array(65535).fill(7)];
  expect(parseBundle(encodeBundle(longest), 1)).toEqual(longest);
});

test.each([
  ["one entry too few", [0, 1, 9], 2],
  ["one entry too many", [0, 1, 9, 0, 1, 9], 1],
  ["an entry cut short", [0, 2, 9], 1],
  ["a length cut short", [0, 1, 9, 0], 2],
  ["an empty entry", [0, 0], 1],
  ["nothing", [], 1],
])("a bundle with %s is refused", (_, bytes, width) => {
  expect(parseBundle(Uint8Array.from(bytes), width)).toMatchObject({ code: "register.badBundle" });
});

test("a bundle of no, of too many or of impossible leaves is a fault to write", () => {
  for (const leaves of [
    [],
    Array.from({ length: 257 }, () => Uint8Array.of(1)),
    [new Uint8Array()],
    [new Uint8Array(65536)],
  ]) {
    expect(() => encodeBundle(leaves)).toThrow(Fault);
  }
});

test("a tile of another length than its width asks for is refused", () => {
  expect(checkTile(new Uint8Array(64), 2)).toBeUndefined();
  expect(checkTile(new Uint8Array(63), 2)).toMatchObject({ code: "register.badTile" });
  expect(checkTile(new Uint8Array(8192), tileWidth)).toBeUndefined();
});

test("names, numbers, hashes and leaves are read or refused by their own codes", () => {
  expect(parseOrigin("entente.example/rabat-2021/ma")).toBe("entente.example/rabat-2021/ma");
  for (const text of ["", "a b", "a+b", "a\u2003b", "a\u0000", "a\u0085b", "\ud800", "é".repeat(128)]) {
    expect(parseOrigin(text)).toMatchObject({ code: "register.badOrigin" });
  }
  expect([parseTreeSize("0"), parseTreeSize("9007199254740991"), parseLeafIndex(12)]).toEqual([0, 2 ** 53 - 1, 12]);
  for (const value of ["", "01", "-1", "+1", "1.0", "1e3", " 1", "9007199254740992", -1, 0.5, -0, Number.NaN]) {
    expect(parseTreeSize(value)).toMatchObject({ code: "register.badNumber" });
    expect(parseLeafIndex(value)).toMatchObject({ code: "register.badNumber" });
  }
  expect(parseHash(new Uint8Array(31))).toMatchObject({ code: "register.badHash" });
  expect(checkLeaf(Uint8Array.of(1))).toBeUndefined();
  for (const size of [0, 65536]) expect(checkLeaf(new Uint8Array(size))).toMatchObject({ code: "register.badLeaf" });
});
