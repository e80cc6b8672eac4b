// A side's machine: its disk, the process that may run on it, what it remembers beside the disk, and the officer's
// part: starting it, killing it, putting a backup back.

import type { PartyCode } from "../src/acts/index.ts";
import type { PeerReader } from "../src/exchange/index.ts";
import type { Backup, Disk, FilesFate, Life } from "./disk.ts";
import { type Deliver, linger } from "./network.ts";
import type { Party } from "./parties.ts";
import { isStoreFault, Process, type Surroundings } from "./process.ts";

const restartPause = 5_000;

export interface MachineParts extends Omit<Surroundings, "died"> {
  /** The restored disk is about to be used. How much of the own register survives, there or elsewhere. */
  onRestored(manner: "careful" | "careless"): Promise<number>;
}

export class Machine {
  readonly party: Party;
  readonly disk: Disk;
  readonly #parts: MachineParts;
  /** Of the process that runs or is starting. */
  #life: Life | undefined;
  #process: Process | undefined;
  /** How much of the own register survives, wherever it is: until all of it is on the disk again, nothing is signed. */
  #survives = 0;
  #size = 0;
  /** An accident is under way: no other begins. */
  busy = false;

  constructor(parts: MachineParts) {
    this.#parts = parts;
    this.party = parts.party;
    this.disk = parts.disk;
  }

  /** The running process, or undefined while the machine is down. */
  get process(): Process | undefined {
    return this.#process;
  }

  get code(): PartyCode {
    return this.party.code;
  }

  async ownSize(): Promise<number> {
    return (await this.disk.store.head(this.party.row.ownOrigin))?.size ?? 0;
  }

  /** The own register has grown on the disk. */
  grew(size: number): void {
    this.#size = size;
  }

  /** Whether the disk has everything that this side has ever signed for and that is not lost everywhere. */
  get isWhole(): boolean {
    return this.#size >= this.#survives;
  }

  async mirroredSize(): Promise<number> {
    return (await this.disk.store.head(this.party.row.otherOrigin))?.size ?? 0;
  }

  /** `recovering`: whoever restored the disk has said so, as the command that restores does. */
  async boot(start: { readonly recovering: boolean } = { recovering: false }): Promise<void> {
    if (this.#life !== undefined) return;
    this.#parts.trace(start.recovering ? "starts, to be recovered" : "starts");
    const life: Life = { alive: true };
    this.#life = life;
    try {
      const around = { ...this.#parts, died: () => this.#died() };
      const process = await Process.start(around, { life, recovering: start.recovering });
      if (life.alive) this.#process = process;
    } catch (cause) {
      if (!isStoreFault(cause)) throw cause;
      this.#died(start);
    }
  }

  /** What the supervisor does for a process that has ended itself. */
  #died(start?: { readonly recovering: boolean }): void {
    this.#parts.trace("has ended itself");
    this.kill();
    this.#parts.clock.after(restartPause, () => {
      this.boot(start).catch((cause: unknown) => this.#parts.fail(cause));
    });
  }

  kill(): void {
    if (this.#life === undefined) return;
    this.#parts.trace("is killed");
    this.#life.alive = false;
    void this.#process?.link.close();
    void this.#process?.documents.link.close();
    this.#life = undefined;
    this.#process = undefined;
  }

  /** Puts a backup back. Careless: as if the disk had never been younger, and nobody says that it is. */
  async restore(backup: Backup, how: { manner: "careful" | "careless"; files: FilesFate }): Promise<void> {
    const { manner, files } = how;
    this.kill();
    // Whoever restores takes longer than anything that was sent over the link stays under way.
    await this.#parts.clock.sleep(linger);
    await this.disk.restore(backup, files);
    const survives = await this.#parts.onRestored(manner);
    this.#parts.trace(`is restored from a backup, ${manner}ly, with ${await this.ownSize()} leaves of its own`);
    this.#size = await this.ownSize();
    this.#survives = manner === "careful" ? survives : 0;
    await this.boot({ recovering: manner === "careful" });
  }

  /** Its mirror of the other side's register, over the network; "unreachable" while it is down. */
  readonly reader: PeerReader = {
    newest: async () => (await this.#process?.reader().newest()) ?? (this.#process ? undefined : "unreachable"),
    covering: async (index) =>
      (await this.#process?.reader().covering(index)) ?? (this.#process ? undefined : "unreachable"),
    leaves: async (range) => (await this.#process?.reader().leaves(range)) ?? "unreachable",
  };

  /** Bytes of a document for the other side. */
  async serve(from: { digest: string; offset: number }): Promise<Uint8Array | "absent" | "unreachable"> {
    return (await this.#process?.serve(from)) ?? "unreachable";
  }

  /** Frames of documents. */
  readonly deliverDocuments: Deliver = async (frames) =>
    (await this.#process?.receiveDocuments(frames)) ?? "unreachable";

  readonly deliver: Deliver = async (bytes) => (await this.#process?.receive(bytes)) ?? "unreachable";
}
