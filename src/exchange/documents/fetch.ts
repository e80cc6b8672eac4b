// Fetches from the other side's node what acts name and this node has not: its own documents that were lost with a disk
// or a backup, and the other side's that its sender does not bring. Nothing is believed but the digest: the other side
// can withhold, and cannot invent.

import { Fault } from "../../base/index.ts";
import { Pace, type PaceLimits } from "../pace.ts";
import type { DigestText } from "./frames.ts";
import type { DocumentFetchPort, Due } from "./port.ts";

export const usualFetchLimits: PaceLimits = { firstPause: 1_000, longestPause: 300_000, idle: 10_000 };

/** Documents looked for in one round. */
const atOnce = 200;
/** The longest rest of a document that the other side does not have, seconds. */
const longestRest = 600;

type Fetched = "held" | "absent" | "unreachable";

export class DocumentFetcher {
  readonly #port: DocumentFetchPort;
  readonly #pace: Pace;
  readonly #resting = new Map<DigestText, { readonly until: number; readonly rest: number }>();
  #failures = 0;

  constructor(port: DocumentFetchPort, limits: PaceLimits = usualFetchLimits) {
    this.#port = port;
    this.#pace = new Pace((pause) => port.wait(pause), limits);
  }

  /** Looks at once, also for what the other side did not have before. */
  poke(): void {
    this.#resting.clear();
    this.#pace.poke();
  }

  close(): void {
    this.#pace.close();
  }

  /** Fetches until closed. Call once. */
  async run(): Promise<void> {
    while (!this.#pace.closed) {
      const done = await this.#round();
      if (done === "unreachable") {
        this.#failures += 1;
        await this.#pace.backOff(this.#failures);
      } else {
        this.#failures = 0;
        if (done === "idle") await this.#pace.rest();
      }
    }
  }

  async #round(): Promise<"some" | "idle" | "unreachable"> {
    try {
      if ((await this.#port.condition()).stopped !== undefined) return "idle";
      const now = this.#port.now();
      const missing = await this.#port.missing(atOnce + this.#resting.size);
      let some = false;
      for (const one of missing) {
        if (this.#pace.closed) break;
        if ((this.#resting.get(one.digest)?.until ?? 0) > now) continue;
        const fetched = await this.#fetch(one);
        if (fetched === "unreachable") return fetched;
        if (fetched === "held") this.#resting.delete(one.digest);
        else this.#rest(one.digest);
        some ||= fetched === "held";
      }
      return some ? "some" : "idle";
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      return "unreachable";
    }
  }

  async #fetch({ digest, size, offset }: Due & { readonly offset: number }): Promise<Fetched> {
    for (let at = offset; !this.#pace.closed; ) {
      const bytes = await this.#port.ask({ digest, offset: at });
      if (typeof bytes === "string") return bytes;
      if (at + bytes.length > size) return "absent";
      const far = (await this.#port.write([{ digest, offset: at, bytes }])).get(digest);
      if (far?.kind === "held" || far?.kind === "erased") return "held";
      // Refused, or no step forward: met again later.
      if (far?.kind !== "partial" || far.offset <= at) return "absent";
      at = far.offset;
      // All of it is here and being checked: the next round finds it held.
      if (at === size) return "absent";
    }
    return "absent";
  }

  #rest(digest: DigestText): void {
    const rest = Math.min(longestRest, (this.#resting.get(digest)?.rest ?? 2.5) * 2);
    this.#resting.set(digest, { until: this.#port.now() + rest, rest });
  }
}
