import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8 } from "../../base/index.ts";
import { type DocumentAnswer, encodeDocumentAnswer, type HowFar, parseDocumentAnswer } from "./answer.ts";
import { digestOfBytes } from "./frames.ts";

const digest = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(digestOfBytes);
const far: fc.Arbitrary<HowFar> = fc.oneof(
  fc.constantFrom<HowFar>({ kind: "held" }, { kind: "erased" }, { kind: "refused", code: "exchange.documentQuota" }),
  fc.nat().map((offset): HowFar => ({ kind: "partial", offset })),
);
const answers: fc.Arbitrary<DocumentAnswer> = fc.oneof(
  fc.constantFrom<DocumentAnswer>(
    { kind: "stopped", code: "exchange.fork" },
    { kind: "refused", code: "exchange.notFrames" },
  ),
  fc.array(fc.tuple(digest, far)).map((pairs): DocumentAnswer => ({ kind: "each", documents: new Map(pairs) })),
);

test("law: an answer is read back as it was written", () => {
  fc.assert(
    fc.property(
      answers,
      (answer) => void expect(parseDocumentAnswer(encodeDocumentAnswer(answer))).toEqual({ answer }),
    ),
  );
});

const hex = "ab".repeat(32);

test.each([
  ["nothing", ""],
  ["another first line", "entente/answer@v1\n"],
  ["a last line without its end", `entente/documents-answer@v1\n${hex} held`],
  ["a line of no kind", `entente/documents-answer@v1\n${hex} perhaps\n`],
  ["one document twice", `entente/documents-answer@v1\n${hex} held\n${hex} erased\n`],
  ["an offset with a leading zero", `entente/documents-answer@v1\n${hex} partial 01\n`],
  ["a stop among documents", `entente/documents-answer@v1\nstopped exchange.fork\n${hex} held\n`],
])("an answer that is %s is refused", (_, text) => {
  expect(parseDocumentAnswer(utf8(text))).toMatchObject({ code: "exchange.badDocumentAnswer" });
});

test("an answer that is not UTF-8, or too long, is refused", () => {
  expect(parseDocumentAnswer(new Uint8Array([255]))).toMatchObject({ code: "exchange.badDocumentAnswer" });
  expect(parseDocumentAnswer(new Uint8Array(1024 * 1024 + 1))).toMatchObject({ code: "exchange.badDocumentAnswer" });
});
