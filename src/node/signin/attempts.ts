// How often somebody may try to sign in and fail: by address, so that one machine cannot try for ever, and by officer,
// so that many machines together cannot either. Only failures count; what is refused for their number counts no more.

import { type Refusal, refuse } from "../../base/index.ts";

export interface AttemptLimits {
  /** Failures within the window after which no more is tried. */
  readonly failures: number;
  readonly windowMs: number;
}

/** What is counted: `{ by: "from this address", key: "192.0.2.7" }`. */
export interface Counted {
  readonly by: "from this address" | "as this officer";
  readonly key: string;
}

/** So many addresses and officers are remembered; beyond it the one that failed longest ago is forgotten. */
const rememberedMax = 10_000;

export class Attempts {
  readonly #limits: AttemptLimits;
  readonly #now: () => number;
  /** The times of the failures, oldest first. */
  readonly #failures = new Map<string, readonly number[]>();

  constructor(limits: AttemptLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Refused as `api.tooManyAttempts` while one of these has failed too often. */
  barred(counted: readonly Counted[]): Refusal | undefined {
    const { failures: limit, windowMs } = this.#limits;
    for (const { by, key } of counted) {
      const times = this.#recent(`${by} ${key}`);
      const [oldest] = times;
      if (oldest === undefined || times.length < limit) continue;
      const seconds = Math.max(1, Math.ceil((oldest + windowMs - this.#now()) / 1000));
      return refuse("api.tooManyAttempts", { by, limit, minutes: Math.ceil(windowMs / 60_000), seconds });
    }
    return undefined;
  }

  failed(counted: readonly Counted[]): void {
    for (const { by, key } of counted) {
      const name = `${by} ${key}`;
      const times = [...this.#recent(name), this.#now()].slice(-this.#limits.failures);
      this.#failures.delete(name);
      this.#failures.set(name, times);
    }
    for (const name of this.#failures.keys()) {
      if (this.#failures.size <= rememberedMax) break;
      this.#failures.delete(name);
    }
  }

  #recent(name: string): readonly number[] {
    const since = this.#now() - this.#limits.windowMs;
    return (this.#failures.get(name) ?? []).filter((time) => time > since);
  }
}
