import fc from "fast-check";
import { expect, test } from "vitest";
import { csvBytesMax, parseCsv, plainField, readCsv, writeCsv } from "./csv.ts";

const fields = (text: string): unknown => {
  const read = parseCsv(text);
  return read.kind === "records" ? read.records.map((one) => one.fields) : read;
};

test("fields in quotes hold separators, quotes and line ends", () => {
  expect(fields('a,"b, ""c""\r\nd",e\r\n1,2,3\r\n')).toEqual([
    ["a", 'b, "c"\r\nd', "e"],
    ["1", "2", "3"],
  ]);
});

test("a spreadsheet of another country separates by semicolons, and one may paste tabs", () => {
  expect(fields('nom;fonction\n"Lévy; A.";adjoint')).toEqual([
    ["nom", "fonction"],
    ["Lévy; A.", "adjoint"],
  ]);
  expect(fields("a\tb\n1\t2")).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
});

test("names in Arabic and Hebrew come through with the mark of UTF-8 and without", () => {
  const text = "الاسم,الوظيفة\nيوسف,مترجم\nדוד,מתורגמן\n";
  const bytes = new TextEncoder().encode(text);
  const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]);
  expect(readCsv(marked)).toEqual(readCsv(bytes));
  expect(fields(text)).toEqual([
    ["الاسم", "الوظيفة"],
    ["يوسف", "مترجم"],
    ["דוד", "מתורגמן"],
  ]);
});

test("a file in UTF-16, as a spreadsheet saves Unicode text, is read", () => {
  const units = new Uint16Array([0xfeff, ..."שם\tא".split("").map((char) => char.charCodeAt(0))]);
  const read = readCsv(new Uint8Array(units.buffer));
  expect(read).toMatchObject({ kind: "records", records: [{ fields: ["שם", "א"] }] });
});

test("bytes of another encoding are refused: names would become other names", () => {
  expect(readCsv(new Uint8Array([0xcf, 0xe5, 0xe3]))).toEqual({ kind: "flawed", problem: "notText", line: 1 });
  expect(readCsv(new Uint8Array([97, 0, 98]))).toMatchObject({ problem: "notText" });
});

test("a file larger than any list of visitors is not read", () => {
  expect(readCsv(new Uint8Array(csvBytesMax + 1))).toMatchObject({ problem: "tooLarge" });
});

test.each([
  ['a,b\n"c,d\ne', "openQuote", 2],
  ['a,b\nc"d,e', "strayQuote", 2],
  ['a,b\n"c"d,e', "strayQuote", 2],
])("%j is refused with its line", (text, problem, line) => {
  expect(fields(text)).toEqual({ kind: "flawed", problem, line });
});

test("a record after a field of several lines is told by the line it begins on", () => {
  const read = parseCsv('a\n"b\nc"\n\nd');
  expect(read).toMatchObject({ records: [{ line: 1 }, { line: 2 }, { line: 5 }] });
});

test.each(["=1+1", "+33", "-1", "@SUM(A1)", "\tx", "\rx"])("%j is written so that no spreadsheet runs it", (field) => {
  expect(writeCsv([[field, "b"]])).toMatch(/^\ufeff"?'/);
});

test("law: what is written is read back, whatever stands in the fields", () => {
  const field = fc
    .string({ unit: "binary", maxLength: 12 })
    .filter((text) => !text.includes("\0") && text.isWellFormed());
  const record = fc.array(field, { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 6 }), (records) => {
      const head = ["head", "second"];
      const read = readCsv(new TextEncoder().encode(writeCsv([head, ...records])));
      if (read.kind !== "records") expect.fail(read.problem);
      expect(read.records.map((one) => one.fields.map(plainField))).toEqual([head, ...records]);
    }),
  );
});
