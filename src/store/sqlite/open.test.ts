import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, expect, test } from "vitest";
import { isRefusal } from "../../base/index.ts";
import { commitOfActs, RegisterWriter, sampleAccord } from "../testing/sample.ts";
import { openedSqlite } from "../testing/sqlite.ts";
import { applicationId, migrations } from "./migrations.ts";
import { openDatabase, type SqliteOptions } from "./open.ts";
import { openSqliteStore } from "./store.ts";

const { ownOrigin } = sampleAccord();
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "entente-open-"));
  folders.push(folder);
  return join(folder, "side.db");
}

async function codeOf(path: string, options: SqliteOptions = { create: false }): Promise<string> {
  const answer = await openSqliteStore(path, options);
  if (isRefusal(answer)) return answer.code;
  await answer.close();
  return "opened";
}

/** A store with one register of 300 leaves. */
async function filledPath(): Promise<string> {
  const path = freshPath();
  const store = await openedSqlite(path);
  await store.addAccord(sampleAccord());
  await store.commit(commitOfActs(new RegisterWriter(ownOrigin), 300));
  await store.close();
  return path;
}

test("a store is made where there is none, and opened again where it is", async () => {
  const path = freshPath();
  expect(await codeOf(path, { create: true })).toBe("opened");
  expect(await codeOf(path, { create: true })).toBe("opened");
  expect(await codeOf(path)).toBe("opened");
});

test("a missing file is refused and not made, and so is an empty one", async () => {
  const path = freshPath();
  expect(await codeOf(path)).toBe("store.missing");
  expect(existsSync(path)).toBe(false);
  writeFileSync(path, "");
  expect(await codeOf(path)).toBe("store.missing");
  expect(statSync(path).size).toBe(0);
});

test("a path that SQLite would read as something else than a file is a file's name", async () => {
  const path = freshPath();
  for (const name of [":memory:", "file:side.db?mode=memory"]) {
    expect(await codeOf(join(dirname(path), name), { create: true })).toBe("opened");
    expect(existsSync(join(dirname(path), name))).toBe(true);
  }
});

test("a folder that is not there, and a path that is a folder, are refused", async () => {
  const path = freshPath();
  expect(await codeOf(join(path, "deeper", "side.db"), { create: true })).toBe("store.unreachable");
  expect(await codeOf(dirname(path), { create: true })).toBe("store.unreachable");
});

test("a file of another kind is refused, and not changed", async () => {
  const path = freshPath();
  const text = "Accord de coopération. ".repeat(300);
  writeFileSync(path, text);
  expect(await codeOf(path, { create: true })).toBe("store.notOurs");
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("a database of another program is refused, and not changed", async () => {
  for (const mark of ["PRAGMA application_id = 252006673", "CREATE TABLE theirs (a)", "PRAGMA user_version = 7"]) {
    const path = freshPath();
    const theirs = new DatabaseSync(path);
    theirs.exec(mark);
    theirs.close();
    const before = readFileSync(path);
    expect(await codeOf(path, { create: true })).toBe("store.notOurs");
    expect(readFileSync(path).equals(before)).toBe(true);
  }
});

test("a database of a newer version is refused with both versions", async () => {
  const path = await filledPath();
  const newer = new DatabaseSync(path);
  newer.exec(`PRAGMA user_version = ${migrations().length + 1}`);
  newer.close();
  const details = { path, version: migrations().length + 1, known: migrations().length };
  expect(await openSqliteStore(path, { create: true })).toEqual({
    kind: "refused",
    code: "store.newerVersion",
    details,
  });
});

test("a database that another process holds is refused when it does not let go", async () => {
  const path = await filledPath();
  const holder = new DatabaseSync(path);
  holder.exec("BEGIN IMMEDIATE");
  expect(await codeOf(path, { create: false, busyMilliseconds: 20 })).toBe("store.busy");
  holder.exec("ROLLBACK");
  holder.close();
  expect(await codeOf(path)).toBe("opened");
});

test("a disk without room for a new database is refused", async () => {
  expect(await codeOf(freshPath(), { create: true, maxBytes: 20_000 })).toBe("store.diskFull");
});

test("a file that may only be read is refused", async () => {
  const path = await filledPath();
  chmodSync(path, 0o444);
  chmodSync(dirname(path), 0o777);
  // Root may write to everything, so it gives that up while the file is opened.
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    expect(await codeOf(path)).toBe("store.readOnly");
  } finally {
    if (root) process.seteuid?.(0);
  }
});

test("a damaged schema is refused", async () => {
  const path = await filledPath();
  const bytes = readFileSync(path);
  bytes.fill(0xff, 100, 4000);
  writeFileSync(path, bytes);
  expect(await codeOf(path)).toBe("store.damaged");
});

test("a damaged page is found by the integrity check, and read as a fault", async () => {
  const path = await filledPath();
  const bytes = readFileSync(path);
  // The leaves' texts stand in the pages of the table of leaves.
  const page = Math.floor(bytes.indexOf("leaf 150 of") / 4096) * 4096;
  bytes.fill(0xff, page, page + 200);
  writeFileSync(path, bytes);
  const store = await openedSqlite(path);
  expect(await store.integrity()).toEqual(expect.any(String));
  const reading = store.leaves({ origin: ownOrigin, start: 0, end: 300 });
  await expect(reading).rejects.toMatchObject({ code: "store.damaged" });
  await store.close();
});

test("what is committed is synced: the log is written ahead, and every commit waits for the disk", () => {
  const database = openDatabase(freshPath(), { create: true });
  if (isRefusal(database)) throw new Error(database.code);
  const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  expect(pragma("journal_mode")).toBe("wal");
  expect(pragma("synchronous")).toBe(2);
  expect(pragma("foreign_keys")).toBe(1);
  expect(pragma("application_id")).toBe(applicationId);
  expect(pragma("user_version")).toBe(migrations().length);
  database.close();
});

test("a leaf cannot be rewritten or removed, nor a register shortened, by any statement", async () => {
  const path = await filledPath();
  const database = openDatabase(path, { create: false });
  if (isRefusal(database)) throw new Error(database.code);
  for (const sql of ["UPDATE leaf SET bytes = x'00'", "DELETE FROM leaf", "UPDATE head SET size = size - 1"]) {
    expect(() => database.exec(sql)).toThrow(/never/);
  }
  database.close();
  const store = await openedSqlite(path);
  expect((await store.leaves({ origin: ownOrigin, start: 0, end: 300 })).length).toBe(300);
  await store.close();
});
