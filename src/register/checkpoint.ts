// Checkpoints: the signed head of a register, as C2SP tlog-checkpoint describes it. Here their text is written and
// read; the signatures are in checkpointSignature.ts.

import { base64, fromBase64, isRefusal, type Refusal, refuse } from "../base/index.ts";
import { type Note, parseNote } from "../seal/index.ts";
import { type Hash, type Origin, parseHash, parseOrigin, parseTreeSize, type TreeSize } from "./names.ts";

export interface Checkpoint {
  readonly origin: Origin;
  readonly size: TreeSize;
  readonly root: Hash;
}

/** A checkpoint as it was read: nothing of it is to be believed before its signatures were verified. */
export interface ReadCheckpoint {
  readonly checkpoint: Checkpoint;
  /** Lines after the root. Registers of this house write none. */
  readonly extensions: readonly string[];
  readonly note: Note;
}

/** The text that is signed: origin, size and root, each on a line. */
export function formatCheckpointText(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${base64(checkpoint.root)}\n`;
}

/**
 * Reads an untrusted signed checkpoint, of any register, with or without extension lines. Refused as `seal.badNote`,
 * `seal.tooLarge`, `register.badCheckpoint`, or as the refusal of its origin, size or root.
 */
export function parseCheckpoint(bytes: Uint8Array): ReadCheckpoint | Refusal {
  const note = parseNote(bytes);
  if (isRefusal(note)) return note;
  const [originText, sizeText, rootText, ...extensions] = note.text.slice(0, -1).split("\n");
  if (originText === undefined || sizeText === undefined || rootText === undefined)
    return bad("it has not three lines");
  if (extensions.includes("")) return bad("it has an empty line");
  const origin = parseOrigin(originText);
  if (isRefusal(origin)) return origin;
  const size = parseTreeSize(sizeText);
  if (isRefusal(size)) return size;
  const rootBytes = fromBase64(rootText);
  if (rootBytes === undefined) return bad("its root is not canonical base64");
  const root = parseHash(rootBytes);
  if (isRefusal(root)) return root;
  return { checkpoint: { origin, size, root }, extensions, note };
}

function bad(reason: string): Refusal {
  return refuse("register.badCheckpoint", { reason });
}
