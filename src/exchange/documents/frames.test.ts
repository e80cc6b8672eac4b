import fc from "fast-check";
import { expect, test } from "vitest";
import { concat, utf8 } from "../../base/index.ts";
import { digestOfBytes, encodeFrames, type Frame, frameLimits, parseFrames } from "./frames.ts";

const digest = digestOfBytes(new Uint8Array(32).fill(7));
const frame: Frame = { digest, offset: 5, bytes: utf8("sealed") };

const frames = fc.array(
  fc.record({
    digest: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(digestOfBytes),
    offset: fc.integer({ min: 0, max: 2 ** 40 }),
    bytes: fc.uint8Array({ maxLength: 200 }),
  }),
  { maxLength: 20 },
);

test("law: what is written is read back as the same frames", () => {
  fc.assert(fc.property(frames, (given) => void expect(parseFrames(encodeFrames(given))).toEqual(given)));
});

test("law: frames cut anywhere but between two are refused, and between two give those before", () => {
  fc.assert(
    fc.property(frames, fc.nat(), (given, place) => {
      const bytes = encodeFrames(given);
      const at = place % (bytes.length + 1);
      const read = parseFrames(bytes.subarray(0, at));
      if (Array.isArray(read)) expect(given.slice(0, read.length)).toEqual(read);
      else expect(["exchange.framesCutShort", "exchange.notFrames"]).toContain("code" in read ? read.code : "");
    }),
  );
});

test("bytes of another kind, and one byte after a frame, are refused", () => {
  expect(parseFrames(utf8("entente/parcel@v1\n"))).toMatchObject({ code: "exchange.notFrames" });
  const trailing = concat([encodeFrames([frame]), new Uint8Array(1)]);
  expect(parseFrames(trailing)).toMatchObject({ code: "exchange.framesCutShort" });
});

test("more bytes or frames than one request may have are refused", () => {
  const large = encodeFrames([{ ...frame, bytes: new Uint8Array(frameLimits.bytes) }]);
  expect(parseFrames(large)).toMatchObject({ code: "exchange.framesTooLarge" });
  const many = encodeFrames(Array.from({ length: frameLimits.frames + 1 }, () => ({ ...frame, bytes: utf8("") })));
  expect(parseFrames(many)).toMatchObject({ code: "exchange.tooManyFrames" });
});

test("an offset that no document can have is refused", () => {
  const bytes = encodeFrames([frame]);
  bytes.set([255, 255, 255, 255, 255, 255, 255, 255], 21 + 32);
  expect(parseFrames(bytes)).toMatchObject({ code: "exchange.frameOffset" });
});
