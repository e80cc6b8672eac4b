// What must always hold, looked at from outside with nothing hidden: every write as it lands, every byte as it leaves,
// every answer a person gets. A broken promise ends the run.

import { type ActId, type PartyCode, parseLeaf } from "../src/acts/index.ts";
import { equalBytes, Fault, isRefusal } from "../src/base/index.ts";
import { parseAnswer, parseParcel } from "../src/exchange/index.ts";
import { parseCheckpoint, type RegisterCommit } from "../src/register/index.ts";
import type { Commit } from "../src/store/index.ts";
import type { Machine } from "./machine.ts";

/** Thrown when something happened that must never happen. */
export function broken(promise: string): Fault {
  return new Fault("sim.broken", promise);
}

export class Watch {
  readonly #machines: readonly Machine[];
  /** Each register as it has ever been on its author's disk: what no one may contradict. */
  readonly #truth = new Map<PartyCode, Uint8Array[]>();
  /** Acts whose authors were told that they are registered. */
  readonly #acknowledged = new Map<ActId, { readonly party: PartyCode; readonly index: number }>();
  /** How much of each register the other side has ever had. */
  readonly #mirrored = new Map<PartyCode, number>();
  /** What was mirrored of the doubtful side's register: it may only grow. */
  readonly #doubted: Uint8Array[] = [];
  /** A side that may sign two histories: hostile, or carelessly restored. */
  #doubtful: PartyCode | undefined;

  constructor(machines: readonly Machine[]) {
    this.#machines = machines;
    for (const machine of machines) this.#truth.set(machine.code, []);
  }

