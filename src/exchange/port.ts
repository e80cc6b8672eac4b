// What exchange asks of the node: to read both registers, to write what was verified, to carry bytes, to keep the state
// of the link. The node fulfils these with its store and its HTTP or bag; nothing here says how.
//
// Durability: when a method that writes has resolved, the bytes are on disk (an fsync has returned). Exchange gives an
// answer, and lets a cosignature out, only after that. Concurrency: several calls of receiveParcel and one pusher may
// be under way at once, in one process or in several on one store; `commitMirror` and `commitOwn` are compare-and-swaps
// on the register's head and the only arbiters. A port that cannot keep a promise throws a Fault.

import type { Refusal } from "../base/index.ts";
import type { Origin, RegisterCommit, RegisterKeys, RegisterReader, TreeSize } from "../register/index.ts";
import type { Ed25519Signer, MlDsa44Signer, Suite } from "../seal/index.ts";

/** A side's register as the founding names it. */
export interface RegisterIdentity {
  readonly origin: Origin;
  readonly keys: RegisterKeys;
  /** The name under which this side's cosignatures stand on the other's checkpoints. */
  readonly cosigner: string;
}

/** The two registers of one accord, seen from one side. */
export interface Sides {
  readonly suite: Suite;
  readonly own: RegisterIdentity;
  readonly other: RegisterIdentity;
}

/**
 * A checkpoint of `origin` with its author's signatures and the other side's cosignatures: held by both up to `size`.
 */
export interface HeldCheckpoint {
  readonly origin: Origin;
  readonly size: TreeSize;
  /** The cosignature's own time, POSIX seconds. */
  readonly time: number;
  /** A signed note. */
  readonly note: Uint8Array;
}

/** What outlives a restart of the link. Both are undefined or false while all is well. */
export interface LinkCondition {
  /** The code of the reason for which nothing is signed or exchanged, until an officer opens the link again. */
  readonly stopped: string | undefined;
  /** The end of the own register is missing here (a backup was restored): nothing is signed until it is recovered. */
  readonly recovering: boolean;
}

export interface LinkStop {
  readonly reason: Refusal;
  /** The evidence file, for verifyEvidence. */
  readonly evidence: Uint8Array;
}

/** What both directions need. */
export interface LinkPort {
  /** Both registers as they are on disk. A head is never shown before its leaves are durable. */
  readonly reader: RegisterReader;
  condition(): Promise<LinkCondition>;
  /** The size of the largest checkpoint of the own register known to be held by the other side; 0 for none. */
  heldSize(): Promise<number>;
  /**
   * Keeps a verified receipt. May come twice, and after a larger one. It may resolve before the receipt is on disk: one
   * that is lost is asked for again.
   */
  recordHeld(held: HeldCheckpoint): Promise<void>;
  /**
   * Sets `recovering`: the other side holds more of the own register, signed by its own keys, than is on this disk.
   * From then on the node signs nothing until recoverOwnTail has succeeded.
   */
  tailMissing(proof: HeldCheckpoint): Promise<void>;
  /** Stops the link and keeps the evidence. */
  stop(stop: LinkStop): Promise<void>;
  /** POSIX seconds by this node's clock. */
  now(): number;
}

/** One mirrored batch. */
export interface MirrorCommit {
  /** The leaves and tiles, and the head whose checkpoint is `held.note`. */
  readonly register: RegisterCommit;
  /**
   * The author's checkpoint with this side's cosignatures. It must become readable together with the leaves or not at
   * all.
   */
  readonly held: HeldCheckpoint;
}

export interface MirrorPort extends LinkPort {
  /**
   * Writes leaves and cosigned checkpoint in one transaction, by compare-and-swap. "conflict": the head was not as
   * expected, and nothing is written. A refusal `exchange.seenFuture` with the details index, claimed and size: that
   * leaf says it has seen more leaves of the own register than there are; nothing is written. A leaf that is wrong in
   * any other way is written: it happened.
   */
  commitMirror(commit: MirrorCommit): Promise<"committed" | "conflict" | Refusal>;
  readonly cosigner: { readonly ed25519: Ed25519Signer; readonly mlDsa44: MlDsa44Signer };
}

export interface PushPort extends LinkPort {
  /** Brings a parcel to the other side and its answer back. Anything that prevents it is "unreachable". */
  carry(parcel: Uint8Array): Promise<Uint8Array | "unreachable">;
  /**
   * The author's signed checkpoint of the first `size` leaves of its own register, a prefix of what is on disk;
   * undefined while nothing may be signed.
   */
  signCheckpointAt(size: TreeSize): Promise<Uint8Array | undefined>;
  /** Resolves after the time or when `woken` does, whichever is first. */
  wait(pause: { readonly milliseconds: number; readonly woken: Promise<void> }): Promise<void>;
}

/**
 * The own register as the other side's mirror serves it. Untrusted; "unreachable" for anything that prevents an answer.
 */
export interface PeerReader {
  /** Its newest checkpoint of the own register, with its cosignatures, or undefined when it mirrors nothing of it. */
  newest(): Promise<Uint8Array | undefined | "unreachable">;
  /**
   * The smallest checkpoint it keeps that covers the leaf, or its newest: so that a long tail is recovered in batches.
   */
  covering(index: number): Promise<Uint8Array | undefined | "unreachable">;
  /** Leaves from `start` on, to `end` or fewer. */
  leaves(range: { readonly start: number; readonly end: number }): Promise<readonly Uint8Array[] | "unreachable">;
}

/** One recovered batch. */
export interface OwnCommit {
  readonly register: RegisterCommit;
  /** Undefined when what was recovered came from a parcel of our own, which the other side has not cosigned. */
  readonly held: HeldCheckpoint | undefined;
}

export interface RecoveryPort extends LinkPort {
  readonly peer: PeerReader;
  /**
   * Appends recovered leaves to the own register and keeps the receipt, in one transaction, by compare-and-swap. The
   * head's checkpoint was signed by the own keys before the loss: nothing is signed anew.
   */
  commitOwn(commit: OwnCommit): Promise<"committed" | "conflict">;
}
