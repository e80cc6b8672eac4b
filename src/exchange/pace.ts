// How a pusher waits: until it is poked, or for a time that grows with each failure and that a poke cuts short. No
// clock here: the port waits.

import type { PushPort } from "./port.ts";

export interface PaceLimits {
  /**
   * After the first failure, and the least pause after any: a poke does not shorten it, so a dead link is not hammered.
   */
  readonly firstPause: number;
  /** The longest pause after a failure, milliseconds. */
  readonly longestPause: number;
  /** How long an idle pusher stays silent before it asks the other side what it has, milliseconds. */
  readonly idle: number;
}

export class Pace {
  readonly #wait: PushPort["wait"];
  readonly #limits: PaceLimits;
  #poked = false;
  #closed = false;
  #wake: () => void = () => undefined;
  readonly #closing: Promise<void>;
  #close: () => void = () => undefined;

  constructor(wait: PushPort["wait"], limits: PaceLimits) {
    this.#wait = wait;
    this.#limits = limits;
    this.#closing = new Promise((resolve) => {
      this.#close = resolve;
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Ends the pause under way, or the next one: a poke between two pauses is not lost. */
  poke(): void {
    this.#poked = true;
    this.#wake();
  }

  close(): void {
    this.#closed = true;
    this.#close();
    this.poke();
  }

  /** Until a poke, or until the idle time has passed. */
  async rest(): Promise<void> {
    await this.#untilPoked(this.#limits.idle);
  }

  /** After so many failures in a row: twice as long after each, up to the longest. */
  async backOff(failures: number): Promise<void> {
    const { firstPause, longestPause } = this.#limits;
    const pause = Math.min(longestPause, firstPause * 2 ** Math.min(failures - 1, 30));
    await this.#wait({ milliseconds: firstPause, woken: this.#closing });
    if (pause > firstPause) await this.#untilPoked(pause - firstPause);
  }

  async #untilPoked(milliseconds: number): Promise<void> {
    if (!this.#poked) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await this.#wait({ milliseconds, woken });
    }
    this.#poked = false;
  }
}