  /** What stands on the disks before anything happens is true. */
  async begin(): Promise<void> {
    for (const { code, disk } of this.#machines) {
      const { ownOrigin } = disk.row;
      const leaves = await disk.store.leaves({ origin: ownOrigin, start: 0, end: 1e6 });
      this.#truth.set(
        code,
        leaves.map((leaf) => leaf.slice()),
      );
      this.#mirrored.set(code, leaves.length);
    }
  }

  get doubtful(): PartyCode | undefined {
    return this.#doubtful;
  }

  /** From now on this side is not trusted by the run either; what its mirror holds so far must stay. */
  async doubt(machine: Machine): Promise<void> {
    this.#doubtful = machine.code;
    const mirror = this.#machines.find((each) => each !== machine);
    const held = await mirror?.disk.store.leaves({ origin: machine.party.row.ownOrigin, start: 0, end: 1e6 });
    this.#doubted.push(...(held ?? []).map((leaf) => leaf.slice()));
  }

  /** A write has landed on a disk. */
  landed(machine: Machine, commit: Commit): void {
    const { register } = commit;
    if (register === undefined) return;
    const own = register.origin === machine.party.row.ownOrigin;
    const author = own ? machine.code : machine.party.row.other;
    const start = register.expected?.size ?? 0;
    if (register.head.size !== start + register.leaves.length) {
      throw broken(`${machine.code} committed a head that is not its leaves.`);
    }
    if (own) machine.grew(register.head.size);
    else this.#mirrored.set(author, Math.max(register.head.size, this.#mirrored.get(author) ?? 0));
    if (author === this.#doubtful) this.#landedOfDoubtful(machine, commit);
    else this.#compare(machine, { register, author });
  }

  #compare(machine: Machine, { register, author }: { register: RegisterCommit; author: PartyCode }): void {
    const start = register.expected?.size ?? 0;
    const own = author === machine.code;
    const truth = this.#truthOf(author);
    for (const [i, leaf] of register.leaves.entries()) {
      const known = truth[start + i];
      if (known === undefined && own) truth.push(leaf.slice());
      else if (known === undefined || !equalBytes(known, leaf)) {
        const where = own ? `in its own register` : `in its mirror of ${author}`;
        throw broken(`${machine.code} wrote another leaf ${start + i} ${where} than was there.`);
      }
    }
  }

  #landedOfDoubtful(machine: Machine, { register }: Commit): void {
    if (register === undefined || machine.code === this.#doubtful) return;
    if ((register.expected?.size ?? 0) !== this.#doubted.length) {
      throw broken(`${machine.code} overwrote what it had mirrored of ${this.#doubtful}.`);
    }
    this.#doubted.push(...register.leaves.map((leaf) => leaf.slice()));
  }

  /** What was mirrored of the doubtful side is on the mirror's disk still, byte for byte. */
  async nothingOverwritten(): Promise<void> {
    const machine = this.#machines.find((each) => each.code !== this.#doubtful);
    if (machine === undefined || this.#doubtful === undefined) return;
    const origin = machine.party.row.otherOrigin;
    const leaves = await machine.disk.store.leaves({ origin, start: 0, end: 1e6 });
    const same = leaves.every((leaf, i) => equalBytes(leaf, this.#doubted[i] ?? new Uint8Array()));
    if (!same || leaves.length !== this.#doubted.length) throw broken(`The mirror of ${this.#doubtful} was rewritten.`);
  }

  /** A person was told that the act is registered at this index. */
  acknowledged(machine: Machine, act: { readonly id: ActId; readonly index: number }): void {
    const before = this.#acknowledged.get(act.id);
    if (before !== undefined && before.index !== act.index) {
      throw broken(`${machine.code} first said that ${act.id} is leaf ${before.index}, then ${act.index}.`);
    }
    this.#acknowledged.set(act.id, { party: machine.code, index: act.index });
  }

  /** A parcel leaves: what it signs for, and what it acknowledges, is on the disk. */
  async leaving(machine: Machine, parcel: Uint8Array): Promise<void> {
    const parsed = parseParcel(parcel);
    if (isRefusal(parsed)) throw broken(`${machine.code} sent a parcel that is none: ${parsed.code}.`);
    if (parsed.checkpoint.size > (await machine.ownSize())) {
      throw broken(`${machine.code} signed for ${parsed.checkpoint.size} leaves before they were on its disk.`);
    }
    if (parsed.acknowledgement !== undefined) await this.#cosigned(machine, parsed.acknowledgement);
  }

  /** An answer leaves: no cosignature is given before the leaves are on the disk. */
  async answering(machine: Machine, answer: Uint8Array): Promise<void> {
    const read = parseAnswer(answer);
    if (isRefusal(read)) throw broken(`${machine.code} gave an answer that is none: ${read.code}.`);
    if (read.answer.kind === "held") await this.#cosigned(machine, read.answer.note);
  }

  signing(machine: Machine): void {
    if (!machine.isWhole) throw broken(`${machine.code} signed before it had recovered its register.`);
  }

  /** Whether the last copy of something acknowledged could be on this disk only by an earlier accident of the other. */
  async mayRestore(machine: Machine): Promise<boolean> {
    const other = this.#machines.find((each) => each !== machine);
    return other !== undefined && (await other.mirroredSize()) >= (this.#mirrored.get(machine.code) ?? 0);
  }

  /** A backup was put back: what reached no other disk and no bag is lost, and only that. */
  lost(machine: Machine, survives: number): void {
    const truth = this.#truthOf(machine.code);
    if (truth.length > survives) truth.length = survives;
    for (const [id, act] of this.#acknowledged) {
      if (act.party === machine.code && act.index >= survives) this.#acknowledged.delete(id);
    }
  }

  /** After every step: an honest pair never stops its link. */
  afterStep(): void {
    if (this.#doubtful !== undefined) return;
    for (const { code, process } of this.#machines) {
      const stopped = process?.side.link.stopped;
      if (stopped !== undefined) throw broken(`${code} stopped the link of an honest pair: ${stopped.code}.`);
    }
  }

  /** Everything acknowledged is where its author was told. */
  async nothingLost(): Promise<void> {
    for (const [id, act] of this.#acknowledged) {
      const machine = this.#machines.find((each) => each.code === act.party);
      if (machine === undefined || act.party === this.#doubtful) continue;
      const origin = machine.party.row.ownOrigin;
      const [leaf] = await machine.disk.store.leaves({ origin, start: act.index, end: act.index + 1 });
      const read = leaf === undefined ? undefined : parseLeaf(leaf);
      if (read === undefined || isRefusal(read) || read.act.id !== id)
        throw broken(`${act.party} lost the acknowledged act ${id}.`);
    }
  }

  get acts(): number {
    return this.#acknowledged.size;
  }

  async #cosigned(machine: Machine, note: Uint8Array): Promise<void> {
    const read = parseCheckpoint(note);
    if (isRefusal(read)) throw broken(`${machine.code} cosigned what is no checkpoint: ${read.code}.`);
    if (read.checkpoint.size > (await machine.mirroredSize())) {
      throw broken(`${machine.code} cosigned ${read.checkpoint.size} leaves before they were on its disk.`);
    }
  }

  #truthOf(party: PartyCode): Uint8Array[] {
    const truth = this.#truth.get(party);
    if (truth === undefined) throw new Fault("sim.noRegister", party);
    return truth;
  }
}
