// Writes the project's own vectors for acts: leaves that are read, leaves that are refused and with which code, and
// foundings with what is derived from them. Keys come from fixed seeds, so the files are the same on every machine; a
// test holds them up to date.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { accordIdOf, cardFingerprint, type Founding, foundingDigest, parseFounding } from "../src/acts/index.ts";
import { base64, base64url, fromUtf8, isRefusal } from "../src/base/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import { foundingJson, sampleCards } from "../test/founding.ts";
import { kidOf, signerOf } from "../test/keys.ts";
import { accepted, type Case, refusedLeaves, refusedPayloads } from "./vectors-acts/cases.ts";

const about = {
  accepted: "Leaves that are read to the last byte and whose signatures verify with the keys given.",
  refusedPayloads: "Well-signed leaves whose payload is no act, with the code of the refusal.",
  refusedLeaves: "Leaves whose envelope or signature is refused, with the code of the refusal.",
  foundings: "Foundings with their digest, the accord's id and the cards' fingerprints; or the code of the refusal.",
} as const;

/** The text of each file, by its name. */
export function actVectors(): ReadonlyMap<string, string> {
  return new Map([
    ["accepted.json", file(about.accepted, accepted.map(written))],
    ["refused-payloads.json", file(about.refusedPayloads, refusedPayloads.map(written))],
    ["refused-leaves.json", file(about.refusedLeaves, refusedLeaves.map(written))],
    ["foundings.json", file(about.foundings, foundings())],
  ]);
}

function file(words: string, cases: readonly object[]): string {
  return `${JSON.stringify({ about: words, cases }, null, 1)}\n`;
}

function written(one: Case): object {
  const text = fromUtf8(one.payload);
  return {
    desc: one.desc,
    // Text where it is text; what is none is given as bytes only.
    ...(text === undefined ? { payloadBase64: base64(one.payload) } : { payload: text }),
    keys: one.signers.map((name) => ({ kid: kidOf(name), ed25519: base64url(signerOf(name).publicKey) })),
    leaf: base64(one.leaf),
    refused: one.refused ?? null,
  };
}

function foundings(): object[] {
  const [first, second] = sampleCards;
  const cases: [string, Record<string, unknown>][] = [
    ["the two sides of the tests", {}],
    ["the sides in the other order", { cards: [second, first] }],
    ["a cap that is no level of the policy", { cap: "cosmic" }],
    ["the same card twice", { cards: [first, first] }],
    ["a key that both sides use", { cards: [first, { ...second, node: first.node }] }],
    ["a side without a card", { cards: [first] }],
  ];
  return cases.map(([desc, changes]) => {
    const founding = { ...foundingJson(), ...changes };
    const parsed = parseFounding(founding);
    return { desc, founding, ...(isRefusal(parsed) ? { refused: parsed.code } : derived(parsed)) };
  });
}

function derived(founding: Founding): object {
  return {
    digest: foundingDigest(nativeSuite, founding),
    accord: accordIdOf(nativeSuite, founding),
    fingerprints: founding.cards.map((card) => cardFingerprint(nativeSuite, card)),
    refused: null,
  };
}

if (import.meta.main) {
  const folder = fileURLToPath(new URL("../vectors/acts/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of actVectors()) writeFileSync(`${folder}${name}`, text);
}
