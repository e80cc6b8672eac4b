import fc from "fast-check";
import { expect, test } from "vitest";
import { Fault, fromUtf8, isRefusal, utf8 } from "../base/index.ts";
import { canonical, type JsonValue } from "./canonical.ts";
import { canonicalDigest, digest } from "./digest.ts";
import { type Envelope, encodeEnvelope, parseEnvelope, protectedHeader } from "./envelope.ts";
import { signEnvelope, verifyEnvelopeSignature } from "./envelopeSignature.ts";
import { keyIdOf, parseKeyId } from "./keyId.ts";
import { ed25519Signer, generateEd25519, nativeSuite } from "./native.ts";
import { parseEd25519PublicKey } from "./publicKeys.ts";

const suite = nativeSuite;
const alice = ed25519Signer(new Uint8Array(32).fill(1));
const bob = ed25519Signer(new Uint8Array(32).fill(2));

function envelopeOf(bytes: Uint8Array): Envelope {
  const envelope = parseEnvelope(bytes);
  if (isRefusal(envelope)) throw new Error(envelope.code);
  return envelope;
}

test("a key's name is the thumbprint of RFC 8037 appendix A.3", () => {
  const x = Uint8Array.fromBase64("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", { alphabet: "base64url" });
  const key = parseEd25519PublicKey(x);
  if (isRefusal(key)) throw new Error(key.code);
  expect(keyIdOf(suite, key)).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
});

test("a key's name of another length or with stray low bits is refused", () => {
  expect(parseKeyId("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  for (const text of [
    "",
    "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4",
    "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4l",
  ]) {
    expect(parseKeyId(text)).toMatchObject({ code: "seal.badKeyId" });
  }
});

test("an envelope is canonical JSON, and every reader of RFC 7515 finds its parts", () => {
  const bytes = signEnvelope({ payload: utf8('{"a":1}'), signers: [alice, bob], suite });
  const json: JsonValue = JSON.parse(fromUtf8(bytes) ?? "");
  expect(canonical(json)).toBe(fromUtf8(bytes));
  const [signature] = JSON.parse(fromUtf8(bytes) ?? "").signatures;
  expect(JSON.parse(Buffer.from(signature.protected, "base64url").toString())).toEqual({
    alg: "Ed25519",
    kid: keyIdOf(suite, alice.publicKey),
  });
});

test("what is signed is read back, and each signature is by its own key only", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 4 }), (payload, count) => {
      const signers = [alice, bob, alice, bob].slice(0, count);
      const envelope = envelopeOf(signEnvelope({ payload, signers, suite }));
      expect(envelope.payload).toEqual(payload);
      expect(envelope.signatures.length).toBe(count);
      for (const [i, signature] of envelope.signatures.entries()) {
        const [own, other] = i % 2 === 0 ? [alice, bob] : [bob, alice];
        expect(verifyEnvelopeSignature(suite, { signature, key: own.publicKey })).toBeUndefined();
        expect(verifyEnvelopeSignature(suite, { signature, key: other.publicKey })).toMatchObject({
          code: "seal.wrongKey",
        });
      }
    }),
    { numRuns: 30 },
  );
});

test("an envelope in which any one bit is changed is refused or no longer verifies", () => {
  const bytes = signEnvelope({ payload: utf8('{"b":"some payload"}'), signers: [alice], suite });
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = bytes.slice();
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const envelope = parseEnvelope(changed);
    if (isRefusal(envelope)) {
      expect(envelope.code).toBe("seal.badEnvelope");
      continue;
    }
    const [signature] = envelope.signatures;
    if (signature === undefined) throw new Error("an envelope without signature was accepted");
    expect(isRefusal(verifyEnvelopeSignature(suite, { signature, key: alice.publicKey })), `bit ${bit}`).toBe(true);
  }
});

test("a signature over other bytes is refused as such", () => {
  const envelope = envelopeOf(signEnvelope({ payload: utf8("{}"), signers: [alice], suite }));
  const [signature] = envelope.signatures;
  if (signature === undefined) throw new Error("no signature");
  const forged = { ...signature, signingInput: utf8("other") };
  expect(verifyEnvelopeSignature(suite, { signature: forged, key: alice.publicKey })).toMatchObject({
    code: "seal.badSignature",
  });
});

const good = fromUtf8(signEnvelope({ payload: utf8("{}"), signers: [alice, bob], suite })) ?? "";
const entry = /\{"protected[^}]*\}/.exec(good)?.[0] ?? "";
const noKid = Buffer.from(`{"alg":"Ed25519","kid":"${"é".repeat(21)}x"}`)
  .toString("base64url")
  .slice(0, 92);

const refused: readonly [desc: string, text: string | Uint8Array][] = [
  ["nothing", ""],
  ["a byte that is not UTF-8", Uint8Array.of(0xff)],
  ["white space before it", ` ${good}`],
  ["a byte after it", `${good}\n`],
  ["no end", good.slice(0, -1)],
  ["no signature", good.replace(/\[.*\]/, "[]")],
  ["five signatures", good.replace(/\[.*\]/, `[${[entry, entry, entry, entry, entry].join(",")}]`)],
  ["white space between the signatures", good.replace("},{", "}, {")],
  ["padding in the payload", good.replace('"e30"', '"e30="')],
  ["white space in the payload", good.replace('"e30"', '"e3 0"')],
  ["stray low bits in the payload", good.replace('"e30"', '"e31"')],
  ["plain base64 in the payload", good.replace('"e30"', '"+/+/"')],
  ["one character too many in the payload", good.replace('"e30"', '"e30AA"')],
  ["another algorithm", good.replace(/"protected":"[^"]*"/, `"protected":"${btoa('{"alg":"none"}')}"`)],
  ["a kid that is no thumbprint", good.replace(/"protected":"[^"]*"/, `"protected":"${noKid}"`)],
  ["a short signature", good.replace(/"signature":"...../, '"signature":"')],
  [
    "the members in another order",
    good.replace(/"protected":("[^"]*"),"signature":("[^"]*")/, '"signature":$2,"protected":$1'),
  ],
  ["an unprotected header", good.replace('{"protected"', '{"header":{},"protected"')],
];

test.each(refused)("%s is refused", (_, text) => {
  expect(parseEnvelope(typeof text === "string" ? utf8(text) : text)).toMatchObject({ code: "seal.badEnvelope" });
});

test("an envelope of no or five signatures is a fault to write", () => {
  const header = protectedHeader(keyIdOf(suite, alice.publicKey));
  const signature = { protected: header, signature: new Uint8Array(64) };
  for (const count of [0, 5]) {
    const signatures = Array.from({ length: count }, () => signature);
    expect(() => encodeEnvelope({ payload: utf8("{}"), signatures })).toThrow(Fault);
  }
  const four = encodeEnvelope({ payload: utf8("{}"), signatures: [signature, signature, signature, signature] });
  expect(envelopeOf(four).signatures.length).toBe(4);
});

test("a digest is the SHA-256 in hexadecimal, and that of a value is of its canonical form", () => {
  // FIPS 180-4's example, "abc".
  const abc = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(digest(suite, utf8("abc"))).toBe(abc);
  expect(canonicalDigest(suite, { b: 1, a: 2 })).toBe(digest(suite, utf8('{"a":2,"b":1}')));
});

test("two generated keys have two names", () => {
  expect(keyIdOf(suite, generateEd25519().signer.publicKey)).not.toBe(
    keyIdOf(suite, generateEd25519().signer.publicKey),
  );
});
