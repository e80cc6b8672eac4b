// The project's own vectors, read as a stranger would: from the files alone.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fromBase64, fromBase64url, fromUtf8, isRefusal, type Refusal, utf8 } from "../base/index.ts";
import { canonical, type JsonValue, parseEd25519PublicKey, verifyEnvelopeSignature } from "../seal/index.ts";
import { nativeSuite } from "../seal/native.ts";
import { encodeAct, type Leaf, parseLeaf } from "./act.ts";
import { accordIdOf, cardFingerprint, foundingDigest, parseFounding } from "./founding.ts";

interface ActCase {
  readonly desc: string;
  readonly payload?: string;
  readonly payloadBase64?: string;
  readonly keys: readonly { readonly kid: string; readonly ed25519: string }[];
  readonly leaf: string;
  readonly refused: string | null;
}

function casesOf<Case>(name: string): Case[] {
  const text = readFileSync(new URL(`../../vectors/acts/${name}`, import.meta.url), "utf8");
  return (JSON.parse(text) as { cases: Case[] }).cases;
}

function readLeaf(one: ActCase): Leaf | Refusal {
  const leaf = parseLeaf(fromBase64(one.leaf) ?? new Uint8Array());
  if (isRefusal(leaf)) return leaf;
  for (const [i, { kid, ed25519 }] of one.keys.entries()) {
    const key = parseEd25519PublicKey(fromBase64url(ed25519) ?? new Uint8Array());
    const signature = leaf.envelope.signatures[i];
    if (isRefusal(key) || !signature) throw new TypeError(`${one.desc}: no such key or signature`);
    expect(signature.kid).toBe(kid);
    const refusal = verifyEnvelopeSignature(nativeSuite, { signature, key });
    if (refusal) return refusal;
  }
  return leaf;
}

const accepted = casesOf<ActCase>("accepted.json");
const refused = [...casesOf<ActCase>("refused-payloads.json"), ...casesOf<ActCase>("refused-leaves.json")];

test.each(accepted)("vector: $desc is read, verified, and written back to the byte", (one) => {
  const leaf = readLeaf(one);
  if (isRefusal(leaf)) throw new TypeError(leaf.code);
  expect(leaf.envelope.signatures.length).toBe(one.keys.length);
  expect(fromUtf8(leaf.envelope.payload)).toBe(one.payload);
  expect(encodeAct(leaf.act)).toEqual(utf8(one.payload ?? ""));
});

test.each(refused)("vector: $desc is refused as $refused", (one) => {
  const leaf = readLeaf(one);
  expect(isRefusal(leaf) ? leaf.code : "read").toBe(one.refused);
});

interface FoundingCase {
  readonly desc: string;
  readonly founding: JsonValue;
  readonly digest?: string;
  readonly accord?: string;
  readonly fingerprints?: readonly string[];
  readonly refused: string | null;
}

test.each(casesOf<FoundingCase>("foundings.json"))("vector: $desc", (one) => {
  const founding = parseFounding(one.founding);
  if (isRefusal(founding)) return expect(founding.code).toBe(one.refused);
  expect(foundingDigest(nativeSuite, founding)).toBe(one.digest);
  expect(one.digest).toBe(`sha256:${nativeSuite.sha256(utf8(canonical(one.founding))).toHex()}`);
  expect(accordIdOf(nativeSuite, founding)).toBe(one.accord);
  expect(founding.cards.map((card) => cardFingerprint(nativeSuite, card))).toEqual(one.fingerprints);
});
