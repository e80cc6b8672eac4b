import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { vectorsFolder } from "../../test/vectors.ts";
import { Fault, fromBase64, isRefusal } from "../base/index.ts";
import { nativeSuite as suite } from "../seal/native.ts";
import { appendLeaf, emptyFrontier, rootOf } from "./frontier.ts";
import { emptyRoot, leafHash, leafHashes, nodeHash, perfectRoot } from "./merkle.ts";
import { type Hash, parseHash, parseLeafIndex, parseTreeSize } from "./names.ts";
import { consistencyProof, type HashReader, inclusionProof, prefixPath } from "./proof.ts";
import { rootsOfPrefixPath, verifyConsistency, verifyInclusion } from "./proofCheck.ts";
import { type TilePlace, tileWidth, widthAt } from "./tile.ts";
import { type Appended, appendBatch, edgeOfTiles, emptyEdge, type TreeEdge } from "./treeEdge.ts";

const folder = vectorsFolder();

/** MTH of RFC 6962 section 2.1, written as it stands there: the measure of all that is faster. */
function naiveRoot(hashes: readonly Hash[]): Hash {
  const [first] = hashes;
  if (first === undefined) return emptyRoot(suite);
  if (hashes.length === 1) return first;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(suite, { left: naiveRoot(hashes.slice(0, split)), right: naiveRoot(hashes.slice(split)) });
}

function hashesOf(count: number): readonly Hash[] {
  return leafHashes(
    suite,
    Array.from({ length: count }, (_, i) => Uint8Array.of(i & 255, i >> 8)),
  );
}

const all = hashesOf(1400);

/** A store of tiles that keeps the widest at each place, as a real one does. */
class Tiles implements HashReader {
  readonly stored = new Map<string, Uint8Array>();
  edge: TreeEdge = emptyEdge;

  append(hashes: readonly Hash[]): Appended {
    const appended = appendBatch({ suite, edge: this.edge, leafHashes: hashes });
    this.edge = appended.edge;
    for (const { level, index, bytes } of appended.tiles) this.stored.set(`${level}/${index}`, bytes);
    return appended;
  }

  at(place: TilePlace): Uint8Array {
    return (this.stored.get(`${place.level}/${place.index}`) ?? new Uint8Array()).subarray(0, place.width * 32);
  }

  async tile(place: TilePlace): Promise<Uint8Array> {
    return this.at(place);
  }
}

const tiles = new Tiles();
tiles.append(all);
// Every second tree is grown far past the wanted size, so proofs at an old size are read from wider tiles.
const size = fc.integer({ min: 1, max: all.length });

interface InclusionVector {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly desc: string;
  readonly wantErr: boolean;
}

interface ConsistencyVector {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly desc: string;
  readonly wantErr: boolean;
}

function vectorFiles(kind: string): readonly string[] {
  const top = join(folder ?? "", "merkle", kind);
  const names = readdirSync(top, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".json")).map((name) => join(top, name));
}

/** A hash of a vector, or undefined where the vector holds something that is none. */
function vectorHash(text: string): Hash | undefined {
  const hash = parseHash(fromBase64(text) ?? new Uint8Array());
  return isRefusal(hash) ? undefined : hash;
}

function vectorProof(texts: readonly string[] | null): readonly Hash[] | undefined {
  const hashes = (texts ?? []).map(vectorHash);
  return hashes.includes(undefined) ? undefined : hashes.filter((hash) => hash !== undefined);
}

test.skipIf(folder === undefined)("every inclusion vector of transparency-dev is judged as published", () => {
  let count = 0;
  for (const file of vectorFiles("inclusion")) {
    const vector: InclusionVector = JSON.parse(readFileSync(file, "utf8"));
    const [leaf, root, proof] = [vectorHash(vector.leafHash), vectorHash(vector.root), vectorProof(vector.proof)];
    const index = parseLeafIndex(vector.leafIdx);
    const treeSize = parseTreeSize(vector.treeSize);
    const read = leaf && root && proof && !isRefusal(index) && !isRefusal(treeSize);
    const holds = read && verifyInclusion({ suite, index, size: treeSize, leafHash: leaf, proof, root }) === undefined;
    expect(holds === true, `${file}: ${vector.desc}`).toBe(!vector.wantErr);
    count++;
  }
  expect(count).toBeGreaterThan(90);
});

