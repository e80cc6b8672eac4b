// One run from one seed: a time in which anything may fail and nothing may be broken (safety), then a time in which
// nothing fails and everything must come to agree (liveness). The seed also chooses the kind of the run.

import { Accidents } from "./accidents.ts";
import { baseIn } from "./base.ts";
import { installEntropy } from "./entropy.ts";
import { isStoreFault } from "./process.ts";
import { besiege } from "./siege.ts";
import { installTimers } from "./timers.ts";
import { agree, converged, provenStop } from "./verdict.ts";
import { broken } from "./watch.ts";
import { type Counts, type Rim, World } from "./world.ts";

const second = 1_000;
const minute = 60 * second;

/**
 * `honest`: both sides; `careless`: one is put back from a backup and nobody says so; `hostile`: one side's keys are
 * stolen.
 */
export const kinds = ["honest", "honest", "honest", "honest", "careless", "hostile", "hostile"] as const;
export type Kind = (typeof kinds)[number];

export interface Outcome {
  readonly kind: Kind;
  readonly counts: Counts;
  /** Acts whose authors were told that they are registered, and that are. */
  readonly acts: number;
  /** For what the link was stopped, where it was. */
  readonly stopped: string | undefined;
}

/** Runs one seed to its end. Throws a Fault when a promise was broken; the world is closed either way. */
export async function runSeed(seed: number, rim: Rim): Promise<Outcome> {
  const base = await baseIn(rim.folder);
  const world = await World.make(seed, { rim, base });
  const restoreEntropy = installEntropy(world.random.branch("entropy"));
  const restoreTimers = installTimers(world.clock);
  const onRejection = (cause: unknown): void => {
    if (!isStoreFault(cause)) world.fail(cause);
  };
  process.on("unhandledRejection", onRejection);
  try {
    return await new Run(world, world.random.pick(kinds)).whole();
  } finally {
    process.off("unhandledRejection", onRejection);
    restoreTimers();
    restoreEntropy();
    await world.close();
  }
}

class Run {
  readonly #world: World;
  readonly #kind: Kind;
  readonly #accidents: Accidents;

  constructor(world: World, kind: Kind) {
    this.#world = world;
    this.#kind = kind;
    this.#accidents = new Accidents(world);
  }

  async whole(): Promise<Outcome> {
    const world = this.#world;
    for (const machine of world.machines) world.background(machine.boot());
    this.#accidents.begin();
    await world.run(world.random.between(2, 5) * minute);
    if (this.#kind === "careless") await this.#accidents.carelessRestore();
    if (this.#kind === "careless") await world.run(2 * minute);
    this.#accidents.end();
    const stopped = this.#kind === "hostile" ? await besiege(world) : await this.#calm();
    await world.watch.nothingLost();
    await world.watch.nothingOverwritten();
    await world.bodies.tally(world.counts);
    return { kind: this.#kind, counts: world.counts, acts: world.watch.acts, stopped };
  }

  /** Nothing fails any more: the two sides must come to agree, unless one of them has signed two histories. */
  async #calm(): Promise<string | undefined> {
    const world = this.#world;
    for (let waited = 0; waited < 30 * minute; waited += 5 * second) {
      await world.run(5 * second);
      for (const machine of world.machines) if (!machine.busy) world.background(machine.boot());
      const stop = provenStop(world);
      if (stop !== undefined) return stop;
      if ((await converged(world)) && (await world.bodies.settled())) {
        await agree(world);
        await world.bodies.agree();
        return undefined;
      }
    }
    if (await converged(world)) await world.bodies.agree();
    throw broken("The link was sound for half an hour, and the sides did not come to agree.");
  }
}
