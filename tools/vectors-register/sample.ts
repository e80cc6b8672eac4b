// The registers that the vectors are made from, and the ways in which their files are bent.

import { fromUtf8, isRefusal, utf8 } from "../../src/base/index.ts";
import {
  attachCosignature,
  cosign,
  formatCheckpointText,
  type Head,
  parseCheckpoint,
  signCheckpoint,
  storedTiles,
} from "../../src/register/index.ts";
import { encodeVerifierKey, formatNote, type Note, type NoteSignature, parseNote } from "../../src/seal/index.ts";
import { nativeSuite as suite } from "../../src/seal/native.ts";
import {
  originOf,
  registerKeysOf,
  registerSignersOf,
  registerWith,
  sampleLeaves,
  sampleTime,
} from "../../test/registers.ts";

export const origin = originOf("entente.example/rabat-2021/ma");
export const otherOrigin = originOf("entente.example/rabat-2021/il");
export const cosignerName = "entente.example/rabat-2021/il/mirror";
export const signers = registerSignersOf(origin);
export const cosigners = registerSignersOf(cosignerName);

export const leaves = sampleLeaves(300);
const grown = await registerWith(origin, leaves);
const young = await registerWith(origin, leaves.slice(0, 7));
// Signed with the same keys: the same beginning, then another leaf.
const forked = await registerWith(origin, [...leaves.slice(0, 6), utf8("another leaf 6")]);
const single = await registerWith(origin, leaves.slice(0, 1));
const empty = await registerWith(origin, []);
const foreign = await registerWith(otherOrigin, leaves.slice(0, 7));

export const heads = {
  grown: grown.head,
  young: young.head,
  forked: forked.head,
  single: single.head,
  empty: empty.head,
  foreign: foreign.head,
} as const;
export const tiles = storedTiles(grown.registers, origin);
export const forkedTiles = storedTiles(forked.registers, origin);

/** The keys a reader of the vectors needs, as C2SP verifier keys. */
export function publicKeys(): object {
  const log = registerKeysOf(origin);
  const mirror = registerKeysOf(cosignerName);
  return {
    origin,
    register: {
      ed25519: encodeVerifierKey(suite, { kind: "ed25519", name: origin, publicKey: log.ed25519 }),
      mlDsa44: encodeVerifierKey(suite, { kind: "mlDsa44Cosignature", name: origin, publicKey: log.mlDsa44 }),
    },
    cosigner: {
      name: cosignerName,
      ed25519: encodeVerifierKey(suite, {
        kind: "ed25519Cosignature",
        name: cosignerName,
        publicKey: mirror.ed25519,
      }),
      mlDsa44: encodeVerifierKey(suite, {
        kind: "mlDsa44Cosignature",
        name: cosignerName,
        publicKey: mirror.mlDsa44,
      }),
    },
  };
}

export function textOf(bytes: Uint8Array): string {
  const text = fromUtf8(bytes);
  if (text === undefined) throw new Error("a vector is not UTF-8");
  return text;
}

/** The two cosignature lines of the mirror for a head. */
export function cosignatureLines(head: Head, time = sampleTime): readonly string[] {
  return cosign({ suite, checkpoint: head, cosignerName, time, ...cosigners });
}

/** The head's note with signature lines attached. */
export function withLines(head: Head, lines: readonly string[]): string {
  const note = attachCosignature(head.checkpoint, lines);
  if (isRefusal(note)) throw new Error(note.code);
  return textOf(note);
}

export function cosigned(head: Head): string {
  return withLines(head, cosignatureLines(head));
}

/** The head's note with its text changed and its signatures kept. */
export function withText(head: Head, text: string): string {
  return textOf(formatNote({ ...noteOf(head), text }));
}

/** The head's note with other signatures. */
export function withSignatures(head: Head, change: (signatures: Note["signatures"]) => Note["signatures"]): string {
  const note = noteOf(head);
  return textOf(formatNote({ ...note, signatures: change(note.signatures) }));
}

/** A signature with one bit of its last byte changed. */
export function bent(signature: NoteSignature): NoteSignature {
  const bytes = new Uint8Array(signature.bytes);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return { ...signature, bytes };
}

/** A head signed over another root. */
export function resigned(head: Head, root: Head["root"]): string {
  return textOf(signCheckpoint({ suite, ...head, root, time: sampleTime, ...signers }));
}

export function checkpointText(head: Head): string {
  return formatCheckpointText(head);
}

function noteOf(head: Head): Note {
  const note = parseNote(head.checkpoint);
  if (isRefusal(note) || isRefusal(parseCheckpoint(head.checkpoint))) throw new Error("the sample is no checkpoint");
  return note;
}
