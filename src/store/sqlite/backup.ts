// A copy of the whole database in one new file, made by SQLite's online backup while the node runs. The copy is written
// beside its target and takes the name only when it is whole and synced: a crash leaves the unfinished copy under a
// name of its own, never a target that is half a backup.

import { randomUUID } from "node:crypto";
import { existsSync, linkSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { backup, type DatabaseSync } from "node:sqlite";
import { type Refusal, refuse } from "../../base/index.ts";
import { faultOf, refusalOf } from "./failure.ts";
import { syncFolder } from "./open.ts";

/** Pages copied at a time: between two batches the node answers. */
const pagesAtOnce = 2000;

export async function backUp(database: DatabaseSync, to: string): Promise<"written" | Refusal> {
  const path = resolve(to);
  if (existsSync(path)) return refuse("store.targetExists", { path });
  const unfinished = `${path}.unfinished-${randomUUID()}`;
  try {
    await backup(database, unfinished, { rate: pagesAtOnce });
    const file = await open(unfinished, "r+");
    await file.sync();
    await file.close();
    if (!takeName(unfinished, path)) return refuse("store.targetExists", { path });
    syncFolder(dirname(path));
    return "written";
  } catch (cause) {
    return refusalOf(cause, path);
  } finally {
    if (existsSync(unfinished)) rmSync(unfinished);
  }
}

/** Gives the finished copy its name, or answers false when another file took it meanwhile. */
function takeName(unfinished: string, path: string): boolean {
  try {
    linkSync(unfinished, path);
    return true;
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "EEXIST") return false;
    // FAT and its kin, the file systems of sticks, have no links: there the name is looked at and taken in two steps.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EOPNOTSUPP") throw faultOf(cause);
    if (existsSync(path)) return false;
    renameSync(unfinished, path);
    return true;
  }
}