test.skipIf(folder === undefined)("every consistency vector of transparency-dev is judged as published", () => {
  let count = 0;
  for (const file of vectorFiles("consistency")) {
    const vector: ConsistencyVector = JSON.parse(readFileSync(file, "utf8"));
    const proof = vectorProof(vector.proof);
    let [root1, root2] = [vectorHash(vector.root1), vectorHash(vector.root2)];
    // This one vector asks whether equal roots are equal, with a text for a root; here a root is 32 bytes or is
    // refused.
    if (file.endsWith("sizes-are-equal-one-and-proof-is-empty.json")) [root1, root2] = [all[0], all[0]];
    const holds =
      root1 &&
      root2 &&
      proof &&
      verifyConsistency({
        suite,
        first: { size: vector.size1, root: root1 },
        second: { size: vector.size2, root: root2 },
        proof,
      }) === undefined;
    expect(holds === true, `${file}: ${vector.desc}`).toBe(!vector.wantErr);
    count++;
  }
  expect(count).toBeGreaterThan(70);
});

test("the hashes of no leaf and of an empty leaf are those of RFC 6962", () => {
  expect(emptyRoot(suite).toHex()).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(leafHash(suite, new Uint8Array()).toHex()).toBe(
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  );
});

test("a frontier gives the root of RFC 6962 at every size", () => {
  let frontier = emptyFrontier;
  for (let count = 0; count < 300; count++) {
    expect(rootOf(suite, frontier)).toEqual(naiveRoot(all.slice(0, count)));
    const next = all[count];
    if (next === undefined) throw new Error("too few leaves");
    frontier = appendLeaf(suite, { frontier, leafHash: next });
    expect(frontier.size).toBe(count + 1);
  }
});

test("batches of any sizes give the root, the edge and the tiles of one leaf after the other", () => {
  const batches = fc.array(fc.oneof(fc.nat(5), fc.nat(300), fc.constantFrom(255, 256, 257)), { maxLength: 6 });
  fc.assert(
    fc.property(batches, (counts) => {
      const inBatches = new Tiles();
      let total = 0;
      let root = emptyRoot(suite);
      for (const count of counts) {
        const before = structuredClone(inBatches.edge);
        const given = inBatches.edge;
        const appended = inBatches.append(all.slice(total, total + count));
        expect(given).toEqual(before);
        expect(new Set(appended.tiles.map((tile) => `${tile.level}/${tile.index}`)).size).toBe(appended.tiles.length);
        root = appended.root;
        total = Math.min(all.length, total + count);
      }
      expect(root).toEqual(naiveRoot(all.slice(0, total)));
      const atOnce = new Tiles();
      atOnce.append(all.slice(0, total));
      expect(inBatches.stored).toEqual(atOnce.stored);
      expect(inBatches.edge).toEqual(atOnce.edge);
      const tileAt = (place: TilePlace): Uint8Array => inBatches.at(place);
      expect(edgeOfTiles({ suite, size: inBatches.edge.size, tileAt })).toEqual(inBatches.edge);
    }),
    { numRuns: 20 },
  );
});

test("a tree of 70,000 leaves lies in the tiles that the specification counts", () => {
  const leaf = all[0];
  if (leaf === undefined) throw new Error("no leaf");
  const large = new Tiles();
  large.append(Array.from({ length: 70_000 }, () => leaf));
  const widths = (level: number): readonly number[] => {
    return [...large.stored].filter(([name]) => name.startsWith(`${level}/`)).map(([, bytes]) => bytes.length / 32);
  };
  expect([widths(0).length, widths(0).at(-1)]).toEqual([274, 112]);
  expect(widths(1)).toEqual([tileWidth, 17]);
  expect(widths(2)).toEqual([1]);
  expect(widthAt(70_000, { level: 0, index: 273 })).toBe(112);
  expect(widthAt(70_000, { level: 0, index: 274 })).toBe(0);
});

test("the edge cannot be rebuilt from a tile of another length", () => {
  const tileAt = (): Uint8Array => new Uint8Array(33);
  const three = parseTreeSize(3);
  if (isRefusal(three)) throw new Error(three.code);
  expect(() => edgeOfTiles({ suite, size: three, tileAt })).toThrow(Fault);
});

