// Tables as spreadsheets save them, read: RFC 4180, with the separator that a spreadsheet of the reader's country
// chooses, UTF-8 with or without its mark. Untrusted: a file comes from anywhere. What `csvText` writes is read back as
// it was. Not here: what the columns mean.

import { fromUtf8, type Refusal, refuse } from "../base/index.ts";
import { wantsApostrophe } from "./csv.ts";

/** The most cells a table is read with: thousands of rows. */
const cellsMax = 400_000;
const separators = [",", ";", "\t"] as const;

/** Rows of cells, the columns' names first; empty rows are passed over. Refused as `documents.tableFlaw`. */
export function readCsv(bytes: Uint8Array): readonly (readonly string[])[] | Refusal {
  const text = fromUtf8(bytes)?.replace(/^\ufeff/, "");
  if (text === undefined || text.includes("\0")) return refuse("documents.tableFlaw", { row: 1, problem: "not text" });
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let cells = 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, { at, separator });
    const next = text[cell.end];
    const ended = next === undefined || next === separator || next === "\r" || next === "\n";
    if (!ended) return refuse("documents.tableFlaw", { row: rows.length + 1, problem: "a quote out of its place" });
    row.push(disarmed(cell.text));
    cells += 1;
    if (cells > cellsMax) return refuse("documents.tableFlaw", { row: rows.length + 1, problem: "too many cells" });
    at = cell.end + 1;
    if (next === separator) continue;
    if (next === "\r" && text[at] === "\n") at += 1;
    if (row.some((one) => one !== "")) rows.push(row);
    row = [];
    if (next === undefined) break;
  }
  return rows;
}

interface Cell {
  readonly text: string;
  /** Where what follows the cell begins. */
  readonly end: number;
}

function plain(text: string, from: { readonly at: number; readonly separator: string }): Cell {
  let end = from.at;
  while (end < text.length && !isEnd(text[end], from.separator)) end += 1;
  return { text: text.slice(from.at, end), end };
}

const isEnd = (char: string | undefined, separator: string): boolean =>
  char === separator || char === "\r" || char === "\n";

/** Two quotes within stand for one; lines may end within. One that is never closed ends the text. */
function quoted(text: string, from: number): Cell {
  let cell = "";
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    // A cell that ends nowhere is told by what follows it: a quote, where the row should end.
    if (close === -1) return { text: cell, end: from };
    cell += text.slice(at, close);
    if (text[close + 1] !== '"') return { text: cell, end: close + 1 };
    cell += '"';
    at = close + 2;
  }
}

/** The one the first line has most of, outside quotes; a comma where it has none. */
function separatorOf(text: string): string {
  const first = (text.split(/[\r\n]/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const counted = separators.map((separator) => ({ separator, count: first.split(separator).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator;
}

/** Without the apostrophe that keeps a spreadsheet from running the cell. */
function disarmed(cell: string): string {
  return cell.startsWith("'") && wantsApostrophe(cell.slice(1)) ? cell.slice(1) : cell;
}
