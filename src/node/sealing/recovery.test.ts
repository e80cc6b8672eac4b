// Private sealing keys in a home, and how a lost one comes back: by any two enrolled officers, by none alone.

import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Identity, makeIdentity, recipientOf, type SealingKind } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { makeKeys } from "../keys.ts";
import { accepted } from "../testing.ts";
import { openSealingKeys } from "./identities.ts";
import { dismissFromRecovery, enrolForRecovery, recoverKeys } from "./recovery.ts";
import { recoveryFiles, recoveryOfficers, syncRecovery } from "./recovery-files.ts";

let folder: string;
let folders: { keys: string; recovery: string };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-sealing-"));
  folders = { keys: join(folder, "keys"), recovery: join(folder, "recovery") };
  mkdirSync(folders.keys);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Enrols officers, each with a key of its own; gives their private halves. */
function enrolled(...ids: readonly string[]): Identity[] {
  return ids.map((id) => {
    const identity = makeIdentity(nativeSuite, "x25519");
    expect(enrolForRecovery(folders, { id, recipient: recipientOf(nativeSuite, identity) })).toBeUndefined();
    return identity;
  });
}

const recover = (identities: readonly (Identity | undefined)[], from = folders.recovery) => {
  const [first, second] = identities;
  if (!first || !second) throw new Error("Two identities were expected.");
  return recoverKeys({ folders, from, identities: [first, second] });
};

const loseKeys = (): void => {
  for (const file of readdirSync(folders.keys)) rmSync(join(folders.keys, file));
};

test.each<SealingKind>(["hybrid", "x25519"])("a %s key is kept, listed and opened by its recipient", (kind) => {
  const keys = openSealingKeys(folders);
  const made = keys.make("archive", kind);
  expect(made.recipient).toMatch(kind === "hybrid" ? /^age1pq1/ : /^age1/);
  const file = join(folders.keys, `sealing.archive.${made.id}.json`);
  expect(statSync(file).mode & 0o077).toBe(0);
  const again = openSealingKeys(folders);
  expect(again.list()).toEqual([made]);
  const identity = again.byRecipient(made.recipient);
  expect(identity && recipientOf(nativeSuite, identity)).toBe(made.recipient);
  expect(again.identitiesOf("archive")).toEqual([identity]);
  expect(again.identitiesOf("other")).toEqual([]);
});

test("a key made by another process is found, and hybrid keys are tried first", () => {
  const running = openSealingKeys(folders);
  expect(running.list()).toEqual([]);
  const other = openSealingKeys(folders);
  const [older, newer] = [other.make("archive", "x25519"), other.make("archive", "hybrid")];
  expect(running.byRecipient(older.recipient)).toBeDefined();
  expect(running.identitiesOf("archive")).toEqual([newer, older].map((one) => running.byRecipient(one.recipient)));
});

test("a file that holds another key than its name says is a fault", () => {
  const keys = openSealingKeys(folders);
  const [one, two] = [keys.make("archive", "x25519"), keys.make("archive", "x25519")];
  const [to, from] = [one, two].map(({ id }) => join(folders.keys, `sealing.archive.${id}.json`));
  rmSync(to ?? "");
  copyFileSync(from ?? "", to ?? "");
  expect(() => openSealingKeys(folders).list()).toThrow("another key than its name says");
  writeFileSync(to ?? "", "{}");
  expect(() => openSealingKeys(folders).list()).toThrow("no key file");
});

test("any two officers together bring lost keys back, and the documents' key is the same to the byte", () => {
  const identities = enrolled("aide", "chief", "deputy");
  const keys = openSealingKeys(folders);
  const made = [keys.make("archive", "hybrid"), keys.make("liaison", "x25519")];
  const before = readdirSync(folders.keys).map((file) => [file, readFileSync(join(folders.keys, file), "utf8")]);
  expect(recoveryFiles(folders.recovery)).toHaveLength(2 * 3);
  for (const [first, second] of [
    [0, 1],
    [2, 0],
    [1, 2],
  ] as const) {
    loseKeys();
    const result = accepted(recover([identities[first], identities[second]]));
    expect([...result.recovered].sort()).toEqual(made.map(({ service, id }) => `sealing.${service}.${id}`).sort());
    expect(readdirSync(folders.keys).map((file) => [file, readFileSync(join(folders.keys, file), "utf8")])).toEqual(
      before,
    );
  }
});

test("one officer alone, or one with a stranger, recovers nothing", () => {
  const [aide] = enrolled("aide", "chief");
  openSealingKeys(folders).make("archive", "x25519");
  loseKeys();
  expect(recover([aide, aide])).toMatchObject({ code: "node.recoveryNeedsTwo" });
  const stranger = makeIdentity(nativeSuite, "x25519");
  expect(recover([aide, stranger])).toMatchObject({ code: "node.recoveryNothing" });
  expect(recover([stranger, aide])).toMatchObject({ code: "node.recoveryNothing" });
  expect(readdirSync(folders.keys)).toEqual([]);
});

