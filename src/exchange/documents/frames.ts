// Sealed documents on their way to the other side, as the body of one request or a file in a bag: pieces of one or of
// many, small ones whole and large ones cut wherever it suits. A document is named by the digest of its whole age file
// and nothing else; what is in it, exchange never knows.
//
// All numbers are unsigned and big-endian. To the last byte:
//
//   "entente/documents@v1\n"  21 bytes
//   frames                    each: 32 bytes digest (SHA-256), uint64 offset, uint32 length, the bytes
//
// At most 8 MiB and 4,096 frames. A frame of no bytes asks how far the document is held. Parsing checks the form alone:
// whether anybody named such a document, and whether the bytes are its own, is receive.ts's.

import { concat, equalBytes, fromHex, hex, type Refusal, refuse, utf8 } from "../../base/index.ts";
import { bigEndian, Scanner } from "../scanner.ts";

const magic = utf8("entente/documents@v1\n");
const digestBytes = 32;

export const frameLimits = { bytes: 8 * 1024 * 1024, frames: 4_096 } as const;
/** What a frame takes beside its bytes. */
export const frameOverhead = digestBytes + 8 + 4;

/** `sha256:` and 64 lowercase hexadecimal digits. */
export type DigestText = string;

export interface Frame {
  readonly digest: DigestText;
  /** Where in the document the bytes stand. */
  readonly offset: number;
  /** A view into what was parsed. */
  readonly bytes: Uint8Array;
}

/** A digest's text as its bytes, or undefined when it is none. */
export function bytesOfDigest(digest: DigestText): Uint8Array | undefined {
  const bytes = digest.startsWith("sha256:") ? fromHex(digest.slice("sha256:".length)) : undefined;
  return bytes?.length === digestBytes ? bytes : undefined;
}

export function digestOfBytes(bytes: Uint8Array): DigestText {
  return `sha256:${hex(bytes)}`;
}

export function encodeFrames(frames: readonly Frame[]): Uint8Array {
  const pieces = [magic];
  for (const { digest, offset, bytes } of frames) {
    pieces.push(bytesOfDigest(digest) ?? new Uint8Array(digestBytes));
    pieces.push(bigEndian(offset, 8), bigEndian(bytes.length, 4), bytes);
  }
  return concat(pieces);
}

/**
 * Reads untrusted bytes as frames. Refused as `exchange.framesTooLarge`, `exchange.notFrames`,
 * `exchange.framesCutShort`, `exchange.tooManyFrames`, `exchange.frameOffset`.
 */
export function parseFrames(bytes: Uint8Array): readonly Frame[] | Refusal {
  if (bytes.length > frameLimits.bytes)
    return refuse("exchange.framesTooLarge", { size: bytes.length, limit: frameLimits.bytes });
  const scanner = new Scanner(bytes);
  const first = scanner.take(magic.length);
  if (first === undefined || !equalBytes(first, magic)) return refuse("exchange.notFrames");
  const frames: Frame[] = [];
  while (scanner.left > 0) {
    if (frames.length === frameLimits.frames) return refuse("exchange.tooManyFrames", { limit: frameLimits.frames });
    const digest = scanner.take(digestBytes);
    const offset = scanner.uint64();
    const length = scanner.uint32();
    const piece = length === undefined ? undefined : scanner.take(length);
    if (digest === undefined || offset === undefined || piece === undefined)
      return refuse("exchange.framesCutShort", { at: scanner.at });
    if (!Number.isSafeInteger(offset + piece.length))
      return refuse("exchange.frameOffset", { digest: digestOfBytes(digest) });
    frames.push({ digest: digestOfBytes(digest), offset, bytes: piece });
  }
  return frames;
}
