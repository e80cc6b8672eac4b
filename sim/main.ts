// The simulator's command.
//
//   node sim/main.ts --seeds 25            runs seeds 1 to 25
//   node sim/main.ts --seeds 25 --from 100 runs seeds 100 to 124
//   node sim/main.ts --seed 7              runs seed 7 and tells everything that happens
//
// A broken promise ends it with exit code 1, the seed, and the command that runs it again.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Outcome, runSeed } from "./run.ts";
import type { Rim } from "./world.ts";

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new TypeError(`Not a whole number: ${text}`);
  return value;
}

function line(seed: number, { kind, counts, acts, stopped }: Outcome): string {
  const { parcels, bags, crashes, restores, attacks, documents, erased } = counts;
  const work = `${acts} acts, ${documents} documents (${erased} erased), ${parcels} parcels, ${bags} bags`;
  const did = `${work}, ${crashes} crashes, ${restores} restores`;
  const agreed = kind === "hostile" ? `bore ${attacks} attacks` : "agreed";
  return `seed ${seed}: ${kind}, ${did}: ${stopped === undefined ? agreed : `stopped with proof of ${stopped}`}`;
}

/** A folder in memory where the machine has one: a run writes much, and nothing that must outlive it. */
function makeFolder(): string {
  const memory = "/dev/shm";
  return mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), "entente-sim-"));
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { seeds: { type: "string" }, from: { type: "string" }, seed: { type: "string" } },
  });
  const one = values.seed === undefined ? undefined : wholeNumber(values.seed, 0);
  const from = one ?? wholeNumber(values.from, 1);
  const count = one === undefined ? wholeNumber(values.seeds, 25) : 1;
  const started = performance.now();
  const folder = makeFolder();
  const tell = one === undefined ? () => undefined : (told: string) => console.log(told);
  try {
    for (let seed = from; seed < from + count; seed++) {
      if (!(await passes(seed, { folder, tell }))) return 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const took = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${count} ${count === 1 ? "seed" : "seeds"} in ${took} s; no promise was broken.`);
  return 0;
}

async function passes(seed: number, rim: Rim): Promise<boolean> {
  try {
    console.log(line(seed, await runSeed(seed, rim)));
    return true;
  } catch (cause) {
    console.error(`seed ${seed} failed: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    console.error(`Run it again with: npm run sim -- --seed ${seed}`);
    return false;
  }
}

process.exitCode = await main();
