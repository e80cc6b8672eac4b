// Workbooks as spreadsheets save them, read as rows of text: the first sheet, its shared texts, numbers as they are
// told, dates as ISO 8601 writes them. Untrusted: a file comes from anywhere. What a table needs is inflated and
// nothing else, up to limits that the zip's own directory is held to; formulas and errors are refused with their
// place, since nothing here computes.

import { unzipSync } from "fflate";
import { isRefusal, type Refusal, refuse } from "../base/index.ts";
import { columnName } from "./xlsx.ts";
import { parseXml, type XmlElement } from "./xml.ts";

/** Inflated bytes of all parts that are read. */
const bytesMax = 24 * 1024 * 1024;
const partLimits = { bytes: 16 * 1024 * 1024, elements: 300_000 } as const;
const rowsMax = 20_000;
const columnsMax = 64;

/** Whether the bytes are a zip, as every workbook is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Rows of cells, the columns' names first; empty rows are passed over. Refused as `documents.notWorkbook`,
 * `documents.tableFlaw`, and as XML is refused.
 */
export function readXlsx(bytes: Uint8Array): readonly (readonly string[])[] | Refusal {
  const parts = partsOf(bytes);
  if (isRefusal(parts)) return parts;
  const book = bookOf(parts);
  return isRefusal(book) ? book : rowsOf(book);
}

type Parts = ReadonlyMap<string, Uint8Array>;

const wanted = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;

function partsOf(bytes: Uint8Array): Parts | Refusal {
  let inflated = 0;
  const names = new Set<string>();
  let problem: string | undefined;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!wanted.test(name)) return false;
        if (names.has(name)) problem = `two parts called ${name}`;
        names.add(name);
        inflated += originalSize;
        if (inflated > bytesMax) problem = `more than ${bytesMax} bytes once unpacked`;
        return problem === undefined;
      },
    });
    return problem === undefined ? new Map(Object.entries(files)) : refuse("documents.notWorkbook", { problem });
  } catch (cause) {
    if (!isOfTheFile(cause)) throw cause;
    return refuse("documents.notWorkbook", { problem: "its zip is damaged" });
  }
}

/** What a damaged zip makes the unpacker throw: its own errors, and readings beyond the file's end. */
function isOfTheFile(cause: unknown): boolean {
  return cause instanceof Error && ("code" in cause || cause instanceof RangeError || cause instanceof TypeError);
}

interface Book {
  readonly rows: readonly XmlElement[];
  readonly shared: readonly string[];
  /** By the number of a cell's style, whether it shows a date. */
  readonly dates: readonly boolean[];
  /** Days from the first of January 1970 to day nought of the book. */
  readonly epoch: number;
}

