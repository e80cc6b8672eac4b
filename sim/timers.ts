// The timers of Node on virtual time. The node's own link and its receipts wait with Node's timers; for the length of a
// run those are taken from the run's clock, so that the code that runs here is the code that runs there, to the line.
// The simulator's own turns of the event loop (setImmediate) stay real.

import { syncBuiltinESMExports } from "node:module";
import promises from "node:timers/promises";
import type { Clock } from "./clock.ts";

/** Puts virtual timers in the place of Node's; gives back what undoes it. One clock at a time. */
export function installTimers(clock: Clock): () => void {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, sleep: promises.setTimeout };
  const measured = performance.now;
  const cancelled = new WeakSet<object>();
  const set = (run: () => void, milliseconds = 0): object => {
    const timer = {
      unref: () => timer,
      ref: () => timer,
      hasRef: () => false,
    };
    clock.after(milliseconds, () => {
      if (!cancelled.has(timer)) run();
    });
    return timer;
  };
  const clear = (timer: unknown): void => {
    if (typeof timer === "object" && timer !== null) cancelled.add(timer);
  };
  const sleep = (
    milliseconds = 0,
    value?: unknown,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const { signal } = options;
      const abort = (): void => reject(new DOMException("The operation was aborted.", "AbortError"));
      if (signal?.aborted === true) return abort();
      signal?.addEventListener("abort", abort, { once: true });
      clock.after(milliseconds, () => resolve(value));
    });
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  Object.assign(performance, { now: () => clock.now() });
  Object.assign(promises, { setTimeout: sleep });
  // The named imports of other modules follow.
  syncBuiltinESMExports();
  return () => {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    Object.assign(performance, { now: measured });
    Object.assign(promises, { setTimeout: real.sleep });
    syncBuiltinESMExports();
  };
}
