// Sends the own register to the other side's mirror: what it lacks, in parcels, one under way at a time, each ending at
// a checkpoint the author signs for that size. Where to go on is what the mirror says it has, never what was sent: so a
// lost parcel, a lost answer and an answer that comes twice all end in the same place. A receipt is believed when its
// signatures hold and its tree is our own. There is no limit of time and no state in which the pusher gives up.

import { Fault, isRefusal, type Refusal, refuse } from "../base/index.ts";
import { type Answer, parseAnswer } from "./answer.ts";
import { signingGuard } from "./guard.ts";
import { Pace, type PaceLimits } from "./pace.ts";
import type { PushPort, Sides } from "./port.ts";
import { type Prepared, prepareParcel } from "./prepare.ts";
import { acceptReceipt } from "./receipt.ts";

export interface PushLimits extends PaceLimits {
  /** The most leaves in one parcel, and about how many bytes of them. */
  readonly leaves: number;
  readonly bytes: number;
}

export const usualPushLimits: PushLimits = {
  leaves: 5_000,
  bytes: 4 * 1024 * 1024,
  firstPause: 250,
  longestPause: 60_000,
  idle: 300_000,
};

export interface PushState {
  /** `waiting`: a failure was met and the next attempt is due; `paused`: the link is stopped or recovering here. */
  readonly phase: "idle" | "sending" | "waiting" | "paused" | "closed";
  /** When the other side last answered anything, POSIX seconds. */
  readonly lastContact: number | undefined;
  /** What prevented the last attempt; undefined when it succeeded. `code` may be the other side's word. */
  readonly lastError: { readonly code: string; readonly details: Refusal["details"]; readonly at: number } | undefined;
  /** Leaves of the own register that the other side is not known to hold, as last looked at. */
  readonly queue: number;
}

export interface Pusher {
  /** Sends until closed. Call once. */
  run(): Promise<void>;
  /** There is something new: leaves, a link that is back, a condition that changed. Sends at once when idle. */
  poke(): void;
  close(): void;
  state(): PushState;
}

export function createPusher(sides: Sides, options: { readonly port: PushPort; readonly limits?: PushLimits }): Pusher {
  return new Push(sides, options.port, options.limits ?? usualPushLimits);
}

type Failure = { readonly failure: { readonly code: string; readonly details: Refusal["details"] } };

/** What one attempt came to. */
type Step = "sent" | "idle" | "paused" | Failure;

class Push implements Pusher {
  readonly #sides: Sides;
  readonly #port: PushPort;
  readonly #limits: PushLimits;
  readonly #pace: Pace;
  /** What the mirror last said it has: where the next parcel starts. Undefined until the first look. */
  #mirrored: number | undefined;
  /** Whether the mirror has answered since the last rest: if not, it is asked even when nothing waits. */
  #asked = false;
  /** The parcel after the one under way, made while that one travels. */
  #ahead: Promise<Prepared | "paused" | Fault> | undefined;
  /** Gaps the mirror has told in a row. */
  #gaps = 0;
  #failures = 0;
  #state: PushState = { phase: "idle", lastContact: undefined, lastError: undefined, queue: 0 };

  constructor(sides: Sides, port: PushPort, limits: PushLimits) {
    this.#sides = sides;
    this.#port = port;
    this.#limits = limits;
    this.#pace = new Pace((pause) => port.wait(pause), limits);
  }

  poke(): void {
    this.#pace.poke();
  }

  close(): void {
    this.#pace.close();
  }

  state(): PushState {
    return this.#state;
  }

  async run(): Promise<void> {
    while (!this.#pace.closed) {
      const step = await this.#attempt();
      if (step === "sent") this.#failures = 0;
      else if (step === "idle" || step === "paused") {
        this.#show({ phase: step });
        await this.#pace.rest();
        this.#asked = false;
      } else {
        this.#failures += 1;
        this.#ahead = undefined;
        this.#show({ phase: "waiting", lastError: { ...step.failure, at: this.#port.now() } });
        await this.#pace.backOff(this.#failures);
      }
    }
    this.#show({ phase: "closed" });
  }

