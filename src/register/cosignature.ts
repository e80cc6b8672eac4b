// Cosignatures of the mirror, as C2SP tlog-cosignature and tlog-mirror describe them: that the cosigner has verified
// this head against all it saw before, and holds all its leaves durably. Two lines each, Ed25519 (0x04) and ML-DSA-44
// (0x06), made in one act and of one time.

import { equalBytes, Fault, isRefusal, type Refusal, refuse } from "../base/index.ts";
import {
  cosignNoteEd25519,
  cosignNoteMlDsa44,
  formatNote,
  formatNoteSignatureLine,
  maxNoteSignatures,
  type NoteSignature,
  parseNoteSignatureLine,
  type Suite,
  verifyNoteCosignatureEd25519,
  verifyNoteCosignatureMlDsa44,
} from "../seal/index.ts";
import { type Checkpoint, formatCheckpointText, parseCheckpoint } from "./checkpoint.ts";
import type { RegisterKeys, RegisterSigners } from "./checkpointSignature.ts";

/**
 * Cosigns a checkpoint; gives two signature lines without newlines. `time` in POSIX seconds. Call it only once the
 * leaves below the checkpoint are durable here: the lines say so, and cannot be taken back. Throws `Fault` for a name
 * that no cosigner may bear.
 */
export function cosign(
  input: RegisterSigners & {
    readonly suite: Suite;
    readonly checkpoint: Checkpoint;
    readonly cosignerName: string;
    readonly time: number;
  },
): readonly string[] {
  const { suite, checkpoint, cosignerName: name, time } = input;
  if (name === checkpoint.origin) throw new Fault("register.cosignsItself", "A register does not cosign itself.");
  const text = formatCheckpointText(checkpoint);
  return [
    cosignNoteEd25519(suite, { name, text, time, signer: input.ed25519 }),
    cosignNoteMlDsa44(suite, { name, tree: checkpoint, time, signer: input.mlDsa44 }),
  ].map(formatNoteSignatureLine);
}

/**
 * Verifies both cosignatures of one cosigner on an untrusted checkpoint and gives their time in POSIX seconds. The
 * register's own signatures are not looked at: that is `verifyCheckpoint`. Refused as a refusal of `parseCheckpoint`,
 * as `register.extensionLines`, `seal.noteSignature…` for either line, or `register.cosignatureTimes`.
 */
export function verifyCosignature(input: {
  readonly suite: Suite;
  readonly bytes: Uint8Array;
  readonly cosignerName: string;
  readonly keys: RegisterKeys;
}): { readonly time: number } | Refusal {
  const { suite, bytes, cosignerName: name, keys } = input;
  const read = parseCheckpoint(bytes);
  if (isRefusal(read)) return read;
  const { checkpoint, extensions, note } = read;
  if (extensions.length > 0) return refuse("register.extensionLines");
  const classical = verifyNoteCosignatureEd25519(suite, { note, name, publicKey: keys.ed25519 });
  if (isRefusal(classical)) return classical;
  const lasting = verifyNoteCosignatureMlDsa44(suite, { note, name, publicKey: keys.mlDsa44, tree: checkpoint });
  if (isRefusal(lasting)) return lasting;
  if (classical.time !== lasting.time) {
    return refuse("register.cosignatureTimes", { name, ed25519: classical.time, mlDsa44: lasting.time });
  }
  return { time: lasting.time };
}

/**
 * The checkpoint with signature lines added at its end. A line of the same name and key as one already there takes its
 * place, so attaching twice changes nothing. The lines are not verified. Refused as a refusal of `parseCheckpoint`, as
 * `seal.badNote` for a malformed line or too many signatures, or `register.cosignatureOfItself`.
 */
export function attachCosignature(noteBytes: Uint8Array, lines: readonly string[]): Uint8Array | Refusal {
  const read = parseCheckpoint(noteBytes);
  if (isRefusal(read)) return read;
  const { checkpoint, note } = read;
  let signatures: readonly NoteSignature[] = note.signatures;
  for (const line of lines) {
    const added = parseNoteSignatureLine(line);
    if (isRefusal(added)) return added;
    if (added.name === checkpoint.origin) return refuse("register.cosignatureOfItself", { origin: checkpoint.origin });
    signatures = [...signatures.filter((kept) => !isSameKey(kept, added)), added];
  }
  if (signatures.length > maxNoteSignatures) {
    return refuse("seal.badNote", { reason: `it would have more than ${maxNoteSignatures} signatures` });
  }
  return formatNote({ text: note.text, signatures });
}

function isSameKey(a: NoteSignature, b: NoteSignature): boolean {
  return a.name === b.name && equalBytes(a.keyId, b.keyId);
}
