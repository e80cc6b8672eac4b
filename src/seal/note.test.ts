import fc from "fast-check";
import { expect, test } from "vitest";
import { Fault, isRefusal, utf8 } from "../base/index.ts";
import { mlDsa44CosignedMessage, parseTimestamped } from "./cosignedMessage.ts";
import { ed25519Signer, mlDsa44Signer, nativeSuite } from "./native.ts";
import { formatNote, type Note, parseNote, parseNoteSignatureLine } from "./note.ts";
import { encodeVerifierKey, noteKeyTypes, parseVerifierKey } from "./noteKey.ts";
import {
  cosignNoteEd25519,
  cosignNoteMlDsa44,
  signNote,
  verifyNoteCosignatureEd25519,
  verifyNoteCosignatureMlDsa44,
  verifyNoteSignature,
} from "./noteSignature.ts";

const suite = nativeSuite;
const signer = ed25519Signer(new Uint8Array(32).fill(3));
const pqSigner = mlDsa44Signer(new Uint8Array(32).fill(4));
const name = "example.org/log";
const text = "example.org/log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
const tree = { origin: name, size: 1, root: suite.sha256(new Uint8Array()) };

// The key and the note of the documentation of golang.org/x/mod/sumdb/note.
const pets = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const petsNote =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

function noteOf(input: Uint8Array | string): Note {
  const note = parseNote(input);
  if (isRefusal(note)) throw new Error(JSON.stringify(note));
  return note;
}

test("the published example of signed notes verifies, and not once a letter is changed", () => {
  const key = parseVerifierKey(suite, pets);
  if (isRefusal(key) || key.kind !== "ed25519") throw new Error("the key was not read");
  expect(encodeVerifierKey(suite, key)).toBe(pets);
  expect(verifyNoteSignature(suite, { note: noteOf(petsNote), ...key })).toBeUndefined();
  const changed = noteOf(petsNote.replace("answer", "Answer"));
  expect(verifyNoteSignature(suite, { note: changed, ...key })).toMatchObject({ code: "seal.noteSignatureInvalid" });
});

test("a note is written as it was read, also when its text has empty lines", () => {
  const base64 = fc.uint8Array({ minLength: 1, maxLength: 80 });
  const signature = fc.record({
    name: fc.stringMatching(/^[a-z./]{1,20}$/),
    keyId: fc.uint8Array({ minLength: 4, maxLength: 4 }),
    bytes: base64,
  });
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[ -~é—]{0,20}$/), { minLength: 1, maxLength: 5 }),
      fc.array(signature, { minLength: 1, maxLength: 16 }),
      (lines, signatures) => {
        const note = { text: `${lines.join("\n")}\n`, signatures };
        expect(noteOf(formatNote(note))).toEqual(note);
      },
    ),
  );
});

const line = "— a AAAAAAA=";
const refused: readonly [desc: string, note: string | Uint8Array, code: string][] = [
  ["bytes that are not UTF-8", Uint8Array.of(0xff, 0x0a), "seal.badNote"],
  ["a tab", `a\tb\n\n${line}\n`, "seal.badNote"],
  ["a carriage return", `a\r\n\n${line}\n`, "seal.badNote"],
  ["no final newline", `a\n\n${line}`, "seal.badNote"],
  ["no empty line", `a\n${line}\n`, "seal.badNote"],
  ["no signature", "a\n\n", "seal.badNote"],
  ["a hyphen for the dash", "a\n\n- a AAAAAAA=\n", "seal.badNote"],
  ["a plus sign in the name", "a\n\n— a+b AAAAAAA=\n", "seal.badNote"],
  ["a no-break space in the name", "a\n\n— a\u00a0b AAAAAAA=\n", "seal.badNote"],
  ["a key ID and nothing after it", "a\n\n— a AAAAAA==\n", "seal.badNote"],
  ["base64 with stray bits", "a\n\n— a AAAAAAB=\n", "seal.badNote"],
  ["seventeen signatures", `a\n\n${`${line}\n`.repeat(17)}`, "seal.badNote"],
  ["more than 64 kB", `${"a".repeat(65536)}\n\n${line}\n`, "seal.tooLarge"],
];

test.each(refused)("a note with %s is refused", (_, note, code) => {
  expect(parseNote(note)).toMatchObject({ code });
});

test("a note that no reader would accept is a fault to write", () => {
  const signatures = [signNote(suite, { name, text, signer })];
  expect(() => formatNote({ text: "no newline", signatures })).toThrow(Fault);
  expect(() => formatNote({ text, signatures: [] })).toThrow(Fault);
  expect(() =>
    formatNote({ text, signatures: [{ name: "a b", keyId: new Uint8Array(4), bytes: new Uint8Array(1) }] }),
  ).toThrow(Fault);
  expect(parseNoteSignatureLine(line)).toMatchObject({ name: "a" });
});

