import { expect, test } from "vitest";
import { growRegister, originOf, registerKeysOf, registerWith, sampleLeaves } from "../../test/registers.ts";
import { Fault, utf8 } from "../base/index.ts";
import { nativeSuite as suite } from "../seal/native.ts";
import { checkRegister, type RegisterFinding } from "./checkRegister.ts";
import { MemoryRegisters } from "./memoryRegisters.ts";
import { emptyRoot, leafHash } from "./merkle.ts";
import type { Head, RegisterReader } from "./port.ts";
import { consistencyProof, inclusionProof } from "./proof.ts";
import { verifyConsistency, verifyInclusion } from "./proofCheck.ts";
import { loadEdge, prefixRoot, storedTiles } from "./storedTree.ts";
import { emptyEdge } from "./treeEdge.ts";

const origin = originOf("entente.example/test/ma");
const keys = registerKeysOf(origin);
const leaves = sampleLeaves(700);
const { registers, head } = await registerWith(origin, leaves);

/** A store that answers like the sample, but for what a test bends. */
function bentStore(changes: Partial<RegisterReader>): RegisterReader {
  return {
    head: (name) => registers.head(name),
    tile: (place) => registers.tile(place),
    leaves: (range) => registers.leaves(range),
    ...changes,
  };
}

async function findings(reader: RegisterReader): Promise<readonly RegisterFinding[]> {
  return Array.fromAsync(checkRegister({ suite, reader, origin, keys }));
}

async function codes(reader: RegisterReader): Promise<readonly string[]> {
  const found = await findings(reader);
  return found.flatMap((finding) => (finding.kind === "damage" ? [finding.refusal.code] : []));
}

test("a register grown by commits has the head of one grown at once, whose tiles give old proofs", async () => {
  const grown = new MemoryRegisters();
  const heads: Head[] = [];
  for (let from = 0; from < leaves.length; from += 140) {
    heads.push(await growRegister({ registers: grown, origin, leaves: leaves.slice(from, from + 140) }));
  }
  const last = await grown.head(origin);
  expect([last?.size, last?.root]).toEqual([head.size, head.root]);
  const tiles = storedTiles(grown, origin);
  for (const { size, root } of heads) {
    expect(await prefixRoot({ suite, reader: grown, origin, size })).toEqual(root);
    const index = size - 1;
    const proof = await inclusionProof({ suite, tiles, index, size });
    const leaf = leafHash(suite, leaves[index] ?? new Uint8Array());
    expect(verifyInclusion({ suite, index, size, leafHash: leaf, proof, root })).toBeUndefined();
    const growth = await consistencyProof({ suite, tiles, first: size, second: head.size });
    expect(verifyConsistency({ suite, first: { size, root }, second: head, proof: growth })).toBeUndefined();
  }
});

test("a commit against another head changes nothing", async () => {
  const { registers: own, head: first } = await registerWith(origin, leaves.slice(0, 3));
  const stale = { origin, leaves: [utf8("x")], tiles: [], head: { ...first, size: head.size } };
  expect(await own.commit({ ...stale, expected: undefined })).toBe(false);
  expect(await own.commit({ ...stale, expected: { size: first.size, root: head.root } })).toBe(false);
  expect(await own.head(origin)).toEqual(first);
  expect(await own.leaves({ origin, start: 0, end: 10 })).toEqual(leaves.slice(0, 3));
});

test("the edge of a register without head is empty", async () => {
  expect(await loadEdge({ suite, reader: new MemoryRegisters(), origin })).toEqual(emptyEdge);
});

test("an edge that is missing a tile or does not give the signed root is a fault", async () => {
  const missing = bentStore({ tile: async () => undefined });
  await expect(loadEdge({ suite, reader: missing, origin })).rejects.toThrow(Fault);
  await expect(prefixRoot({ suite, reader: missing, origin, size: head.size })).rejects.toThrow(Fault);
  const wrong = bentStore({ tile: async () => new Uint8Array(8192) });
  await expect(loadEdge({ suite, reader: wrong, origin })).rejects.toThrow("do not give the root");
  const otherRoot = bentStore({ head: async () => ({ ...head, root: emptyRoot(suite) }) });
  await expect(loadEdge({ suite, reader: otherRoot, origin })).rejects.toThrow("do not give the root");
});

test("a sound register is found sound, with every leaf counted", async () => {
  expect(await findings(registers)).toEqual([
    { kind: "progress", checked: 256, size: 700 },
    { kind: "progress", checked: 512, size: 700 },
    { kind: "progress", checked: 700, size: 700 },
    { kind: "end", checked: 700, damages: 0 },
  ]);
  expect(await findings(new MemoryRegisters())).toEqual([{ kind: "end", checked: 0, damages: 0 }]);
  const { registers: empty } = await registerWith(origin, []);
  expect(await findings(empty)).toEqual([{ kind: "end", checked: 0, damages: 0 }]);
});

test("one changed leaf shows in its tile, in the tiles above and in the root", async () => {
  const reader = bentStore({
    leaves: async (range) =>
      (await registers.leaves(range)).map((leaf, i) => (range.start + i === 5 ? utf8("?") : leaf)),
  });
  const found = ["register.tileDiffers", "register.tileDiffers", "register.rootDiffers"];
  expect(await codes(reader)).toEqual(found);
  expect((await findings(reader)).at(-1)).toEqual({ kind: "end", checked: 700, damages: 3 });
});

test("a tile that is missing, short or changed is reported by its path", async () => {
  const changes: ((bytes: Uint8Array) => Uint8Array | undefined)[] = [
    () => undefined,
    (bytes) => bytes.subarray(0, -32),
    (bytes) => bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte)),
  ];
  for (const change of changes) {
    const reader = bentStore({
      async tile(place) {
        const bytes = await registers.tile(place);
        return bytes !== undefined && place.level === 0 && place.index === 2 ? change(bytes) : bytes;
      },
    });
    const damages = (await findings(reader)).filter((finding) => finding.kind === "damage");
    expect(damages).toMatchObject([
      { refusal: { code: "register.tileDiffers", details: { path: "tile/0/002.p/188" } } },
    ]);
  }
});

test("a register that grew since its head was read is still sound", async () => {
  const { registers: growing } = await registerWith(origin, leaves.slice(0, 300));
  const old = await growing.head(origin);
  await growRegister({ registers: growing, origin, leaves: leaves.slice(300) });
  const reader: RegisterReader = {
    head: async () => old,
    tile: (place) => growing.tile(place),
    leaves: (range) => growing.leaves(range),
  };
  expect(await codes(reader)).toEqual([]);
});

test("leaves that are missing end the check", async () => {
  const reader = bentStore({ leaves: async (range) => (await registers.leaves(range)).slice(0, 200) });
  expect(await codes(reader)).toEqual(["register.leavesMissing"]);
});

test("a head that is not the signed one, or is not signed, is reported", async () => {
  const { head: young } = await registerWith(origin, leaves.slice(0, 256));
  const moved = bentStore({ head: async () => ({ ...young, checkpoint: head.checkpoint }) });
  expect(await codes(moved)).toContain("register.headDiffers");
  const unsigned = bentStore({ head: async () => ({ ...head, checkpoint: utf8("?") }) });
  expect(await codes(unsigned)).toEqual(["seal.badNote"]);
});
