// The public kit of age (C2SP/CCTV, package cctv-age) on the code that opens files. Every binary vector runs. Armour
// is not read here: a sealed document is binary. Passphrases (scrypt) are not a key of a service: those vectors must be
// refused as sealed to none of our keys, unless their header is bad for everybody.

import { inflateSync } from "node:zlib";
import * as vectors from "cctv-age";
import { expect, test } from "vitest";
import { concat, fromUtf8, hex, isRefusal, type Refusal } from "../../base/index.ts";
import { nativeSuite as suite } from "../native.ts";
import { openHeader } from "./header.ts";
import { type Identity, parseIdentity } from "./keys.ts";
import { OpenStream } from "./openStream.ts";

interface Vector {
  readonly keys: ReadonlyMap<string, readonly string[]>;
  readonly file: Uint8Array;
}

function vectorOf(bytes: Uint8Array): Vector {
  const end = Buffer.from(bytes).indexOf("\n\n");
  const keys = new Map<string, string[]>();
  for (const line of (fromUtf8(bytes.subarray(0, end)) ?? "").split("\n")) {
    const [name = "", value = ""] = line.split(/: (.*)/s);
    keys.set(name, [...(keys.get(name) ?? []), value]);
  }
  const body = bytes.subarray(end + 2);
  return { keys, file: keys.get("compressed")?.[0] === "zlib" ? new Uint8Array(inflateSync(body)) : body };
}

/** What is given out of a file fed in pieces of a size, and how it ended. */
function openAll(file: Uint8Array, input: { identities: readonly Identity[]; piece: number }) {
  const start = openHeader({ suite, bytes: file, identities: input.identities });
  if (isRefusal(start)) return { plain: new Uint8Array(), refused: start };
  const stream = new OpenStream({ suite, ...start });
  const parts: Uint8Array[] = [];
  let refused: Refusal | undefined;
  const take = (given: Uint8Array | Refusal): void => {
    if (isRefusal(given)) refused = given;
    else parts.push(given);
  };
  for (let at = start.bodyAt; at < file.length && !refused; at += input.piece)
    take(stream.update(file.subarray(at, at + input.piece)));
  if (!refused) take(stream.final());
  return { plain: concat(parts), refused };
}

const codes: Readonly<Record<string, readonly string[]>> = {
  "no match": ["seal.noIdentity"],
  "HMAC failure": ["seal.headerAltered"],
  "header failure": ["seal.badAgeHeader"],
  "payload failure": ["seal.bodyAltered", "seal.bodyTruncated", "seal.bodyAfterEnd"],
};

const all = Object.entries(vectors)
  .filter((entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array)
  .map(([name, bytes]) => ({ name, ...vectorOf(bytes) }));
const binary = all.filter(({ keys }) => !keys.has("armored"));
const ours = binary.filter(({ keys }) => keys.has("identity") || !keys.has("passphrase"));
const passphrases = binary.filter((one) => !ours.includes(one));

test("the kit is there, and only armour is left out of it", () => {
  expect(all.length).toBeGreaterThan(100);
  expect(ours.length + passphrases.length + all.filter(({ keys }) => keys.has("armored")).length).toBe(all.length);
});

test.each(ours)("$name opens or is refused as the kit says", ({ keys, file }) => {
  const identities: Identity[] = [];
  for (const text of keys.get("identity") ?? []) {
    const identity = parseIdentity(text);
    if (isRefusal(identity)) throw new Error(identity.code);
    identities.push(identity);
  }
  for (const piece of [65_552, 1000, 70_000]) {
    const { plain, refused } = openAll(file, { identities, piece });
    const expected = keys.get("expect")?.[0] ?? "";
    if (expected === "success") expect(refused).toBeUndefined();
    else expect(codes[expected]).toContain(refused?.code);
    // Whatever was given out before an error must be authentic, and all of it.
    const digest = keys.get("payload")?.[0];
    if (digest !== undefined) expect(hex(suite.sha256(plain))).toBe(digest);
  }
});

test.each(passphrases)("$name, sealed to a passphrase, is refused", ({ file }) => {
  const identities: Identity[] = [];
  expect(["seal.noIdentity", "seal.badAgeHeader"]).toContain(openAll(file, { identities, piece: 1000 }).refused?.code);
});
