// The link of one accord: this side's pusher, the mirror's answers, and the recovery of a lost tail, composed from the
// exchange and from what carries its bytes.

import { setTimeout as sleep } from "node:timers/promises";
import { Fault, fromUtf8, isRefusal, refuse, wordsOf } from "../../base/index.ts";
import {
  createPusher,
  encodeAnswer,
  type HeldCheckpoint,
  type LinkPort,
  type MirrorPort,
  type PeerReader,
  type Pusher,
  parseParcel,
  receiveParcel,
  recoverOwnTail,
} from "../../exchange/index.ts";
import { parseCheckpoint, prefixRoot, signCheckpoint, type TreeSize } from "../../register/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { Side } from "./side.ts";

/** What brings bytes to the other side: HTTP here, a bag elsewhere. */
export interface Carrier {
  carry(parcel: Uint8Array): Promise<Uint8Array | "unreachable">;
  readonly reader: PeerReader;
}

/** How often a side whose tail is missing asks the other side for it. */
const recoveryPauseMs = 2_000;

export class Link {
  readonly #side: Side;
  readonly #carrier: Carrier;
  readonly #pusher: Pusher;
  #closed = false;
  #running: Promise<unknown> = Promise.resolve();
  readonly #stop = new AbortController();

  constructor(side: Side, carrier: Carrier) {
    this.#side = side;
    this.#carrier = carrier;
    this.#pusher = createPusher(side.sides, {
      port: {
        ...this.#port(),
        carry: (parcel) => carrier.carry(parcel),
        signCheckpointAt: (size) => this.#checkpointAt(size),
        wait: ({ milliseconds, woken }) => this.#wait(milliseconds, woken),
      },
    });
  }

  /** Runs until closed. Call once. */
  run(): Promise<void> {
    this.#side.pushSoon = () => this.#pusher.poke();
    this.#running = Promise.all([this.#pusher.run(), this.#recoverWhenNeeded()]);
    return this.#running.then(() => undefined);
  }

  /** Resolves when nothing is under way any more. What is being carried is waited for: close the carrier first. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stop.abort();
    this.#pusher.close();
    await this.#running;
  }

  /** What arrived from the other side, by whatever carrier; the answer goes back the same way. */
  async receive(parcel: Uint8Array): Promise<Uint8Array> {
    const { keys } = this.#side;
    const port: MirrorPort = {
      ...this.#port(),
      commitMirror: (commit) => this.#side.mirror.commitMirror(commit),
      cosigner: keys.register,
    };
    const answer = await receiveParcel(this.#side.sides, { port, bytes: parcel });
    this.#side.noteContact(this.#side.clock.seconds());
    // Contact from there is contact to there, most likely: what waits is tried at once. Only then: a push in answer to
    // every push would never end between two idle sides.
    const held = this.#side.held(this.#side.row.own);
    if (this.#side.ownSize > held || acknowledged(parcel) < held) this.#pusher.poke();
    return encodeAnswer(answer);
  }

  state(): ReturnType<Pusher["state"]> {
    return this.#pusher.state();
  }

  poke(): void {
    this.#pusher.poke();
  }

  #port(): LinkPort {
    const side = this.#side;
    return {
      reader: side.store,
      condition: async () => {
        await side.readLink();
        return side.condition();
      },
      heldSize: async () => side.held(side.row.own),
      recordHeld: (held) => this.#recordHeld(held),
      tailMissing: async () => {
        if (!side.link.recovering) await side.changeLink({ recovering: true });
      },
      stop: async ({ reason, evidence }) => {
        await side.changeLink({
          stopped: {
            code: reason.code,
            details: JSON.stringify(reason.details),
            at: side.clock.now(),
          },
          evidence: textOf(evidence),
        });
      },
      now: () => side.clock.seconds(),
    };
  }

  async #recordHeld(held: HeldCheckpoint): Promise<void> {
    const side = this.#side;
    const party = held.origin === side.row.ownOrigin ? side.row.own : side.row.other;
    if (held.size > side.held(party)) side.receipts.keep(held);
    side.noteHeld(party, held);
    side.noteContact(side.clock.seconds());
  }

  async #checkpointAt(size: TreeSize): Promise<Uint8Array | undefined> {
    const side = this.#side;
    const { stopped, recovering } = side.condition();
    if (stopped !== undefined || recovering) return undefined;
    const head = await side.store.head(side.row.ownOrigin);
    if (head && head.size === size) return head.checkpoint;
    const root = await prefixRoot({ suite: nativeSuite, reader: side.store, origin: side.row.ownOrigin, size });
    return signCheckpoint({
      suite: nativeSuite,
      origin: side.row.ownOrigin,
      size,
      root,
      ...side.keys.register,
      time: side.clock.seconds(),
    });
  }

  async #wait(milliseconds: number, woken: Promise<void>): Promise<void> {
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, this.#stop.signal]);
    await Promise.race([sleep(milliseconds, undefined, { signal, ref: false }).catch(abortedOnly), woken]);
    done.abort();
  }

  async #recoverWhenNeeded(): Promise<void> {
    while (!this.#closed) {
      if (this.#side.link.recovering) {
        const outcome = await recoverOwnTail(this.#side.sides, {
          ...this.#port(),
          peer: this.#carrier.reader,
          commitOwn: (commit) => this.#side.mirror.commitOwn(commit),
        });
        if (isRefusal(outcome)) {
          // Asked for again and again: the other side may mend its mirror. Until then the link's page says why.
          const problem = wordsOf(outcome).failed.replace(/\.$/, "");
          this.#side.noteUnreachable(refuse("node.recoveryFailed", { problem }));
        } else if (outcome.kind === "recovered") {
          await this.#side.changeLink({ recovering: false });
          this.#pusher.poke();
        }
      }
      await sleep(recoveryPauseMs, undefined, { signal: this.#stop.signal, ref: false }).catch(abortedOnly);
    }
  }
}

/**
 * How much of the other register an untrusted parcel says its sender holds. Less than this side has a receipt for: the
 * sender has lost its mirror, and is to be told what it lacks.
 */
function acknowledged(parcel: Uint8Array): number {
  const read = parseParcel(parcel);
  if (isRefusal(read) || read.acknowledgement === undefined) return 0;
  const receipt = parseCheckpoint(read.acknowledgement);
  return isRefusal(receipt) ? 0 : receipt.checkpoint.size;
}

function textOf(evidence: Uint8Array): string {
  const text = fromUtf8(evidence);
  if (text === undefined) throw new Fault("node.badEvidence", "An evidence file is text.");
  return text;
}

function abortedOnly(cause: unknown): void {
  if (!(cause instanceof Error) || cause.name !== "AbortError") throw cause;
}
