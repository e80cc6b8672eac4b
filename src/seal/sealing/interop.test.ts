// What is sealed here opens elsewhere, and the other way: with the package age-encryption, a second implementation of
// both kinds of key, and with the stock `age` command, which reads X25519 in every release.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as typage from "age-encryption";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { concat, isRefusal, utf8 } from "../../base/index.ts";
import { nativeSuite as suite } from "../native.ts";
import { openHeader, sealingHeader } from "./header.ts";
import { type Identity, makeIdentity, type Recipient, recipientOf, type SealingKind } from "./keys.ts";
import { OpenStream } from "./openStream.ts";
import { SealStream } from "./sealStream.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-age-"));
afterAll(() => rmSync(folder, { recursive: true }));
const kinds: readonly SealingKind[] = ["hybrid", "x25519"];
const marker = utf8("Not a secret: a sentence for two implementations.");
const long = new Uint8Array(200_000).map((_, i) => i % 251);

function seal(recipients: readonly Recipient[], plain: Uint8Array): Uint8Array {
  const start = sealingHeader({ suite, recipients });
  if (isRefusal(start)) throw new Error(start.code);
  const stream = new SealStream({ suite, ...start });
  return concat([start.bytes, stream.update(plain), stream.final()]);
}

function open(file: Uint8Array, identity: Identity): Uint8Array {
  const start = openHeader({ suite, bytes: file, identities: [identity] });
  if (isRefusal(start)) throw new Error(start.code);
  const stream = new OpenStream({ suite, ...start });
  const parts = [stream.update(file.subarray(start.bodyAt)), stream.final()];
  return concat(
    parts.map((part) => {
      if (isRefusal(part)) throw new Error(part.code);
      return part;
    }),
  );
}

test.each(kinds)("a %s document sealed here opens with age-encryption for each recipient", async (kind) => {
  const identities = [makeIdentity(suite, kind), makeIdentity(suite, kind)];
  const file = seal(
    identities.map((one) => recipientOf(suite, one)),
    long,
  );
  for (const identity of identities) {
    const decrypter = new typage.Decrypter();
    decrypter.addIdentity(identity);
    expect(Buffer.compare(await decrypter.decrypt(file), long)).toBe(0);
  }
});

test.each(kinds)("a %s file of age-encryption opens here", async (kind) => {
  const identity = makeIdentity(suite, kind);
  const encrypter = new typage.Encrypter();
  encrypter.addRecipient(recipientOf(suite, identity));
  expect(Buffer.compare(open(await encrypter.encrypt(long), identity), long)).toBe(0);
});

test("law: every identity has the recipient that age-encryption computes", async () => {
  const property = fc.asyncProperty(fc.constantFrom(...kinds), async (kind) => {
    const identity = makeIdentity(suite, kind);
    expect(await typage.identityToRecipient(identity)).toBe(recipientOf(suite, identity));
  });
  await fc.assert(property, { numRuns: 20 });
});

const age = spawnSync("age", ["--version"], { encoding: "utf8" });
/** Where the command is not installed its tests are reported as skipped. */
const absent = age.error !== undefined;

test.skipIf(absent)("an X25519 document sealed here opens with the age command", () => {
  const identity = makeIdentity(suite, "x25519");
  writeFileSync(join(folder, "key"), `${identity}\n`);
  writeFileSync(join(folder, "ours.age"), seal([recipientOf(suite, identity)], long));
  const plain = execFileSync("age", ["-d", "-i", join(folder, "key"), join(folder, "ours.age")]);
  expect(Buffer.compare(plain, long)).toBe(0);
});

test.skipIf(absent)("a file of the age command opens here", () => {
  const identity = makeIdentity(suite, "x25519");
  writeFileSync(join(folder, "plain"), marker);
  const recipient = recipientOf(suite, identity);
  execFileSync("age", ["-r", recipient, "-o", join(folder, "theirs.age"), join(folder, "plain")]);
  expect(open(new Uint8Array(readFileSync(join(folder, "theirs.age"))), identity)).toEqual(marker);
});
