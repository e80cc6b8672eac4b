// Bech32 (BIP 173) as age writes its keys: without the limit of 90 characters, and in one case. The checksum tells a
// mistyped key from another's.

const alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const checksumWords = 6;
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;

const valueByLetter = new Map([...alphabet].map((letter, value) => [letter, value]));

/** In lower case; `prefix` too. */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const words = regroup({ values: bytes, from: 8, to: 5, pad: true }) ?? [];
  const sum = polymod([...expanded(prefix), ...words, ...new Array<number>(checksumWords).fill(0)]) ^ 1;
  const checksum = Array.from({ length: checksumWords }, (_, i) => (sum >>> (5 * (checksumWords - 1 - i))) & 31);
  return `${prefix}1${[...words, ...checksum].map((word) => alphabet[word]).join("")}`;
}

/** The bytes of a text in lower case with that prefix, or undefined: another prefix, checksum, letter or pad bit. */
export function decodeBech32(prefix: string, text: string): Uint8Array | undefined {
  if (!text.startsWith(`${prefix}1`)) return undefined;
  const words: number[] = [];
  for (const letter of text.slice(prefix.length + 1)) {
    const value = valueByLetter.get(letter);
    if (value === undefined) return undefined;
    words.push(value);
  }
  if (words.length < checksumWords || polymod([...expanded(prefix), ...words]) !== 1) return undefined;
  const bytes = regroup({ values: words.slice(0, -checksumWords), from: 5, to: 8, pad: false });
  return bytes && new Uint8Array(bytes);
}

function expanded(prefix: string): number[] {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (let bit = 0; bit < generators.length; bit++) if ((top >>> bit) & 1) sum ^= generators[bit] ?? 0;
  }
  return sum;
}

interface Regrouping {
  readonly values: Iterable<number>;
  readonly from: number;
  readonly to: number;
  /** Whether a last group that is not whole is filled with zeroes; else its bits must be zero and too few. */
  readonly pad: boolean;
}

function regroup({ values, from, to, pad }: Regrouping): number[] | undefined {
  const groups: number[] = [];
  let held = 0;
  let bits = 0;
  for (const value of values) {
    held = ((held << from) | value) & 0xfff;
    bits += from;
    while (bits >= to) {
      bits -= to;
      groups.push((held >>> bits) & ((1 << to) - 1));
    }
  }
  const rest = (held << (to - bits)) & ((1 << to) - 1);
  if (pad) return bits > 0 ? [...groups, rest] : groups;
  return bits < from && rest === 0 ? groups : undefined;
}
