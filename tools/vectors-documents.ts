// Writes the project's own vectors for sealed documents: files that open, with their head and content, and files that
// do not, with the code of the refusal. Randomness comes from a counter, so the files are the same on every machine.
// X25519 only: OpenSSL draws what an ML-KEM encapsulation needs by itself.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSealedHead, type SealedHead, sealDocument } from "../src/acts/index.ts";
import { base64, concat, isRefusal, type Refusal, refusalLine, utf8 } from "../src/base/index.ts";
import { canonical, identityOf, recipientOf, type SealingSuite, sealWhole } from "../src/seal/index.ts";
import { nativeSuite } from "../src/seal/native.ts";

let drawn = 0;
/** Not random: for vectors only. */
const suite: SealingSuite = {
  ...nativeSuite,
  random(length) {
    drawn += 1;
    return nativeSuite.shake256({ bytes: utf8(`vector ${drawn}`), length });
  },
};

const own = identityOf("x25519", nativeSuite.sha256(utf8("entente vectors: own service")));
const theirs = identityOf("x25519", nativeSuite.sha256(utf8("entente vectors: addressee")));
const stranger = identityOf("x25519", nativeSuite.sha256(utf8("entente vectors: stranger")));
const recipients = [theirs, own].map((one) => recipientOf(nativeSuite, one));

const act = "017d53a8-0000-7000-8000-000000000001";
const label = { policy: "entente-test", classification: "restricted", releasableTo: ["IL", "MA"] };
const ref = { act, label, mediaType: "text/plain" };

interface Case {
  readonly desc: string;
  readonly file: Uint8Array;
  readonly identity?: string;
  readonly opens?: { readonly head: SealedHead; readonly content: Uint8Array };
  readonly refused?: string;
}

function made<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new TypeError(refusalLine(value));
  return value;
}

const headOf = (content: Uint8Array, change: Record<string, unknown> = {}): SealedHead =>
  made(parseSealedHead({ entente: "sealed/1", ...ref, name: "note.txt", size: content.length, ...change }));

function sealed(content: Uint8Array, change: Record<string, unknown> = {}): Uint8Array {
  return made(sealDocument({ suite, recipients, head: headOf(content, change), content }));
}

/** A file whose author did not keep to the form of the plaintext. */
function raw(head: unknown, content: Uint8Array): Uint8Array {
  const json = utf8(typeof head === "string" ? head : canonical(made(parseSealedHead(head))));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length);
  return made(sealWhole({ suite, recipients, plain: concat([length, json, content]) }));
}

function opening(): Case[] {
  const name = "دعوة (Einladung) ‏הזמנה.txt";
  const cases: [string, Uint8Array, Record<string, unknown>][] = [
    ["a short text", utf8("A harmless sentence.\n"), {}],
    ["an empty content", new Uint8Array(), {}],
    ["a name in three scripts, with a right-to-left mark", utf8("x"), { name }],
  ];
  return cases.map(([desc, content, change]) => {
    const head = headOf(content, change);
    return { desc, file: sealed(content, change), opens: { head, content } };
  });
}

function refusals(): Case[] {
  const content = utf8("A harmless sentence.\n");
  const good = sealed(content);
  const flipped = (at: number): Uint8Array => new Uint8Array(good).with(at, (good.at(at) ?? 0) ^ 1);
  const text = canonical(headOf(content));
  return [
    { desc: "sealed to others", file: good, identity: stranger, refused: "seal.noIdentity" },
    { desc: "the last byte changed", file: flipped(good.length - 1), refused: "seal.bodyAltered" },
    { desc: "the last byte missing", file: good.subarray(0, -1), refused: "seal.bodyAltered" },
    {
      desc: "the payload missing",
      file: good.subarray(0, good.length - 16 - 4 - text.length - content.length),
      refused: "seal.bodyTruncated",
    },
    { desc: "a byte behind the end", file: concat([good, new Uint8Array(1)]), refused: "seal.bodyAltered" },
    { desc: "a byte of the first line changed", file: flipped(3), refused: "seal.badAgeHeader" },
    {
      desc: "another act inside",
      file: sealed(content, { act: act.replace(/1$/, "2") }),
      refused: "acts.documentOfOtherAct",
    },
    {
      desc: "a lower label inside",
      file: sealed(content, { label: { ...label, classification: "unclassified" } }),
      refused: "acts.documentLabelDiffers",
    },
    {
      desc: "another media type inside",
      file: sealed(content, { mediaType: "text/html" }),
      refused: "acts.documentTypeDiffers",
    },
    {
      desc: "a content longer than its head says",
      file: raw(headOf(content), concat([content, content])),
      refused: "acts.documentSizeDiffers",
    },
    {
      desc: "a content shorter than its head says",
      file: raw(headOf(content), content.subarray(1)),
      refused: "acts.documentSizeDiffers",
    },
    {
      desc: "a name with a path",
      file: raw(text.replace("note.txt", "../note.txt"), content),
      refused: "acts.badSealedHead",
    },
    { desc: "a head that is not canonical", file: raw(` ${text}`, content), refused: "seal.notCanonical" },
    {
      desc: "a field that no head has",
      file: raw(text.replace('"act":', '"aaa":1,"act":'), content),
      refused: "acts.badSealedHead",
    },
  ];
}

/** The text of each file, by its name. */
export function documentVectors(): ReadonlyMap<string, string> {
  drawn = 0;
  const about =
    "Sealed documents as age files (base64) for the identity given, named by an act with this id, label and " +
    "media type.";
  const cases = [...opening(), ...refusals()].map((one) => ({
    desc: one.desc,
    identity: one.identity ?? theirs,
    file: base64(one.file),
    ...(one.opens ? { head: one.opens.head, content: base64(one.opens.content) } : {}),
    refused: one.refused ?? null,
  }));
  return new Map([["sealed.json", `${JSON.stringify({ about, named: ref, cases }, null, 1)}\n`]]);
}

if (import.meta.main) {
  const folder = fileURLToPath(new URL("../vectors/documents/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of documentVectors()) writeFileSync(`${folder}${name}`, text);
}
