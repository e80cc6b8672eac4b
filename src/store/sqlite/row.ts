// Reading the columns of a row. The schema promises each type; a value that is not of it means a damaged file, a fault.

import type { SQLOutputValue } from "node:sqlite";
import { type ActId, isActId } from "../../acts/index.ts";
import { isRefusal, type Refusal, refusalLine } from "../../base/index.ts";
import { storeFault } from "./failure.ts";

export type Row = Readonly<Record<string, SQLOutputValue>>;

export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : damaged(column);
}

/** Texts by name, from a column of JSON. */
export function texts(row: Row, column: string): Readonly<Record<string, string>> {
  const json = text(row, column);
  // Most columns are empty, and a list reads hundreds.
  if (json === "{}") return {};
  const value: unknown = JSON.parse(json);
  if (typeof value !== "object" || value === null) return damaged(column);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, unknown]) => [
      name,
      typeof one === "string" ? one : damaged(column),
    ]),
  );
}

/** Integers of this schema are all below 2^53. */
export function integer(row: Row, column: string): number {
  const value = row[column];
  return typeof value === "number" ? value : damaged(column);
}

export function flag(row: Row, column: string): boolean {
  return integer(row, column) === 1;
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  return value instanceof Uint8Array ? value : damaged(column);
}

/** `read(row, column)`, or undefined where the column is NULL. */
export function optional<T>(read: (row: Row, column: string) => T, at: { row: Row; column: string }): T | undefined {
  return at.row[at.column] === null ? undefined : read(at.row, at.column);
}

/** `value` as the name that `is` recognises. */
export function named<T extends string>(is: (text: string) => text is T, value: string): T {
  return is(value) ? value : damaged(value);
}

/**
 * The sixteen bytes of a UUID. By hand: each act written has two, and this costs a tenth of what
 * replacing the hyphens and fromHex do.
 */
export function idBytes(id: ActId): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16);
  let at = 0;
  for (let i = 0; i < id.length; i += 2) {
    // A hyphen stands only where a pair would begin.
    if (id.charCodeAt(i) === 45) i++;
    bytes[at++] = (nibble(id.charCodeAt(i)) << 4) | nibble(id.charCodeAt(i + 1));
  }
  return bytes;
}

/** The value of a lowercase hexadecimal digit's character code. */
function nibble(code: number): number {
  return code < 58 ? code - 48 : code - 87;
}

/** The act whose id a column holds as sixteen bytes. */
export function actId(row: Row, column: string): ActId {
  const hex = bytes(row, column).toHex();
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return named(isActId, parts.join("-"));
}

/** What a parser made of a stored value: its refusal means a damaged file. */
export function parsed<T>(value: T | Refusal): T {
  return isRefusal(value) ? damaged(refusalLine(value)) : value;
}

export function damaged(what: string): never {
  throw storeFault("store.damaged", `The database holds a value that its schema excludes: ${what}.`);
}
