// CSV as spreadsheets write and read it: RFC 4180, with the separator that a spreadsheet of the reader's country
// chooses, UTF-8 with or without its mark. Untrusted: a file comes from anywhere. Not here: what the columns mean.

/** One record and the line of the file it begins on, the first being 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

export type CsvProblem = "notText" | "tooLarge" | "openQuote" | "strayQuote";

export type CsvRead =
  | { readonly kind: "records"; readonly records: readonly CsvRecord[] }
  | { readonly kind: "flawed"; readonly problem: CsvProblem; readonly line: number };

/** Bytes of a file that is read at all: thousands of visitors. */
export const csvBytesMax = 1_000_000;

const separators = [",", ";", "\t"] as const;

/** The text of a file: UTF-8 or, where the file says so, UTF-16. Another encoding would turn names into others. */
export function readCsv(bytes: Uint8Array): CsvRead {
  if (bytes.length > csvBytesMax) return { kind: "flawed", problem: "tooLarge", line: 1 };
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    // The decoder's one way to say that these bytes are no such text.
    if (!(cause instanceof TypeError)) throw cause;
    return { kind: "flawed", problem: "notText", line: 1 };
  }
  return text.includes("\0") ? { kind: "flawed", problem: "notText", line: 1 } : parseCsv(text);
}

/** Records of a text. Empty lines are passed over; spaces belong to their field (RFC 4180 §2.4). */
export function parseCsv(text: string): CsvRead {
  const reader = new CsvReader(text.replace(/^\ufeff/, ""));
  return reader.read();
}

class CsvReader {
  readonly #text: string;
  readonly #separator: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
    this.#separator = separatorOf(text);
  }

  read(): CsvRead {
    const records: CsvRecord[] = [];
    while (this.#at < this.#text.length) {
      const line = this.#line;
      const fields: string[] = [];
      do {
        const field = this.#text[this.#at] === '"' ? this.#quoted() : this.#plain();
        if (typeof field !== "string") return { kind: "flawed", ...field };
        fields.push(field);
      } while (this.#took(this.#separator));
      this.#lineEnd();
      if (fields.length > 1 || fields[0] !== "") records.push({ line, fields });
    }
    return { kind: "records", records };
  }

  /** Up to the next separator or line end. */
  #plain(): string | { problem: CsvProblem; line: number } {
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#ends()) {
      if (this.#text[this.#at] === '"') return { problem: "strayQuote", line: this.#line };
      this.#at += 1;
    }
    return this.#text.slice(start, this.#at);
  }

  /** Two quotes within stand for one; lines may end within. */
  #quoted(): string | { problem: CsvProblem; line: number } {
    const line = this.#line;
    let field = "";
    this.#at += 1;
    for (;;) {
      const end = this.#text.indexOf('"', this.#at);
      if (end === -1) return { problem: "openQuote", line };
      const part = this.#text.slice(this.#at, end);
      this.#line += part.split("\n").length - 1;
      field += part;
      this.#at = end + 1;
      if (this.#text[this.#at] !== '"') break;
      field += '"';
      this.#at += 1;
    }
    const closed = this.#at >= this.#text.length || this.#ends();
    return closed ? field : { problem: "strayQuote", line: this.#line };
  }

  #ends(): boolean {
    const char = this.#text[this.#at];
    return char === this.#separator || char === "\n" || char === "\r";
  }

  #took(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #lineEnd(): void {
    if (this.#at >= this.#text.length) return;
    if (this.#text[this.#at] === "\r") this.#at += 1;
    if (this.#text[this.#at] === "\n") this.#at += 1;
    this.#line += 1;
  }
}

/** The one the first line has most of, outside quotes; a comma where it has none. */
function separatorOf(text: string): string {
  const first = (text.split(/[\r\n]/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const counted = separators.map((separator) => ({ separator, count: first.split(separator).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator;
}

/** A field that a spreadsheet would take for a formula and carry out. */
const formula = /^[=+\-@\t\r]/;
const disarmed = /^'[=+\-@\t\r]/;

/** The text of a file: marked as UTF-8, lines as RFC 4180 has them, and nothing in it that a spreadsheet would run. */
export function writeCsv(records: readonly (readonly string[])[]): string {
  const lines = records.map((fields) => fields.map((field) => quoted(safe(field))).join(","));
  return `\ufeff${lines.map((line) => `${line}\r\n`).join("")}`;
}

/** An apostrophe before it makes a spreadsheet show the text as text. */
function safe(field: string): string {
  return formula.test(field) || disarmed.test(field) ? `'${field}` : field;
}

/** What `safe` did, undone. */
export function plainField(field: string): string {
  return disarmed.test(field) || /^''[=+\-@\t\r]/.test(field) ? field.slice(1) : field;
}

function quoted(field: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
