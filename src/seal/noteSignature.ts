// Making and verifying the signatures of notes, of the three kinds of noteKey.ts. Signatures by keys that are not asked
// for are ignored, as C2SP signed-note requires; one that is asked for must stand there exactly once and hold.

import { equalBytes, type Refusal, refuse, utf8 } from "../base/index.ts";
import {
  ed25519CosignedMessage,
  encodeTimestamped,
  mlDsa44CosignedMessage,
  parseTimestamped,
} from "./cosignedMessage.ts";
import type { Note, NoteSignature } from "./note.ts";
import { type NoteKey, type NoteKeyKind, noteKeyId } from "./noteKey.ts";
import type { Ed25519PublicKey, Ed25519Signer, MlDsa44PublicKey, MlDsa44Signer, Suite } from "./suite.ts";

/** What the ML-DSA-44 message says of a tree; the caller reads it from the note's text. */
export interface SignedTree {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** An Ed25519 signature of the text itself (type 0x01). */
export function signNote(
  suite: Suite,
  input: { readonly name: string; readonly text: string; readonly signer: Ed25519Signer },
): NoteSignature {
  const { name, text, signer } = input;
  const keyId = noteKeyId(suite, { kind: "ed25519", name, publicKey: signer.publicKey });
  return { name, keyId, bytes: signer.sign(utf8(text)) };
}

/** An Ed25519 cosignature of a checkpoint's text (type 0x04). `time` in POSIX seconds. */
export function cosignNoteEd25519(
  suite: Suite,
  input: { readonly name: string; readonly text: string; readonly time: number; readonly signer: Ed25519Signer },
): NoteSignature {
  const { name, text, time, signer } = input;
  const keyId = noteKeyId(suite, { kind: "ed25519Cosignature", name, publicKey: signer.publicKey });
  return { name, keyId, bytes: encodeTimestamped(time, signer.sign(ed25519CosignedMessage({ text, time }))) };
}

/** An ML-DSA-44 cosignature of a checkpoint (type 0x06). `time` in POSIX seconds. */
export function cosignNoteMlDsa44(
  suite: Suite,
  input: { readonly name: string; readonly tree: SignedTree; readonly time: number; readonly signer: MlDsa44Signer },
): NoteSignature {
  const { name, tree, time, signer } = input;
  const keyId = noteKeyId(suite, { kind: "mlDsa44Cosignature", name, publicKey: signer.publicKey });
  return { name, keyId, bytes: encodeTimestamped(time, signer.sign(treeMessage({ name, tree, time }))) };
}

interface NoteCheck {
  readonly note: Note;
  readonly name: string;
}

/** Verifies the 0x01 signature of a key; undefined when it holds. */
export function verifyNoteSignature(
  suite: Suite,
  input: NoteCheck & { readonly publicKey: Ed25519PublicKey },
): Refusal | undefined {
  const bytes = theSignature(suite, { note: input.note, key: { kind: "ed25519", ...named(input) } });
  if (!(bytes instanceof Uint8Array)) return bytes;
  const holds = suite.verifyEd25519({ key: input.publicKey, message: utf8(input.note.text), signature: bytes });
  return holds ? undefined : invalid("ed25519", input.name);
}

/** Verifies the 0x04 cosignature of a key and gives its time in POSIX seconds. */
export function verifyNoteCosignatureEd25519(
  suite: Suite,
  input: NoteCheck & { readonly publicKey: Ed25519PublicKey },
): { readonly time: number } | Refusal {
  const bytes = theSignature(suite, { note: input.note, key: { kind: "ed25519Cosignature", ...named(input) } });
  if (!(bytes instanceof Uint8Array)) return bytes;
  const stamped = parseTimestamped(bytes);
  if (stamped === undefined) return invalid("ed25519Cosignature", input.name);
  const { time, signature } = stamped;
  const message = ed25519CosignedMessage({ text: input.note.text, time });
  const holds = suite.verifyEd25519({ key: input.publicKey, message, signature });
  return holds ? { time } : invalid("ed25519Cosignature", input.name);
}

/** Verifies the 0x06 cosignature of a key over a checkpoint and gives its time in POSIX seconds. */
export function verifyNoteCosignatureMlDsa44(
  suite: Suite,
  input: NoteCheck & { readonly publicKey: MlDsa44PublicKey; readonly tree: SignedTree },
): { readonly time: number } | Refusal {
  const { note, name, publicKey, tree } = input;
  const bytes = theSignature(suite, { note, key: { kind: "mlDsa44Cosignature", name, publicKey } });
  if (!(bytes instanceof Uint8Array)) return bytes;
  const stamped = parseTimestamped(bytes);
  if (stamped === undefined) return invalid("mlDsa44Cosignature", name);
  const message = treeMessage({ name, tree, time: stamped.time });
  const holds = suite.verifyMlDsa44({ key: publicKey, message, signature: stamped.signature });
  return holds ? { time: stamped.time } : invalid("mlDsa44Cosignature", name);
}

function named(input: { name: string; publicKey: Ed25519PublicKey }): { name: string; publicKey: Ed25519PublicKey } {
  return { name: input.name, publicKey: input.publicKey };
}

function treeMessage(input: { name: string; tree: SignedTree; time: number }): Uint8Array {
  const { name, tree, time } = input;
  return mlDsa44CosignedMessage({
    cosignerName: name,
    time,
    origin: tree.origin,
    start: 0,
    end: tree.size,
    hash: tree.root,
  });
}

function theSignature(suite: Suite, input: { note: Note; key: NoteKey }): Uint8Array | Refusal {
  const { note, key } = input;
  const id = noteKeyId(suite, key);
  const found = note.signatures.filter((entry) => entry.name === key.name && equalBytes(entry.keyId, id));
  const [only, second] = found;
  const details = { algorithm: algorithmNames[key.kind], name: key.name };
  if (only === undefined) return refuse("seal.noteSignatureMissing", details);
  // Readers differ on which of several they would judge, so none is.
  if (second !== undefined) return refuse("seal.noteSignatureRepeated", details);
  return only.bytes;
}

const algorithmNames: Readonly<Record<NoteKeyKind, string>> = {
  ed25519: "Ed25519",
  ed25519Cosignature: "Ed25519 (cosignature)",
  mlDsa44Cosignature: "ML-DSA-44",
};

function invalid(kind: NoteKeyKind, name: string): Refusal {
  return refuse("seal.noteSignatureInvalid", { algorithm: algorithmNames[kind], name });
}
