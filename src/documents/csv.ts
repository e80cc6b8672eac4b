// Tables as text for a spreadsheet: RFC 4180, UTF-8, lines ended by CRLF. A spreadsheet takes a cell that begins with
// one of = + - @ or a control character for a formula and would run it: such a cell is given an apostrophe before it,
// which spreadsheets show as text. What officers and programs wrote is in these cells.

/** `rows` under `columns`, every row of their number. */
export function csvText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

const formula = /^[=+\-@\t\r\n|%]/;

/**
 * Whether a cell is given an apostrophe. One that the author wrote before a formula is followed by another of ours, so
 * that reading takes away just what writing gave.
 */
export function wantsApostrophe(text: string): boolean {
  const bare = text.replace(/^'+/, "");
  // Full-width and raised signs are taken for the plain ones by some spreadsheets.
  return formula.test(bare) || formula.test(bare.normalize("NFKC").trimStart());
}

function cellOf(text: string): string {
  const safe = wantsApostrophe(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
