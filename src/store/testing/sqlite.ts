// The stand of SQLite: a file in a folder of its own.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRefusal, refusalLine } from "../../base/index.ts";
import type { Store } from "../port.ts";
import type { SqliteOptions } from "../sqlite/open.ts";
import { openSqliteStore } from "../sqlite/store.ts";
import type { Stand } from "./stand.ts";

/** The store at this path, or an error that tells the refusal. */
export async function openedSqlite(path: string, options: SqliteOptions = { create: true }): Promise<Store> {
  const store = await openSqliteStore(path, options);
  if (isRefusal(store)) throw new Error(refusalLine(store));
  return store;
}

export async function sqliteStand(): Promise<Stand & { readonly path: string }> {
  const folder = mkdtempSync(join(tmpdir(), "entente-store-"));
  const path = join(folder, "side.db");
  const stores: Store[] = [];
  let spares = 0;
  const opened = async (at: string): Promise<Store> => {
    const store = await openedSqlite(at);
    stores.push(store);
    return store;
  };
  return {
    path,
    place: ["sqlite", path],
    open: () => opened(path),
    openCopy: opened,
    spare: () => join(folder, `spare-${spares++}.db`),
    async remove() {
      for (const store of stores) await closeOnce(store);
      rmSync(folder, { recursive: true });
    },
  };
}

async function closeOnce(store: Store): Promise<void> {
  try {
    await store.close();
  } catch (cause) {
    // Closed by the test already.
    if (!(cause instanceof Error && "code" in cause && cause.code === "store.closed")) throw cause;
  }
}
