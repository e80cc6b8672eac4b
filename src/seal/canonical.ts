// Canonical JSON, written: the JSON Canonicalization Scheme of RFC 8785. One value has one text, so a digest or a
// signature over the text is over the value. Reading is in parseCanonical.ts.

import { Fault } from "../base/index.ts";

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * The canonical text of a value. Throws `Fault` "seal.notRepresentable" for what JSON cannot hold and the types cannot
 * keep out: undefined, NaN, the infinities, half a surrogate pair, objects that are not plain.
 */
export function canonical(value: JsonValue): string {
  return canonicalOf(value);
}

/** The same of a value whose type does not say that it is JSON: what is not throws the same `Fault`. */
export function canonicalOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return canonicalString(value);
    case "number":
      // RFC 8785 section 3.2.2.3 takes the number format of ECMAScript as it is; -0 becomes 0 in both.
      if (!Number.isFinite(value)) throw unrepresentable(String(value));
      return String(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    default:
      throw unrepresentable(typeof value);
  }
}

/** Tells arrays from objects; `Array.isArray` alone does not narrow a readonly array. */
export function isJsonArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function canonicalArray(values: readonly unknown[]): string {
  let text = "[";
  // By index, so that a hole is met and refused.
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === undefined) throw unrepresentable("undefined");
    text += i === 0 ? canonicalOf(value) : `,${canonicalOf(value)}`;
  }
  return `${text}]`;
}

function canonicalObject(object: object): string {
  if (!isPlain(object)) throw unrepresentable("an object that is not plain");
  // The default order of sort() is by UTF-16 code unit, which is what RFC 8785 section 3.2.3 asks.
  const keys = Object.keys(object).sort();
  let text = "{";
  for (const key of keys) {
    const value = object[key];
    if (value === undefined) throw unrepresentable(`undefined under ${JSON.stringify(key)}`);
    text += `${text === "{" ? "" : ","}${canonicalString(key)}:${canonicalOf(value)}`;
  }
  return `${text}}`;
}

function isPlain(object: object): object is { readonly [key: string]: unknown } {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON must escape.
const needsCare = /["\\\u0000-\u001f\ud800-\udfff]/;

function canonicalString(text: string): string {
  if (!needsCare.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw unrepresentable("half a surrogate pair");
  return JSON.stringify(text);
}

function unrepresentable(what: string): Fault {
  return new Fault("seal.notRepresentable", `Canonical JSON cannot hold ${what}.`);
}
