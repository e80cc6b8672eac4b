// What the vectors for acts hold: each case as a payload, who signs it, and how its leaf is spoiled.

import { base64url, concat, isRefusal, utf8 } from "../../src/base/index.ts";
import {
  canonical,
  encodeEnvelope,
  type JsonValue,
  parseEnvelope,
  protectedHeader,
  signEnvelope,
} from "../../src/seal/index.ts";
import { nativeSuite } from "../../src/seal/native.ts";
import { actJson, sampleId } from "../../test/acts.ts";
import { kidOf, signerOf } from "../../test/keys.ts";

export interface Case {
  readonly desc: string;
  readonly payload: Uint8Array;
  /** Names of the keys that sign it. */
  readonly signers: readonly string[];
  readonly leaf: Uint8Array;
  /** The code of the refusal; undefined where the leaf is read and its signatures verify. */
  readonly refused: string | undefined;
}

const service = "MA protocol";
const officer = "MA protocol-officer";
const label = { policy: "entente-test", classification: "unclassified", releasableTo: ["IL", "MA"] };

const whole = canonical(actJson());
const act = (changes: Record<string, unknown>): string => canonical(actJson(changes));
const at = (instant: string, zone = "Africa/Casablanca"): string => act({ at: { instant, zone } });
const body = (text: string): string => whole.replace('"body":{}', `"body":${text}`);
const nested = (levels: number): JsonValue => (levels === 0 ? 1 : { a: nested(levels - 1) });
const labelled = (changes: Record<string, unknown>): string => act({ label: { ...label, ...changes } });

function signed(payload: Uint8Array, signers: readonly string[] = [service]): Uint8Array {
  return signEnvelope({ payload, signers: signers.map((name) => signerOf(name)), suite: nativeSuite });
}

function unsorted(): string {
  const entries = Object.entries(actJson()).sort(([a], [b]) => (a < b ? 1 : -1));
  return JSON.stringify(Object.fromEntries(entries));
}

function badUtf8(): Uint8Array {
  const bytes = utf8(whole);
  bytes[whole.indexOf("protocol")] = 0xff;
  return bytes;
}

function ofPayload(desc: string, payload: string | Uint8Array, refused?: string): Case {
  const bytes = typeof payload === "string" ? utf8(payload) : payload;
  return { desc, payload: bytes, signers: [service], leaf: signed(bytes), refused };
}

export const accepted: readonly Case[] = [
  ofPayload("the smallest act", whole),
  {
    ...ofPayload("the service's signature and the officer's", whole),
    signers: [service, officer],
    leaf: signed(utf8(whole), [service, officer]),
  },
  ofPayload("Arabic, Hebrew and French in the body", act({ body: { ar: "زيارة", he: "ביקור", fr: "été" } })),
  ofPayload("a body of every JSON type", act({ body: { a: null, b: true, c: -0.5, d: [1, "x"], e: { f: {} } } })),
  ofPayload("a label with caveats", labelled({ caveats: ["eyes-only", "no-contractors"] })),
  ofPayload("an article with a letter and one with a paragraph", act({ articles: ["6", "12a", "7.2"] })),
  ofPayload("no article, as where the procedure rests on the founding", act({ articles: [] })),
  ofPayload("the 29th of February of a leap year", at("2024-02-29T23:59:59Z")),
  ofPayload("the first second that an act can be dated", at("2000-01-01T00:00:00Z")),
  ofPayload("the last second that an act can be dated", at("2199-12-31T23:59:59Z")),
  ofPayload("a later act, its author having seen 4711 leaves", act({ id: sampleId(2), seen: 4711 })),
  ofPayload("a body as deep as it may be", act({ body: nested(15) })),
];

