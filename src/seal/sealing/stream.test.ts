import fc from "fast-check";
import { expect, test } from "vitest";
import { concat, Fault, isRefusal, type Refusal } from "../../base/index.ts";
import { nativeSuite as suite } from "../native.ts";
import { OpenStream } from "./openStream.ts";
import { SealStream } from "./sealStream.ts";
import { chunkBytes, sealedBytes, sealedChunkBytes } from "./stream.ts";

const keys = { suite, fileKey: new Uint8Array(16).fill(7), nonce: new Uint8Array(16).fill(9) };

const bytesOf = (length: number): Uint8Array => new Uint8Array(length).map((_, i) => (i * 31 + (i >> 8)) % 256);

function inPieces(bytes: Uint8Array, piece: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += piece) pieces.push(bytes.subarray(at, at + piece));
  return pieces;
}

function seal(plain: Uint8Array, piece = 1 << 20): Uint8Array {
  const stream = new SealStream(keys);
  return concat([...inPieces(plain, piece).map((each) => stream.update(each)), stream.final()]);
}

/** What was given out, and how it ended. */
function open(sealed: Uint8Array, piece = 1 << 20): { plain: Uint8Array; refused: Refusal | undefined } {
  const stream = new OpenStream(keys);
  const parts: Uint8Array[] = [];
  for (const given of [...inPieces(sealed, piece).map((each) => stream.update(each)), stream.final()]) {
    if (isRefusal(given)) return { plain: concat(parts), refused: given };
    parts.push(given);
  }
  return { plain: concat(parts), refused: undefined };
}

const edges = [0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 2 * chunkBytes, 3 * chunkBytes + 5];

test.each(edges)("a content of %i bytes is the same sealed in any pieces, and opens in any pieces", (length) => {
  const plain = bytesOf(length);
  const sealed = seal(plain);
  expect(sealed.length).toBe(sealedBytes(length));
  for (const piece of [chunkBytes, 1000, sealedChunkBytes, 100_003]) {
    expect(Buffer.compare(seal(plain, piece), sealed)).toBe(0);
    const opened = open(sealed, piece);
    expect(opened.refused).toBeUndefined();
    expect(Buffer.compare(opened.plain, plain)).toBe(0);
  }
});

test("law: sealed and opened in pieces of any size, a content is what it was", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 3 * chunkBytes }), { maxLength: 6 });
  fc.assert(
    fc.property(sizes, sizes, (sealing, opening) => {
      const pieces = sealing.map(bytesOf);
      const sealer = new SealStream(keys);
      const sealed = concat([...pieces.map((each) => sealer.update(each)), sealer.final()]);
      const opener = new OpenStream(keys);
      const opened: Uint8Array[] = [];
      let at = 0;
      for (const size of [...opening, sealed.length]) {
        const given = opener.update(sealed.subarray(at, at + size));
        if (isRefusal(given)) throw new Error(given.code);
        opened.push(given);
        at += size;
      }
      const rest = opener.final();
      if (isRefusal(rest)) throw new Error(rest.code);
      expect(Buffer.compare(concat([...opened, rest]), concat(pieces))).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test("a payload cut at any byte never passes for a shorter one", () => {
  const plain = bytesOf(2 * chunkBytes + 40);
  const sealed = seal(plain);
  const cuts = [
    ...Array(60).keys(),
    sealedChunkBytes - 1,
    sealedChunkBytes,
    sealedChunkBytes + 1,
    2 * sealedChunkBytes,
  ];
  for (const length of [...cuts, sealed.length - 17, sealed.length - 1]) {
    const { plain: given, refused } = open(sealed.subarray(0, length));
    expect(["seal.bodyTruncated", "seal.bodyAltered"]).toContain(refused?.code);
    expect(Buffer.compare(given, plain.subarray(0, given.length))).toBe(0);
  }
  expect(open(sealed.subarray(0, 2 * sealedChunkBytes)).refused).toMatchObject({
    code: "seal.bodyTruncated",
    details: { chunk: 2 },
  });
});

test("law: a payload with one bit changed is refused at that chunk, after what stands before it", () => {
  const plain = bytesOf(2 * chunkBytes + 40);
  const sealed = seal(plain);
  fc.assert(
    fc.property(fc.nat({ max: sealed.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
      const changed = new Uint8Array(sealed);
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      const chunk = Math.floor(at / sealedChunkBytes);
      const { plain: given, refused } = open(changed);
      expect(refused).toMatchObject({ code: "seal.bodyAltered", details: { chunk } });
      expect(Buffer.compare(given, plain.subarray(0, chunk * chunkBytes))).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test("chunks in another order, and bytes after the end, are refused", () => {
  const sealed = seal(bytesOf(3 * chunkBytes));
  const [first, second, third] = inPieces(sealed, sealedChunkBytes);
  if (!first || !second || !third) throw new Error("Three chunks were expected.");
  expect(open(concat([second, first, third])).refused).toMatchObject({ code: "seal.bodyAltered" });
  expect(open(concat([sealed, new Uint8Array(1)])).refused).toMatchObject({ code: "seal.bodyAfterEnd" });
  expect(open(concat([sealed, third])).refused).toMatchObject({ code: "seal.bodyAfterEnd" });
});

test.each([0, 1, 2])("a seal taken up at chunk %i gives the same bytes as one without a break", (resumeAt) => {
  const plain = bytesOf(3 * chunkBytes + 9);
  const whole = seal(plain);
  const stream = new SealStream({ ...keys, resumeAt });
  const rest = concat([stream.update(plain.subarray(resumeAt * chunkBytes)), stream.final()]);
  expect(Buffer.compare(concat([whole.subarray(0, resumeAt * sealedChunkBytes), rest]), whole)).toBe(0);
});

test("a stream that was ended takes nothing more, and keys of another length are a fault", () => {
  const stream = new SealStream(keys);
  stream.final();
  expect(() => stream.update(new Uint8Array(1))).toThrow(Fault);
  expect(() => stream.final()).toThrow(Fault);
  expect(() => new SealStream({ ...keys, fileKey: new Uint8Array(15) })).toThrow(Fault);
});
