// What must always hold of sealed documents, looked at from outside: what was acknowledged is on a disk and is what was
// sealed, whatever came over any road; what was erased is gone from both disks while its acts stay; and when nothing
// fails any more both sides have the same.

import { createHash } from "node:crypto";
import {
  checkSealedHead,
  type DocumentRef,
  openWholeDocument,
  parseDocumentRef,
  parseLeaf,
} from "../src/acts/index.ts";
import { equalBytes, isRefusal } from "../src/base/index.ts";
import { parseDocumentAnswer } from "../src/exchange/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import { type DocumentRow, smallDocumentMax } from "../src/store/index.ts";
import type { Machine } from "./machine.ts";
import { sure } from "./parties.ts";
import { broken } from "./watch.ts";
import type { Counts, Pair } from "./world.ts";

export class Bodies {
  readonly #machines: Pair<Machine>;
  /** Every sealed file as it was when its officer was told that it is sealed, by its digest. */
  readonly #sealed = new Map<string, Uint8Array>();
  /** What no disk had any more after an accident: it need not come back. */
  readonly #lost = new Set<string>();

  constructor(machines: Pair<Machine>) {
    this.#machines = machines;
  }

  /** An officer was told that these are sealed: they are on the disk. */
  async sealed(machine: Machine, refs: readonly DocumentRef[]): Promise<void> {
    for (const { digest } of refs) {
      const bytes = await bytesOn(machine, digest);
      if (bytes === undefined) throw broken(`${machine.code} said that ${digest} is sealed before it was on its disk.`);
      this.#sealed.set(digest, bytes.slice());
    }
  }

  /** An answer to pieces of documents leaves: what it calls held is on the disk, whole and unaltered. */
  async answering(machine: Machine, answer: Uint8Array): Promise<void> {
    const read = parseDocumentAnswer(answer);
    if (isRefusal(read)) throw broken(`${machine.code} gave an answer that is none: ${read.code}.`);
    if (read.answer.kind !== "each") return;
    for (const [digest, far] of read.answer.documents) {
      const row = await rowOn(machine, digest);
      if (far.kind === "erased" && row?.state !== "erased") throw broken(`${machine.code} called ${digest} erased.`);
      if (far.kind !== "held" || row?.state === "erased") continue;
      if ((await bytesOn(machine, digest)) === undefined)
        throw broken(`${machine.code} acknowledged ${digest} before it was on its disk.`);
    }
  }

  /** Nothing that counts as held on this disk is anything but what it says. */
  async sound(machine: Machine): Promise<void> {
    for (const row of await rowsOn(machine)) {
      const bytes = row.state === "held" ? await bytesOn(machine, row.digest) : undefined;
      if (row.state === "held" && bytes === undefined)
        throw broken(`${machine.code} has not ${row.digest}, and says that it has.`);
      if (bytes !== undefined && digestOf(bytes) !== row.digest)
        throw broken(`${machine.code} has other bytes for ${row.digest}.`);
    }
  }

  /**
   * A backup was put back, and nothing runs on it yet: what no disk has now is lost. A side that does not know that it
   * was restored takes a file that its database does not know for one that a crash has left.
   */
  async restored(manner: "careful" | "careless"): Promise<void> {
    for (const digest of this.#sealed.keys()) {
      const copies = await Promise.all(this.#machines.map((machine) => bytesOn(machine, digest)));
      const files = this.#machines.map((machine) =>
        manner === "careful" ? machine.disk.files.whole(digest) : undefined,
      );
      if ([...copies, ...files].every((bytes) => bytes === undefined)) this.#lost.add(digest);
    }
  }

