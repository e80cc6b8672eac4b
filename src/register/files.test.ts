import fc from "fast-check";
import { expect, test } from "vitest";
import {
  originOf,
  registerKeysOf,
  registerSignersOf,
  registerWith,
  sampleLeaves,
  sampleTime,
} from "../../test/registers.ts";
import { Fault, fromUtf8, isRefusal, utf8 } from "../base/index.ts";
import { nativeSuite as suite } from "../seal/native.ts";
import { verifyCheckpoint } from "./checkpointSignature.ts";
import { attachCosignature, cosign, verifyCosignature } from "./cosignature.ts";
import { encodeForkEvidence, parseForkEvidence } from "./forkEvidence.ts";
import { leafHash } from "./merkle.ts";
import { parseLeafIndex } from "./names.ts";
import { inclusionProof } from "./proof.ts";
import { encodeProof, parseProof, verifyProof } from "./proofFile.ts";
import { storedTiles } from "./storedTree.ts";

const origin = originOf("entente.example/test/ma");
const keys = registerKeysOf(origin);
const mirror = "entente.example/test/il/mirror";
const { registers, head } = await registerWith(origin, sampleLeaves(5));
const other = await registerWith(origin, sampleLeaves(6));
const lines = cosign({ suite, checkpoint: head, cosignerName: mirror, time: sampleTime, ...registerSignersOf(mirror) });

const hash = fc.integer().map((seed) => leafHash(suite, utf8(String(seed))));

test("a proof file is read back as it was written", () => {
  const index = fc.maxSafeNat();
  const extra = fc.option(fc.uint8Array({ minLength: 1, maxLength: 100 }), { nil: undefined });
  fc.assert(
    fc.property(index, fc.array(hash, { maxLength: 63 }), extra, (at, proof, data) => {
      const leafIndex = parseLeafIndex(at);
      if (isRefusal(leafIndex)) throw new Error(leafIndex.code);
      const checkpointNote = head.checkpoint;
      const file = { index: leafIndex, proof, checkpointNote, ...(data === undefined ? {} : { extra: data }) };
      expect(parseProof(encodeProof(file))).toEqual(file);
    }),
    { numRuns: 50 },
  );
});

test("an evidence file is read back as it was written", () => {
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 64 }), (path) => {
      const evidence = { first: head.checkpoint, second: other.head.checkpoint, path };
      expect(parseForkEvidence(encodeForkEvidence(evidence))).toEqual(evidence);
    }),
    { numRuns: 30 },
  );
});

test("a proof file in which any one bit is changed proves nothing, or what it proved before", async () => {
  const proof = await inclusionProof({ suite, tiles: storedTiles(registers, origin), index: 3, size: 5 });
  const index = parseLeafIndex(3);
  const checkpointNote = attachCosignature(head.checkpoint, lines);
  if (isRefusal(index) || isRefusal(checkpointNote)) throw new Error("the sample was refused");
  const file = encodeProof({ index, proof, checkpointNote });
  const [leaf] = await registers.leaves({ origin, start: 3, end: 4 });
  if (leaf === undefined) throw new Error("no leaf");
  const cosigner = { name: mirror, keys: registerKeysOf(mirror) };
  const verdict = (bytes: Uint8Array) => verifyProof({ suite, leaf, bytes, origin, logKeys: keys, cosigner });
  expect(verdict(file)).toMatchObject({ index: 3, cosignedAt: sampleTime });
  for (let at = 0; at < file.length; at += 17) {
    const changed = new Uint8Array(file);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    expect(isRefusal(verdict(changed)), `byte ${at}`).toBe(true);
  }
});

test("files past their limits or not in UTF-8 are refused", () => {
  expect(parseProof(new Uint8Array(262145))).toMatchObject({ code: "register.badProofFile" });
  expect(parseProof(Uint8Array.of(0xff))).toMatchObject({ code: "register.badProofFile" });
  expect(parseForkEvidence(new Uint8Array(200000))).toMatchObject({ code: "register.badForkEvidence" });
  expect(parseForkEvidence(Uint8Array.of(0xff))).toMatchObject({ code: "register.badForkEvidence" });
});

test("what could not be read back is a fault to write", () => {
  const index = parseLeafIndex(0);
  if (isRefusal(index)) throw new Error(index.code);
  const file = { index, proof: [], checkpointNote: head.checkpoint };
  expect(() => encodeProof({ ...file, extra: new Uint8Array() })).toThrow(Fault);
  expect(() => encodeProof({ ...file, checkpointNote: Uint8Array.of(0xff) })).toThrow(Fault);
  const text = utf8("no signatures\n");
  expect(() => encodeForkEvidence({ first: head.checkpoint, second: text, path: [] })).toThrow(Fault);
});

test("cosignatures attached twice are there once, and the register's own signatures stay", () => {
  const once = attachCosignature(head.checkpoint, lines);
  if (isRefusal(once)) throw new Error(once.code);
  expect(attachCosignature(once, lines)).toEqual(once);
  expect(fromUtf8(once)?.startsWith(fromUtf8(head.checkpoint) ?? "?")).toBe(true);
  expect(verifyCheckpoint({ suite, bytes: once, origin, keys })).toMatchObject({ size: 5, signedAt: sampleTime });
  const mirrorKeys = registerKeysOf(mirror);
  expect(verifyCosignature({ suite, bytes: once, cosignerName: mirror, keys: mirrorKeys })).toEqual({
    time: sampleTime,
  });
});

test("a later cosignature takes the place of an earlier one of the same key", () => {
  const signers = registerSignersOf(mirror);
  const later = cosign({ suite, checkpoint: head, cosignerName: mirror, time: sampleTime + 60, ...signers });
  const once = attachCosignature(head.checkpoint, lines);
  const twice = isRefusal(once) ? once : attachCosignature(once, later);
  if (isRefusal(twice)) throw new Error(twice.code);
  const verified = verifyCosignature({ suite, bytes: twice, cosignerName: mirror, keys: registerKeysOf(mirror) });
  expect(verified).toEqual({ time: sampleTime + 60 });
});

test("lines that are malformed, of the register itself or too many are not attached", () => {
  const own = fromUtf8(head.checkpoint)?.split("\n").at(-2) ?? "";
  expect(attachCosignature(head.checkpoint, [own])).toMatchObject({ code: "register.cosignatureOfItself" });
  expect(attachCosignature(head.checkpoint, ["— a b c"])).toMatchObject({ code: "seal.badNote" });
  const many = Array.from({ length: 15 }, (_, i) => `— a${i} AAAAAAA=`);
  expect(attachCosignature(head.checkpoint, many)).toMatchObject({ code: "seal.badNote" });
  expect(attachCosignature(utf8("?"), lines)).toMatchObject({ code: "seal.badNote" });
});

test("a register does not cosign itself", () => {
  const signers = registerSignersOf(origin);
  expect(() => cosign({ suite, checkpoint: head, cosignerName: origin, time: 1, ...signers })).toThrow(Fault);
});
