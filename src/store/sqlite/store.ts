// The store of an embedded node: one SQLite file a side, by `node:sqlite`. Every call does its work before it returns
// its promise, so that calls of one process never interleave; processes are kept apart by SQLite's write lock.

import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { AccordId, ActId, DossierId } from "../../acts/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import type { Head, Origin } from "../../register/index.ts";
import type {
  AccordRow,
  ActRow,
  Commit,
  DossierFilter,
  DossierRow,
  HeldRow,
  LinkRow,
  Page,
  PageRequest,
  Store,
  StoredAct,
  UnreadableRow,
} from "../port.ts";
import { SqliteAccessLog } from "./accessLog.ts";
import { type AccordEntry, Accords, type RegisterEntry } from "./accords.ts";
import { Acts } from "./acts.ts";
import { backUp } from "./backup.ts";
import { Connection } from "./connection.ts";
import { SqliteDocuments } from "./documents.ts";
import { Dossiers } from "./dossiers.ts";
import { SqliteDrafts } from "./drafts.ts";
import { faultOf, storeFault } from "./failure.ts";
import { Held } from "./held.ts";
import { readLink, writeLink } from "./link.ts";
import { SqliteListing } from "./listing.ts";
import { openDatabase, type SqliteOptions } from "./open.ts";
import { SqliteOverview } from "./overview.ts";
import { Registers } from "./registers.ts";
import { text } from "./row.ts";
import { Words } from "./words.ts";

/**
 * Opens the database at `path`, makes it when `create` says so, and brings its schema to this version. Refused: a file
 * that is missing, not ours, newer than this program, damaged, held by another process, or not writable.
 */
export async function openSqliteStore(path: string, options: SqliteOptions): Promise<Store | Refusal> {
  // An absolute path is never one of the names SQLite reads otherwise: ":memory:", "file:...".
  const file = resolve(path);
  const database = openDatabase(file, options);
  return isRefusal(database) ? database : new SqliteStore(new Connection(database), file);
}

class SqliteStore implements Store {
  readonly drafts: SqliteDrafts;
  readonly accessLog: SqliteAccessLog;
  readonly documents: SqliteDocuments;
  readonly listing: SqliteListing;
  readonly overview: SqliteOverview;
  readonly #connection: Connection;
  readonly #path: string;
  readonly #accords: Accords;
  readonly #words: Words;
  readonly #registers: Registers;
  readonly #acts: Acts;
  readonly #dossiers: Dossiers;
  readonly #held: Held;

