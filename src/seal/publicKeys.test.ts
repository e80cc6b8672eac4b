import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { vectorsFolder } from "../../test/vectors.ts";
import { fromHex, isRefusal } from "../base/index.ts";
import { ed25519Signer, generateEd25519, generateMlDsa44, mlDsa44Signer, nativeSuite, randomBytes } from "./native.ts";
import { isStrictEd25519Signature, parseEd25519PublicKey, parseMlDsa44PublicKey } from "./publicKeys.ts";

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

function wycheproof(name: string): Wycheproof["testGroups"] {
  const file: Wycheproof = JSON.parse(readFileSync(join(folder ?? "", "wycheproof", name), "utf8"));
  return file.testGroups;
}

test.skipIf(folder === undefined)("every Wycheproof case of Ed25519 is judged as published", () => {
  let count = 0;
  for (const group of wycheproof("ed25519_test.json")) {
    const key = parseEd25519PublicKey(
      unhex(typeof group.publicKey === "string" ? group.publicKey : group.publicKey.pk),
    );
    for (const { tcId, comment, msg, sig, result } of group.tests) {
      const holds = !isRefusal(key) && nativeSuite.verifyEd25519({ key, message: unhex(msg), signature: unhex(sig) });
      expect(holds, `${tcId} ${comment}`).toBe(result === "valid");
      count++;
    }
  }
  expect(count).toBe(151);
});

test.skipIf(folder === undefined)("every Wycheproof case of ML-DSA-44 without a context is judged as published", () => {
  let count = 0;
  for (const group of wycheproof("mldsa_44_verify_test.json")) {
    const key = parseMlDsa44PublicKey(
      unhex(typeof group.publicKey === "string" ? group.publicKey : group.publicKey.pk),
    );
    for (const { tcId, comment, msg, ctx, sig, result } of group.tests) {
      const holds = !isRefusal(key) && nativeSuite.verifyMlDsa44({ key, message: unhex(msg), signature: unhex(sig) });
      // The house signs with the empty context, so a signature under another one is never valid here.
      const expected = result === "valid" && (ctx === undefined || ctx === "");
      expect(holds, `${tcId} ${comment}`).toBe(expected);
      count++;
    }
  }
  expect(count).toBe(180);
});

const smallOrder = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000080",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
];
// p, p + 1 and 2^255 - 1: second encodings of 0, 1 and 18.
const notCanonical = [
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

test("an Ed25519 key of small order, in a second encoding or of another length is refused", () => {
  for (const text of [...smallOrder, ...notCanonical, "00".repeat(31), ""]) {
    expect(parseEd25519PublicKey(unhex(text))).toMatchObject({ code: "seal.badPublicKey" });
  }
  expect(isRefusal(parseEd25519PublicKey(generateEd25519().signer.publicKey))).toBe(false);
});

test("a signature whose first half is of small order or in a second encoding is not strict", () => {
  for (const text of [...smallOrder, ...notCanonical]) {
    expect(isStrictEd25519Signature(unhex(text + "00".repeat(32)))).toBe(false);
  }
});

test("judging a signature leaves its bytes as they were", () => {
  const { signer } = generateEd25519();
  const signature = Buffer.from(signer.sign(Uint8Array.of(1)));
  signature[31] = 0xff;
  const before = signature.toString("hex");
  isStrictEd25519Signature(signature);
  expect(signature.toString("hex")).toBe(before);
});

test("an ML-DSA-44 key of another length is refused", () => {
  expect(parseMlDsa44PublicKey(new Uint8Array(1311))).toMatchObject({ code: "seal.badPublicKey" });
});

test("a seed gives one key, whose signature holds for its message and no other", () => {
  const { seed, signer } = generateEd25519();
  const message = Uint8Array.of(1, 2, 3);
  const signature = signer.sign(message);
  const key = ed25519Signer(seed).publicKey;
  expect(key).toEqual(signer.publicKey);
  expect(nativeSuite.verifyEd25519({ key, message, signature })).toBe(true);
  expect(nativeSuite.verifyEd25519({ key, message: Uint8Array.of(1, 2), signature })).toBe(false);
});

test("an ML-DSA-44 seed gives one key, whose signature holds for its message and no other", () => {
  const { seed, signer } = generateMlDsa44();
  const message = Uint8Array.of(1, 2, 3);
  const signature = signer.sign(message);
  const key = mlDsa44Signer(seed).publicKey;
  expect(key).toEqual(signer.publicKey);
  expect(nativeSuite.verifyMlDsa44({ key, message, signature })).toBe(true);
  expect(nativeSuite.verifyMlDsa44({ key, message: Uint8Array.of(1, 2), signature })).toBe(false);
});

test("a seed of another length is a fault", () => {
  expect(() => ed25519Signer(new Uint8Array(31))).toThrow("32 bytes");
  expect(() => mlDsa44Signer(new Uint8Array(33))).toThrow("32 bytes");
});

test("random bytes have the length asked for and do not repeat", () => {
  expect(randomBytes(16).length).toBe(16);
  expect(randomBytes(16)).not.toEqual(randomBytes(16));
});
