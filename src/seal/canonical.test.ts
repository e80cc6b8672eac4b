import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { vectorsFolder } from "../../test/vectors.ts";
import { Fault, isRefusal, type RefusalCode, utf8 } from "../base/index.ts";
import { canonical, type JsonValue } from "./canonical.ts";
import { parseCanonical } from "./parseCanonical.ts";

const limits = { maxBytes: 65535, maxDepth: 32 };
const folder = vectorsFolder();

test.skipIf(folder === undefined)("the public RFC 8785 vectors come out byte for byte", () => {
  const names = readdirSync(join(folder ?? "", "jcs/input"));
  expect(names.length).toBe(6);
  for (const name of names) {
    const value: JsonValue = JSON.parse(readFileSync(join(folder ?? "", "jcs/input", name), "utf8"));
    const expected = readFileSync(join(folder ?? "", "jcs/output", name), "utf8");
    expect(canonical(value), name).toBe(expected);
    expect(parseCanonical(utf8(expected), limits), name).toEqual({ value });
  }
});

test("what JSON cannot hold is a fault", () => {
  const holed: JsonValue[] = [1];
  holed.length = 2;
  const exotic: JsonValue = Object.create(Date.prototype);
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, "\ud800", { "\udc00": 1 }, ["a\udfffb"], holed, exotic]) {
    expect(() => canonical(value)).toThrow(Fault);
  }
});

const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.string({ unit: "binary" }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string({ unit: "binary" }), fc.nat(20).map(String)), tie("value"), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value;

test("what is written canonically is read back as the same value", () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonical(value);
      const read = parseCanonical(utf8(text), limits);
      expect(read).toEqual({ value });
      expect(JSON.parse(text)).toEqual(value);
    }),
  );
});

const refused: readonly [desc: string, text: string | Uint8Array, code: RefusalCode][] = [
  ["a byte that is not UTF-8", Uint8Array.of(0x22, 0xff, 0x22), "seal.badUtf8"],
  ["nothing", "", "seal.notJson"],
  ["a byte-order mark", "\ufeff{}", "seal.notJson"],
  ["a comma too many", "[1,]", "seal.notJson"],
  ["a value missing", '{"a":}', "seal.notJson"],
  ["a bare word", "nul", "seal.notJson"],
  ["a number with a leading zero", "01", "seal.trailingBytes"],
  ["a second value", "{}{}", "seal.trailingBytes"],
  ["a zero byte after the value", '{"a":1}\0', "seal.trailingBytes"],
  ["a newline after the value", '{"a":1}\n', "seal.notCanonical"],
  ["a space", '{"a": 1}', "seal.notCanonical"],
  ["keys out of order", '{"b":1,"a":2}', "seal.notCanonical"],
  ["keys in numeric order", '{"9":1,"10":2}', "seal.notCanonical"],
  ["a duplicate key", '{"a":1,"a":1}', "seal.duplicateKey"],
  ["a duplicate key, once escaped", '{"a":1,"\\u0061":2}', "seal.duplicateKey"],
  ["half a surrogate pair", '"\\ud800"', "seal.loneSurrogate"],
  ["half a surrogate pair in a key", '{"\\udc00":1}', "seal.loneSurrogate"],
  ["half a surrogate pair in capitals", '"\\uD800x"', "seal.loneSurrogate"],
  ["a surrogate pair escaped", '"\\ud83d\\ude00"', "seal.notCanonical"],
  ["a number too large", "1e400", "seal.numberPrecision"],
  ["a number too long", "12345678901234567890", "seal.numberPrecision"],
  ["a fraction too long", "-0.1000000000000000055511151231257827", "seal.numberPrecision"],
  ["a number in another form", "1.0", "seal.notCanonical"],
  ["a number with a capital exponent", "1E21", "seal.notCanonical"],
  ["minus zero", "-0", "seal.notCanonical"],
  ["an escape that is not the shortest", '"\\u000a"', "seal.notCanonical"],
  ["an escaped solidus", '"\\/"', "seal.notCanonical"],
  ["too deep an array", "[".repeat(33) + "]".repeat(33), "seal.tooDeep"],
  ["an array without end", "[".repeat(60000), "seal.tooDeep"],
  ["too many bytes", `"${"a".repeat(65535)}"`, "seal.tooLarge"],
];

test.each(refused)("%s is refused", (_, text, code) => {
  const read = parseCanonical(typeof text === "string" ? utf8(text) : text, limits);
  expect(isRefusal(read) ? read.code : read).toBe(code);
});

test("a value as deep as allowed, keys like numbers and a backslash before ud are accepted", () => {
  for (const text of [
    `${"[".repeat(32)}${"]".repeat(32)}`,
    '{"10":1,"9":2}',
    '"\\\\ud800"',
    "1e+21",
    '{"__proto__":1}',
  ]) {
    expect(isRefusal(parseCanonical(utf8(text), limits)), text).toBe(false);
  }
});

test("a hostile value does not pass for a refusal of ours", () => {
  expect(isRefusal(parseCanonical(utf8('{"code":"x","kind":"refused"}'), limits))).toBe(false);
});
