import fc from "fast-check";
import { expect, test } from "vitest";
import { concat, isRefusal, utf8 } from "../base/index.ts";
import { type Answer, answerLimit, encodeAnswer, parseAnswer } from "./answer.ts";
import { sizeOf } from "./size.ts";

function reread(answer: Answer): Answer | undefined {
  const read = parseAnswer(encodeAnswer(answer));
  return isRefusal(read) ? undefined : read.answer;
}

test("every kind of answer is read as it was written", () => {
  expect(reread({ kind: "held", note: utf8("a note\n\n— x aaaa\n") })).toEqual({
    kind: "held",
    note: utf8("a note\n\n— x aaaa\n"),
  });
  expect(reread({ kind: "behind", size: sizeOf(0) })).toEqual({ kind: "behind", size: 0 });
  expect(reread({ kind: "stopped", code: "exchange.fork" })).toEqual({ kind: "stopped", code: "exchange.fork" });
  const refused: Answer = {
    kind: "refused",
    code: "later.versionOnly",
    details: { b: 1, a: "x\ny", c: true, d: ["e", "f"] },
  };
  expect(reread(refused)).toEqual(refused);
});

test("sizes and details of any value survive", () => {
  const detail = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.boolean(),
    fc.integer(),
    fc.array(fc.string({ unit: "grapheme" })),
  );
  const details = fc.dictionary(fc.string({ minLength: 1, unit: "grapheme-ascii" }), detail, { noNullPrototype: true });
  fc.assert(
    fc.property(details, fc.maxSafeNat(), (values, size) => {
      const refused: Answer = { kind: "refused", code: "exchange.recovering", details: values };
      expect(reread(refused)).toEqual(refused);
      expect(reread({ kind: "behind", size: sizeOf(size) })).toEqual({ kind: "behind", size });
    }),
    { numRuns: 100 },
  );
});

const magic = "entente/answer@v1\n";

test.each([
  ["nothing", ""],
  ["another first line", "entente/answer@v2\nbehind 1\n"],
  ["no second line", magic],
  ["a kind of another version", `${magic}perhaps\n`],
  ["held without its empty line", `${magic}held\nnote`],
  ["a size with a sign", `${magic}behind +1\n`],
  ["a size with a leading zero", `${magic}behind 01\n`],
  ["a size and more", `${magic}behind 1 2\n`],
  ["no newline at the end", `${magic}behind 1`],
  ["a line too many", `${magic}behind 1\n\n`],
  ["a code without a room", `${magic}stopped fork\n`],
  ["a refusal without details", `${magic}refused exchange.fork\n`],
  ["details that are a list", `${magic}refused exchange.fork\n[]\n`],
  ["details that hold an object", `${magic}refused exchange.fork\n{"a":{}}\n`],
  ["a refusal whose code is none", `${magic}refused EXCHANGE\n{}\n`],
])("%s is no answer", (_, text) => {
  expect(parseAnswer(utf8(text))).toMatchObject({ kind: "refused", code: "exchange.badAnswer" });
});

test("an answer that is too long or not UTF-8 is refused", () => {
  expect(parseAnswer(new Uint8Array(answerLimit + 1))).toMatchObject({ code: "exchange.badAnswer" });
  const broken = concat([utf8(`${magic}stopped `), Uint8Array.of(0xff, 0x0a)]);
  expect(parseAnswer(broken)).toMatchObject({ code: "exchange.badAnswer" });
});

test("a size past what a number holds and details that are not canonical are refused", () => {
  expect(parseAnswer(utf8(`${magic}behind 9999999999999999\n`))).toMatchObject({ code: "register.badNumber" });
  expect(parseAnswer(utf8(`${magic}refused exchange.fork\n{ }\n`))).toMatchObject({ code: "seal.notCanonical" });
});
