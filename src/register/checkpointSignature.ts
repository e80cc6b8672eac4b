// Signing and verifying checkpoints. A register signs each with two keys: Ed25519 over the text (type 0x01), for every
// reader of C2SP signed-note, and ML-DSA-44 over the tree (type 0x06 of tlog-cosignature, under the register's own
// name), which outlasts the first. A checkpoint counts only when both hold.

import { type Brand, equalBytes, isRefusal, type Refusal, refuse } from "../base/index.ts";
import {
  cosignNoteMlDsa44,
  type Ed25519PublicKey,
  type Ed25519Signer,
  formatNote,
  type MlDsa44PublicKey,
  type MlDsa44Signer,
  type Suite,
  signNote,
  verifyNoteCosignatureMlDsa44,
  verifyNoteSignature,
} from "../seal/index.ts";
import { type Checkpoint, formatCheckpointText, parseCheckpoint } from "./checkpoint.ts";
import { emptyRoot } from "./merkle.ts";
import type { Origin } from "./names.ts";

/** The public keys of a register, or of a cosigner. */
export interface RegisterKeys {
  readonly ed25519: Ed25519PublicKey;
  readonly mlDsa44: MlDsa44PublicKey;
}

/** The private keys of a register, or of a cosigner. */
export interface RegisterSigners {
  readonly ed25519: Ed25519Signer;
  readonly mlDsa44: MlDsa44Signer;
}

/** A checkpoint whose two signatures were verified with the register's keys; only `verifyCheckpoint` makes one. */
export type VerifiedCheckpoint = Brand<
  Checkpoint & {
    /**
     * POSIX seconds, as the register's own ML-DSA-44 signature gives them: the author's clock, vouched for by nobody.
     */
    readonly signedAt: number;
    /** The whole note, with every cosignature it carried. */
    readonly bytes: Uint8Array;
  },
  "VerifiedCheckpoint"
>;

/**
 * Signs the head of a register; gives the note. `time` in POSIX seconds. Irreversible: once this note has left the
 * machine, any other root at this size is a fork, so the leaves must be durable in the same transaction that stores the
 * note.
 */
export function signCheckpoint(
  input: Checkpoint & RegisterSigners & { readonly suite: Suite; readonly time: number },
): Uint8Array {
  const { suite, origin, time } = input;
  const text = formatCheckpointText(input);
  const signatures = [
    signNote(suite, { name: origin, text, signer: input.ed25519 }),
    cosignNoteMlDsa44(suite, { name: origin, tree: input, time, signer: input.mlDsa44 }),
  ];
  return formatNote({ text, signatures });
}

/**
 * Verifies an untrusted checkpoint of a known register. Refused as `register.wrongOrigin`, `register.extensionLines`,
 * `register.emptyRootWrong`, as a refusal of `parseCheckpoint`, or of either signature (`seal.noteSignature…`).
 */
export function verifyCheckpoint(input: {
  readonly suite: Suite;
  readonly bytes: Uint8Array;
  readonly origin: Origin;
  readonly keys: RegisterKeys;
}): VerifiedCheckpoint | Refusal {
  const { suite, bytes, origin, keys } = input;
  const read = parseCheckpoint(bytes);
  if (isRefusal(read)) return read;
  const { checkpoint, extensions, note } = read;
  if (checkpoint.origin !== origin) {
    return refuse("register.wrongOrigin", { came: checkpoint.origin, expected: origin });
  }
  // The ML-DSA-44 signature does not cover them, so two readers could see two checkpoints in one note.
  if (extensions.length > 0) return refuse("register.extensionLines");
  const classical = verifyNoteSignature(suite, { note, name: origin, publicKey: keys.ed25519 });
  if (classical !== undefined) return classical;
  const lasting = verifyNoteCosignatureMlDsa44(suite, {
    note,
    name: origin,
    publicKey: keys.mlDsa44,
    tree: checkpoint,
  });
  if (isRefusal(lasting)) return lasting;
  if (checkpoint.size === 0 && !equalBytes(checkpoint.root, emptyRoot(suite))) {
    return refuse("register.emptyRootWrong");
  }
  return { ...checkpoint, signedAt: lasting.time, bytes } as VerifiedCheckpoint;
}
