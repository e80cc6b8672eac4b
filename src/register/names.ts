// The names and numbers of a register, each with the parser that alone can make it. Numbers are whole and safe in a
// double: a register of 2^53 leaves is past any side's lifetime.

import { type Brand, type Refusal, refuse, utf8 } from "../base/index.ts";

/** The name of a register, as the first line of its checkpoints bears it. */
export type Origin = Brand<string, "Origin">;
/** Where a leaf stands, from 0. */
export type LeafIndex = Brand<number, "LeafIndex">;
/** How many leaves a tree has. */
export type TreeSize = Brand<number, "TreeSize">;
/** A SHA-256 hash of a leaf or of a node: 32 bytes. */
export type Hash = Brand<Uint8Array, "Hash">;

export const hashBytes = 32;
const maxOriginBytes = 255;
/** What tlog-tiles can hold: a length of two bytes stands before each entry. */
export const maxLeafBytes = 65535;

/** 1 to 255 bytes of UTF-8 without spaces, plus signs or control characters; refused as `register.badOrigin`. */
export function parseOrigin(text: string): Origin | Refusal {
  const reason = originFlaw(text);
  return reason === undefined ? (text as Origin) : refuse("register.badOrigin", { value: text.slice(0, 80), reason });
}

function originFlaw(text: string): string | undefined {
  if (text === "") return "it is empty";
  if (!text.isWellFormed()) return "it has half a surrogate pair";
  // The length stands in one byte of what ML-DSA-44 signs (tlog-cosignature).
  if (utf8(text).length > maxOriginBytes) return `it has more than ${maxOriginBytes} bytes`;
  if (/[\p{White_Space}\p{Cc}+]/u.test(text)) return "it has a space, a plus sign or a control character";
  return undefined;
}

/** A whole number from 0, or its decimal text without leading zeroes; refused as `register.badNumber`. */
export function parseLeafIndex(value: number | string): LeafIndex | Refusal {
  const number = wholeNumber(value);
  return number === undefined ? badNumber(value, "the index of a leaf") : (number as LeafIndex);
}

/** A whole number from 0, or its decimal text without leading zeroes; refused as `register.badNumber`. */
export function parseTreeSize(value: number | string): TreeSize | Refusal {
  const number = wholeNumber(value);
  return number === undefined ? badNumber(value, "the size of a register") : (number as TreeSize);
}

/** 32 bytes; refused as `register.badHash`. */
export function parseHash(bytes: Uint8Array): Hash | Refusal {
  return bytes.length === hashBytes ? (bytes as Hash) : refuse("register.badHash", { length: bytes.length });
}

/** Whether bytes may be a leaf: undefined when they may. Refused as `register.badLeaf`. */
export function checkLeaf(leaf: Uint8Array): Refusal | undefined {
  const size = leaf.length;
  return size >= 1 && size <= maxLeafBytes ? undefined : refuse("register.badLeaf", { size });
}

function wholeNumber(value: number | string): number | undefined {
  if (typeof value === "string" && !/^(?:0|[1-9][0-9]{0,15})$/.test(value)) return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 0 && !Object.is(number, -0) ? number : undefined;
}

function badNumber(value: number | string, what: string): Refusal {
  return refuse("register.badNumber", { value: String(value).slice(0, 40), what });
}
