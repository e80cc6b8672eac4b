// One run's world: two machines, what lies between them, the people on both sides and the watch. It is set up from a
// seed and knows the ways of going wrong; in which order they come is run.ts's.

import type { PartyCode } from "../src/acts/index.ts";
import { isRefusal } from "../src/base/index.ts";
import { type Parcel, parseParcel, readerOfParcels } from "../src/exchange/index.ts";
import type { Base } from "./base.ts";
import { Bodies } from "./bodies.ts";
import { type Clock, createClock } from "./clock.ts";
import { Correspondence } from "./correspondence.ts";
import { Disk } from "./disk.ts";
import { askDocument, deliverDocuments } from "./document-road.ts";
import { Machine } from "./machine.ts";
import { Courier, type Deliver, Network } from "./network.ts";
import { Officers } from "./officers.ts";
import { foundAccord, type Party } from "./parties.ts";
import { type Random, randomOf } from "./random.ts";
import { broken, Watch } from "./watch.ts";

export type Pair<T> = readonly [T, T];

export interface Counts {
  parcels: number;
  bags: number;
  crashes: number;
  restores: number;
  attacks: number;
  /** Documents that were sealed and named by an act, and erased on both sides. */
  documents: number;
  erased: number;
}

/** Whoever answers for a side whose keys are in the wrong hands. */
export interface Impostor {
  readonly party: PartyCode;
  answer(): Uint8Array | "unreachable";
  /** What it answers to frames of documents, and gives when it is asked for one. */
  answerDocuments(): Uint8Array | "unreachable";
  serve(digest: string): Uint8Array | "unreachable";
}

/** What a run is given by whoever starts it. */
export interface Rim {
  /** Where the disks' files go. */
  readonly folder: string;
  /** Hears what happens, line by line. */
  readonly tell: (line: string) => void;
}

export class World {
  readonly clock: Clock;
  readonly random: Random;
  readonly network: Network;
  readonly couriers: Pair<Courier>;
  readonly machines: Pair<Machine>;
  readonly watch: Watch;
  /** What must hold of documents. */
  readonly bodies: Bodies;
  readonly officers: Pair<Officers>;
  /** Who sends documents; nobody where the accord is not in force. */
  readonly correspondence: readonly Correspondence[];
  readonly counts: Counts = {
    parcels: 0,
    bags: 0,
    crashes: 0,
    restores: 0,
    attacks: 0,
    documents: 0,
    erased: 0,
  };
  /** Parcels each side has sent over the link, by the side's place. */
  readonly sent: Pair<Uint8Array[]> = [[], []];
  impostor: Impostor | undefined;
  /** A side whose documents do not come through, though its acts do. */
  withheld: PartyCode | undefined;
  /** The first broken promise, or fault that nobody expected. */
  failure: { readonly cause: unknown } | undefined;
  readonly #tell: (line: string) => void;
  readonly #skew: number | undefined;

  private constructor(parts: {
    random: Random;
    clock: Clock;
    parties: Pair<Party>;
    disks: Pair<Disk>;
    tell: (line: string) => void;
    base: Base | undefined;
    skew: number | undefined;
  }) {
    const { random, clock, parties, disks, base } = parts;
    this.#skew = parts.skew;
    this.random = random;
    this.clock = clock;
    this.#tell = parts.tell;
    this.network = new Network(clock, random.branch("network"));
    this.couriers = [new Courier(clock, random.branch("courier 0")), new Courier(clock, random.branch("courier 1"))];
    const machine = (side: 0 | 1): Machine => this.#machine(side, { party: parties[side], disk: disks[side] });
    this.machines = [machine(0), machine(1)];
    this.watch = new Watch(this.machines);
    this.bodies = new Bodies(this.machines);
    const officers = (side: 0 | 1): Officers => {
      const own = { machine: this.machines[side], watch: this.watch, left: base?.dossiers ?? new Set<string>() };
      return new Officers({ ...own, clock, random: random.branch(`officers ${side}`) });
    };
    this.officers = [officers(0), officers(1)];
    const sides = [0, 1] as const;
    this.correspondence = base ? sides.map((side) => new Correspondence({ world: this, side, base })) : [];
  }