  constructor(connection: Connection, path: string) {
    this.#connection = connection;
    this.#path = path;
    this.#accords = new Accords(connection);
    this.#words = new Words(connection);
    this.#registers = new Registers(connection);
    this.#held = new Held(connection);
    const shared = { connection, accords: this.#accords, words: this.#words };
    this.#acts = new Acts(shared);
    this.#dossiers = new Dossiers(shared);
    this.listing = new SqliteListing({ connection, accords: this.#accords, acts: this.#acts });
    this.overview = new SqliteOverview({ ...shared, dossiers: this.#dossiers });
    this.drafts = new SqliteDrafts(shared);
    this.accessLog = new SqliteAccessLog(shared);
    this.documents = new SqliteDocuments(shared);
  }

  async head(origin: Origin): Promise<Head | undefined> {
    const register = this.#accords.register(origin);
    return register && this.#registers.head(register);
  }

  async tile(at: {
    readonly origin: Origin;
    readonly level: number;
    readonly index: number;
  }): Promise<Uint8Array | undefined> {
    const register = this.#accords.register(at.origin);
    return register && this.#registers.tile(register, at);
  }

  async leaves(range: {
    readonly origin: Origin;
    readonly start: number;
    readonly end: number;
  }): Promise<Uint8Array[]> {
    const register = this.#accords.register(range.origin);
    return register === undefined ? [] : this.#registers.leaves(register, range);
  }

  async addAccord(row: AccordRow): Promise<"added" | "exists"> {
    return this.#accords.add(row);
  }

  async accords(): Promise<readonly AccordRow[]> {
    return this.#accords.all();
  }

  async commit(commit: Commit): Promise<"committed" | "conflict"> {
    const accord = this.#accords.of(commit.accord);
    try {
      const result = this.#connection.transaction(() => this.#write(accord, commit));
      this.#words.settle();
      return result;
    } catch (cause) {
      this.#words.undo();
      throw cause;
    }
  }

  #write(accord: AccordEntry, commit: Commit): "committed" | "conflict" {
    const { register, held = [], unreadable = [], acts = [], outcomes = [], dossiers = [] } = commit;
    if (register !== undefined) {
      if (!this.#registers.append(this.#registerOf(accord, register.origin), register)) return "conflict";
    }
    for (const row of held) this.#held.write(this.#registerOf(accord, row.origin), row);
    this.#acts.write(accord, acts);
    this.#acts.writeUnreadable(accord, unreadable);
    this.#acts.writeOutcomes(accord, outcomes);
    this.#dossiers.write(accord, dossiers);
    if (commit.documents !== undefined) this.documents.write(accord, commit.documents);
    return "committed";
  }

  #registerOf(accord: AccordEntry, origin: Origin): RegisterEntry {
    const register = this.#accords.register(origin);
    if (register?.accord === accord.no) return register;
    throw storeFault("store.unknownRegister", `${origin} is no register of the accord ${accord.row.accord}.`);
  }

  async act(accord: AccordId, id: ActId): Promise<StoredAct | undefined> {
    return this.#acts.act(accord, id);
  }

  async actsById(accord: AccordId, ids: readonly ActId[]): Promise<ReadonlyMap<ActId, ActRow>> {
    return this.#acts.byId(accord, ids);
  }

  async actsOfDossier(accord: AccordId, dossier: DossierId): Promise<readonly StoredAct[]> {
    return this.#acts.ofDossier(accord, dossier);
  }

  async latestActsOfDossier(
    accord: AccordId,
    query: { readonly dossier: DossierId; readonly limit: number },
  ): Promise<readonly ActRow[]> {
    return this.#acts.latestOfDossier(accord, query);
  }

  async actsOfProcedures(accord: AccordId, procedures: readonly string[]): Promise<readonly StoredAct[]> {
    return this.#acts.ofProcedures(accord, procedures);
  }

  async actsOfRegister(
    accord: AccordId,
    query: Pick<ActRow, "party"> & { readonly start: number; readonly limit: number },
  ): Promise<readonly ActRow[]> {
    return this.#acts.ofRegister(accord, query);
  }

  async unreadable(accord: AccordId): Promise<readonly UnreadableRow[]> {
    return this.#acts.unreadable(accord);
  }

  async dossier(accord: AccordId, id: DossierId): Promise<DossierRow | undefined> {
    return this.#dossiers.dossier(accord, id);
  }

  async dossiersById(accord: AccordId, ids: readonly DossierId[]): Promise<readonly DossierRow[]> {
    return this.#dossiers.dossiersById(accord, ids);
  }

  async dossiers(accord: AccordId, query: DossierFilter & PageRequest): Promise<Page<DossierRow> | Refusal> {
    return this.#dossiers.list(accord, query);
  }

  async lapsing(
    accord: AccordId,
    query: { readonly before: number; readonly limit: number },
  ): Promise<readonly DossierId[]> {
    return this.#dossiers.lapsing(accord, query);
  }

  async counts(accord: AccordId): Promise<readonly { procedure: string; open: number; all: number }[]> {
    return this.#dossiers.counts(accord);
  }

  async heldCovering(origin: Origin, index: number): Promise<HeldRow | undefined> {
    const register = this.#accords.register(origin);
    return register && this.#held.covering(register, index);
  }

  async heldLatest(origin: Origin): Promise<HeldRow | undefined> {
    const register = this.#accords.register(origin);
    return register && this.#held.latest(register);
  }

  async link(accord: AccordId): Promise<LinkRow> {
    return readLink(this.#connection, this.#accords.of(accord));
  }

  async saveLink(accord: AccordId, link: LinkRow): Promise<void> {
    const entry = this.#accords.of(accord);
    this.#connection.transaction(() => writeLink(this.#connection, { accord: entry, link }));
  }

  async forgetIndex(accord: AccordId): Promise<void> {
    const { no } = this.#accords.of(accord);
    this.#connection.transaction(() => {
      for (const table of ["act", "unreadable", "dossier", "tally", "turn_tally"] as const) {
        this.#connection.statement(`DELETE FROM ${table} WHERE accord = ?`).run(no);
      }
      this.listing.forget();
    });
  }

  async backup(path: string): Promise<"written" | Refusal> {
    return backUp(this.#connection.database, path);
  }

  async integrity(): Promise<string | undefined> {
    try {
      const row = this.#connection.statement("PRAGMA quick_check(1)").get() ?? {};
      const found = text(row, "quick_check");
      return found === "ok" ? undefined : found;
    } catch (cause) {
      // A file too damaged to be checked is the check's answer.
      const fault = faultOf(cause);
      if (fault.code === "store.damaged") return fault.message;
      throw fault;
    }
  }

  async bytesOnDisk(): Promise<number> {
    const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return sizeOf(this.#path) + sizeOf(`${this.#path}-wal`);
  }

  async close(): Promise<void> {
    this.#connection.close();
  }
}
