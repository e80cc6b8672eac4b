// Signed notes, read and written as C2SP signed-note (v1.0.0) describes them: a text, an empty line, signature lines.
// What the text says and whether a signature holds are not looked at here: see noteSignature.ts.

import { base64, Fault, fromBase64, fromUtf8, isRefusal, type Refusal, refuse, utf8 } from "../base/index.ts";

export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. With the name it says which key, and by which algorithm. */
  readonly keyId: Uint8Array;
  /** What follows the key ID: at least one byte. */
  readonly bytes: Uint8Array;
}

export interface Note {
  /** The signed text, with its final newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Sixteen signatures are what the specification asks a reader to accept; with ML-DSA-44 they fit in 64 kB. */
export const maxNoteSignatures = 16;
export const maxNoteBytes = 65536;

const linePattern = /^— ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids them.
const control = /[\u0000-\u0009\u000b-\u001f]/;

/** Whether a key may bear this name: not empty, without Unicode spaces, plus signs or control characters. */
export function isNoteKeyName(name: string): boolean {
  return name !== "" && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name) && !control.test(name);
}

/** Reads an untrusted note to the last byte; refused as `seal.badNote` or `seal.tooLarge`. */
export function parseNote(input: Uint8Array | string): Note | Refusal {
  const bytes = typeof input === "string" ? utf8(input) : input;
  if (bytes.length > maxNoteBytes) return refuse("seal.tooLarge", { size: bytes.length, limit: maxNoteBytes });
  const whole = fromUtf8(bytes);
  if (whole === undefined) return bad("it is not UTF-8");
  if (control.test(whole)) return bad("it has a control character");
  if (!whole.endsWith("\n")) return bad("it does not end with a newline");
  // The last empty line parts the text from the signatures; the text may have others.
  const split = whole.lastIndexOf("\n\n");
  if (split < 0) return bad("it has no empty line before its signatures");
  const lines = whole.slice(split + 2, -1).split("\n");
  if (lines.length > maxNoteSignatures) return bad(`it has more than ${maxNoteSignatures} signatures`);
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseNoteSignatureLine(line);
    if (isRefusal(signature)) return signature;
    signatures.push(signature);
  }
  return { text: whole.slice(0, split + 1), signatures };
}

/** Reads one signature line, without its newline; refused as `seal.badNote`. */
export function parseNoteSignatureLine(line: string): NoteSignature | Refusal {
  const [, name, encoded] = linePattern.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isNoteKeyName(name)) return bad("a signature line is malformed");
  const bytes = fromBase64(encoded);
  if (bytes === undefined || bytes.length < 5)
    return bad(`the signature of ${name} is not canonical base64 of a key ID and more`);
  return { name, keyId: bytes.subarray(0, 4), bytes: bytes.subarray(4) };
}

/** Writes one signature line, without its newline. Throws `Fault` for a name that no key may bear. */
export function formatNoteSignatureLine(signature: NoteSignature): string {
  const { name, keyId, bytes } = signature;
  if (!isNoteKeyName(name)) throw new Fault("seal.badNoteName", `No key may bear the name ${JSON.stringify(name)}.`);
  const whole = new Uint8Array(4 + bytes.length);
  whole.set(keyId, 0);
  whole.set(bytes, 4);
  return `— ${name} ${base64(whole)}`;
}

/**
 * Writes a note. Throws `Fault` for a text without final newline or with control characters, and for no or too many
 * signatures.
 */
export function formatNote(note: Note): Uint8Array {
  if (!note.text.endsWith("\n") || control.test(note.text) || !note.text.isWellFormed()) {
    throw new Fault("seal.badNoteText", "A note's text ends with a newline and has no other control character.");
  }
  if (note.signatures.length < 1 || note.signatures.length > maxNoteSignatures) {
    throw new Fault(
      "seal.signatureCount",
      `A note has 1 to ${maxNoteSignatures} signatures, not ${note.signatures.length}.`,
    );
  }
  return utf8(
    `${note.text}\n${note.signatures.map((signature) => `${formatNoteSignatureLine(signature)}\n`).join("")}`,
  );
}

function bad(reason: string): Refusal {
  return refuse("seal.badNote", { reason });
}