  /** `base`: what stands in the registers at the start; `skew`: how wrong both clocks are, by chance if absent. */
  static async make(seed: number, start: { rim: Rim; base?: Base; skew?: number }): Promise<World> {
    const { rim, base, skew } = start;
    const random = randomOf(seed);
    const clock = createClock();
    const { parties } = foundAccord((party) => world.#guarded(() => world.watch.signing(world.machineOf(party))));
    const disk = (side: 0 | 1): Promise<Disk> =>
      Disk.make({
        row: parties[side].row,
        clock,
        random: random.branch(`disk ${side}`),
        folder: rim.folder,
        base: base?.stores[side],
      });
    const disks = [await disk(0), await disk(1)] as const;
    const world: World = new World({ random, clock, parties, disks, tell: rim.tell, base, skew });
    for (const [i, { party }] of world.machines.entries()) {
      const end = base?.ends[i];
      if (!end) continue;
      // The keys that the base's designations have published.
      party.keys.makeServiceKey(end.service);
      party.sealing.make(end.service, "x25519");
    }
    await world.watch.begin();
    return world;
  }

  async close(): Promise<void> {
    for (const machine of this.machines) {
      machine.kill();
      await machine.disk.store.close();
    }
  }

  machineOf(party: PartyCode): Machine {
    const [first, second] = this.machines;
    return first.code === party ? first : second;
  }

  /** Runs virtual time for this long, or until something is broken. */
  async run(milliseconds: number): Promise<void> {
    const end = this.clock.now() + milliseconds;
    await this.clock.runUntil(end, () => {
      this.#guarded(() => this.watch.afterStep());
      return this.failure === undefined ? "go on" : "stop";
    });
    if (this.failure !== undefined) throw this.failure.cause;
  }

  trace(who: string, event: string): void {
    this.#tell(`${(this.clock.now() / 1000).toFixed(3).padStart(10)} s  ${who} ${event}`);
  }

  fail(cause: unknown): void {
    this.failure ??= { cause };
  }

  /** Work that nobody waits for; if it fails, the run does. */
  background(work: Promise<unknown>): void {
    work.catch((cause: unknown) => this.fail(cause));
  }

  /** One bag from this side, with everything the other is not known to hold. */
  async sendBag(side: 0 | 1): Promise<void> {
    const machine = this.machines[side];
    const parcels = (await machine.process?.packBag()) ?? [];
    for (const parcel of parcels) await this.watch.leaving(machine, parcel);
    const cuts = this.random.branch(`cuts ${this.counts.bags}`);
    const frames = (await machine.process?.packDocuments((bytes) => cuts.between(1, bytes))) ?? [];
    if (parcels.length + frames.length === 0) return;
    this.counts.bags += 1;
    this.trace(machine.code, `sends a bag of ${parcels.length} parcels and ${frames.length} pieces of documents`);
    const documents = new Set(frames);
    const to = otherSide(side);
    this.couriers[side].send([...parcels, ...frames], (bytes) =>
      documents.has(bytes) ? deliverDocuments(this, { to, frames: bytes }) : this.#deliver(to, bytes),
    );
  }

  #machine(side: 0 | 1, parts: { party: Party; disk: Disk }): Machine {
    const other = (): Machine => this.machines[otherSide(side)];
    const deliver: Deliver = (parcel) => this.#deliver(otherSide(side), parcel);
    const code = parts.party.code;
    parts.disk.onCommit = (commit) => this.#guarded(() => this.watch.landed(this.machines[side], commit));
    return new Machine({
      ...parts,
      clock: this.clock,
      skew: this.#skew ?? this.random.branch(`skew ${side}`).between(-90_000, 90_000),
      carry: async (parcel) => {
        await this.checked(this.watch.leaving(this.machines[side], parcel));
        this.counts.parcels += 1;
        this.sent[side].push(parcel);
        return await this.network.request(parcel, deliver);
      },
      documents: {
        carryDocuments: (frames) =>
          this.network.request(frames, (bytes) => deliverDocuments(this, { to: otherSide(side), frames: bytes })),
        askDocument: (from) => askDocument(this, { to: otherSide(side), ...from }),
      },
      peer: {
        newest: () => this.#ask(() => other().reader.newest()),
        covering: (index) => this.#ask(() => other().reader.covering(index)),
        leaves: (range) => this.#ask(() => other().reader.leaves(range)),
      },
      bagCopies: () => {
        const parcels = this.#copies(side);
        return parcels.length === 0 ? undefined : readerOfParcels(parcels);
      },
      onRestored: (manner) => this.#onRestored(side, manner),
      fail: (cause) => this.fail(cause),
      trace: (event) => this.trace(code, event),
    });
  }

