// The node's clock. The system's, or in a demonstration a story clock that stands still until it is set, so that dates
// and deadlines read as they did. Only a demonstration node has a story clock, and it says so wherever it tells the
// time.

export interface Clock {
  readonly kind: "system" | "story";
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** POSIX seconds, for checkpoints and cosignatures. */
  seconds(): number;
}

export interface StoryClock extends Clock {
  readonly kind: "story";
  /** Sets the story's time. It may go back: a story is told again; what is registered keeps the time it was given. */
  set(ms: number): void;
}

export const systemClock: Clock = {
  kind: "system",
  now: () => Date.now(),
  seconds: () => Math.floor(Date.now() / 1000),
};

export function storyClock(start: number): StoryClock {
  let present = start;
  return {
    kind: "story",
    now: () => present,
    seconds: () => Math.floor(present / 1000),
    set(ms) {
      present = ms;
    },
  };
}
