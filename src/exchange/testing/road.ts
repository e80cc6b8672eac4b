// An author that pushes, the mirror it pushes to, and a road between them on which anything may happen.

import { expect } from "vitest";
import { fromUtf8 } from "../../base/index.ts";
import { type Answer, encodeAnswer } from "../answer.ts";
import { receiveParcel } from "../mirror.ts";
import { parseParcel } from "../parcel.ts";
import type { PushPort } from "../port.ts";
import { createPusher, type Pusher, type PushLimits } from "../push.ts";
import { kept, leavesOf, TestNode, twoSides } from "../testing.ts";

export const [northSide, southSide] = twoSides();
export const { origin } = northSide.sides.own;
export const limits: PushLimits = { leaves: 4, bytes: 1000, firstPause: 100, longestPause: 1600, idle: 60_000 };

export type Carrier = (parcel: Uint8Array, deliver: () => Promise<Uint8Array>) => Promise<Uint8Array | "unreachable">;

/** An author with a pusher, the mirror it pushes to, and the road between them. Pauses are noted, and pass at once. */
export class Road {
  readonly author = new TestNode(northSide);
  readonly mirror = new TestNode(southSide);
  readonly parcels: { start: number; end: number }[] = [];
  readonly pauses: number[] = [];
  /** What the pusher said was wrong as each parcel left. */
  readonly errors: (string | undefined)[] = [];
  underWay = 0;
  /** What happens to each parcel in turn; then they are delivered. */
  readonly carriers: Carrier[] = [];
  /** How many pauses after failures pass at once; the next one lasts. */
  patience = 100;
  readonly pusher: Pusher;
  #settled: () => void = () => undefined;

  constructor(port: Partial<PushPort> = {}) {
    const { author } = this;
    const base: PushPort = {
      reader: author.reader,
      condition: () => author.condition(),
      heldSize: () => author.heldSize(),
      recordHeld: (held) => author.recordHeld(held),
      tailMissing: () => author.tailMissing(),
      stop: (stop) => author.stop(stop),
      now: () => author.now(),
      signCheckpointAt: (size) => author.signCheckpointAt(size),
      carry: (bytes) => this.#carry(bytes),
      wait: (pause) => this.#wait(pause),
    };
    this.pusher = createPusher(author.side.sides, { port: { ...base, ...port }, limits });
  }

  /** Runs the pusher until it rests, and gives what its pusher says then. */
  async settled(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#settled = resolve;
    });
  }

  async #carry(bytes: Uint8Array): Promise<Uint8Array | "unreachable"> {
    this.underWay += 1;
    expect(this.underWay).toBe(1);
    const parcel = kept(parseParcel(bytes));
    this.errors.push(this.pusher.state().lastError?.code);
    this.parcels.push({ start: parcel.start, end: parcel.checkpoint.size });
    const deliver = async () => encodeAnswer(await receiveParcel(this.mirror.side.sides, { port: this.mirror, bytes }));
    const carrier = this.carriers.shift();
    const answer = carrier === undefined ? await deliver() : await carrier(bytes, deliver);
    this.underWay -= 1;
    return answer;
  }

  async #wait(pause: { milliseconds: number; woken: Promise<void> }): Promise<void> {
    const after = pause.milliseconds < limits.idle;
    if (after) this.pauses.push(pause.milliseconds);
    if (after && this.patience-- > 0) return;
    this.#settled();
    await pause.woken;
  }
}

export async function started(road: Road, leaves: number): Promise<Road> {
  if (leaves > 0) await road.author.append(leavesOf(leaves));
  const settled = road.settled();
  void road.pusher.run();
  await settled;
  return road;
}

export async function mirrored(road: Road): Promise<string[]> {
  const leaves = await road.mirror.reader.leaves({ origin, start: 0, end: 100 });
  return leaves.map((leaf) => fromUtf8(leaf) ?? "");
}

export const lost: Carrier = async () => "unreachable";
export const answerLost: Carrier = async (_, deliver) => {
  await deliver();
  return "unreachable";
};

export function answering(answer: Answer): Carrier {
  return async () => encodeAnswer(answer);
}