  /**
   * Whether both sides have come to the same about every document that an act names, and have looked after the files of
   * what was erased.
   */
  async settled(): Promise<boolean> {
    for (const { disk } of this.#machines)
      if ((await disk.store.documents.unswept(disk.row.accord, 1)).length > 0) return false;
    return (await this.#difference()) === undefined;
  }

  /** Ends the run unless both sides have the same, each what was sealed, and nothing of what was erased. */
  async agree(): Promise<void> {
    const difference = await this.#difference();
    if (difference !== undefined) throw broken(difference);
    for (const machine of this.#machines) {
      await this.sound(machine);
      for (const row of await rowsOn(machine)) {
        if (row.state === "held") await this.#opens(machine, row);
        if (row.state === "erased") await goneFrom(machine, row);
      }
      await attestedIsErased(machine);
    }
  }

  /** How many documents there were, and how many are erased on both disks. */
  async tally(counts: Counts): Promise<void> {
    const [first, second] = await Promise.all(this.#machines.map(rowsOn));
    const erased = new Set((second ?? []).filter((row) => row.state === "erased").map((row) => row.digest));
    counts.documents = (first ?? []).filter((row) => row.named !== undefined).length;
    counts.erased = (first ?? []).filter((row) => row.state === "erased" && erased.has(row.digest)).length;
  }

  /** What was sealed, for whoever forges it. */
  bytesOf(digest: string): Uint8Array | undefined {
    return this.#sealed.get(digest);
  }

  async #difference(): Promise<string | undefined> {
    const [first, second] = this.#machines;
    const [here, there] = [await namedOn(first), await namedOn(second)];
    for (const digest of new Set([...here.keys(), ...there.keys()])) {
      const [a, b] = [here.get(digest), there.get(digest)];
      if (!a || !b) return `Only one side knows the document ${digest}.`;
      const states = `${a.state} at ${first.code} and ${b.state} at ${second.code}`;
      if (a.state === "erased" || b.state === "erased") {
        const other = a.state === "erased" ? second : first;
        if (a.state !== b.state && !(await holdsOn(other)).has(digest)) return `The document ${digest} is ${states}.`;
      } else if (!(a.state === "held" && b.state === "held") && !this.#lost.has(digest))
        return `The document ${digest} is ${states}.`;
    }
    return undefined;
  }

  /** It is what was sealed, and the side's service opens it, whatever has become of its keys. */
  async #opens(machine: Machine, row: DocumentRow): Promise<void> {
    const bytes = await bytesOn(machine, row.digest);
    const sealed = this.#sealed.get(row.digest);
    if (bytes === undefined || (sealed !== undefined && !equalBytes(bytes, sealed)))
      throw broken(`${machine.code} has other bytes for ${row.digest}.`);
    const { sealing } = machine.party;
    const [service = ""] = sealing.list().map((key) => key.service);
    const ref = sure(parseDocumentRef(JSON.parse(row.reference)));
    const opened = openWholeDocument({
      suite: nativeSuite,
      bytes,
      identities: sealing.identitiesOf(service),
      check: (head) => checkSealedHead(head, { act: row.act, ref }),
    });
    if (isRefusal(opened)) throw broken(`${machine.code} cannot open ${row.digest}: ${opened.code}.`);
  }
}

/** The bytes of what counts as held on the disk. */
export async function bytesOn(machine: Machine, digest: string): Promise<Uint8Array | undefined> {
  const row = await rowOn(machine, digest);
  if (row?.state !== "held") return undefined;
  const { store, files } = machine.disk;
  const small = row.size <= smallDocumentMax;
  return small ? await store.documents.bytes(machine.party.row.accord, digest) : files.whole(digest);
}

function rowOn(machine: Machine, digest: string): Promise<DocumentRow | undefined> {
  return machine.disk.store.documents.get(machine.party.row.accord, digest);
}

export async function rowsOn(machine: Machine): Promise<readonly DocumentRow[]> {
  const { items } = await machine.disk.store.documents.page(machine.party.row.accord, { after: 0, limit: 100_000 });
  return items;
}

async function namedOn(machine: Machine): Promise<ReadonlyMap<string, DocumentRow>> {
  const rows = await rowsOn(machine);
  return new Map(rows.flatMap((row) => (row.named === undefined ? [] : [[row.digest, row] as const])));
}

/** Nothing of it is left, and the acts that named and erased it stand. */
async function goneFrom(machine: Machine, { digest, act, erasedBy }: DocumentRow): Promise<void> {
  const { store, files } = machine.disk;
  const { accord } = machine.party.row;
  const small = await store.documents.bytes(accord, digest);
  if (small !== undefined || files.has(digest))
    throw broken(`${machine.code} has bytes of ${digest}, which is erased.`);
  for (const id of [act, ...(erasedBy === undefined ? [] : [erasedBy])]) {
    const stored = await store.act(accord, id);
    if (stored === undefined || stored.row.outcome.kind === "void")
      throw broken(`${machine.code} has lost the proof ${id} of ${digest}.`);
  }
}

/** What a side attested to have destroyed is erased wherever nobody holds it for a reason. */
async function attestedIsErased(machine: Machine): Promise<void> {
  const { store } = machine.disk;
  const holds = await holdsOn(machine);
  for (const { row, leaf } of await store.actsOfProcedures(machine.party.row.accord, ["dispatch"])) {
    if (row.step !== "attestDestruction" || row.outcome.kind !== "effective") continue;
    for (const digest of documentsNamed(leaf)) {
      const known = await rowOn(machine, digest);
      if (known !== undefined && known.state !== "erased" && !holds.has(digest))
        throw broken(`${machine.code} keeps ${digest}, whose destruction is attested.`);
    }
  }
}

/** What the machine's side holds for a reason now. */
async function holdsOn(machine: Machine): Promise<ReadonlySet<string>> {
  const { store, row } = machine.disk;
  const held = new Set<string>();
  const page = sure(await store.dossiers(row.accord, { procedure: "retention", state: "held", limit: 500 }));
  for (const { id } of page.items) {
    const opening = await store.act(row.accord, id);
    if (opening?.row.party === machine.code) for (const digest of documentsNamed(opening.leaf)) held.add(digest);
  }
  return held;
}

function documentsNamed(leaf: Uint8Array): readonly string[] {
  const { documents } = sure(parseLeaf(leaf)).act.body;
  return Array.isArray(documents) ? documents.filter((one) => typeof one === "string") : [];
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
