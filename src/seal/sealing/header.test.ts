import fc from "fast-check";
import { expect, test } from "vitest";
import { base64url, isRefusal, utf8 } from "../../base/index.ts";
import { nativeSuite as suite } from "../native.ts";
import { decodeBech32, encodeBech32 } from "./bech32.ts";
import { openHeader, type SealedStart, sealingHeader } from "./header.ts";
import {
  type Identity,
  makeIdentity,
  parseIdentity,
  parseRecipient,
  type Recipient,
  recipientOf,
  type SealingKind,
  sealingKeyId,
  sealingKindOf,
} from "./keys.ts";

const kinds: readonly SealingKind[] = ["hybrid", "x25519"];
const own = { hybrid: makeIdentity(suite, "hybrid"), x25519: makeIdentity(suite, "x25519") };
const recipient = { hybrid: recipientOf(suite, own.hybrid), x25519: recipientOf(suite, own.x25519) };

function started(recipients: readonly Recipient[]): SealedStart {
  const start = sealingHeader({ suite, recipients });
  if (isRefusal(start)) throw new Error(start.code);
  return start;
}

const opened = (bytes: Uint8Array, ...identities: readonly Identity[]) => openHeader({ suite, bytes, identities });

test.each(kinds)("the %s keys are read back as what they are", (kind) => {
  expect(parseRecipient(recipient[kind])).toBe(recipient[kind]);
  expect(parseIdentity(own[kind])).toBe(own[kind]);
  expect(sealingKindOf(recipient[kind])).toBe(kind);
  expect(sealingKindOf(own[kind])).toBe(kind);
  expect(sealingKeyId(suite, recipient[kind])).toBe(base64url(suite.sha256(utf8(recipient[kind]))));
});

test("law: a key with one letter changed, or in the other case, is refused", () => {
  const letters = fc.constantFrom(..."qpzry9x8gf2tvdw0s3jn54khce6mua7lb1");
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.nat(), letters, (kind, at, letter) => {
      const text = recipient[kind];
      const i = at % text.length;
      const changed = text.slice(0, i) + letter + text.slice(i + 1);
      if (changed !== text) expect(parseRecipient(changed)).toMatchObject({ code: "seal.badRecipient" });
      const secret = own[kind];
      const other = secret.slice(0, i % secret.length) + letter.toUpperCase() + secret.slice((i % secret.length) + 1);
      if (other !== secret) expect(parseIdentity(other)).toMatchObject({ code: "seal.badIdentity", details: {} });
    }),
  );
  expect(parseRecipient(recipient.hybrid.toUpperCase())).toMatchObject({ code: "seal.badRecipient" });
  expect(parseIdentity(own.x25519.toLowerCase())).toMatchObject({ code: "seal.badIdentity" });
  expect(parseRecipient(`age1tag1${recipient.x25519.slice(5)}`)).toMatchObject({ code: "seal.badRecipient" });
});

test("law: Bech32 gives back the bytes it was given", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decodeBech32("age", encodeBech32("age", bytes))).toEqual(bytes);
      expect(decodeBech32("other", encodeBech32("age", bytes))).toBeUndefined();
    }),
  );
});

test.each(kinds)("a header of %s keys opens for each recipient, and for nobody else", (kind) => {
  const other = makeIdentity(suite, kind);
  const start = started([recipient[kind], recipientOf(suite, other), recipient[kind]]);
  for (const identity of [own[kind], other]) {
    const given = opened(start.bytes, makeIdentity(suite, kind), identity);
    expect(given).toEqual({ fileKey: start.fileKey, nonce: start.nonce, bodyAt: start.bytes.length });
  }
  expect(opened(start.bytes, makeIdentity(suite, kind))).toMatchObject({
    code: "seal.noIdentity",
    details: { tried: 1 },
  });
  expect(new TextDecoder().decode(start.bytes).match(/-> /g)).toHaveLength(2);
});

test("the two kinds are never mixed in one file, and no file is sealed to nobody or to a crowd", () => {
  const refused = (recipients: readonly Recipient[]) => sealingHeader({ suite, recipients });
  expect(refused([recipient.hybrid, recipient.x25519])).toMatchObject({ code: "seal.mixedRecipients" });
  expect(refused([])).toMatchObject({ code: "seal.noRecipient" });
  const crowd = Array.from({ length: 21 }, () => recipientOf(suite, makeIdentity(suite, "x25519")));
  expect(refused(crowd)).toMatchObject({ code: "seal.tooManyRecipients", details: { count: 21 } });
});

test("a key that nothing can be sealed to is refused when it is used: a point of small order, no lattice key", () => {
  const point = parseRecipient(encodeBech32("age", new Uint8Array(32)));
  if (isRefusal(point)) throw new Error(point.code);
  expect(sealingHeader({ suite, recipients: [point] })).toMatchObject({ code: "seal.badRecipient" });
  // Coefficients of 4095 stand above the field's 3329 (FIPS 203 section 7.2).
  const lattice = parseRecipient(encodeBech32("age1pq", new Uint8Array(1216).fill(0xff)));
  if (isRefusal(lattice)) throw new Error(lattice.code);
  expect(sealingHeader({ suite, recipients: [lattice] })).toMatchObject({ code: "seal.badRecipient" });
});

test.each(kinds)("law: a %s header with one byte changed is refused, or reads as the same key", (kind) => {
  const start = started([recipient[kind]]);
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bytes = new Uint8Array(start.bytes);
      const i = at % (bytes.length - 16);
      bytes[i] = (bytes[i] ?? 0) ^ change;
      const given = opened(bytes, own[kind]);
      expect(isRefusal(given)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("a stanza added by another is noticed by the MAC", () => {
  const start = started([recipient.x25519]);
  const text = Buffer.from(start.bytes).toString("latin1");
  const added = text.replace("\n---", "\n-> other argument\n\n---");
  expect(opened(new Uint8Array(Buffer.from(added, "latin1")), own.x25519)).toMatchObject({
    code: "seal.headerAltered",
  });
});

test("a header cut at any byte is refused", () => {
  const { bytes } = started([recipient.x25519]);
  for (let length = 0; length < bytes.length; length++)
    expect(opened(bytes.subarray(0, length), own.x25519)).toMatchObject({ code: "seal.badAgeHeader" });
});

test("a header without an end is refused after 64 KiB, whatever follows", () => {
  const endless = utf8(`age-encryption.org/v1\n${"-> grease of no use\n\n".repeat(10_000)}`);
  expect(opened(endless, own.x25519)).toMatchObject({ code: "seal.badAgeHeader" });
});
