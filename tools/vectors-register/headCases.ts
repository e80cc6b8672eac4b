// The cases of checkpoints and cosignatures. What is expected of each stands here as it was meant, not as the code
// answers: the test beside the room finds out whether they agree.

import { base64 } from "../../src/base/index.ts";
import { signNote } from "../../src/seal/index.ts";
import { nativeSuite as suite } from "../../src/seal/native.ts";
import { sampleTime } from "../../test/registers.ts";
import type { Case } from "./case.ts";
import {
  bent,
  checkpointText,
  cosignatureLines,
  cosigned,
  heads,
  origin,
  resigned,
  signers,
  textOf,
  withLines,
  withSignatures,
  withText,
} from "./sample.ts";

const { young, forked, empty, foreign } = heads;
const youngText = checkpointText(young);
const [youngRoot = ""] = youngText.split("\n").slice(2);
const signedAt = sampleTime;

/** A note whose Ed25519 signature is good for its text, whatever that says; the other is the head's own. */
function signedText(text: string): string {
  return withSignatures(young, (signatures) => [
    signNote(suite, { name: origin, text, signer: signers.ed25519 }),
    ...signatures.slice(1),
  ]).replace(youngText, text);
}

export const checkpoints: readonly Case[] = [
  { desc: "a signed checkpoint", file: textOf(young.checkpoint), accepted: { size: 7, signedAt } },
  { desc: "the checkpoint of an empty register", file: textOf(empty.checkpoint), accepted: { size: 0, signedAt } },
  {
    desc: "a checkpoint with cosignatures, which are not looked at",
    file: cosigned(young),
    accepted: { size: 7, signedAt },
  },
  {
    desc: "a checkpoint with a line of an unknown key",
    file: `${textOf(young.checkpoint)}— stranger.example AAAAAAA=\n`,
    accepted: { size: 7, signedAt },
  },
  { desc: "the checkpoint of another register", file: textOf(foreign.checkpoint), refused: "register.wrongOrigin" },
  {
    desc: "the size changed after signing",
    file: withText(young, youngText.replace("\n7\n", "\n8\n")),
    refused: "seal.noteSignatureInvalid",
  },
  {
    desc: "the Ed25519 signature alone",
    file: withSignatures(young, (signatures) => signatures.slice(0, 1)),
    refused: "seal.noteSignatureMissing",
  },
  {
    desc: "the ML-DSA-44 signature alone",
    file: withSignatures(young, (signatures) => signatures.slice(1)),
    refused: "seal.noteSignatureMissing",
  },
  {
    desc: "one bit of the Ed25519 signature changed",
    file: withSignatures(young, ([first, ...rest]) => [...(first ? [bent(first)] : []), ...rest]),
    refused: "seal.noteSignatureInvalid",
  },
  {
    desc: "one bit of the ML-DSA-44 signature changed",
    file: withSignatures(young, ([first, ...rest]) => [...(first ? [first] : []), ...rest.map(bent)]),
    refused: "seal.noteSignatureInvalid",
  },
  {
    desc: "the Ed25519 signature twice",
    file: withSignatures(young, (signatures) => [...signatures, ...signatures.slice(0, 1)]),
    refused: "seal.noteSignatureRepeated",
  },
  { desc: "a line after the root, signed", file: signedText(`${youngText}more\n`), refused: "register.extensionLines" },
  {
    desc: "an empty register with a root of another",
    file: resigned(empty, young.root),
    refused: "register.emptyRootWrong",
  },
  { desc: "two lines only", file: signedText(`${origin}\n7\n`), refused: "register.badCheckpoint" },
  { desc: "an empty line in the text", file: signedText(`${youngText}\nmore\n`), refused: "register.badCheckpoint" },
  {
    desc: "a root that is not canonical base64",
    file: signedText(`${origin}\n7\n${youngRoot.replace(/.=$/, "B=")}\n`),
    refused: "register.badCheckpoint",
  },
  {
    desc: "a root of 31 bytes",
    file: signedText(`${origin}\n7\n${base64(young.root.subarray(1))}\n`),
    refused: "register.badHash",
  },
  {
    desc: "a size with a leading zero",
    file: signedText(youngText.replace("\n7\n", "\n07\n")),
    refused: "register.badNumber",
  },
  { desc: "an origin with a plus sign", file: signedText(`+${youngText}`), refused: "register.badOrigin" },
  { desc: "a carriage return", file: textOf(young.checkpoint).replace("\n", "\r\n"), refused: "seal.badNote" },
];

const [ed25519Line = "", mlDsa44Line = ""] = cosignatureLines(young);
const [, laterLine = ""] = cosignatureLines(young, sampleTime + 1);
const [otherHeadLine = ""] = cosignatureLines(forked);

export const cosignatures: readonly Case[] = [
  { desc: "both cosignatures", file: cosigned(young), accepted: { time: sampleTime } },
  { desc: "none", file: textOf(young.checkpoint), refused: "seal.noteSignatureMissing" },
  { desc: "that of Ed25519 alone", file: withLines(young, [ed25519Line]), refused: "seal.noteSignatureMissing" },
  { desc: "that of ML-DSA-44 alone", file: withLines(young, [mlDsa44Line]), refused: "seal.noteSignatureMissing" },
  { desc: "two times", file: withLines(young, [ed25519Line, laterLine]), refused: "register.cosignatureTimes" },
  {
    desc: "that of Ed25519 over another head",
    file: withLines(young, [otherHeadLine, mlDsa44Line]),
    refused: "seal.noteSignatureInvalid",
  },
  {
    desc: "the size changed after cosigning",
    file: cosigned(young).replace("\n7\n", "\n8\n"),
    refused: "seal.noteSignatureInvalid",
  },
  {
    desc: "a line after the root",
    file: cosigned(young).replace(youngText, `${youngText}more\n`),
    refused: "register.extensionLines",
  },
];
