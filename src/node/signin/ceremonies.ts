// Questions put to a browser and not answered yet. Each is good for one answer, at the origin it was put to, and for
// five minutes; none of them outlives the process.

import { base64url, type Refusal, refuse } from "../../base/index.ts";
import type { RandomBytes } from "./sessions.ts";

export interface Ceremony {
  readonly kind: "signIn" | "enrol";
  /** Base64url of 32 random bytes. */
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  /** Who enrols; for signing in, who said they would. */
  readonly officer?: string;
  /** The invitation by which a passkey is enrolled, as the digest of its code. */
  readonly invitation?: string;
}

const lifetimeMs = 5 * 60_000;
const openMax = 5_000;

export class Ceremonies {
  readonly #open = new Map<string, { readonly ceremony: Ceremony; readonly begun: number }>();
  readonly #now: () => number;
  readonly #randomBytes: RandomBytes;

  constructor(input: { readonly now: () => number; readonly randomBytes: RandomBytes }) {
    this.#now = input.now;
    this.#randomBytes = input.randomBytes;
  }

  newChallenge(): Uint8Array {
    return this.#randomBytes(32);
  }

  begin(ceremony: Ceremony): string {
    const id = base64url(this.#randomBytes(16));
    this.#open.set(id, { ceremony, begun: this.#now() });
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= openMax) break;
      this.#open.delete(oldest);
    }
    return id;
  }

  /** Takes the question out, answered or not. Refused as `api.staleCeremony`. */
  take(id: string, kind: Ceremony["kind"]): Ceremony | Refusal {
    const found = this.#open.get(id);
    this.#open.delete(id);
    const fresh = found !== undefined && this.#now() - found.begun <= lifetimeMs && found.ceremony.kind === kind;
    return fresh ? found.ceremony : refuse("api.staleCeremony", { minutes: lifetimeMs / 60_000 });
  }
}