test("an inclusion proof of any leaf at any size verifies, and not once one bit of anything is changed", async () => {
  await fc.assert(
    fc.asyncProperty(size, fc.nat(), fc.nat(), async (count, choice, bit) => {
      const index = choice % count;
      const proof = await inclusionProof({ suite, tiles, index, size: count });
      const root = naiveRoot(all.slice(0, count));
      const leaf = all[index] ?? root;
      const good = { suite, index, size: count, leafHash: leaf, proof, root };
      expect(verifyInclusion(good)).toBeUndefined();
      expect(verifyInclusion({ ...good, root: flip(root, bit) })).toMatchObject({ code: "register.inclusionUnproven" });
      expect(isRefusal(verifyInclusion({ ...good, leafHash: flip(leaf, bit) }))).toBe(true);
      expect(isRefusal(verifyInclusion({ ...good, index: index === 0 ? count : index - 1 }))).toBe(true);
      expect(isRefusal(verifyInclusion({ ...good, proof: [...proof, root] }))).toBe(true);
      for (const changed of oneChangedIn(proof, bit)) {
        expect(isRefusal(verifyInclusion({ ...good, proof: changed }))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test("a consistency proof between any sizes verifies, and not once one bit of anything is changed", async () => {
  await fc.assert(
    fc.asyncProperty(size, size, fc.nat(), async (a, b, bit) => {
      const [first, second] = [Math.min(a, b), Math.max(a, b)];
      const proof = await consistencyProof({ suite, tiles, first, second });
      const [root1, root2] = [naiveRoot(all.slice(0, first)), naiveRoot(all.slice(0, second))];
      const good = { suite, first: { size: first, root: root1 }, second: { size: second, root: root2 }, proof };
      expect(verifyConsistency(good)).toBeUndefined();
      const other1 = { size: first, root: flip(root1, bit) };
      const other2 = { size: second, root: flip(root2, bit) };
      expect(verifyConsistency({ ...good, first: other1 })).toMatchObject({ code: "register.consistencyUnproven" });
      expect(isRefusal(verifyConsistency({ ...good, second: other2 }))).toBe(true);
      expect(isRefusal(verifyConsistency({ ...good, proof: [...proof, root1] }))).toBe(true);
      for (const changed of oneChangedIn(proof, bit)) {
        expect(isRefusal(verifyConsistency({ ...good, proof: changed }))).toBe(true);
      }
      if (first === second) return;
      const path = await prefixPath({ suite, tiles, first, second });
      expect(rootsOfPrefixPath({ suite, first, second, path })).toEqual({ first: root1, second: root2 });
      expect(rootsOfPrefixPath({ suite, first, second, path: [...path, root1] })).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test("a proof beyond the tree, of the empty tree or from damaged tiles is a fault", async () => {
  const short: HashReader = { tile: async () => new Uint8Array(32) };
  await expect(inclusionProof({ suite, tiles, index: 5, size: 5 })).rejects.toThrow(Fault);
  await expect(consistencyProof({ suite, tiles, first: 0, second: 5 })).rejects.toThrow(Fault);
  await expect(prefixPath({ suite, tiles, first: 6, second: 5 })).rejects.toThrow(Fault);
  await expect(inclusionProof({ suite, tiles: short, index: 0, size: 5 })).rejects.toThrow(Fault);
});

test("a full subtree has a power of two of leaves", () => {
  expect(perfectRoot(suite, all.slice(0, 8))).toEqual(naiveRoot(all.slice(0, 8)));
  for (const count of [0, 3, 6]) expect(() => perfectRoot(suite, all.slice(0, count))).toThrow(Fault);
});

function flip(hash: Hash, bit: number): Hash {
  const bytes = new Uint8Array(hash);
  const at = bit % 256;
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
  const changed = parseHash(bytes);
  if (isRefusal(changed)) throw new Error(changed.code);
  return changed;
}

function oneChangedIn(proof: readonly Hash[], bit: number): readonly (readonly Hash[])[] {
  return proof.flatMap((hash, at) => [proof.with(at, flip(hash, bit)), proof.toSpliced(at, 1)]);
}
