// For tests and the simulator: two sides with real keys made from fixed seeds, and a node's half of the ports over
// registers in memory, whose writes can be made to fail before they land or after.

import { Fault, isRefusal, type Refusal, refuse, utf8 } from "../base/index.ts";
import {
  appendBatch,
  leafHashes,
  loadEdge,
  MemoryRegisters,
  type Origin,
  parseOrigin,
  prefixRoot,
  type RegisterCommit,
  type RegisterKeys,
  type RegisterSigners,
  signCheckpoint,
  type TreeSize,
} from "../register/index.ts";
import { ed25519Signer, mlDsa44Signer, nativeSuite } from "../seal/native.ts";
import type { HeldCheckpoint, LinkCondition, LinkStop, MirrorCommit, OwnCommit, Sides } from "./port.ts";

export const suite = nativeSuite;

export interface TestSide {
  readonly sides: Sides;
  readonly signers: RegisterSigners;
}

/** Two sides that know each other's keys. The same on every run. */
export function twoSides(): readonly [TestSide, TestSide] {
  const north = signersOf(1);
  const south = signersOf(2);
  const identities = [
    { origin: originOf("north.example/entente"), keys: keysOf(north), cosigner: "north.example/mirror" },
    { origin: originOf("south.example/entente"), keys: keysOf(south), cosigner: "south.example/mirror" },
  ] as const;
  const [own, other] = identities;
  return [
    { sides: { suite, own, other }, signers: north },
    { sides: { suite, own: other, other: own }, signers: south },
  ];
}

export function signersOf(seed: number): RegisterSigners {
  const bytes = new Uint8Array(32).fill(seed);
  return { ed25519: ed25519Signer(bytes), mlDsa44: mlDsa44Signer(bytes) };
}

export function keysOf(signers: RegisterSigners): RegisterKeys {
  return { ed25519: signers.ed25519.publicKey, mlDsa44: signers.mlDsa44.publicKey };
}

export function originOf(name: string): Origin {
  return kept(parseOrigin(name));
}

/** A value that must not be a refusal here. */
export function kept<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`Refused: ${value.code} ${JSON.stringify(value.details)}`);
  return value;
}

export function leavesOf(count: number, name = "leaf"): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => utf8(`${name} ${i}`));
}

/** How the next write fails: before it lands, after it landed, or in a race that another writer won. */
export type WriteFault = "lost" | "landed" | "conflict";

/** What an honest node keeps, in memory. Fulfils the ports of both directions but for the carriage. */
export class TestNode {
  readonly side: TestSide;
  reader = new MemoryRegisters();
  readonly held = new Map<Origin, HeldCheckpoint>();
  readonly stops: LinkStop[] = [];
  state: LinkCondition = { stopped: undefined, recovering: false };
  time = 1_600_000_000;
  /** Faults of the writes to come, one each. */
  readonly faults: WriteFault[] = [];
  /** What commitMirror says to a batch before it is written. */
  judge: (commit: MirrorCommit) => Refusal | undefined = () => undefined;

  constructor(side: TestSide) {
    this.side = side;
  }

  get cosigner(): RegisterSigners {
    return this.side.signers;
  }

  now(): number {
    return this.time++;
  }

  async condition(): Promise<LinkCondition> {
    return this.state;
  }

  async heldSize(): Promise<number> {
    return this.held.get(this.side.sides.own.origin)?.size ?? 0;
  }

  async recordHeld(held: HeldCheckpoint): Promise<void> {
    const known = this.held.get(held.origin);
    if (known === undefined || held.size > known.size) this.held.set(held.origin, held);
  }

  async tailMissing(): Promise<void> {
    this.state = { ...this.state, recovering: true };
  }

  async stop(stop: LinkStop): Promise<void> {
    this.stops.push(stop);
    this.state = { ...this.state, stopped: stop.reason.code };
  }

  async commitMirror(commit: MirrorCommit): Promise<"committed" | "conflict" | Refusal> {
    return this.judge(commit) ?? (await this.#write(commit.register, commit.held));
  }

  async commitOwn(commit: OwnCommit): Promise<"committed" | "conflict"> {
    return await this.#write(commit.register, commit.held);
  }

  async signCheckpointAt(size: TreeSize): Promise<Uint8Array | undefined> {
    const { origin } = this.side.sides.own;
    const root = await prefixRoot({ suite, reader: this.reader, origin, size });
    return signCheckpoint({ suite, origin, size, root, time: this.time, ...this.side.signers });
  }

  /** Appends to the own register, as a node's sequencer does. */
  async append(leaves: readonly Uint8Array[]): Promise<void> {
    const { origin } = this.side.sides.own;
    const head = await this.reader.head(origin);
    const edge = await loadEdge({ suite, reader: this.reader, origin });
    const { tiles, root, edge: grown } = appendBatch({ suite, edge, leafHashes: leafHashes(suite, leaves) });
    const signed = { origin, size: grown.size, root };
    const checkpoint = signCheckpoint({ suite, ...signed, time: this.time, ...this.side.signers });
    const expected = head === undefined ? undefined : { size: head.size, root: head.root };
    const done = await this.reader.commit({ origin, expected, leaves, tiles, head: { ...signed, checkpoint } });
    if (!done) throw new Error("Two writers in one test.");
  }

  async #write(register: RegisterCommit, held: HeldCheckpoint | undefined): Promise<"committed" | "conflict"> {
    const fault = this.faults.shift();
    if (fault === "lost") throw new Fault("store.writeFailed", "The write did not land.");
    if (fault === "conflict") return "conflict";
    if (!(await this.reader.commit(register))) return "conflict";
    if (held !== undefined) await this.recordHeld(held);
    if (fault === "landed") throw new Fault("store.answerLost", "The write landed and its answer was lost.");
    return "committed";
  }
}

/** The refusal of a leaf that has seen too much, as the node gives it. */
export function seenTooMuch(index: number, claim: { readonly claimed: number; readonly size: number }): Refusal {
  return refuse("exchange.seenFuture", { index, ...claim });
}
