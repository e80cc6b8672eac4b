// How much room documents may take on this node. Beyond it a document is refused before a byte of it is written: a disk
// that is full stops the registers too.

import { type Refusal, refuse } from "../../base/index.ts";
import type { DocumentFiles } from "./files.ts";

/** Bytes, as the home's configuration has them. */
export interface DocumentLimits {
  /** Kept free on the disk for the registers, whatever documents come. */
  readonly reserveBytes: number;
  /** What the other side's documents may take here, for each accord. */
  readonly peerBytesMax: number;
}

const gibibyte = 2 ** 30;

export const usualDocumentLimits: DocumentLimits = { reserveBytes: gibibyte, peerBytesMax: 200 * gibibyte };

/** How long what nobody goes on with is kept, in milliseconds. */
export const patience = {
  /** An upload that was begun and not ended. */
  upload: 7 * 24 * 3_600_000,
  /** A document that was sealed and that no act names. */
  unnamed: 90 * 24 * 3_600_000,
  /** Before the other side is asked for its own document: until then its node is expected to bring it. */
  fetch: 60_000,
} as const;

/** Why so many bytes have no room beside the reserve; undefined when they have. */
export async function refuseBeyondRoom(
  files: DocumentFiles,
  input: { readonly bytes: number; readonly limits: DocumentLimits },
): Promise<Refusal | undefined> {
  const free = Math.max(0, (await files.free()) - input.limits.reserveBytes);
  return input.bytes <= free ? undefined : refuse("node.documentRoom", { bytes: input.bytes, free });
}
