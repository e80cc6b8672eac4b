// A table in either of the forms in which spreadsheets save one, told apart by their first bytes.

import type { Refusal } from "../base/index.ts";
import { readCsv } from "./csvRead.ts";
import { isZip, readXlsx } from "./xlsxRead.ts";

/** Rows of cells, the columns' names first: of a workbook (XLSX), or else of CSV. */
export function readTable(bytes: Uint8Array): readonly (readonly string[])[] | Refusal {
  return isZip(bytes) ? readXlsx(bytes) : readCsv(bytes);
}
