import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText, wantsApostrophe } from "./csv.ts";

test("cells with commas, quotes or line ends are quoted, and lines end with CRLF", () => {
  expect(
    csvText(
      ["a", "b"],
      [
        ["1", 'say "no", please'],
        ["two\nlines", ""],
      ],
    ),
  ).toBe('a,b\r\n1,"say ""no"", please"\r\n"two\nlines",\r\n');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", '=HYPERLINK("http://x")', "|cmd", "%0A"])(
  "a cell that a spreadsheet would run is made text: %j",
  (cell) => {
    const [, line] = csvText(["x"], [[cell]]).split("x\r\n");
    expect(line?.replace(/^"/, "")).toMatch(/^'/);
  },
);

/** A reader of RFC 4180, written apart from the writer. */
function parsedCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ",") {
      row.push(cell);
      cell = "";
    } else if (char === "\r" && text[i + 1] === "\n") {
      i += 1;
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += char;
  }
  return rows;
}

/** Any text, and often one that begins as a formula does, with apostrophes before it or without. */
const cell = fc.oneof(fc.string(), fc.stringMatching(/^'{0,2}[=+@|'＝ -]{0,2}[a"', \r\n]{0,4}$/));

/** The apostrophe that writing gave is taken away, and none that the author wrote. */
function withoutOurs(cell: string): string {
  return cell.startsWith("'") && wantsApostrophe(cell.slice(1)) ? cell.slice(1) : cell;
}

test("law: a reader gets every cell back, an apostrophe before what would have been run", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
      const [header, ...read] = parsedCells(csvText(["a", "b"], rows));
      expect(header).toEqual(["a", "b"]);
      expect(read.map((row) => row.map(withoutOurs))).toEqual(rows);
    }),
  );
});
