// A node's disk: a real store with files beside it, and the journal of what was written to the store. What is written
// is durable; what a process was still writing when it was killed either landed or did not. A backup is a length of the
// journal with a copy of the files, and restoring one is writing its beginning again into a store as it was at the
// start.

import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../src/base/index.ts";
import { type AccordRow, type Commit, openSqliteStore, type Store } from "../src/store/index.ts";
import type { Clock } from "./clock.ts";
import { documentsOf } from "./disk-documents.ts";
import { type FilesCopy, SimulatedFiles } from "./files.ts";
import { sure } from "./parties.ts";
import type { Random } from "./random.ts";

/** Writes itself into a store again. */
type Write = (store: Store) => Promise<unknown>;

export interface Backup {
  readonly writes: number;
  readonly files: FilesCopy;
}

/** What becomes of the files when a backup is put back: they come from it, are lost, or are as young as they were. */
export type FilesFate = "restored" | "lost" | "kept";

/** What can go wrong with one write. */
export interface DiskFaults {
  /** How often a write fails before it landed, and how often after: probabilities. */
  readonly lost: number;
  readonly landed: number;
  /** The longest a write takes, milliseconds, before it lands and again before it is answered. */
  readonly slow: number;
}

export const soundDisk: DiskFaults = { lost: 0, landed: 0, slow: 2 };

/** A process that uses the disk; when it is killed nothing more comes back to it. */
export interface Life {
  alive: boolean;
}

export class Disk {
  readonly row: AccordRow;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #folder: string;
  readonly #base: string | undefined;
  readonly files: SimulatedFiles;
  #journal: Write[] = [];
  #store: Store;
  #path: string;
  faults: DiskFaults = soundDisk;
  /** Told of each write that has landed. */
  onCommit: (commit: Commit) => void = () => undefined;

  private constructor(parts: DiskParts & { readonly opened: Opened }) {
    this.#folder = parts.folder;
    this.#base = parts.base;
    this.files = new SimulatedFiles({ clock: parts.clock, random: parts.random.branch("files") });
    this.row = parts.row;
    this.#clock = parts.clock;
    this.#random = parts.random;
    this.#store = parts.opened.store;
    this.#path = parts.opened.path;
  }

  static async make(parts: DiskParts): Promise<Disk> {
    return new Disk({ ...parts, opened: await openedStore(parts) });
  }

  /** The file of its store. */
  get path(): string {
    return this.#path;
  }

  /** A backup from before everything. */
  get beginning(): Backup {
    return { writes: 0, files: new Map() };
  }

  /** What is on the disk now, for whoever watches from outside; a process uses `open`. */
  get store(): Store {
    return this.#store;
  }