test("verifier keys of the three types are read back, and refused when their ID, type, name or key is another", () => {
  const keys = [
    { kind: "ed25519", name, publicKey: signer.publicKey },
    { kind: "ed25519Cosignature", name, publicKey: signer.publicKey },
    { kind: "mlDsa44Cosignature", name, publicKey: pqSigner.publicKey },
  ] as const;
  for (const key of keys) {
    const vkey = encodeVerifierKey(suite, key);
    expect(Buffer.from(vkey.split("+").slice(2).join("+"), "base64")[0]).toBe(noteKeyTypes[key.kind]);
    expect(parseVerifierKey(suite, vkey)).toEqual(key);
    expect(parseVerifierKey(suite, `x${vkey}`)).toMatchObject({ code: "seal.badVerifierKey" });
    expect(parseVerifierKey(suite, vkey.slice(0, -8))).toMatchObject({ kind: "refused" });
  }
  const other = `a+00000000+${Buffer.from([2, ...signer.publicKey]).toString("base64")}`;
  for (const vkey of ["", "a+b", "a b+00000000+AAAA", other]) {
    expect(parseVerifierKey(suite, vkey)).toMatchObject({ code: "seal.badVerifierKey" });
  }
  expect(() => encodeVerifierKey(suite, { kind: "ed25519", name: "a+b", publicKey: signer.publicKey })).toThrow(Fault);
});

test("the ML-DSA-44 message is the structure of tlog-cosignature, byte for byte", () => {
  const message = mlDsa44CosignedMessage({
    cosignerName: "ab",
    time: 258,
    origin: "c",
    start: 0,
    end: 7,
    hash: tree.root,
  });
  const expected =
    "737562747265652f76310a00" + "026162" + "0000000000000102" + "0163" + "0000000000000000" + "0000000000000007";
  expect(message.toHex()).toBe(expected + tree.root.toHex());
});

test("a cosigned message with an unsafe number, a long name or a time on an inner subtree is a fault", () => {
  const good = { cosignerName: "a", time: 1, origin: "b", start: 0, end: 1, hash: tree.root };
  for (const bad of [
    { time: 2 ** 53 },
    { time: -1 },
    { end: 0.5 },
    { cosignerName: "" },
    { origin: "é".repeat(128) },
    { start: 1 },
    { hash: new Uint8Array(31) },
  ]) {
    expect(() => mlDsa44CosignedMessage({ ...good, ...bad })).toThrow(Fault);
  }
});

test("a time past 2^53 - 1 or a signature without bytes is not read", () => {
  expect(parseTimestamped(Uint8Array.of(0, 0x20, 0, 0, 0, 0, 0, 0, 1))).toBeUndefined();
  expect(parseTimestamped(new Uint8Array(8))).toBeUndefined();
  expect(parseTimestamped(Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 2, 3))).toEqual({
    time: 258,
    signature: Uint8Array.of(3),
  });
});

test("both cosignatures give their time, and neither stands in for another key, kind or text", () => {
  const time = 1_700_000_000;
  const signatures = [
    signNote(suite, { name, text, signer }),
    cosignNoteEd25519(suite, { name: "w", text, time, signer }),
    cosignNoteMlDsa44(suite, { name: "w", tree, time, signer: pqSigner }),
  ];
  const note = noteOf(formatNote({ text, signatures }));
  const ed = { note, name: "w", publicKey: signer.publicKey };
  const pq = { note, name: "w", publicKey: pqSigner.publicKey, tree };
  expect(verifyNoteCosignatureEd25519(suite, ed)).toEqual({ time });
  expect(verifyNoteCosignatureMlDsa44(suite, pq)).toEqual({ time });

  expect(verifyNoteSignature(suite, ed)).toMatchObject({ code: "seal.noteSignatureMissing" });
  expect(verifyNoteCosignatureEd25519(suite, { ...ed, name })).toMatchObject({ code: "seal.noteSignatureMissing" });
  const moved = { ...note, text: text.replace("\n1\n", "\n2\n") };
  expect(verifyNoteCosignatureEd25519(suite, { ...ed, note: moved })).toMatchObject({
    code: "seal.noteSignatureInvalid",
  });
  const grown = { ...tree, size: 2 };
  expect(verifyNoteCosignatureMlDsa44(suite, { ...pq, tree: grown })).toMatchObject({
    code: "seal.noteSignatureInvalid",
  });
});

test("a key that signs a note twice is refused, whichever of the two holds", () => {
  const once = signNote(suite, { name, text, signer });
  const note = { text, signatures: [once, { ...once, bytes: new Uint8Array(64) }] };
  const verdict = verifyNoteSignature(suite, { note, name, publicKey: signer.publicKey });
  expect(verdict).toMatchObject({ code: "seal.noteSignatureRepeated" });
});

test("signatures by unknown keys are ignored, even with a malformed value", () => {
  const stranger = { name: "stranger", keyId: Uint8Array.of(1, 2, 3, 4), bytes: utf8("?") };
  const note = { text, signatures: [stranger, signNote(suite, { name, text, signer })] };
  expect(verifyNoteSignature(suite, { note, name, publicKey: signer.publicKey })).toBeUndefined();
});

test("a cosignature too short to hold a time is invalid", () => {
  const good = cosignNoteEd25519(suite, { name, text, time: 1, signer });
  const pqGood = cosignNoteMlDsa44(suite, { name, tree, time: 1, signer: pqSigner });
  const note = {
    text,
    signatures: [
      { ...good, bytes: new Uint8Array(8) },
      { ...pqGood, bytes: new Uint8Array(8) },
    ],
  };
  expect(verifyNoteCosignatureEd25519(suite, { note, name, publicKey: signer.publicKey })).toMatchObject({
    code: "seal.noteSignatureInvalid",
  });
  expect(verifyNoteCosignatureMlDsa44(suite, { note, name, publicKey: pqSigner.publicKey, tree })).toMatchObject({
    code: "seal.noteSignatureInvalid",
  });
});
