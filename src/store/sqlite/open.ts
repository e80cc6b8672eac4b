// Opening the file: is it there, is it ours, is it of a version we know, may we write to it. Nothing is changed in a
// file before it is known to be ours.
//
// Settings (https://sqlite.org/pragma.html): write-ahead log with synchronous=FULL, so that a commit that returned has
// been synced; no memory mapping, since a failed read would then be a signal instead of an error; what is deleted is
// overwritten, since what an act erases must be gone.

import { closeSync, fsyncSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { refusalOf } from "./failure.ts";
import { applicationId, migrate, migrations, versionOf } from "./migrations.ts";

export interface SqliteOptions {
  /**
   * Make the file when there is none. Without it a missing file is refused: a wrong path must not become a new
   * register.
   */
  readonly create: boolean;
  /**
   * The file never grows beyond this; a write that would is a fault, "store.diskFull". The write-ahead log is not
   * counted.
   */
  readonly maxBytes?: number;
  /** How long a write waits for another process's. */
  readonly busyMilliseconds?: number;
}

const pageBytes = 4096;

/** An open database, migrated and set up, or the reason why there is none. */
export function openDatabase(path: string, options: SqliteOptions): DatabaseSync | Refusal {
  const found = sizeOf(path);
  if (found === undefined && !options.create) return refuse("store.missing", { path });
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, {
      timeout: options.busyMilliseconds ?? 5000,
      enableForeignKeyConstraints: true,
      defensive: true,
    });
    const refused = recognise({ database, path, create: options.create });
    if (!isRefusal(refused)) {
      setUp(database, options);
      migrate(database);
      // Changes nothing, and yet fails on a file that may only be read: SQLite opens such a file without a word.
      database.exec("UPDATE accord SET no = no WHERE no IS NULL");
      if (found === undefined) syncFolder(dirname(path));
      return database;
    }
    database.close();
    return refused;
  } catch (cause) {
    if (database?.isOpen) database.close();
    return refusalOf(cause, path);
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

interface Found {
  readonly database: DatabaseSync;
  readonly path: string;
  readonly create: boolean;
}

/** Reads only. A file of no tables and no mark is a new one, ours to make if asked to. */
function recognise({ database, path, create }: Found): Refusal | undefined {
  const mark = Number(database.prepare("PRAGMA application_id").get()?.application_id);
  const version = versionOf(database);
  const tables = Number(database.prepare("SELECT count(*) AS n FROM sqlite_schema").get()?.n);
  if (mark === 0 && version === 0 && tables === 0) return create ? undefined : refuse("store.missing", { path });
  if (mark !== applicationId) return refuse("store.notOurs", { path });
  const known = migrations().length;
  return version > known ? refuse("store.newerVersion", { path, version, known }) : undefined;
}

function setUp(database: DatabaseSync, options: SqliteOptions): void {
  database.exec(`
    PRAGMA page_size = ${pageBytes};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA cache_size = -65536;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA cell_size_check = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA secure_delete = ON;
  `);
  const limit = options.maxBytes;
  if (limit !== undefined) database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(limit / pageBytes))}`);
}

/** Makes a new file's name as durable as its content. */
export function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