  /** How much has been written: what a backup made now would hold. */
  backup(): Backup {
    return { writes: this.#journal.length, files: this.files.copy() };
  }

  /** Puts an earlier backup in the place of everything. No process may be alive. */
  async restore(backup: Backup, fate: FilesFate = "restored"): Promise<void> {
    await this.#store.close();
    this.#journal = this.#journal.slice(0, backup.writes);
    const opened = await openedStore({ row: this.row, folder: this.#folder, base: this.#base });
    this.#store = opened.store;
    this.#path = opened.path;
    for (const write of this.#journal) await write(this.#store);
    if (fate !== "kept") this.files.restore(fate === "lost" ? new Map() : backup.files);
  }

  /** The disk as one process sees it. */
  open(life: Life): Store {
    const store = this.#store;
    const living = <T>(work: Promise<T>): Promise<T> => work.then((value) => (life.alive ? value : gone<T>()));
    const { accord } = this.row;
    return {
      ...readersOf(store, living),
      documents: documentsOf(store, {
        living,
        write: (run) => living(this.#withFaults(() => this.#write(life, { run }))),
      }),
      commit: (commit) => living(this.#commit(life, commit)),
      saveLink: (_, link) => living(this.#write(life, { run: (written) => written.saveLink(accord, link) })),
      addAccord: () => Promise.reject(notHere("addAccord")),
      forgetIndex: () => Promise.reject(notHere("forgetIndex")),
      backup: () => Promise.reject(notHere("backup")),
      close: () => Promise.resolve(),
      link: () => living(store.link(accord)),
    };
  }

  async #commit(life: Life, commit: Commit): Promise<"committed" | "conflict"> {
    const landed = (): void => this.onCommit(commit);
    return await this.#withFaults(() => this.#write(life, { run: (store) => store.commit(commit), landed }));
  }

  async #withFaults<T>(write: () => Promise<T>): Promise<T> {
    const fate = this.#random.unit();
    const { lost, landed } = this.faults;
    if (fate < lost) {
      await this.#pause();
      throw new Fault("store.writeFailed", "The write did not land.");
    }
    const done = await write();
    if (fate < lost + landed) throw new Fault("store.answerLost", "The write landed, and its answer was lost.");
    return done;
  }

  /** A process killed while the write is under way has either written it or not; its answer it never hears. */
  async #write<T>(
    life: Life,
    { run, landed }: { readonly run: (store: Store) => Promise<T>; readonly landed?: () => void },
  ): Promise<T> {
    await this.#pause();
    if (!life.alive) return await gone();
    const done = await run(this.#store);
    if (done !== "conflict") {
      this.#journal.push(run);
      // At once, and not when it is answered: the other side may hear of it before.
      landed?.();
    }
    await this.#pause();
    return done;
  }

  #pause(): Promise<void> {
    return this.#clock.sleep(this.#random.between(0, this.faults.slow));
  }
}

interface DiskParts {
  readonly row: AccordRow;
  readonly clock: Clock;
  readonly random: Random;
  /** Where its store goes; nothing in it is looked at after the run. */
  readonly folder: string;
  /** A store to begin with; an empty one when absent. */
  readonly base?: string | undefined;
}

interface Opened {
  readonly store: Store;
  readonly path: string;
}

let count = 0;

async function openedStore({ row, folder, base }: Pick<DiskParts, "row" | "folder" | "base">): Promise<Opened> {
  count += 1;
  const path = join(folder, `${count}.sqlite`);
  if (base !== undefined) copyFileSync(base, path);
  const store = sure(await openSqliteStore(path, { create: true }));
  if (base === undefined) await store.addAccord(row);
  return { store, path };
}

type Readers = Omit<
  Store,
  "commit" | "saveLink" | "addAccord" | "forgetIndex" | "backup" | "close" | "link" | "documents"
>;

/** Every method that only reads, for a process that may be killed before it hears the answer. */
function readersOf(store: Store, living: <T>(work: Promise<T>) => Promise<T>): Readers {
  return {
    // What a side keeps for itself: no process of a simulated side writes there.
    drafts: store.drafts,
    accessLog: store.accessLog,
    listing: store.listing,
    overview: store.overview,
    head: (origin) => living(store.head(origin)),
    tile: (place) => living(store.tile(place)),
    leaves: (range) => living(store.leaves(range)),
    accords: () => living(store.accords()),
    act: (accord, id) => living(store.act(accord, id)),
    actsById: (accord, ids) => living(store.actsById(accord, ids)),
    actsOfDossier: (accord, id) => living(store.actsOfDossier(accord, id)),
    latestActsOfDossier: (accord, query) => living(store.latestActsOfDossier(accord, query)),
    actsOfProcedures: (accord, names) => living(store.actsOfProcedures(accord, names)),
    actsOfRegister: (accord, query) => living(store.actsOfRegister(accord, query)),
    unreadable: (accord) => living(store.unreadable(accord)),
    dossier: (accord, id) => living(store.dossier(accord, id)),
    dossiersById: (accord, ids) => living(store.dossiersById(accord, ids)),
    dossiers: (accord, query) => living(store.dossiers(accord, query)),
    lapsing: (accord, query) => living(store.lapsing(accord, query)),
    counts: (accord) => living(store.counts(accord)),
    heldCovering: (origin, index) => living(store.heldCovering(origin, index)),
    heldLatest: (origin) => living(store.heldLatest(origin)),
    integrity: () => living(store.integrity()),
    bytesOnDisk: () => living(store.bytesOnDisk()),
  };
}

/** What a killed process hears: nothing, for ever. */
export function gone<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}

function notHere(name: string): Fault {
  return new Fault("sim.notHere", `No running side calls ${name}.`);
}