export const refusedPayloads: readonly Case[] = [
  ofPayload("white space before the payload", ` ${whole}`, "seal.notCanonical"),
  ofPayload("keys not in order", unsorted(), "seal.notCanonical"),
  ofPayload("a number not in its shortest form", whole.replace('"seen":0', '"seen":0.0'), "seal.notCanonical"),
  ofPayload("a needless escape", whole.replace("toy/1", "toy\\/1"), "seal.notCanonical"),
  ofPayload("a second value after the payload", `${whole}{}`, "seal.trailingBytes"),
  ofPayload("a key twice in the act", whole.replace('"seen":0', '"seen":0,"seen":0'), "seal.duplicateKey"),
  ofPayload("a key twice in the body", body('{"a":1,"a":1}'), "seal.duplicateKey"),
  ofPayload("a body one level too deep", act({ body: nested(16) }), "seal.tooDeep"),
  ofPayload("a body nine thousand levels deep", body(`{"a":${"[".repeat(9000)}${"]".repeat(9000)}}`), "seal.tooDeep"),
  ofPayload("a byte that is not UTF-8", badUtf8(), "seal.badUtf8"),
  ofPayload("a byte-order mark", `\ufeff${whole}`, "seal.notJson"),
  ofPayload("half of a surrogate pair", body('{"a":"\\ud800"}'), "seal.loneSurrogate"),
  ofPayload("a number that no double holds", body('{"a":9007199254740993}'), "seal.numberPrecision"),
  ofPayload("the payload cut short", whole.slice(0, -1), "seal.notJson"),
  ofPayload("no payload", "", "seal.notJson"),
  ofPayload("a payload over 48000 bytes", act({ body: { t: "x".repeat(47_900) } }), "seal.tooLarge"),
  ofPayload("a field named __proto__", body('{"__proto__":1}'), "acts.badAct"),
  ofPayload("a list and not an act", "[]", "acts.badAct"),
  ofPayload("a field too many", act({ extra: 1 }), "acts.badAct"),
  ofPayload("a field too few", whole.replace('"seen":0,', ""), "acts.badAct"),
  ofPayload("the 30th of February", at("2022-02-30T00:00:00Z"), "acts.badAct"),
  ofPayload("the 29th of February of a common year", at("2100-02-29T00:00:00Z"), "acts.badAct"),
  ofPayload("the year 1999", at("1999-12-31T23:59:59Z"), "acts.badAct"),
  ofPayload("the year 2200", at("2200-01-01T00:00:00Z"), "acts.badAct"),
  ofPayload("a leap second", at("2016-12-31T23:59:60Z"), "acts.badAct"),
  ofPayload("an instant with an offset", at("2021-11-24T15:30:00+01:00"), "acts.badAct"),
  ofPayload("a zone given by its offset", at("2021-11-24T14:30:00Z", "+01:00"), "acts.badAct"),
  ofPayload("a zone in capitals", at("2021-11-24T14:30:00Z", "AFRICA/CASABLANCA"), "acts.badAct"),
  ofPayload("an id that is a UUIDv4", act({ id: "017d53a8-0000-4000-8000-000000000001" }), "acts.badAct"),
  ofPayload("an id in capitals", act({ id: "017D53A8-0000-7000-8000-000000000001" }), "acts.badAct"),
  ofPayload("an article twice", act({ articles: ["6", "6"] }), "acts.badAct"),
  ofPayload("releasability not sorted", labelled({ releasableTo: ["MA", "IL"] }), "acts.badAct"),
  ofPayload("a negative count of leaves seen", act({ seen: -1 }), "acts.badAct"),
];

/** The good leaf, changed as text. */
function spoiled(desc: string, change: (leaf: string) => string): Case {
  const leaf = change(new TextDecoder().decode(signed(utf8(whole))));
  return { ...ofPayload(desc, whole, "seal.badEnvelope"), leaf: utf8(leaf) };
}

function fiveSignatures(leaf: string): string {
  const start = leaf.indexOf("[") + 1;
  const entry = leaf.slice(start, -2);
  return `${leaf.slice(0, start)}${Array(5).fill(entry).join(",")}]}`;
}

/** The signature of one act under the payload of another, or under the name of another key. */
function transplanted(desc: string, input: { readonly payload: string; readonly named: string }): Case {
  const envelope = parseEnvelope(signed(utf8(whole)));
  const signature = isRefusal(envelope) ? undefined : envelope.signatures[0]?.signature;
  if (!signature) throw new TypeError("An envelope just written is read.");
  const signatures = [{ protected: protectedHeader(kidOf(input.named)), signature }];
  const leaf = encodeEnvelope({ payload: utf8(input.payload), signatures });
  return { ...ofPayload(desc, input.payload, "seal.badSignature"), signers: [input.named], leaf };
}

export const refusedLeaves: readonly Case[] = [
  spoiled("a byte after the envelope", (leaf) => `${leaf}\n`),
  spoiled("the envelope cut short", (leaf) => leaf.slice(0, -1)),
  spoiled("no envelope", () => ""),
  spoiled("white space in the envelope", (leaf) => leaf.replace(":", ": ")),
  spoiled("the payload's base64url padded", (leaf) => leaf.replace('","signatures"', '=","signatures"')),
  spoiled("no signature", (leaf) => `${leaf.slice(0, leaf.indexOf("[") + 1)}]}`),
  spoiled("five signatures", fiveSignatures),
  spoiled("an unprotected header", (leaf) => leaf.replace('{"protected"', '{"header":{},"protected"')),
  spoiled("another algorithm in the protected header", (leaf) =>
    leaf.replace(base64url(utf8('{"alg":"Ed25519"')).slice(0, 20), base64url(utf8('{"alg":"HS25619"')).slice(0, 20)),
  ),
  {
    ...ofPayload("a leaf over 65535 bytes", whole, "acts.oversize"),
    leaf: concat([signed(utf8(whole)), new Uint8Array(65_535).fill(32)]),
  },
  transplanted("a signature made over another act", { payload: act({ seen: 1 }), named: service }),
  transplanted("a signature under the name of another key", { payload: whole, named: officer }),
];
