// Strict base64url without padding (RFC 4648 section 5, as RFC 7515 uses it), for the one reader that every act passes:
// the envelope's. It decodes what base's `fromBase64url` decodes, without a second pass over the text.

import { utf8 } from "../base/index.ts";

/**
 * Hundreds of bytes and more, by the engine's decoder; undefined for anything but the one canonical form. The engine
 * skips white space and takes padding and stray low bits: the first two show in the length of what it gives, the third
 * is looked at here.
 */
export function decodeLong(text: string): Uint8Array | undefined {
  const last = text[text.length - 1] ?? "";
  if (text.length % 4 === 2 && !"AQgw".includes(last)) return undefined;
  if (text.length % 4 === 3 && !"AEIMQUYcgkosw048".includes(last)) return undefined;
  try {
    const bytes = Uint8Array.fromBase64(text, base64urlOption);
    return bytes.length === Math.floor((text.length * 3) / 4) ? bytes : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

const base64urlOption = { alphabet: "base64url" } as const;

/** The value of each base64url character, 255 for any other byte. */
const values = new Uint8Array(256).fill(255);
for (const [value, byte] of utf8("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_").entries()) {
  values[byte] = value;
}

/**
 * Some tens of bytes, where calling the engine's decoder costs five times the decoding; undefined for anything but the
 * one canonical form. `length` is a multiple of four, or two more.
 */
export function decodeShort(input: {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly length: number;
}): Uint8Array | undefined {
  const { bytes, from, length } = input;
  const decoded = new Uint8Array((length * 3) >> 2);
  const value = (i: number): number => values[bytes[from + i] ?? 0] ?? 255;
  const whole = length & ~3;
  let seen = 0;
  let at = 0;
  for (let i = 0; i < whole; i += 4) {
    const a = value(i);
    const b = value(i + 1);
    const c = value(i + 2);
    const d = value(i + 3);
    seen |= a | b | c | d;
    decoded[at++] = (a << 2) | (b >> 4);
    decoded[at++] = (b << 4) | (c >> 2);
    decoded[at++] = (c << 6) | d;
  }
  if (whole < length) {
    const a = value(whole);
    const b = value(whole + 1);
    // The last four bits carry nothing and must be zero.
    if ((b & 15) !== 0) return undefined;
    seen |= a | b;
    decoded[at] = (a << 2) | (b >> 4);
  }
  return seen < 64 ? decoded : undefined;
}
