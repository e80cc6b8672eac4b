// A node's disk: a real store, and the journal of what was written to it. What is written is durable; what a
// process was still writing when it was killed either landed or did not. A backup is a length of the journal, and
// restoring one is writing its beginning again into an empty store.

import { join } from "node:path";
import { Fault } from "../src/base/index.ts";
import { type AccordRow, type Commit, type LinkRow, openSqliteStore, type Store } from "../src/store/index.ts";
import type { Clock } from "./clock.ts";
import { sure } from "./parties.ts";
import type { Random } from "./random.ts";

type Write = { readonly commit: Commit } | { readonly link: LinkRow };

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
  #journal: Write[] = [];
  #store: Store;
  faults: DiskFaults = soundDisk;
  /** Told of each write that has landed. */
  onCommit: (commit: Commit) => void = () => undefined;

  private constructor(parts: { row: AccordRow; clock: Clock; random: Random; folder: string; store: Store }) {
    this.#folder = parts.folder;
    this.row = parts.row;
    this.#clock = parts.clock;
    this.#random = parts.random;
    this.#store = parts.store;
  }

  /** `folder`: where its files go; nothing in them is looked at after the run. */
  static async make(parts: { row: AccordRow; clock: Clock; random: Random; folder: string }): Promise<Disk> {
    return new Disk({ ...parts, store: await emptyStore(parts.row, parts.folder) });
  }

  /** What is on the disk now, for whoever watches from outside; a process uses `open`. */
  get store(): Store {
    return this.#store;
  }

  /** How much has been written: what a backup made now would hold. */
  backup(): number {
    return this.#journal.length;
  }

  /** Puts an earlier backup in the place of everything. No process may be alive. */
  async restore(backup: number): Promise<void> {
    await this.#store.close();
    this.#journal = this.#journal.slice(0, backup);
    this.#store = await emptyStore(this.row, this.#folder);
    for (const write of this.#journal) await this.#apply(write);
  }

  /** The disk as one process sees it. */
  open(life: Life): Store {
    const store = this.#store;
    const living = <T>(work: Promise<T>): Promise<T> => work.then((value) => (life.alive ? value : gone<T>()));
    const { accord } = this.row;
    return {
      ...readersOf(store, living),
      commit: (commit) => living(this.#commit(life, commit)),
      saveLink: (_, link) => living(this.#write(life, { link }).then(() => undefined)),
      addAccord: () => Promise.reject(notHere("addAccord")),
      forgetIndex: () => Promise.reject(notHere("forgetIndex")),
      backup: () => Promise.reject(notHere("backup")),
      close: () => Promise.resolve(),
      link: () => living(store.link(accord)),
    };
  }

  async #commit(life: Life, commit: Commit): Promise<"committed" | "conflict"> {
    const fate = this.#random.unit();
    const { lost, landed } = this.faults;
    if (fate < lost) {
      await this.#pause();
      throw new Fault("store.writeFailed", "The write did not land.");
    }
    const done = await this.#write(life, { commit });
    if (fate < lost + landed) throw new Fault("store.answerLost", "The write landed, and its answer was lost.");
    return done;
  }

  /** A process killed while the write is under way has either written it or not; its answer it never hears. */
  async #write(life: Life, write: Write): Promise<"committed" | "conflict"> {
    await this.#pause();
    if (!life.alive) return await gone();
    const done = await this.#apply(write);
    if (done === "committed") {
      this.#journal.push(write);
      if ("commit" in write) this.onCommit(write.commit);
    }
    await this.#pause();
    return done;
  }

  async #apply(write: Write): Promise<"committed" | "conflict"> {
    if ("commit" in write) return await this.#store.commit(write.commit);
    await this.#store.saveLink(this.row.accord, write.link);
    return "committed";
  }

  #pause(): Promise<void> {
    return this.#clock.sleep(this.#random.between(0, this.faults.slow));
  }
}

let count = 0;

async function emptyStore(row: AccordRow, folder: string): Promise<Store> {
  count += 1;
  const store = sure(await openSqliteStore(join(folder, `${count}.sqlite`), { create: true }));
  await store.addAccord(row);
  return store;
}

type Readers = Omit<Store, "commit" | "saveLink" | "addAccord" | "forgetIndex" | "backup" | "close" | "link">;

/** Every method that only reads, for a process that may be killed before it hears the answer. */
function readersOf(store: Store, living: <T>(work: Promise<T>) => Promise<T>): Readers {
  return {
    // What a side keeps for itself: no process of a simulated side writes there.
    drafts: store.drafts,
    accessLog: store.accessLog,
    listing: store.listing,
    documents: store.documents,
    overview: store.overview,
    head: (origin) => living(store.head(origin)),
    tile: (place) => living(store.tile(place)),
    leaves: (range) => living(store.leaves(range)),
    accords: () => living(store.accords()),
    act: (accord, id) => living(store.act(accord, id)),
    actsById: (accord, ids) => living(store.actsById(accord, ids)),
    actsOfDossier: (accord, id) => living(store.actsOfDossier(accord, id)),
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
