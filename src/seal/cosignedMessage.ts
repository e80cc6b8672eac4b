// What a cosigner signs, byte for byte as C2SP tlog-cosignature describes it: a line with the time before the note's
// text for Ed25519, the structure `cosigned_message` for ML-DSA-44; and the structure `timestamped_signature` that
// carries both.

import { concat, Fault, utf8 } from "../base/index.ts";

const timeBytes = 8;

/**
 * The message of an Ed25519 cosignature (type 0x04). `time` in POSIX seconds. Throws `Fault` for a time that is not
 * whole and safe.
 */
export function ed25519CosignedMessage(input: { readonly text: string; readonly time: number }): Uint8Array {
  return utf8(`cosignature/v1\ntime ${wholeNumber(input.time)}\n${input.text}`);
}

export interface CosignedSubtree {
  readonly cosignerName: string;
  /** POSIX seconds; 0 makes no statement of time. */
  readonly time: number;
  readonly origin: string;
  /** The first leaf; 0 for a checkpoint. */
  readonly start: number;
  /** One past the last leaf; the size for a checkpoint. */
  readonly end: number;
  /** 32 bytes. */
  readonly hash: Uint8Array;
}

/**
 * The message of an ML-DSA-44 cosignature (type 0x06). Throws `Fault` for names over 255 bytes and numbers not whole
 * and safe.
 */
export function mlDsa44CosignedMessage(subtree: CosignedSubtree): Uint8Array {
  if (subtree.hash.length !== 32) throw new Fault("seal.badCosignedHash", "A subtree's hash has 32 bytes.");
  if (subtree.start !== 0 && subtree.time !== 0) {
    throw new Fault("seal.badCosignedTime", "A subtree that does not begin at 0 is cosigned without a time.");
  }
  return concat([
    utf8("subtree/v1\n\0"),
    shortOpaque(subtree.cosignerName),
    uint64(subtree.time),
    shortOpaque(subtree.origin),
    uint64(subtree.start),
    uint64(subtree.end),
    subtree.hash,
  ]);
}

/** The structure `timestamped_signature`: eight bytes of time, then the signature. */
export function encodeTimestamped(time: number, signature: Uint8Array): Uint8Array {
  return concat([uint64(time), signature]);
}

/**
 * Takes a `timestamped_signature` apart; undefined when it is too short or its time is past 2^53 - 1, which no clock
 * gives.
 */
export function parseTimestamped(
  bytes: Uint8Array,
): { readonly time: number; readonly signature: Uint8Array } | undefined {
  if (bytes.length <= timeBytes) return undefined;
  let time = 0;
  for (const byte of bytes.subarray(0, timeBytes)) time = time * 256 + byte;
  return Number.isSafeInteger(time) ? { time, signature: bytes.subarray(timeBytes) } : undefined;
}

function shortOpaque(text: string): Uint8Array {
  const bytes = utf8(text);
  if (bytes.length < 1 || bytes.length > 255) {
    throw new Fault("seal.badCosignedName", `A cosigned name has 1 to 255 bytes, not ${bytes.length}.`);
  }
  return concat([Uint8Array.of(bytes.length), bytes]);
}

function uint64(value: number): Uint8Array {
  const bytes = new Uint8Array(timeBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(wholeNumber(value)));
  return bytes;
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new Fault("seal.badNumber", `A cosignature holds whole numbers up to 2^53 - 1, not ${value}.`);
  }
  return value;
}
