// Says what is wrong with a text that was refused as canonical JSON. It reads the text a second time, slowly and
// character by character (RFC 8259), and is reached only when the answer is no: the fast way is in parseCanonical.ts.

import { type Refusal, refuse } from "../base/index.ts";

interface Scan {
  readonly text: string;
  readonly maxDepth: number;
  at: number;
}

/** The first flaw of an untrusted JSON text, or undefined when it has none beyond not being canonical. */
export function jsonFlaw(text: string, maxDepth: number): Refusal | undefined {
  const scan: Scan = { text, maxDepth, at: 0 };
  skipSpace(scan);
  const flaw = valueFlaw(scan, 1);
  if (flaw !== undefined) return flaw;
  skipSpace(scan);
  return scan.at < text.length ? refuse("seal.trailingBytes", { at: scan.at }) : undefined;
}

function skipSpace(scan: Scan): void {
  while (" \t\n\r".includes(scan.text.charAt(scan.at)) && scan.at < scan.text.length) scan.at++;
}

function take(scan: Scan, character: string): boolean {
  skipSpace(scan);
  if (scan.text.charAt(scan.at) !== character) return false;
  scan.at++;
  return true;
}

function notJson(scan: Scan): Refusal {
  return refuse("seal.notJson", { at: scan.at });
}

function valueFlaw(scan: Scan, depth: number): Refusal | undefined {
  skipSpace(scan);
  const first = scan.text.charAt(scan.at);
  if (first === "{" || first === "[") {
    if (depth > scan.maxDepth) return refuse("seal.tooDeep", { limit: scan.maxDepth });
    scan.at++;
    return first === "{" ? objectFlaw(scan, depth) : arrayFlaw(scan, depth);
  }
  if (first === '"') {
    const string = readString(scan);
    return typeof string === "string" ? undefined : string;
  }
  return literalFlaw(scan);
}

function arrayFlaw(scan: Scan, depth: number): Refusal | undefined {
  if (take(scan, "]")) return undefined;
  for (;;) {
    const flaw = valueFlaw(scan, depth + 1);
    if (flaw !== undefined) return flaw;
    if (take(scan, "]")) return undefined;
    if (!take(scan, ",")) return notJson(scan);
  }
}

function objectFlaw(scan: Scan, depth: number): Refusal | undefined {
  const keys = new Set<string>();
  if (take(scan, "}")) return undefined;
  for (;;) {
    skipSpace(scan);
    const key = readString(scan);
    if (typeof key !== "string") return key;
    if (keys.has(key)) return refuse("seal.duplicateKey", { key });
    keys.add(key);
    if (!take(scan, ":")) return notJson(scan);
    const flaw = valueFlaw(scan, depth + 1);
    if (flaw !== undefined) return flaw;
    if (take(scan, "}")) return undefined;
    if (!take(scan, ",")) return notJson(scan);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a JSON string may not hold them unescaped.
const stringToken = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

function readString(scan: Scan): string | Refusal {
  stringToken.lastIndex = scan.at;
  const token = stringToken.exec(scan.text)?.[0];
  if (token === undefined) return notJson(scan);
  const value: unknown = JSON.parse(token);
  if (typeof value !== "string") return notJson(scan);
  if (!value.isWellFormed()) return refuse("seal.loneSurrogate", { at: scan.at });
  scan.at += token.length;
  return value;
}

const literalToken = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function literalFlaw(scan: Scan): Refusal | undefined {
  literalToken.lastIndex = scan.at;
  const token = literalToken.exec(scan.text)?.[0];
  if (token === undefined) return notJson(scan);
  scan.at += token.length;
  if (/^[tfn]/.test(token)) return undefined;
  const value = Number(token);
  if (Number.isFinite(value) && decimalOf(token) === decimalOf(String(value))) return undefined;
  return refuse("seal.numberPrecision", { number: token.length > 40 ? `${token.slice(0, 40)}…` : token });
}

/** A decimal number as its significant digits and their power of ten, so that 1.0 and 10e-1 are seen as one number. */
function decimalOf(token: string): string {
  const [mantissa = "", exponent = "0"] = token.replace(/^-/, "").toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  return `${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
