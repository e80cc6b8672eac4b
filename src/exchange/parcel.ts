// What one side sends of its own register to the other: over the link as the body of a request, in a bag as a file,
// byte for byte the same. A run of leaves, the author's checkpoint that ends exactly with them, and, so that receipts
// travel by whatever road is open, the newest checkpoint of the receiver's own register that the sender has cosigned.
//
// All numbers are unsigned and big-endian. One parcel is, to its last byte:
//
//   "entente/parcel@v1\n"     18 bytes
//   uint16, origin            the name of the author's register, UTF-8, as in the checkpoint's first line
//   uint64                    start: the index of the first leaf; at most 2^53 - 1
//   uint16, checkpoint        a signed note (C2SP tlog-checkpoint) with the author's two signatures
//   leaves                    as many as the checkpoint's size less start, each uint16 length (1 to 65535) and bytes,
//                             as in a C2SP tlog-tiles entry bundle
//   uint16, acknowledgement   a signed note: a checkpoint of the receiver's register with the receiver's own signatures
//                             and the sender's cosignatures; length 0 and nothing after it when there is none
//
// At most 8 MiB and 20,000 leaves. A parcel may have no leaf at all: start is then the checkpoint's size, and the
// parcel carries a checkpoint and an acknowledgement only. No count stands beside the checkpoint's size: a number
// written twice is a number that can disagree. Parsing checks the form alone; no signature is verified here.

import { concat, equalBytes, fromUtf8, isRefusal, type Refusal, refuse, utf8 } from "../base/index.ts";
import {
  type Checkpoint,
  type Origin,
  parseCheckpoint,
  parseOrigin,
  parseTreeSize,
  type TreeSize,
} from "../register/index.ts";
import { bigEndian, Scanner } from "./scanner.ts";

const magic = utf8("entente/parcel@v1\n");

export const parcelLimits = { bytes: 8 * 1024 * 1024, leaves: 20_000 } as const;

export interface Parcel {
  readonly origin: Origin;
  /** The index of the first leaf. */
  readonly start: TreeSize;
  /** What `note` says. Untrusted until its signatures are verified. */
  readonly checkpoint: Checkpoint;
  /** The author's signed checkpoint; its size is start plus the number of leaves. */
  readonly note: Uint8Array;
  /** Views into the parcel's bytes. */
  readonly leaves: readonly Uint8Array[];
  /** A cosigned checkpoint of the receiver's register, or undefined. Untrusted, and not yet read as a note. */
  readonly acknowledgement: Uint8Array | undefined;
}

/** What a parcel is written from. The checkpoint inside `note` must name `origin` and end with the last leaf. */
export interface ParcelParts {
  readonly origin: Origin;
  readonly start: number;
  readonly note: Uint8Array;
  readonly leaves: readonly Uint8Array[];
  readonly acknowledgement: Uint8Array | undefined;
}

export function encodeParcel(parts: ParcelParts): Uint8Array {
  const origin = utf8(parts.origin);
  const pieces = [magic, bigEndian(origin.length, 2), origin, bigEndian(parts.start, 8)];
  pieces.push(bigEndian(parts.note.length, 2), parts.note);
  for (const leaf of parts.leaves) pieces.push(bigEndian(leaf.length, 2), leaf);
  const acknowledgement = parts.acknowledgement ?? new Uint8Array();
  pieces.push(bigEndian(acknowledgement.length, 2), acknowledgement);
  return concat(pieces);
}

/**
 * Reads untrusted bytes as one parcel. Refused as `exchange.parcelTooLarge`, `exchange.notParcel`,
 * `exchange.parcelCutShort`, `exchange.parcelTrailingBytes`, `exchange.parcelTooManyLeaves`, `exchange.parcelStart`,
 * `exchange.parcelEmptyLeaf`, `exchange.parcelOrigin`, and as the register refuses names and checkpoints.
 */
export function parseParcel(bytes: Uint8Array): Parcel | Refusal {
  if (bytes.length > parcelLimits.bytes) {
    return refuse("exchange.parcelTooLarge", { size: bytes.length, limit: parcelLimits.bytes });
  }
  const scanner = new Scanner(bytes);
  const first = scanner.take(magic.length);
  if (first === undefined || !equalBytes(first, magic)) return refuse("exchange.notParcel");
  const head = parseHead(scanner);
  if (isRefusal(head)) return head;
  const leaves = parseLeaves(scanner, head.checkpoint.size - head.start);
  if (isRefusal(leaves)) return leaves;
  const acknowledgement = takeSized(scanner, "the acknowledgement");
  if (isRefusal(acknowledgement)) return acknowledgement;
  if (scanner.left > 0) return refuse("exchange.parcelTrailingBytes", { at: scanner.at, count: scanner.left });
  return { ...head, leaves, acknowledgement: acknowledgement.length === 0 ? undefined : acknowledgement };
}

type ParcelHead = Pick<Parcel, "origin" | "start" | "checkpoint" | "note">;

function parseHead(scanner: Scanner): ParcelHead | Refusal {
  const name = takeSized(scanner, "the origin");
  if (isRefusal(name)) return name;
  const origin = parseOrigin(fromUtf8(name) ?? "");
  if (isRefusal(origin)) return origin;
  const first = scanner.uint64();
  if (first === undefined) return cutShort(scanner, "the start");
  const start = parseTreeSize(first);
  if (isRefusal(start)) return start;
  const note = takeSized(scanner, "the checkpoint");
  if (isRefusal(note)) return note;
  const parsed = parseCheckpoint(note);
  if (isRefusal(parsed)) return parsed;
  const { checkpoint } = parsed;
  if (checkpoint.origin !== origin) return refuse("exchange.parcelOrigin", { origin, checkpoint: checkpoint.origin });
  if (start > checkpoint.size) return refuse("exchange.parcelStart", { start, size: checkpoint.size });
  return { origin, start, checkpoint, note };
}

function parseLeaves(scanner: Scanner, count: number): Uint8Array[] | Refusal {
  if (count > parcelLimits.leaves) return refuse("exchange.parcelTooManyLeaves", { count, limit: parcelLimits.leaves });
  const leaves: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    const leaf = takeSized(scanner, `leaf ${i + 1} of ${count}`);
    if (isRefusal(leaf)) return leaf;
    if (leaf.length === 0) return refuse("exchange.parcelEmptyLeaf", { leaf: i + 1, count });
    leaves.push(leaf);
  }
  return leaves;
}

function takeSized(scanner: Scanner, part: string): Uint8Array | Refusal {
  const length = scanner.uint16();
  if (length === undefined) return cutShort(scanner, part);
  return scanner.take(length) ?? cutShort(scanner, part);
}

function cutShort(scanner: Scanner, part: string): Refusal {
  return refuse("exchange.parcelCutShort", { at: scanner.at, part });
}
