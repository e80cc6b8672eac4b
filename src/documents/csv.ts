// Tables as text for a spreadsheet: RFC 4180, UTF-8, lines ended by CRLF. A spreadsheet takes a cell that begins with
// one of = + - @ or a control character for a formula and would run it: such a cell is given an apostrophe before it,
// which spreadsheets show as text. What officers and programs wrote is in these cells.

/** `rows` under `columns`, every row of their number. */
export function csvText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

const formula = /^[=+\-@\t\r\n|%]/;
/** An apostrophe of the author's own before a formula: it is given another, so that reading takes away only ours. */
const apostrophe = /^'+\s*[=+\-@\t\r\n|%＝＋－＠]/;

function cellOf(text: string): string {
  // Full-width signs are taken for the plain ones by some spreadsheets.
  const risky = formula.test(text.normalize("NFKC").trimStart()) || formula.test(text) || apostrophe.test(text);
  const safe = risky ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