  /**
   * One look, and one parcel if there is reason for one. A Fault of the port is a failure like another: it may pass.
   */
  async #attempt(): Promise<Step> {
    try {
      if (signingGuard(await this.#port.condition()) !== undefined) return "paused";
      const size = (await this.#port.reader.head(this.#sides.own.origin))?.size ?? 0;
      this.#mirrored ??= Math.min(size, await this.#port.heldSize());
      this.#show({ queue: Math.max(0, size - this.#mirrored) });
      if (this.#asked && this.#mirrored >= size) return "idle";
      this.#show({ phase: "sending" });
      const parcel = await this.#next(this.#mirrored);
      return parcel === "paused" ? "paused" : await this.#send(parcel, size);
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      return { failure: { code: cause.code, details: { message: cause.message } } };
    }
  }

  async #next(start: number): Promise<Prepared | "paused"> {
    const ahead = await this.#ahead;
    this.#ahead = undefined;
    if (ahead instanceof Fault) throw ahead;
    if (ahead !== undefined && ahead !== "paused" && ahead.start === start) return ahead;
    return await this.#prepare(start);
  }

  #prepare(start: number): Promise<Prepared | "paused"> {
    const { leaves, bytes } = this.#limits;
    return prepareParcel(this.#sides, { port: this.#port, start, leaves, bytes });
  }

  async #send(parcel: Prepared, size: number): Promise<Step> {
    const carried = this.#port.carry(parcel.bytes);
    if (parcel.end < size) {
      // A Fault is kept until the parcel is asked for: by then it may not be needed.
      this.#ahead = this.#prepare(parcel.end).catch((cause: unknown) => {
        if (cause instanceof Fault) return cause;
        throw cause;
      });
    }
    const answer = await carried;
    if (answer === "unreachable") return { failure: refuse("exchange.unreachable") };
    const read = parseAnswer(answer);
    if (isRefusal(read)) return { failure: read };
    this.#show({ lastContact: this.#port.now() });
    const step = await this.#learn(read.answer, parcel);
    if (step === "sent") {
      this.#asked = true;
      this.#show({ lastError: undefined });
    }
    return step;
  }

  async #learn(answer: Answer, parcel: Prepared): Promise<Step> {
    switch (answer.kind) {
      case "held":
        return await this.#learnHeld(answer.note, parcel);
      case "behind":
        return this.#learnBehind(answer.size, parcel);
      case "refused":
        return { failure: { code: answer.code, details: answer.details } };
      case "stopped":
        return { failure: refuse("exchange.stoppedThere", { code: answer.code }) };
    }
  }

  async #learnHeld(note: Uint8Array, parcel: Prepared): Promise<Step> {
    const receipt = await acceptReceipt(this.#sides, { port: this.#port, note });
    if (isRefusal(receipt)) return { failure: receipt };
    if (receipt === "tailMissing" || receipt === "stopped") return "paused";
    this.#mirrored = receipt.size;
    this.#gaps = 0;
    // An honest mirror holds all of the parcel. An old answer played again must not be met at full speed.
    if (receipt.size >= parcel.end) return "sent";
    return { failure: refuse("exchange.oldAnswer", { size: receipt.size, end: parcel.end }) };
  }

  #learnBehind(size: number, parcel: Prepared): Step {
    // Two empty registers: there is nothing to hold and nothing to send.
    if (size === 0 && parcel.end === 0) return "sent";
    if (size >= parcel.start) {
      return { failure: refuse("exchange.impossibleAnswer", { size, start: parcel.start }) };
    }
    this.#mirrored = size;
    this.#gaps += 1;
    // Once is a mirror that came back from a backup; a gap after a gap is met slowly.
    return this.#gaps === 1 ? "sent" : { failure: refuse("exchange.stillBehind", { size }) };
  }

  #show(change: Partial<PushState>): void {
    this.#state = { ...this.#state, ...change };
  }
}
