// `entente restore`: puts a database in place, from a backup or empty, and marks every accord as recovering: the node
// then signs nothing until it has its own tail back from the other side's mirror. A register continued from an old copy
// would be a fork, signed with our own keys.

import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { type Home, joinAccord, openHome } from "../../node/index.ts";
import { openSqliteStore, type Store } from "../../store/index.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { unreadable } from "../files.ts";
import { fileOption } from "../side/fields.ts";
import { foundingIn, foundingsFolder } from "../side/join.ts";
import { runningNode } from "./opened.ts";

const options = z.object({
  file: fileOption.optional(),
  fromPeer: z.boolean().default(false),
  replace: z.boolean().default(false),
});

/** What SQLite keeps beside a database while it is open, and leaves there after a crash. */
const companions = ["", "-wal", "-shm"] as const;

export async function restore(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  if ((given.file === undefined) !== given.fromPeer)
    return refuse("cli.usage", {
      option: "--from-peer",
      problem: "one of a backup file and --from-peer is to be given",
    });
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  if (existsSync(home.database) && !given.replace) return refuse("cli.databaseExists", { path: home.database });
  const running = await runningNode(call, home);
  if (!isRefusal(running)) return refuse("cli.nodeRunning", { address: running.address });
  const made = join(home.folder, "restoring.db");
  remove(made);
  const accords =
    given.file === undefined ? await fromFoundings(home, made) : await fromBackup(call.terminal.path(given.file), made);
  if (isRefusal(accords)) {
    remove(made);
    return accords;
  }
  const aside = moveAside(home, call.terminal.now());
  // A crash before this line leaves no database in place and two beside it; after it, the new one alone.
  renameSync(made, home.database);
  return done(
    [
      `The database is in place, with ${accords.length} accord${accords.length === 1 ? "" : "s"}.`,
      ...(aside === undefined ? [] : [`The one before is kept as ${aside}`]),
      "Nothing is signed until the own tail is recovered from the other side: start the node and wait for the link.",
    ],
    { database: home.database, accords, recovering: true, ...(aside === undefined ? {} : { aside }) },
  );
}

async function fromBackup(file: string, made: string): Promise<readonly string[] | Refusal> {
  try {
    copyFileSync(file, made);
  } catch (cause) {
    return unreadable(file, cause);
  }
  const store = await openSqliteStore(made, { create: false });
  if (isRefusal(store)) return store;
  const problem = await store.integrity();
  const accords = problem === undefined ? await markRecovering(store) : refuse("cli.damagedBackup", { file, problem });
  await store.close();
  return accords;
}

async function fromFoundings(home: Home, made: string): Promise<readonly string[] | Refusal> {
  const folder = foundingsFolder(home);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  if (files.length === 0) return refuse("cli.noFoundings", { folder });
  const store = await openSqliteStore(made, { create: true });
  if (isRefusal(store)) return store;
  const refused = await addAll({ home, store, files: files.toSorted().map((name) => join(folder, name)) });
  const accords = refused ?? (await markRecovering(store));
  await store.close();
  return accords;
}

async function addAll(input: { home: Home; store: Store; files: readonly string[] }): Promise<Refusal | undefined> {
  for (const file of input.files) {
    const founding = foundingIn(file);
    const joined = isRefusal(founding)
      ? founding
      : await joinAccord({ home: input.home, store: input.store, founding });
    if (isRefusal(joined)) return joined;
  }
  return undefined;
}

async function markRecovering(store: Store): Promise<readonly string[]> {
  const rows = await store.accords();
  for (const { accord } of rows) await store.saveLink(accord, { ...(await store.link(accord)), recovering: true });
  return rows.map((row) => row.accord);
}

function moveAside(home: Home, now: number): string | undefined {
  if (!existsSync(home.database)) return undefined;
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const aside = `${home.database}.before-${stamp}`;
  // The log first: a log left beside a new database could be replayed into it. A crash in between leaves the old
  // database without its last acts, which the node notices by the sizes it remembers beside it, and recovers.
  for (const companion of companions.toReversed())
    if (existsSync(home.database + companion)) renameSync(home.database + companion, aside + companion);
  return aside;
}

function remove(path: string): void {
  for (const companion of companions) rmSync(path + companion, { force: true });
}