function bookOf(parts: Parts): Book | Refusal {
  const workbook = partIn(parts, "xl/workbook.xml");
  if (isRefusal(workbook)) return workbook;
  const links = partIn(parts, "xl/_rels/workbook.xml.rels");
  if (isRefusal(links)) return links;
  const first = inside(workbook, "sheets", "sheet")[0];
  const id = [...(first?.attributes ?? [])].find(([name]) => name.endsWith("/relationships}id"))?.[1];
  const target = links.children.find((one) => one.attributes.get("Id") === id)?.attributes.get("Target");
  if (target === undefined) return refuse("documents.notWorkbook", { problem: "it has no sheet" });
  const sheet = partIn(parts, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  if (isRefusal(sheet)) return sheet;
  const shared = parts.has("xl/sharedStrings.xml") ? partIn(parts, "xl/sharedStrings.xml") : undefined;
  if (isRefusal(shared)) return shared;
  const styles = parts.has("xl/styles.xml") ? partIn(parts, "xl/styles.xml") : undefined;
  if (isRefusal(styles)) return styles;
  const since1904 = inside(workbook, "workbookPr")[0]?.attributes.get("date1904");
  return {
    rows: inside(sheet, "sheetData", "row"),
    shared: (shared?.children ?? []).filter((one) => one.name === "si").map(textOf),
    dates: styles ? datesOf(styles) : [],
    epoch: since1904 === "1" || since1904 === "true" ? -24_107 : -25_569,
  };
}

function partIn(parts: Parts, name: string): XmlElement | Refusal {
  const bytes = parts.get(name);
  if (bytes === undefined) return refuse("documents.notWorkbook", { problem: `it has no part ${name.slice(0, 80)}` });
  return parseXml(bytes, partLimits);
}

/** The elements of these names within each other. */
function inside(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return names.reduce<readonly XmlElement[]>(
    (among, name) => among.flatMap((one) => one.children.filter((child) => child.name === name)),
    [element],
  );
}

/** The text of a shared or inline string, whole or in runs; how it is to be pronounced is left out. */
function textOf(element: XmlElement): string {
  const runs = element.children.flatMap((one) => (one.name === "r" ? inside(one, "t") : one.name === "t" ? [one] : []));
  return runs.map((one) => unescaped(one.text)).join("");
}

/** `_x0001_` as ST_Xstring means it. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function datesOf(styles: XmlElement): readonly boolean[] {
  const formats = new Map(
    inside(styles, "numFmts", "numFmt").map(({ attributes }) => [
      attributes.get("numFmtId"),
      isDateFormat(attributes.get("formatCode") ?? ""),
    ]),
  );
  return inside(styles, "cellXfs", "xf").map(({ attributes }) => {
    const id = attributes.get("numFmtId");
    return formats.get(id) ?? isDateNumber(Number(id));
  });
}

/** Of the formats that a book need not spell out, those of dates and times. */
function isDateNumber(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** A letter of a date outside quoted text, escaped letters and what stands in brackets. */
function isDateFormat(code: string): boolean {
  return /[dmyhs]/i.test(code.replaceAll(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, ""));
}

function rowsOf(book: Book): readonly (readonly string[])[] | Refusal {
  const rows: string[][] = [];
  let last = 0;
  for (const element of book.rows) {
    const number = Number(element.attributes.get("r") ?? last + 1);
    if (!Number.isInteger(number) || number <= last || number > rowsMax)
      return refuse("documents.tableFlaw", { row: last + 1, problem: `a row that is not one of ${rowsMax} in order` });
    last = number;
    const cells = cellsOf(element, { book, row: number });
    if (isRefusal(cells)) return cells;
    if (cells.some((one) => one !== "")) rows.push(cells);
  }
  return rows;
}

function cellsOf(row: XmlElement, at: { readonly book: Book; readonly row: number }): string[] | Refusal {
  const cells: string[] = [];
  for (const cell of row.children) {
    if (cell.name !== "c") continue;
    const column = columnOf(cell.attributes.get("r"), cells.length);
    const flaw = (problem: string): Refusal => refuse("documents.tableFlaw", { row: at.row, problem });
    if (column === undefined || column < cells.length) return flaw(`a cell that is not one of ${columnsMax} in order`);
    while (cells.length < column) cells.push("");
    const text = textIn(cell, at.book);
    if (typeof text !== "string") return flaw(`${text.problem} in column ${columnName(column)}`);
    cells.push(text);
  }
  return cells;
}

/** The column that a place such as `AB12` names, counted from nought; the next one where none is named. */
function columnOf(place: string | undefined, next: number): number | undefined {
  if (place === undefined) return next < columnsMax ? next : undefined;
  const letters = /^([A-Z]{1,3})[0-9]+$/.exec(place)?.[1];
  if (letters === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < columnsMax ? column : undefined;
}

function textIn(cell: XmlElement, book: Book): string | { readonly problem: string } {
  if (cell.children.some((one) => one.name === "f")) return { problem: "a formula" };
  const value = inside(cell, "v")[0]?.text ?? "";
  const kind = cell.attributes.get("t") ?? "n";
  if (kind === "inlineStr") return inside(cell, "is").map(textOf).join("");
  if (kind === "s")
    return book.shared[Number(value === "" ? "none" : value)] ?? { problem: "a text that is not there" };
  if (kind === "str" || kind === "d") return unescaped(value);
  if (kind === "b") return value === "1" ? "TRUE" : "FALSE";
  if (kind !== "n") return { problem: "an error" };
  if (value === "") return "";
  const number = Number(value);
  if (!Number.isFinite(number)) return { problem: "no number" };
  const isDate = book.dates[Number(cell.attributes.get("s") ?? "0")] === true;
  return isDate ? dateText(number, book.epoch) : String(number);
}

const dayMs = 86_400_000;

/** A day, a time of day, or both, to the second, as a book counts them: days, and parts of one. */
function dateText(number: number, epoch: number): string | { readonly problem: string } {
  if (number < 0 || number > 2_958_466) return { problem: "no date" };
  // Spreadsheets count a 29 February 1900 that never was.
  const days = epoch === -25_569 && number >= 1 && number < 60 ? number + 1 : number;
  const instant = new Date(Math.round(((days + epoch) * dayMs) / 1000) * 1000).toISOString();
  const [day = "", time = ""] = instant.slice(0, 19).split("T");
  const short = time.endsWith(":00") ? time.slice(0, 5) : time;
  if (number < 1) return short;
  return time === "00:00:00" ? day : `${day}T${short}`;
}
