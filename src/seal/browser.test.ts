// The browser's cryptography gives the same verdicts as the node's: on the published vectors, on what honest signers
// make, and on the signatures about which verifiers of Ed25519 disagree.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { vectorsFolder } from "../../test/vectors.ts";
import { concat, fromHex, isRefusal } from "../base/index.ts";
import { browserSuite } from "./browser.ts";
import { ed25519Signer, mlDsa44Signer, nativeSuite } from "./native.ts";
import { parseEd25519PublicKey, parseMlDsa44PublicKey } from "./publicKeys.ts";
import type { Ed25519PublicKey } from "./suite.ts";

interface Wycheproof {
  readonly testGroups: readonly {
    readonly publicKey: string | { readonly pk: string };
    readonly tests: readonly {
      readonly tcId: number;
      readonly comment: string;
      readonly msg: string;
      readonly ctx?: string;
      readonly sig: string;
      readonly result: "valid" | "invalid" | "acceptable";
    }[];
  }[];
}

const folder = vectorsFolder();

function unhex(text: string): Uint8Array {
  const bytes = fromHex(text);
  if (bytes === undefined) throw new Error(`not hexadecimal: ${text}`);
  return bytes;
}

function groupsOf(name: string): Wycheproof["testGroups"] {
  const file: Wycheproof = JSON.parse(readFileSync(join(folder ?? "", "wycheproof", name), "utf8"));
  return file.testGroups;
}

const publicKeyOf = (group: Wycheproof["testGroups"][number]): Uint8Array =>
  unhex(typeof group.publicKey === "string" ? group.publicKey : group.publicKey.pk);

test.skipIf(folder === undefined)("every Wycheproof case of Ed25519 is judged as published", () => {
  let count = 0;
  for (const group of groupsOf("ed25519_test.json")) {
    const key = parseEd25519PublicKey(publicKeyOf(group));
    for (const { tcId, comment, msg, sig, result } of group.tests) {
      const holds = !isRefusal(key) && browserSuite.verifyEd25519({ key, message: unhex(msg), signature: unhex(sig) });
      expect(holds, `${tcId} ${comment}`).toBe(result === "valid");
      count++;
    }
  }
  expect(count).toBe(151);
});

test.skipIf(folder === undefined)("every Wycheproof case of ML-DSA-44 without a context is judged as published", () => {
  let count = 0;
  for (const group of groupsOf("mldsa_44_verify_test.json")) {
    const key = parseMlDsa44PublicKey(publicKeyOf(group));
    for (const { tcId, comment, msg, ctx, sig, result } of group.tests) {
      const holds = !isRefusal(key) && browserSuite.verifyMlDsa44({ key, message: unhex(msg), signature: unhex(sig) });
      const expected = result === "valid" && (ctx === undefined || ctx === "");
      expect(holds, `${tcId} ${comment}`).toBe(expected);
      count++;
    }
  }
  expect(count).toBe(180);
});

test("law: both drivers hash alike and agree on a signature, whole or with a byte changed", () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const law = fc.property(bytes, seed, fc.nat(63), fc.integer({ min: 0, max: 255 }), (message, secret, at, flip) => {
    expect([...browserSuite.sha256(message)]).toEqual([...nativeSuite.sha256(message)]);
    const signer = ed25519Signer(secret);
    const signature = new Uint8Array(signer.sign(message));
    signature[at] = (signature[at] ?? 0) ^ flip;
    const input = { key: signer.publicKey, message, signature };
    expect(browserSuite.verifyEd25519(input)).toBe(flip === 0);
    expect(nativeSuite.verifyEd25519(input)).toBe(flip === 0);
  });
  fc.assert(law, { numRuns: 40 });
});

test("an ML-DSA-44 signature holds for its message and no other, and a short one for none", () => {
  const signer = mlDsa44Signer(new Uint8Array(32).fill(7));
  const message = Uint8Array.of(1, 2, 3);
  const signature = signer.sign(message);
  const key = signer.publicKey;
  expect(browserSuite.verifyMlDsa44({ key, message, signature })).toBe(true);
  expect(browserSuite.verifyMlDsa44({ key, message: Uint8Array.of(1), signature })).toBe(false);
  expect(browserSuite.verifyMlDsa44({ key, message, signature: signature.subarray(1) })).toBe(false);
});

test("a signature that holds only when multiplied by the cofactor is refused by both", () => {
  // R carries a point of order 8: [8]R is that of an honest signature, R is not.
  const torsion = ed25519.Point.fromBytes(
    unhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
    false,
  );
  const { Fn, BASE } = ed25519.Point;
  const message = Uint8Array.of(9);
  const secret = 12_345n;
  const key = keyOf(BASE.multiply(secret).toBytes());
  const r = BASE.multiply(77n).add(torsion).toBytes();
  const k = Fn.create(little(sha512(concat([r, key, message]))));
  const s = Fn.create(77n + k * secret);
  const signature = concat([r, bytesOf(s)]);
  expect(ed25519.verify(signature, message, key)).toBe(true);
  expect(nativeSuite.verifyEd25519({ key, message, signature })).toBe(false);
  expect(browserSuite.verifyEd25519({ key, message, signature })).toBe(false);
});

test("32 bytes that are no point of the curve verify nothing", () => {
  const key = keyOf(Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 2 : 0)));
  const signature = ed25519Signer(new Uint8Array(32)).sign(Uint8Array.of(1));
  expect(browserSuite.verifyEd25519({ key, message: Uint8Array.of(1), signature })).toBe(false);
});

function keyOf(bytes: Uint8Array): Ed25519PublicKey {
  const key = parseEd25519PublicKey(bytes);
  if (isRefusal(key)) throw new Error(key.code);
  return key;
}

function little(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
}
