// The keys of signed notes: their types, their IDs, and their text form, the verifier key ("vkey"), as C2SP signed-note
// and tlog-cosignature describe them. Of the assigned types three are implemented: 0x01, 0x04 and 0x06.

import {
  base64,
  concat,
  equalBytes,
  Fault,
  fromBase64,
  fromHex,
  hex,
  isRefusal,
  type Refusal,
  refuse,
  utf8,
} from "../base/index.ts";
import { isNoteKeyName } from "./note.ts";
import { parseEd25519PublicKey, parseMlDsa44PublicKey } from "./publicKeys.ts";
import type { Ed25519PublicKey, MlDsa44PublicKey, Suite } from "./suite.ts";

/** The byte that stands for each kind of note signature. */
export const noteKeyTypes = {
  /** Ed25519 over the note's text. */
  ed25519: 0x01,
  /** Ed25519 over "cosignature/v1", a time and the note's text. */
  ed25519Cosignature: 0x04,
  /** ML-DSA-44 over the structure "subtree/v1": cosigner, time, origin, size and root. */
  mlDsa44Cosignature: 0x06,
} as const;

export type NoteKeyKind = keyof typeof noteKeyTypes;

/** A public key under the name that its signature lines bear. */
export type NoteKey =
  | { readonly kind: "ed25519"; readonly name: string; readonly publicKey: Ed25519PublicKey }
  | { readonly kind: "ed25519Cosignature"; readonly name: string; readonly publicKey: Ed25519PublicKey }
  | { readonly kind: "mlDsa44Cosignature"; readonly name: string; readonly publicKey: MlDsa44PublicKey };

/** The 4 bytes that name a key beside its name: the start of SHA-256(name, newline, type, public key). */
export function noteKeyId(suite: Suite, key: NoteKey): Uint8Array {
  const type = Uint8Array.of(0x0a, noteKeyTypes[key.kind]);
  return suite.sha256(concat([utf8(key.name), type, key.publicKey])).subarray(0, 4);
}

/** name+key ID in hexadecimal+base64(type, public key). Throws `Fault` for a name that no key may bear. */
export function encodeVerifierKey(suite: Suite, key: NoteKey): string {
  if (!isNoteKeyName(key.name))
    throw new Fault("seal.badNoteName", `No key may bear the name ${JSON.stringify(key.name)}.`);
  const material = concat([Uint8Array.of(noteKeyTypes[key.kind]), key.publicKey]);
  return `${key.name}+${hex(noteKeyId(suite, key))}+${base64(material)}`;
}

/**
 * Reads a verifier key; refused as `seal.badVerifierKey`, also when its ID is not that of its key, or
 * `seal.badPublicKey`.
 */
export function parseVerifierKey(suite: Suite, text: string): NoteKey | Refusal {
  const [, name, id, material] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  if (name === undefined || id === undefined || material === undefined) return bad("it has not three parts");
  if (!isNoteKeyName(name)) return bad("no key may bear its name");
  const bytes = fromBase64(material);
  if (bytes === undefined) return bad("its key is not canonical base64");
  const key = keyOf({ name, type: bytes[0], material: bytes.subarray(1) });
  if (isRefusal(key)) return key;
  const declared = fromHex(id);
  if (declared === undefined || !equalBytes(declared, noteKeyId(suite, key)))
    return bad("its ID is not that of its key");
  return key;
}

function keyOf(input: { name: string; type: number | undefined; material: Uint8Array }): NoteKey | Refusal {
  const { name, type, material } = input;
  switch (type) {
    case noteKeyTypes.ed25519: {
      const publicKey = parseEd25519PublicKey(material);
      return isRefusal(publicKey) ? publicKey : { kind: "ed25519", name, publicKey };
    }
    case noteKeyTypes.ed25519Cosignature: {
      const publicKey = parseEd25519PublicKey(material);
      return isRefusal(publicKey) ? publicKey : { kind: "ed25519Cosignature", name, publicKey };
    }
    case noteKeyTypes.mlDsa44Cosignature: {
      const publicKey = parseMlDsa44PublicKey(material);
      return isRefusal(publicKey) ? publicKey : { kind: "mlDsa44Cosignature", name, publicKey };
    }
    default:
      return bad("its type is not one of 0x01, 0x04 and 0x06");
  }
}

function bad(reason: string): Refusal {
  return refuse("seal.badVerifierKey", { reason });
}
