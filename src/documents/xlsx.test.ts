import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { isRefusal } from "../base/index.ts";
import { readTable } from "./table.ts";
import { columnName, xlsxBytes } from "./xlsx.ts";
import { readXlsx } from "./xlsxRead.ts";

/** Any text, and often what XML or a workbook would make something else of. */
const cell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("_x0041_", "_", "x005F_", "\r\n", "\t", "\u0000", "\uD800", "\uFFFE", " ", "=1", "&lt;"))
    .map((parts) => parts.join("")),
);

test("law: a workbook gives every cell back as it was written", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }), (rows) => {
      const read = readTable(xlsxBytes(["a", "b", "c"], rows));
      const told = rows.filter((row) => row.some((one) => one !== ""));
      // Cells at a row's end that hold nothing are not written.
      const padded = isRefusal(read) ? read : read.map((row) => ["", "", ""].map((none, at) => row[at] ?? none));
      expect(padded).toEqual([["a", "b", "c"], ...told]);
    }),
  );
});

test("the same rows give the same bytes, and columns have their names", () => {
  expect(xlsxBytes(["a"], [["1"]])).toEqual(xlsxBytes(["a"], [["1"]]));
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

interface Given {
  readonly sheet: string;
  readonly shared?: string;
  readonly styles?: string;
  readonly properties?: string;
  readonly target?: string;
}

/** A workbook as another program writes one. */
function book({ sheet, shared, styles, properties = "", target = "worksheets/sheet7.xml" }: Given): Uint8Array {
  const parts: Record<string, string> = {
    "docProps/app.xml": "<!DOCTYPE x><never-read/>",
    "xl/workbook.xml": [
      `<?xml version="1.0"?><workbook ${main} xmlns:r="${relationships}">${properties}`,
      '<sheets><sheet name="x" sheetId="7" r:id="rId9"/></sheets></workbook>',
    ].join(""),
    "xl/_rels/workbook.xml.rels": [
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
      `<Relationship Id="rId9" Type="x" Target="${target}"/></Relationships>`,
    ].join(""),
    "xl/worksheets/sheet7.xml": `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`,
    ...(shared === undefined ? {} : { "xl/sharedStrings.xml": `<sst ${main}>${shared}</sst>` }),
    ...(styles === undefined ? {} : { "xl/styles.xml": `<styleSheet ${main}>${styles}</styleSheet>` }),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

test("shared texts in runs, numbers, truth and empty cells are read as a reader sees them", () => {
  const shared = "<si><t>id</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>said</t></rPh></si>";
  const sheet =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2"/>' +
    '<row r="5"><c r="A5"><v>12.50</v></c><c r="B5" t="b"><v>1</v></c><c r="C5" t="str"><v>x</v></c><c r="D5" s="0"/>' +
    "</row>";
  expect(readXlsx(book({ sheet, shared }))).toEqual([
    ["id", "", "two runs"],
    ["12.5", "TRUE", "x", ""],
  ]);
});

test("dates and times are told by ISO 8601, in books that count from 1900 and from 1904", () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy&quot;s&quot;"/>' +
    '<numFmt numFmtId="165" formatCode="0&quot;days&quot;"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>' +
    '<xf numFmtId="165"/><xf numFmtId="22"/></cellXfs>';
  const value = (style: number, text: string, at: string): string => `<c r="${at}1" s="${style}"><v>${text}</v></c>`;
  const cells = [
    value(1, "44524", "A"),
    value(2, "44524.75", "B"),
    value(3, "44524", "C"),
    value(4, "0.5", "D"),
    value(1, "59", "E"),
    value(1, "61", "F"),
  ];
  const sheet = `<row r="1">${cells.join("")}</row>`;
  expect(readXlsx(book({ sheet, styles }))).toEqual([
    ["2021-11-24", "2021-11-24T18:00", "44524", "12:00", "1900-02-28", "1900-03-01"],
  ]);
  const properties = '<workbookPr date1904="1"/>';
  const from1904 = `<row r="1">${value(1, "43062", "A")}</row>`;
  expect(readXlsx(book({ sheet: from1904, styles, properties }))).toEqual([["2021-11-24"]]);
});

const problemOf = (bytes: Uint8Array): unknown => {
  const read = readXlsx(bytes);
  return isRefusal(read) ? [read.code, read.details.problem] : read;
};

test("a formula or an error is refused with its place: nothing here computes", () => {
  const formula = '<row r="3"><c r="AB3"><f>1+1</f><v>2</v></c></row>';
  expect(problemOf(book({ sheet: formula }))).toEqual(["documents.tableFlaw", "a formula in column AB"]);
  const error = '<row r="1"><c r="B1" t="e"><v>#DIV/0!</v></c></row>';
  expect(problemOf(book({ sheet: error }))).toEqual(["documents.tableFlaw", "an error in column B"]);
  const missing = '<row r="1"><c r="A1" t="s"><v>4</v></c></row>';
  expect(problemOf(book({ sheet: missing }))).toEqual(["documents.tableFlaw", "a text that is not there in column A"]);
});

test("rows and cells beyond the limits, or out of their order, are refused", () => {
  for (const sheet of [
    '<row r="20001"><c r="A1"><v>1</v></c></row>',
    '<row r="2"/><row r="1"/>',
    '<row r="1"><c r="BM1"><v>1</v></c></row>',
    '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
    '<row r="1"><c r="1A"><v>1</v></c></row>',
  ])
    expect(problemOf(book({ sheet }))).toMatchObject(["documents.tableFlaw", expect.stringContaining("in order")]);
});

test("what is no workbook, lacks a part, is cut or holds a bomb is refused and not unpacked", () => {
  const good = book({ sheet: "" });
  expect(problemOf(zipSync({ "a.txt": strToU8("x") }))).toMatchObject(["documents.notWorkbook", expect.anything()]);
  expect(problemOf(book({ sheet: "", target: "worksheets/none.xml" }))).toMatchObject([
    "documents.notWorkbook",
    "it has no part xl/worksheets/none.xml",
  ]);
  for (const end of [4, 30, 100, good.length - 10])
    expect(problemOf(good.slice(0, end))).toMatchObject(["documents.notWorkbook", expect.anything()]);
  const bomb = zipSync({ ...unzipSync(good), "xl/worksheets/sheet7.xml": new Uint8Array(30_000_000) });
  expect(bomb.length).toBeLessThan(200_000);
  expect(problemOf(bomb)).toMatchObject(["documents.notWorkbook", expect.stringContaining("once unpacked")]);
  expect(problemOf(book({ sheet: "", shared: "<!DOCTYPE x><si/>" }))).toMatchObject(["documents.xmlBomb", "a DOCTYPE"]);
});

test("law: no file makes the reader fail otherwise than by a refusal", () => {
  const good = xlsxBytes(["a", "b"], [["1", "2"]]);
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, end) => {
      const altered = good.slice();
      altered[at] = byte;
      for (const bytes of [altered, altered.slice(0, end)]) {
        const read = readXlsx(bytes);
        expect(isRefusal(read) || Array.isArray(read)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
