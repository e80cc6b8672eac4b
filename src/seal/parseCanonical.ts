// Canonical JSON, read: untrusted bytes are accepted only when they are the RFC 8785 form of the value they hold, to
// the last byte. So no two texts stand for one value, and no reader sees another value than the one that was signed.

import { fromUtf8, type Refusal, refuse } from "../base/index.ts";
import { canonical, isJsonArray, type JsonValue } from "./canonical.ts";
import { jsonFlaw } from "./jsonFlaw.ts";

export interface CanonicalLimits {
  /** The most bytes the text may have. */
  readonly maxBytes: number;
  /** The most levels of arrays and objects; a bare string has none. */
  readonly maxDepth: number;
}

/**
 * A value read from its canonical text. The value stands under a name of its own because it is untrusted: bare, an
 * object `{"kind":"refused"}` sent by another would pass for a refusal of ours.
 */
export interface CanonicalJson {
  readonly value: JsonValue;
}

/**
 * Reads canonical JSON. Refused as `seal.tooLarge`, `seal.badUtf8`, `seal.notJson`, `seal.trailingBytes`,
 * `seal.tooDeep`, `seal.duplicateKey`, `seal.loneSurrogate`, `seal.numberPrecision`, and `seal.notCanonical` for the
 * rest.
 */
export function parseCanonical(bytes: Uint8Array, limits: CanonicalLimits): CanonicalJson | Refusal {
  if (bytes.length > limits.maxBytes) return refuse("seal.tooLarge", { size: bytes.length, limit: limits.maxBytes });
  const text = fromUtf8(bytes);
  if (text === undefined) return refuse("seal.badUtf8");
  const value = parseJson(text);
  if (value === undefined) return jsonFlaw(text, limits.maxDepth) ?? refuse("seal.notJson", { at: text.length });

  // Where the keys already stand in order, the engine's own writer gives the canonical text, several times faster than
  // ours. It escapes a lone surrogate where ours throws: such a text, which has \ud in it, is looked at more closely.
  const order = orderOf(value, limits.maxDepth);
  if (order === "sorted" && JSON.stringify(value) === text && !text.includes("\\ud")) return { value };
  const flaw = jsonFlaw(text, limits.maxDepth);
  if (flaw !== undefined) return flaw;
  return canonical(value) === text ? { value } : refuse("seal.notCanonical");
}

function parseJson(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/**
 * Whether every object has its keys in order. Stops at `depth` levels, so that a deep value cannot exhaust the stack.
 */
function orderOf(value: JsonValue, depth: number): "sorted" | "unsorted" {
  if (typeof value !== "object" || value === null) return "sorted";
  if (depth === 0) return "unsorted";
  if (isJsonArray(value)) {
    for (const item of value) if (orderOf(item, depth - 1) === "unsorted") return "unsorted";
    return "sorted";
  }
  let previous: string | undefined;
  for (const key of Object.keys(value)) {
    if (previous !== undefined && previous > key) return "unsorted";
    previous = key;
    const item = value[key];
    if (item !== undefined && orderOf(item, depth - 1) === "unsorted") return "unsorted";
  }
  return "sorted";
}