test("a key that is there is not overwritten by its recovery", () => {
  const identities = enrolled("aide", "chief");
  const { service, id } = openSealingKeys(folders).make("archive", "x25519");
  const name = `sealing.${service}.${id}`;
  expect(accepted(recover(identities))).toEqual({ recovered: [], present: [name] });
});

test("the files follow who is enrolled: keys from before, a new key of an officer, one who leaves", () => {
  const keys = openSealingKeys(folders);
  keys.make("archive", "x25519");
  const [aide, chief] = enrolled("aide", "chief");
  expect(recoveryFiles(folders.recovery).map((one) => one.officers)).toEqual([["aide", "chief"]]);
  const [other] = enrolled("aide");
  expect(recoveryFiles(folders.recovery)).toHaveLength(1);
  loseKeys();
  expect(recover([aide, chief])).toMatchObject({ code: "node.recoveryNothing" });
  accepted(recover([other, chief]));
  enrolled("deputy");
  expect(dismissFromRecovery(folders, "chief")).toBeUndefined();
  expect(recoveryOfficers(folders.recovery).map((one) => one.id)).toEqual(["aide", "deputy"]);
  expect(recoveryFiles(folders.recovery).map((one) => one.officers)).toEqual([["aide", "deputy"]]);
  expect(dismissFromRecovery(folders, "chief")).toMatchObject({ code: "node.notEnrolled" });
});

test("a key of two officers at once, and one that nothing can be sealed to, are refused", () => {
  const [aide] = enrolled("aide");
  if (!aide) throw new Error("An identity was expected.");
  const recipient = recipientOf(nativeSuite, aide);
  expect(enrolForRecovery(folders, { id: "chief", recipient })).toMatchObject({ code: "node.recoveryKeyShared" });
  expect(enrolForRecovery(folders, { id: "aide", recipient })).toBeUndefined();
});

test("signing keys of services are kept for recovery too", () => {
  rmSync(folders.keys, { recursive: true });
  const keys = makeKeys(folders.keys);
  const identities = enrolled("aide", "chief");
  const { kid } = keys.makeServiceKey("archive");
  const names = readdirSync(folders.keys).filter((file) => file.startsWith("service."));
  expect(recoveryFiles(folders.recovery).map((one) => `${one.key}.json`)).toEqual(names);
  rmSync(join(folders.keys, `service.archive.${kid}.json`));
  const result = accepted(recover(identities));
  expect(result.recovered).toEqual([`service.archive.${kid}`]);
  expect(keys.byId(kid)).toBeDefined();
});

test("a copy of the recovery files serves after the home was lost, and a damaged one is told", () => {
  const identities = enrolled("aide", "chief");
  openSealingKeys(folders).make("archive", "x25519");
  const copy = join(folder, "copy");
  mkdirSync(copy);
  const [file] = recoveryFiles(folders.recovery);
  const name = file?.path.split("/").at(-1) ?? "";
  copyFileSync(file?.path ?? "", join(copy, name.replace("archive", "another")));
  loseKeys();
  expect(recover(identities, copy)).toMatchObject({ code: "node.recoveryDamaged" });
  copyFileSync(file?.path ?? "", join(copy, name));
  rmSync(join(copy, name.replace("archive", "another")));
  rmSync(folders.recovery, { recursive: true });
  expect(accepted(recover(identities, copy)).recovered).toHaveLength(1);
});

test("what a crash left undone is done by the next call", () => {
  enrolled("aide", "chief");
  openSealingKeys(folders).make("archive", "x25519");
  const [file] = recoveryFiles(folders.recovery);
  rmSync(file?.path ?? "");
  writeFileSync(`${file?.path}.new`, "half");
  syncRecovery(folders);
  expect(recoveryFiles(folders.recovery).map((one) => one.path)).toEqual([file?.path]);
});

const age = spawnSync("age", ["--version"], { encoding: "utf8" });
/** Where the command is not installed its tests are reported as skipped. */
const absent = age.error !== undefined;

test.skipIf(absent)("two officers with the age command alone get the key's file", () => {
  const identities = enrolled("aide", "chief");
  const { id } = openSealingKeys(folders).make("archive", "hybrid");
  for (const [i, identity] of identities.entries()) writeFileSync(join(folder, `officer-${i}`), `${identity}\n`);
  const [file] = recoveryFiles(folders.recovery);
  const outer = execFileSync("age", ["-d", "-i", join(folder, "officer-1"), file?.path ?? ""]);
  const inner = execFileSync("age", ["-d", "-i", join(folder, "officer-0")], { input: outer });
  expect(inner.toString()).toBe(readFileSync(join(folders.keys, `sealing.archive.${id}.json`), "utf8"));
});
