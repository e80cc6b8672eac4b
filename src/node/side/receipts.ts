// Receipts of the other side, on their way to the disk. A receipt is believed and told when its signatures hold; it is
// written with the next batch of acts, or soon by itself, so that at a high rate it costs no transaction of its own.
// One that is lost in a crash is asked for again: the mirror answers every parcel with its newest.

import type { Origin } from "../../register/index.ts";
import type { HeldRow } from "../../store/index.ts";

/** How long a receipt may wait for a batch to be written with. */
const waitMs = 50;

export class Receipts {
  readonly #write: (held: readonly HeldRow[]) => Promise<void>;
  readonly #failed: (cause: unknown) => void;
  #waiting: HeldRow[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `failed` is told when a receipt could not be written by itself: the store has failed. */
  constructor(input: { write: (held: readonly HeldRow[]) => Promise<void>; failed: (cause: unknown) => void }) {
    this.#write = input.write;
    this.#failed = input.failed;
  }

  keep(held: HeldRow): void {
    this.#waiting.push(held);
    this.#timer ??= setTimeout(() => void this.flush().catch(this.#failed), waitMs).unref();
  }

  /** The smallest receipt on its way that covers the leaf, or undefined. */
  covering(origin: Origin, index: number): HeldRow | undefined {
    const covering = this.#waiting.filter((held) => held.origin === origin && held.size > index);
    return covering.sort((a, b) => a.size - b.size)[0];
  }

  /** Takes what waits into a batch that is about to be written; `putBack` when that write does not land. */
  take(): readonly HeldRow[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  putBack(taken: readonly HeldRow[]): void {
    this.#waiting = [...taken, ...this.#waiting];
  }

  /** Writes what waits; durable when it resolves. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const taken = this.take();
    if (taken.length === 0) return;
    try {
      await this.#write(taken);
    } catch (cause) {
      this.putBack(taken);
      throw cause;
    }
  }
}
