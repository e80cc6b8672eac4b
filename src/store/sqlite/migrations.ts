// The schema's history: numbered files of plain SQL, applied in order, each in its own transaction. A file that has
// been released is never edited; what it got wrong, the next one corrects. There is no way back: a backup is the way
// back.

import { readdirSync, readFileSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { Fault } from "../../base/index.ts";
import { storeFault } from "./failure.ts";

/** "Ente" in ASCII: the mark by which SQLite databases of this program are known (PRAGMA application_id). */
export const applicationId = 0x456e7465;

const folder = new URL("./migrations/", import.meta.url);

let read: readonly string[] | undefined;

/** The SQL of every version, version 1 first. */
export function migrations(): readonly string[] {
  read ??= readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name, at) => {
      if (name !== `${String(at + 1).padStart(4, "0")}.sql`) throw gap(name);
      return readFileSync(new URL(name, folder), "utf8");
    });
  return read;
}

function gap(name: string): Fault {
  return storeFault(
    "store.migrationGap",
    `Migrations are numbered 0001.sql, 0002.sql and so on; ${name} leaves a gap.`,
  );
}

/** The version of the schema: how many migrations the file has seen. */
export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.user_version ?? 0);
}

/**
 * Brings the file to the newest version. Throws SQLite's own errors. A crash leaves a whole number of migrations
 * applied; two processes that open one file at once apply each once, since the version is read under the write lock.
 */
export function migrate(database: DatabaseSync): void {
  for (let current = -1; current < migrations().length; ) {
    database.exec("BEGIN IMMEDIATE");
    try {
      current = versionOf(database);
      const sql = migrations()[current];
      if (sql === undefined) current = migrations().length;
      else {
        database.exec(sql);
        current += 1;
        database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${current}`);
      }
      database.exec("COMMIT");
    } catch (cause) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw cause;
    }
  }
}
