// A register of a million acts: appending to it, reading its lists and dossiers, starting on it, and what it takes.

import { existsSync, readFileSync, statSync } from "node:fs";
import { moroccosRegister } from "./answers.ts";
import { against, type Figure, percentile } from "./figure.ts";
import { load, roundOf } from "./held.ts";
import { get } from "./load.ts";
import { type ServedSide, serveApart, type World } from "./world.ts";

/** Rates are taken over so many acts, alternating, so that the machine's moods fall on both. */
const sample = 10_000;

/** The append rate of a fresh register: to be held against that of the large one. Gives acts a second. */
export async function appendRate(world: World, acts = sample): Promise<number> {
  const start = performance.now();
  await load(world, acts);
  return acts / ((performance.now() - start) / 1000);
}

export async function scale(large: World, input: { empty: World; acts: number }): Promise<Figure[]> {
  const grown = await serveApart(large.homes[0]);
  const size = await sizeOf(large);
  for (let have = size; have < input.acts; have += sample) await load(large, Math.min(sample, input.acts - have));
  await grown.stop();
  const small = await serveApart(input.empty.homes[0]);
  const big = await serveApart(large.homes[0]);
  await appendRate(input.empty, roundOf(input.empty));
  // The first time each dossier is touched after a start, its acts are folded again from the register.
  const start = performance.now();
  await appendRate(large, roundOf(large));
  const touched = (performance.now() - start) / 1000;
  const rates: { empty: number[]; large: number[] } = { empty: [], large: [] };
  for (let i = 0; i < 4; i++) {
    rates.empty.push(await appendRate(input.empty));
    rates.large.push(await appendRate(large));
  }
  const pages = await pageTimes(large);
  const rss = residentMegabytes(big);
  const acts = await sizeOf(large);
  await small.stop();
  await big.stop();
  const ready: number[] = [];
  for (let i = 0; i < 3; i++) {
    const again = await serveApart(large.homes[0]);
    ready.push(again.readyMs);
    await again.stop();
  }
  return [
    against({
      name: "scale.append",
      value: percentile(rates.large, 0.5),
      unit: "acts/s",
      limit: percentile(rates.empty, 0.5),
      wanted: "ratio ≥ 0.9",
    }),
    { name: "scale.page.p99", value: percentile(pages, 0.99), unit: "ms", wanted: "< 20" },
    { name: "scale.ready", value: percentile(ready, 0.5) / 1000, unit: "s", wanted: "≤ 1.5" },
    { name: "scale.firstTouch", value: touched, unit: "s, every dossier once after a start" },
    { name: "scale.rss", value: rss, unit: "MB", wanted: "≤ 400" },
    { name: "scale.bytesPerAct", value: bytesOnDisk(large) / acts, unit: "bytes" },
    { name: "scale.acts", value: acts, unit: "acts" },
  ];
}

async function sizeOf(world: World): Promise<number> {
  return moroccosRegister(await get(world, `/api/accords/${world.accord}`)).size;
}

/** Every kind of list and dossier page, at random places. Milliseconds each. */
async function pageTimes(world: World): Promise<readonly number[]> {
  const accord = `/api/accords/${world.accord}`;
  const size = await sizeOf(world);
  const paths = (i: number): string[] => [
    `${accord}`,
    `${accord}/dossiers?limit=50`,
    `${accord}/dossiers?limit=50&procedure=visit&open=true`,
    `${accord}/dossiers?limit=50&turn=MA`,
    `${accord}/log?party=MA&start=${(i * 7919) % Math.max(1, size - 100)}&limit=100`,
    `${accord}/dossiers/${world.visits[(i * 31) % world.visits.length]}`,
  ];
  const times: number[] = [];
  for (let i = 0; i < 100; i++)
    for (const path of paths(i)) {
      const start = performance.now();
      await get(world, path);
      // The first round warms caches that a node keeps warm by its use.
      if (i > 0) times.push(performance.now() - start);
    }
  return times;
}

function residentMegabytes(side: ServedSide): number {
  const status = readFileSync(`/proc/${side.process.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

function bytesOnDisk(world: World): number {
  let bytes = 0;
  for (const tail of ["", "-wal"]) {
    const file = `${world.homes[0]}/entente.db${tail}`;
    if (existsSync(file)) bytes += statSync(file).size;
  }
  return bytes;
}
