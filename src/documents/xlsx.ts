// Tables as workbooks, for those who work in a spreadsheet: Office Open XML (ECMA-376 part 1, SpreadsheetML), one sheet
// of which every cell is text, so that nothing is taken for a formula, a number or a date and what was written comes
// back as it was. Reading is in xlsxRead.ts. Not here: what the columns mean.

import { strToU8, zipSync } from "fflate";
import { escapedXml } from "./xml.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** `rows` under `columns` as a workbook. The same rows give the same bytes. */
export function xlsxBytes(columns: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const parts = {
    "[Content_Types].xml": [
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>`,
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
    ].join(""),
    "_rels/.rels": relationship(`${relationships}/officeDocument`, "xl/workbook.xml"),
    "xl/workbook.xml": [
      `<workbook xmlns="${main}" xmlns:r="${relationships}">`,
      '<sheets><sheet name="Entente" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ].join(""),
    "xl/_rels/workbook.xml.rels": relationship(`${relationships}/worksheet`, "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": sheetOf([columns, ...rows]),
  };
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(declaration + text)] as const);
  // The first day a zip can tell: a table has no date of its own.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: "1980-01-01T00:00:00" });
}

function relationship(type: string, target: string): string {
  const one = `<Relationship Id="rId1" Type="${type}" Target="${target}"/>`;
  return `<Relationships xmlns="${packageRelationships}">${one}</Relationships>`;
}

function sheetOf(rows: readonly (readonly string[])[]): string {
  const told = rows.map((cells, at) => {
    const inside = cells.map((cell, column) => cellOf(cell, `${columnName(column)}${at + 1}`)).join("");
    return `<row r="${at + 1}">${inside}</row>`;
  });
  return `<worksheet xmlns="${main}"><sheetData>${told.join("")}</sheetData></worksheet>`;
}

function cellOf(text: string, place: string): string {
  if (text === "") return "";
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapedXml(escapedText(text))}</t></is></c>`;
}

// Control characters, what is no character, and halves of pairs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped.
const unfit = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** What XML cannot have in a text, and what would be read as such, as ST_Xstring writes it: `_x0001_`. */
function escapedText(text: string): string {
  const code = (unit: string): string => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replaceAll(unfit, (unit) => `_x${code(unit)}_`);
}

/** `A`, `B`, … `Z`, `AA`: the name of a column counted from nought. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
