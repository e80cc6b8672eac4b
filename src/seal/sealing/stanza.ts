// The textual header of an age file (C2SP age.md, "ABNF definition of file header"), written and read to the byte.
// What a stanza means is not known here; a stanza of an unknown kind is carried and passed over.

import { base64, concat, fromBase64, type Refusal, refuse, utf8 } from "../../base/index.ts";

export interface Stanza {
  /** At least one; printable ASCII without spaces. */
  readonly args: readonly string[];
  readonly body: Uint8Array;
}

/** A header as read: not yet authenticated. */
export interface HeaderText {
  readonly stanzas: readonly Stanza[];
  /** What the MAC is over: up to and with the three hyphens. */
  readonly covered: Uint8Array;
  readonly mac: Uint8Array;
  /** Bytes of the whole header. */
  readonly length: number;
}

/** A header with more bytes is refused: it would hold some forty hybrid recipients. */
export const headerBytesMax = 65_536;

const versionLine = "age-encryption.org/v1";
const columns = 64;
const macBytes = 32;
const newline = 0x0a;

/** The part of a header that the MAC is over. */
export function coveredHeader(stanzas: readonly Stanza[]): Uint8Array {
  const lines = [versionLine];
  for (const { args, body } of stanzas) {
    lines.push(`-> ${args.join(" ")}`);
    const text = unpadded(body);
    for (let at = 0; at <= text.length; at += columns) lines.push(text.slice(at, at + columns));
  }
  return utf8(`${lines.join("\n")}\n---`);
}

export function endHeader(covered: Uint8Array, mac: Uint8Array): Uint8Array {
  return concat([covered, utf8(` ${unpadded(mac)}\n`)]);
}

/** Reads a header at the beginning of untrusted bytes; refused as `seal.badAgeHeader`. */
export function parseHeaderText(bytes: Uint8Array): HeaderText | Refusal {
  const lines = new HeaderLines(bytes.subarray(0, headerBytesMax));
  if (lines.next() !== versionLine) return badHeader(`its first line is not ${versionLine}`);
  const stanzas: Stanza[] = [];
  for (;;) {
    const start = lines.at;
    const line = lines.next();
    if (line === undefined) return badHeader("it ends, or is longer than any header, before its last line");
    if (line.startsWith("--- ")) {
      const mac = fromUnpadded(line.slice(4));
      if (mac?.length !== macBytes) return badHeader("its last line holds no MAC");
      if (stanzas.length === 0) return badHeader("it names no recipient");
      return { stanzas, covered: bytes.subarray(0, start + 3), mac, length: lines.at };
    }
    const args = line.split(" ");
    if (args.shift() !== "->" || args.length === 0 || args.includes(""))
      return badHeader("a stanza does not begin well");
    const body = bodyOf(lines);
    if (!body) return badHeader("the body of a stanza is not in lines of base64");
    stanzas.push({ args, body });
  }
}

export function badHeader(reason: string): Refusal {
  return refuse("seal.badAgeHeader", { reason });
}

/** The bytes of canonical base64 without padding (RFC 4648 section 4), or undefined. */
export function fromUnpadded(text: string): Uint8Array | undefined {
  if (text.includes("=") || text.length % 4 === 1) return undefined;
  return fromBase64(text + "=".repeat((4 - (text.length % 4)) % 4));
}

export function unpadded(bytes: Uint8Array): string {
  return base64(bytes).replace(/=+$/, "");
}

function bodyOf(lines: HeaderLines): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  for (;;) {
    const line = lines.next();
    if (line === undefined || line.length > columns) return undefined;
    const part = fromUnpadded(line);
    if (!part) return undefined;
    parts.push(part);
    if (line.length < columns) return concat(parts);
  }
}

/** Lines of printable ASCII; undefined at the first that is not whole or holds another byte. */
class HeaderLines {
  readonly #bytes: Uint8Array;
  /** Where the next line begins. */
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): string | undefined {
    const end = this.#bytes.indexOf(newline, this.at);
    if (end === -1) return undefined;
    const line = this.#bytes.subarray(this.at, end);
    this.at = end + 1;
    let text = "";
    for (const byte of line) {
      if (byte < 0x20 || byte > 0x7e) return undefined;
      text += String.fromCharCode(byte);
    }
    return text;
  }
}
