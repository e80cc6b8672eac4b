import fc from "fast-check";
import { expect, test } from "vitest";
import { concat, isRefusal, utf8 } from "../base/index.ts";
import { emptyRoot, signCheckpoint } from "../register/index.ts";
import { encodeParcel, parcelLimits, parseParcel } from "./parcel.ts";
import { bigEndian } from "./scanner.ts";
import { sizeOf } from "./size.ts";
import { kept, leavesOf, suite, twoSides } from "./testing.ts";

const [north, south] = twoSides();
const { origin } = north.sides.own;

function noteOf(size: number): Uint8Array {
  const root = emptyRoot(suite);
  return signCheckpoint({ suite, origin, size: sizeOf(size), root, time: 7, ...north.signers });
}

const notes = new Map([0, 1, 2, 3, 4, 5, 6].map((size) => [size, noteOf(size)]));

function parcelOf(leaves: readonly Uint8Array[], start = 0): Uint8Array {
  const note = notes.get(start + leaves.length) ?? noteOf(start + leaves.length);
  return encodeParcel({ origin, start, note, leaves, acknowledgement: undefined });
}

function code(bytes: Uint8Array): string | undefined {
  const parsed = parseParcel(bytes);
  return isRefusal(parsed) ? parsed.code : undefined;
}

test("a parcel is read as it was written, with or without leaves and acknowledgement", () => {
  const leaf = fc.uint8Array({ minLength: 1, maxLength: 300 });
  const law = fc.property(
    fc.array(leaf, { maxLength: 3 }),
    fc.nat(3),
    fc.option(fc.uint8Array({ minLength: 1, maxLength: 400 }), { nil: undefined }),
    (leaves, start, acknowledgement) => {
      const note = notes.get(start + leaves.length) ?? new Uint8Array();
      const parcel = kept(parseParcel(encodeParcel({ origin, start, note, leaves, acknowledgement })));
      expect(parcel.start).toBe(start);
      expect(parcel.checkpoint.size).toBe(start + leaves.length);
      expect(parcel.leaves.map((each) => [...each])).toEqual(leaves.map((each) => [...each]));
      expect(parcel.note).toEqual(note);
      expect(parcel.acknowledgement === undefined ? undefined : [...parcel.acknowledgement]).toEqual(
        acknowledgement === undefined ? undefined : [...acknowledgement],
      );
    },
  );
  fc.assert(law, { numRuns: 60 });
});

test("a parcel cut anywhere is refused, and so is one with a byte more", () => {
  const whole = parcelOf(leavesOf(3));
  for (let end = 0; end < whole.length; end++) {
    const cut = code(whole.subarray(0, end));
    expect(["exchange.notParcel", "exchange.parcelCutShort"]).toContain(cut);
  }
  expect(code(concat([whole, Uint8Array.of(0)]))).toBe("exchange.parcelTrailingBytes");
});

test("bytes of another kind are no parcel", () => {
  expect(code(utf8("entente/parcel@v2\n and more"))).toBe("exchange.notParcel");
});

test("a parcel over the limit of bytes is refused before it is read", () => {
  expect(code(new Uint8Array(parcelLimits.bytes + 1))).toBe("exchange.parcelTooLarge");
});

test("a checkpoint too far past the start is refused before the leaves are read", () => {
  const note = noteOf(parcelLimits.leaves + 1);
  expect(code(encodeParcel({ origin, start: 0, note, leaves: [], acknowledgement: undefined }))).toBe(
    "exchange.parcelTooManyLeaves",
  );
});

test("a start after the checkpoint is refused", () => {
  const note = noteOf(1);
  expect(code(encodeParcel({ origin, start: 2, note, leaves: [], acknowledgement: undefined }))).toBe(
    "exchange.parcelStart",
  );
});

test("a start that no number holds exactly is refused", () => {
  const bytes = parcelOf([]);
  const at = 18 + 2 + utf8(origin).length;
  const huge = concat([bytes.subarray(0, at), new Uint8Array(8).fill(255), bytes.subarray(at + 8)]);
  expect(code(huge)).toBe("register.badNumber");
});

test("an empty leaf is refused", () => {
  expect(code(parcelOf([utf8("a"), new Uint8Array()]))).toBe("exchange.parcelEmptyLeaf");
});

test("a parcel whose name is not that of its checkpoint is refused", () => {
  const note = noteOf(0);
  const bytes = encodeParcel({
    origin: south.sides.own.origin,
    start: 0,
    note,
    leaves: [],
    acknowledgement: undefined,
  });
  expect(code(bytes)).toBe("exchange.parcelOrigin");
});

test("a parcel without a name, or with a checkpoint that is none, is refused as the register refuses them", () => {
  const magic = utf8("entente/parcel@v1\n");
  expect(code(concat([magic, bigEndian(0, 2), new Uint8Array(20)]))).toBe("register.badOrigin");
  const nonsense = { origin, start: 0, note: utf8("no note"), leaves: [], acknowledgement: undefined };
  expect(code(encodeParcel(nonsense))).toBe("seal.badNote");
});
