// Recovers the end of the own register after a loss: a backup that was restored, or a disk that is gone. The other
// side's mirror has what it cosigned; everything taken from it is verified by our own signatures, so the other side can
// withhold but not invent. Until this has succeeded nothing may be signed (guard.ts).
//
// What it cannot know is what has left this side and arrived nowhere: a checkpoint in a bag that is still on its way,
// or in a request that was cut. Before signing again, give the copies of such bags to readerOfParcels and recover from
// them as well, and wait until no request of before the loss can arrive any more: a checkpoint that turns up afterwards
// is a second history, and proof of one.

import { equalBytes, isRefusal, type Refusal, refuse } from "../base/index.ts";
import {
  appendBatch,
  type Hash,
  type Head,
  leafHashes,
  loadEdge,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from "../register/index.ts";
import { compareWithHead, forkAfterRewriting } from "./history.ts";
import type { HeldCheckpoint, RecoveryPort, Sides } from "./port.ts";
import { verifyReceipt } from "./receipt.ts";

export type RecoveryOutcome =
  /**
   * The own register has everything the other side holds of it: `added` leaves were missing. Signing may begin again.
   */
  | { readonly kind: "recovered"; readonly size: number; readonly added: number }
  /** Some may have been recovered and is kept; try again. */
  | { readonly kind: "unreachable" }
  /** Our keys have signed two histories; the link is stopped with the evidence. */
  | { readonly kind: "stopped" }
  | Refusal;

/** How many leaves are asked for at once. */
const chunk = 1_000;

/**
 * Appends what is missing, batch by batch, each ending at a checkpoint that was signed before the loss. May be run
 * again.
 */
export async function recoverOwnTail(sides: Sides, port: RecoveryPort): Promise<RecoveryOutcome> {
  return await new Recovery(sides, port).run();
}

type Obstacle = { readonly kind: "unreachable" } | { readonly kind: "stopped" } | Refusal;

class Recovery {
  readonly #sides: Sides;
  readonly #port: RecoveryPort;

  constructor(sides: Sides, port: RecoveryPort) {
    this.#sides = sides;
    this.#port = port;
  }

  async run(): Promise<RecoveryOutcome> {
    const goal = this.#verified(await this.#port.peer.newest());
    let added = 0;
    for (;;) {
      const head = await this.#port.reader.head(this.#sides.own.origin);
      const size = head?.size ?? 0;
      if (goal === undefined) return { kind: "recovered", size, added };
      if ("kind" in goal) return goal;
      if (goal.size <= size) {
        const obstacle = head === undefined ? undefined : await this.#confirm(goal, head);
        return obstacle ?? { kind: "recovered", size, added };
      }
      const step = await this.#step(goal, head);
      if (typeof step !== "number") return step;
      added += step;
    }
  }

  /** A note of the other side as a checkpoint that our own keys have signed; undefined when it has none. */
  #verified(note: Uint8Array | undefined | "unreachable"): VerifiedCheckpoint | Obstacle | undefined {
    if (note === "unreachable") return { kind: "unreachable" };
    if (note === undefined) return undefined;
    const { suite, own } = this.#sides;
    return verifyCheckpoint({ suite, bytes: note, origin: own.origin, keys: own.keys });
  }

  /** The own register reaches as far as the other side's mirror: it must also be the same one. */
  async #confirm(goal: VerifiedCheckpoint, head: Head): Promise<Obstacle | undefined> {
    const { suite, own } = this.#sides;
    const stored = { suite, reader: this.#port.reader, head, keys: own.keys };
    const fork = await compareWithHead(stored, { checkpoint: goal, note: goal.bytes });
    if (fork !== "same") return await this.#stop(goal.size, fork.evidence);
    const held = this.#held(goal);
    if (held !== undefined) await this.#port.recordHeld(held);
    return undefined;
  }

  /** One batch more; gives how many leaves were added. 0 when another writer was faster. */
  async #step(goal: VerifiedCheckpoint, head: Head | undefined): Promise<number | Obstacle> {
    const { suite, own } = this.#sides;
    const size = head?.size ?? 0;
    const near = this.#verified(await this.#port.peer.covering(size));
    if (near !== undefined && "kind" in near) return near;
    const target = near !== undefined && near.size > size && near.size < goal.size ? near : goal;
    const leaves: Uint8Array[] = [];
    const obstacle = await this.#fetch(size, target.size, (batch) => void leaves.push(...batch));
    if (obstacle !== undefined) return obstacle;
    const edge = await loadEdge({ suite, reader: this.#port.reader, origin: own.origin });
    if (edge.size !== size) return 0;
    const appended = appendBatch({ suite, edge, leafHashes: leafHashes(suite, leaves) });
    if (!equalBytes(appended.root, target.root)) return await this.#explain(target, head);
    const outcome = await this.#port.commitOwn({
      register: {
        origin: own.origin,
        expected: head === undefined ? undefined : { size: head.size, root: head.root },
        leaves,
        tiles: appended.tiles,
        head: { origin: own.origin, size: target.size, root: target.root, checkpoint: target.bytes },
      },
      held: this.#held(target),
    });
    return outcome === "committed" ? leaves.length : 0;
  }

  /**
   * What the mirror serves does not continue what is here: either our register parted from it, or its leaves are wrong.
   */
  async #explain(target: VerifiedCheckpoint, head: Head | undefined): Promise<Obstacle> {
    const { suite, own } = this.#sides;
    const wrong = refuse("exchange.peerLeavesWrong", { size: target.size });
    if (head === undefined) return wrong;
    const hashes: Hash[] = [];
    const obstacle = await this.#fetch(0, target.size, (batch) => void hashes.push(...leafHashes(suite, batch)));
    if (obstacle !== undefined) return obstacle;
    const stored = { suite, reader: this.#port.reader, head, keys: own.keys };
    const other = { checkpoint: target, note: target.bytes, start: 0, leafHashes: hashes };
    const evidence = await forkAfterRewriting(stored, other);
    return evidence === undefined ? wrong : await this.#stop(target.size, evidence);
  }

  async #fetch(
    start: number,
    end: number,
    take: (batch: readonly Uint8Array[]) => void,
  ): Promise<Obstacle | undefined> {
    for (let at = start; at < end; ) {
      const batch = await this.#port.peer.leaves({ start: at, end: Math.min(at + chunk, end) });
      if (batch === "unreachable") return { kind: "unreachable" };
      if (batch.length === 0) return refuse("exchange.peerLeavesMissing", { size: end, start: at });
      const wanted = batch.slice(0, end - at);
      take(wanted);
      at += wanted.length;
    }
    return undefined;
  }

  async #stop(size: number, evidence: Uint8Array): Promise<Obstacle> {
    const { origin } = this.#sides.own;
    await this.#port.stop({ reason: refuse("exchange.ownFork", { origin, size }), evidence });
    return { kind: "stopped" };
  }

  /** The receipt that the mirror's note is, when the other side has cosigned it; a parcel of our own is none. */
  #held(checkpoint: VerifiedCheckpoint): HeldCheckpoint | undefined {
    const held = verifyReceipt(this.#sides, checkpoint.bytes);
    return isRefusal(held) ? undefined : held;
  }
}
