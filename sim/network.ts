// What lies between the two sides: a link that drops, delays, repeats, reorders and cuts what it carries, and a courier
// who loses, repeats and shuffles bags. It carries bytes and cannot read them; an answer is signed for its request, so
// an answer is never exchanged for another.

import type { Clock } from "./clock.ts";
import type { Random } from "./random.ts";

export interface LinkFaults {
  /**
   * Probabilities: a request is lost, an answer is lost, a request comes a second time, an answer or request is cut.
   */
  readonly lost: number;
  readonly answerLost: number;
  readonly repeated: number;
  readonly cut: number;
  /** The longest delay one way, milliseconds. */
  readonly slow: number;
}

export const soundLink: LinkFaults = { lost: 0, answerLost: 0, repeated: 0, cut: 0, slow: 20 };

/** After this time without an answer the other side counts as unreachable, milliseconds. */
export const patience = 30_000;
/** After this time nothing that was sent over the link is still under way, milliseconds: it may come twice. */
export const linger = 4 * patience;

export type Deliver = (bytes: Uint8Array) => Promise<Uint8Array | "unreachable">;

export class Network {
  readonly #clock: Clock;
  readonly #random: Random;
  faults: LinkFaults = soundLink;
  up = true;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** One request and its answer, or "unreachable" after some time. What was sent may arrive all the same. */
  async request(bytes: Uint8Array, deliver: Deliver): Promise<Uint8Array | "unreachable"> {
    const answer = this.#travel(bytes, deliver);
    const late = this.#clock.sleep(patience).then(() => "unreachable" as const);
    return await Promise.race([answer, late]);
  }

  async #travel(bytes: Uint8Array, deliver: Deliver): Promise<Uint8Array | "unreachable"> {
    const { faults } = this;
    const random = this.#random;
    const fate = { lost: random.chance(faults.lost), answerLost: random.chance(faults.answerLost) };
    const again = random.chance(faults.repeated) ? random.between(0, patience) : undefined;
    await this.#clock.sleep(random.between(1, faults.slow));
    if (!this.up || fate.lost) return "unreachable";
    // A second copy whose answer nobody waits for.
    if (again !== undefined) this.#clock.after(again, () => void deliver(bytes));
    const answer = await deliver(this.#perhapsCut(bytes));
    await this.#clock.sleep(random.between(1, faults.slow));
    if (!this.up || fate.answerLost || answer === "unreachable") return "unreachable";
    return this.#perhapsCut(answer);
  }

  #perhapsCut(bytes: Uint8Array): Uint8Array {
    if (!this.#random.chance(this.faults.cut)) return bytes;
    return bytes.subarray(0, this.#random.between(0, bytes.length));
  }
}

export interface CourierFaults {
  readonly lost: number;
  readonly repeated: number;
  /** The longest journey, milliseconds. */
  readonly slow: number;
}

/** Bags one way. The sender keeps a copy of every parcel: a restored node needs those that have not arrived. */
export class Courier {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly copies: Uint8Array[] = [];
  faults: CourierFaults = { lost: 0, repeated: 0, slow: 60_000 };

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  send(parcels: readonly Uint8Array[], deliver: Deliver): void {
    const { faults } = this;
    this.copies.push(...parcels);
    const journeys = this.#random.chance(faults.lost) ? 0 : this.#random.chance(faults.repeated) ? 2 : 1;
    for (let i = 0; i < journeys; i++) {
      const order = this.#shuffled(parcels);
      this.#clock.after(this.#random.between(1, faults.slow), () => void openBag(order, deliver));
    }
  }

  #shuffled(parcels: readonly Uint8Array[]): readonly Uint8Array[] {
    const order = parcels.map((parcel) => ({ parcel, key: this.#random.unit() }));
    return order.toSorted((a, b) => a.key - b.key).map(({ parcel }) => parcel);
  }
}

async function openBag(parcels: readonly Uint8Array[], deliver: Deliver): Promise<void> {
  for (const parcel of parcels) await deliver(parcel);
}
