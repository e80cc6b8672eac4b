// What SQLite itself reports while a store runs: a full disk, a file that may only be read, a lock that is not let go.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, expect, test } from "vitest";
import { Fault } from "../../base/index.ts";
import type { Store } from "../port.ts";
import { commitOfActs, own, RegisterWriter, sampleAccord, sampleDossier } from "../testing/sample.ts";
import { openedSqlite } from "../testing/sqlite.ts";
import { faultOf } from "./failure.ts";

const { accord, ownOrigin } = sampleAccord();
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "entente-limits-"));
  folders.push(folder);
  return join(folder, "side.db");
}

async function everything(store: Store): Promise<unknown> {
  const acts = await store.actsOfRegister(accord, { party: own, start: 0, limit: 10_000 });
  const leaves = await store.leaves({ origin: ownOrigin, start: 0, end: 10_000 });
  return { head: await store.head(ownOrigin), acts, leaves, dossiers: await store.dossiers(accord, { limit: 500 }) };
}

test("a commit for which there is no room is a fault that leaves all as it was, and the store goes on", async () => {
  const path = freshPath();
  const store = await openedSqlite(path, { create: true, maxBytes: 400_000 });
  await store.addAccord(sampleAccord());
  const writer = new RegisterWriter(ownOrigin);
  await store.commit({ ...commitOfActs(writer, 200), dossiers: [sampleDossier(1)] });
  const before = await everything(store);
  const large = writer.copy().append(Array.from({ length: 40 }, (_, n) => new Uint8Array(20_000).fill(n)));
  const tooLarge = { accord, register: large, dossiers: [sampleDossier(2, { state: "never-kept" })] };
  await expect(store.commit(tooLarge)).rejects.toMatchObject({ code: "store.diskFull" });
  expect(await everything(store)).toEqual(before);
  expect(await store.integrity()).toBeUndefined();
  expect(await store.commit(commitOfActs(writer, 5))).toBe("committed");
  await store.close();
  // With more room the same commit's names are understood: nothing of the lost ones was remembered.
  const roomy = await openedSqlite(path);
  await roomy.commit({ accord, dossiers: [sampleDossier(2, { state: "never-kept" })] });
  expect((await roomy.dossier(accord, sampleDossier(2).id))?.state).toBe("never-kept");
  await roomy.close();
});

test("a backup that cannot be written is refused, and leaves no file", async () => {
  const path = freshPath();
  const store = await openedSqlite(path);
  expect(await store.backup(join(path, "inside-a-file.db"))).toMatchObject({ code: "store.unreachable" });
  await store.close();
});

test("a commit that waits too long for another process is a fault", async () => {
  const path = freshPath();
  const store = await openedSqlite(path, { create: true, busyMilliseconds: 20 });
  await store.addAccord(sampleAccord());
  const holder = new DatabaseSync(path);
  holder.exec("BEGIN IMMEDIATE");
  const commit = commitOfActs(new RegisterWriter(ownOrigin), 1);
  await expect(store.commit(commit)).rejects.toMatchObject({ code: "store.busy" });
  expect(await store.head(ownOrigin)).toBeUndefined();
  holder.exec("ROLLBACK");
  holder.close();
  expect(await store.commit(commit)).toBe("committed");
  await store.close();
});

test("a write to a file that may only be read is a fault of that name", () => {
  const path = freshPath();
  const made = new DatabaseSync(path);
  made.exec("CREATE TABLE kept (a)");
  made.close();
  const reader = new DatabaseSync(path, { readOnly: true });
  expect(faultFrom(() => reader.exec("INSERT INTO kept VALUES (1)")).code).toBe("store.readOnly");
  expect(faultFrom(() => reader.exec("SELECT nonsense")).code).toBe("store.failed");
  reader.close();
  expect(faultFrom(() => reader.exec("SELECT 1")).code).toBe("store.closed");
});

test("an error that is not SQLite's keeps its message and its cause, and a fault stays itself", () => {
  const cause = new RangeError("out of range");
  expect(faultOf(cause)).toMatchObject({ code: "store.failed", message: "out of range", cause });
  const fault = new Fault("store.damaged", "whatever");
  expect(faultOf(fault)).toBe(fault);
});

function faultFrom(work: () => void): Fault {
  try {
    work();
  } catch (cause) {
    return faultOf(cause);
  }
  throw new Error("It succeeded.");
}
