// Virtual time. Nothing here waits: an event is taken from the queue, the clock jumps to its instant, and everything
// that follows from it in the same instant runs before the next is taken. Events of one instant run in the order they
// were planned. So a run of days takes milliseconds, and a seed always gives the same run.

import { setImmediate } from "node:timers/promises";

interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

export interface Clock {
  /** Milliseconds since the start of the run. */
  now(): number;
  /** Runs `run` after this many milliseconds of virtual time. */
  after(milliseconds: number, run: () => void): void;
  sleep(milliseconds: number): Promise<void>;
  /**
   * Runs events up to and including this instant. When all that an event started has settled, `afterEach` says whether
   * to go on.
   */
  runUntil(instant: number, afterEach: () => "go on" | "stop"): Promise<void>;
}

export function createClock(): Clock {
  const queue: Event[] = [];
  let now = 0;
  let order = 0;
  const after = (milliseconds: number, run: () => void): void => {
    push(queue, { at: now + Math.max(0, milliseconds), order: order++, run });
  };
  return {
    now: () => now,
    after,
    sleep: (milliseconds) => new Promise((resolve) => after(milliseconds, resolve)),
    async runUntil(instant, afterEach) {
      for (;;) {
        // One turn of the event loop runs every promise that can settle: nothing in a run waits for anything but the
        // clock.
        await setImmediate();
        const event = queue[0];
        if (event === undefined || event.at > instant) break;
        pop(queue);
        now = event.at;
        event.run();
        await setImmediate();
        if (afterEach() === "stop") return;
      }
      now = Math.max(now, instant);
    },
  };
}

// A binary heap by instant, then by order of planning.

function before(a: Event | undefined, b: Event | undefined): boolean {
  if (a === undefined || b === undefined) return b === undefined;
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(queue: Event[], event: Event): void {
  queue.push(event);
  let i = queue.length - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (!before(queue[i], queue[parent])) return;
    swap(queue, i, parent);
    i = parent;
  }
}

function pop(queue: Event[]): void {
  swap(queue, 0, queue.length - 1);
  queue.pop();
  let i = 0;
  for (;;) {
    const left = 2 * i + 1;
    const right = left + 1;
    let first = i;
    if (left < queue.length && before(queue[left], queue[first])) first = left;
    if (right < queue.length && before(queue[right], queue[first])) first = right;
    if (first === i) return;
    swap(queue, i, first);
    i = first;
  }
}

function swap(queue: Event[], i: number, j: number): void {
  const [a, b] = [queue[i], queue[j]];
  if (a === undefined || b === undefined) return;
  queue[i] = b;
  queue[j] = a;
}
