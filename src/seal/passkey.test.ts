// Passkeys: their text and id, and which answer of a browser is a signature. The cases are the project's own vectors;
// both drivers of the cryptography judge them alike.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { passkeyOf } from "../../test/passkeys.ts";
import { base64url, isRefusal, type Refusal, utf8 } from "../base/index.ts";
import { encodeAssertion } from "./assertion.ts";
import { browserSuite } from "./browser.ts";
import { encodeEnvelope, parseEnvelope, protectedHeader } from "./envelope.ts";
import { verifyEnvelopeSignature } from "./envelopeSignature.ts";
import { ed25519Signer, nativeSuite } from "./native.ts";
import { type Passkey, type PasskeyJwk, parsePasskey, passkeyJwk, passkeyText } from "./passkey.ts";
import { parseSignerKey, type SignerKey, signerKeyId, textKeyId } from "./signerKey.ts";

interface Vectors {
  readonly key: { readonly kid: string; readonly text: string };
  readonly cases: readonly { readonly desc: string; readonly text: string; readonly refused: string | null }[];
}

const file = new URL("../../vectors/seal/passkeys.json", import.meta.url);
const vectors: Vectors = JSON.parse(readFileSync(file, "utf8"));
const key = accepted(parseSignerKey(vectors.key.text));

function accepted<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new TypeError(value.code);
  return value;
}

function verdict(text: string, by: { readonly suite: typeof browserSuite; readonly key: SignerKey }): string | null {
  const envelope = parseEnvelope(utf8(text));
  if (isRefusal(envelope)) return envelope.code;
  const [first] = envelope.signatures;
  return (first && verifyEnvelopeSignature(by.suite, { signature: first, key: by.key })?.code) ?? null;
}

test.each(vectors.cases)("passkey: $desc", ({ text, refused }) => {
  expect(verdict(text, { suite: nativeSuite, key })).toBe(refused);
  expect(verdict(text, { suite: browserSuite, key })).toBe(refused);
});

test("a passkey's id covers its rp id and its origin, and is the digest of its text", () => {
  expect(signerKeyId(nativeSuite, key)).toBe(vectors.key.kid);
  expect(textKeyId(nativeSuite, vectors.key.text)).toBe(vectors.key.kid);
  const here = passkeyOf("alice", { rpId: "entente.example", origin: "https://entente.example" });
  const there = passkeyOf("alice", { rpId: "entente.example", origin: "https://ma.entente.example" });
  expect(new Set([here.kid, there.kid, vectors.key.kid]).size).toBe(3);
});

const jwk = passkeyJwk(passkeyOf("alice", { rpId: "localhost", origin: "http://localhost:8401" }).passkey);
const refusedAs = (change: Partial<Record<keyof PasskeyJwk | "d", string>>): unknown =>
  parsePasskey(JSON.stringify({ ...jwk, ...change }));

test.each([
  ["an origin without TLS", { origin: "http://entente.example", rpId: "entente.example" }],
  ["an IP address", { origin: "https://192.0.2.1", rpId: "192.0.2.1" }],
  ["an rp id that the host does not end with", { origin: "https://entente.example", rpId: "example.org" }],
  ["an rp id that is half a word of the host", { origin: "https://myentente.example", rpId: "entente.example" }],
  ["a whole domain as rp id", { origin: "https://entente.example", rpId: "example" }],
  ["a path behind the origin", { origin: "http://localhost:8401/", rpId: "localhost" }],
  ["a private key", { d: jwk.x }],
  ["a coordinate with stray bits", { x: `${jwk.x.slice(0, -1)}B` }],
  ["a point that is not on the curve", { x: jwk.y, y: jwk.x }],
  ["a coordinate above the field", { x: base64url(new Uint8Array(32).fill(255)) }],
])("%s is no passkey", (_, change) => {
  expect(refusedAs(change)).toMatchObject({ code: "seal.badPublicKey" });
});

test("a passkey has one text", () => {
  expect(parsePasskey(passkeyText(jwk))).toMatchObject({ rpId: "localhost" });
  expect(parsePasskey(JSON.stringify(jwk, null, 1))).toMatchObject({ code: "seal.badPublicKey" });
  expect(parsePasskey("{")).toMatchObject({ code: "seal.badPublicKey" });
});

test("a key of one kind never verifies a signature of the other", () => {
  const signer = ed25519Signer(new Uint8Array(32).fill(7));
  const kid = signerKeyId(nativeSuite, signer.publicKey);
  const passkey = passkeyOf("alice", { rpId: "localhost", origin: "http://localhost:8401" });
  const payload = utf8("{}");
  const header = protectedHeader(kid, "WebAuthn-ES256");
  const signature = encodeAssertion(passkey.assert(utf8(`${header}.${base64url(payload)}`))) ?? new Uint8Array();
  const text = new TextDecoder().decode(encodeEnvelope({ payload, signatures: [{ protected: header, signature }] }));
  expect(verdict(text, { suite: nativeSuite, key: signer.publicKey })).toBe("seal.badSignature");
});

/** The envelope of a payload signed by a passkey. */
function signed(
  payload: Uint8Array,
  by: { readonly passkey: Passkey; assert: ReturnType<typeof passkeyOf>["assert"] },
) {
  const header = protectedHeader(signerKeyId(nativeSuite, by.passkey), "WebAuthn-ES256");
  const signature = encodeAssertion(by.assert(utf8(`${header}.${base64url(payload)}`))) ?? new Uint8Array();
  return encodeEnvelope({ payload, signatures: [{ protected: header, signature }] });
}

test("law: what a passkey has signed verifies, and not once one bit of the signature is changed", () => {
  const passkey = passkeyOf("alice", { rpId: "localhost", origin: "http://localhost:8401" });
  const text = new TextDecoder().decode(signed(utf8('{"a":1}'), passkey));
  const value = /"signature":"([^"]+)"/.exec(text)?.[1] ?? "";
  const bytes = Uint8Array.fromBase64(value, { alphabet: "base64url" });
  expect(verdict(text, { suite: nativeSuite, key: passkey.passkey })).toBeNull();
  fc.assert(
    fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const other = verdict(text.replace(value, base64url(changed)), { suite: nativeSuite, key: passkey.passkey });
      expect(other).toBe("seal.badSignature");
    }),
    { numRuns: 200 },
  );
});

test("what is no DER signature, or too long, is not encoded", () => {
  const passkey = passkeyOf("alice", { rpId: "localhost", origin: "http://localhost:8401" });
  const good = passkey.assert(utf8("x"));
  expect(encodeAssertion(good)).toBeDefined();
  for (const signature of [new Uint8Array(), good.signature.subarray(1), Uint8Array.of(...good.signature, 0)])
    expect(encodeAssertion({ ...good, signature })).toBeUndefined();
  expect(encodeAssertion({ ...good, clientDataJSON: new Uint8Array(513) })).toBeUndefined();
  expect(encodeAssertion({ ...good, authenticatorData: new Uint8Array(38) })).toBeUndefined();
});
