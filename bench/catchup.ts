// A mirror that was away: the author registers alone, then the other side comes back and takes what it missed. And the
// full check of what both then hold.

import { createVerifier, fsck, openHome, openStore, Side, systemClock } from "../src/node/index.ts";
import { accepted } from "../src/node/testing.ts";
import { against, type Figure } from "./figure.ts";
import { load } from "./held.ts";
import type { Limits } from "./limits.ts";
import { heldByBoth } from "./load.ts";
import { serveApart, type World } from "./world.ts";

export async function catchUp(world: World, input: { acts: number; limits: Limits }): Promise<Figure[]> {
  const ma = await serveApart(world.homes[0]);
  const last = await load(world, input.acts);
  const before = await heldByBoth(world);
  const il = await serveApart(world.homes[1]);
  while ((await heldByBoth(world)) <= before) await new Promise((resolve) => setTimeout(resolve, 5));
  // From the first receipt: the start of the process is not the mirror's work.
  const first = { at: performance.now(), size: await heldByBoth(world) };
  while ((await heldByBoth(world)) <= last) await new Promise((resolve) => setTimeout(resolve, 20));
  const taken = (performance.now() - first.at) / 1000;
  await ma.stop();
  await il.stop();
  return [
    against({
      name: "catchup.rate",
      value: (last + 1 - first.size) / taken,
      unit: "acts/s",
      limit: input.limits.verify,
      wanted: "ratio ≥ 0.7",
    }),
  ];
}

/** `entente fsck` of the mirror's side: both registers from their raw leaves. */
export async function fsckRate(world: World, limits: Limits): Promise<Figure[]> {
  const home = accepted(openHome(world.homes[1]));
  const store = accepted(await openStore(home));
  const [row] = await store.accords();
  if (!row) throw new Error("No accord.");
  const verifier = createVerifier({ threads: 2 });
  const side = await Side.open({ row, store, keys: home.keys, clock: systemClock, verifier });
  const start = performance.now();
  const result = await fsck(side, { home: world.homes[1] });
  const taken = (performance.now() - start) / 1000;
  if (result.findings.length > 0) throw new Error(JSON.stringify(result.findings[0]));
  const acts = Object.values(result.acts).reduce((sum, count) => sum + count, 0);
  await verifier.close();
  await store.close();
  return [
    against({
      name: "fsck.rate",
      value: acts / taken,
      unit: "acts/s",
      limit: limits.verifyTwo,
      wanted: "ratio ≥ 0.75",
    }),
  ];
}