  async #deliver(to: 0 | 1, parcel: Uint8Array): Promise<Uint8Array | "unreachable"> {
    const machine = this.machines[to];
    if (this.impostor?.party === machine.code) return this.impostor.answer();
    const answer = await machine.deliver(parcel);
    if (answer !== "unreachable") await this.checked(this.watch.answering(machine, answer));
    return answer;
  }

  /** A question of a recovery: as a request without parcel. */
  async #ask<T>(question: () => Promise<T | "unreachable">): Promise<T | "unreachable"> {
    let answer: T | "unreachable" = "unreachable";
    const carried = await this.network.request(new Uint8Array(), async (bytes) => {
      answer = await question();
      return bytes;
    });
    return carried === "unreachable" ? "unreachable" : answer;
  }

  #copies(side: 0 | 1): readonly Parcel[] {
    const parcels: Parcel[] = [];
    for (const bytes of this.couriers[side].copies) {
      const parcel = parseParcel(bytes);
      if (!isRefusal(parcel)) parcels.push(parcel);
    }
    return parcels;
  }

  /** What survives a restore: what is in the backup, in the other side's mirror, or in a bag that is under way. */
  async #onRestored(side: 0 | 1, manner: "careful" | "careless"): Promise<number> {
    const machine = this.machines[side];
    const elsewhere = await this.machines[otherSide(side)].mirroredSize();
    let survives = Math.max(await machine.ownSize(), elsewhere);
    const bags = this.#copies(side).toSorted((a, b) => a.start - b.start);
    for (const { start, checkpoint } of bags) if (start <= survives) survives = Math.max(survives, checkpoint.size);
    this.watch.lost(machine, survives);
    await this.bodies.restored(manner);
    // A parcel of what is lost everywhere would, shown now, be of another history.
    const kept = this.sent[side].filter((parcel) => sizeIn(parcel) <= survives);
    this.sent[side].splice(0, Number.POSITIVE_INFINITY, ...kept);
    return survives;
  }

  /** A promise looked after: if it is broken, the run fails. */
  async checked(check: Promise<void>): Promise<void> {
    try {
      await check;
    } catch (cause) {
      this.fail(cause);
    }
  }

  #guarded(check: () => void): void {
    try {
      check();
    } catch (cause) {
      this.fail(cause);
    }
  }
}

/** The size of the checkpoint in a parcel; infinite for what is no parcel. */
export function sizeIn(bytes: Uint8Array): number {
  const parcel = parseParcel(bytes);
  return isRefusal(parcel) ? Number.POSITIVE_INFINITY : parcel.checkpoint.size;
}

export function otherSide(side: 0 | 1): 0 | 1 {
  return side === 0 ? 1 : 0;
}

/** Ends a run in which something that must come about did not. */
export function demand(holds: boolean, promise: string): void {
  if (!holds) throw broken(promise);
}
