import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, encodeAnswer, encodeDocumentAnswer } from "../src/exchange/index.ts";
import { baseIn } from "./base.ts";
import { rowsOn } from "./bodies.ts";
import { createClock } from "./clock.ts";
import { randomOf } from "./random.ts";
import { runSeed } from "./run.ts";
import { installTimers } from "./timers.ts";
import { World } from "./world.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-sim-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function told(seed: number): Promise<readonly string[]> {
  const lines: string[] = [];
  const outcome = await runSeed(seed, { folder, tell: (line) => lines.push(line) });
  return [...lines, JSON.stringify(outcome)];
}

/** A world in which people have worked for a while and nothing has failed. */
async function settled(work: (world: World) => Promise<void>): Promise<void> {
  const world = await World.make(1, { rim: { folder, tell: () => undefined }, base: await baseIn(folder) });
  const restoreTimers = installTimers(world.clock);
  try {
    for (const machine of world.machines) world.background(machine.boot());
    for (let i = 0; i < 6; i++) {
      await world.run(2_000);
      world.background(world.officers[0].act());
    }
    await world.run(20_000);
    await work(world);
  } finally {
    restoreTimers();
    await world.close();
  }
}

test("a seed is a whole history: it runs the same every time", async () => {
  expect(await told(3)).toEqual(await told(3));
  expect(randomOf(3).unit()).not.toBe(randomOf(4).unit());
});

test("events come in the order of their instants, and of their planning within one", async () => {
  const clock = createClock();
  const seen: string[] = [];
  for (const [at, name] of [
    [5, "c"],
    [1, "a"],
    [5, "d"],
    [2, "b"],
    [9, "never"],
  ] as const) {
    clock.after(at, () => seen.push(`${name} at ${clock.now()}`));
  }
  await clock.runUntil(8, () => "go on");
  expect(seen).toEqual(["a at 1", "b at 2", "c at 5", "d at 5"]);
  expect(clock.now()).toBe(8);
});

describe("the watch sees", () => {
  test("that acknowledged acts are gone from a disk", async () => {
    await settled(async (world) => {
      await world.watch.nothingLost();
      expect(world.watch.acts).toBeGreaterThan(0);
      const [machine] = world.machines;
      machine.kill();
      await machine.disk.restore(machine.disk.beginning);
      await expect(world.watch.nothingLost()).rejects.toMatchObject({ code: "sim.broken" });
    });
  });

  test("a cosignature for leaves that are not on the disk", async () => {
    await settled(async (world) => {
      const [author, mirror] = world.machines;
      const held = await mirror.disk.store.heldLatest(author.party.row.ownOrigin);
      const answer: Answer = { kind: "held", note: held?.note ?? new Uint8Array() };
      await world.watch.answering(mirror, encodeAnswer(answer));
      mirror.kill();
      await mirror.disk.restore(mirror.disk.beginning);
      await expect(world.watch.answering(mirror, encodeAnswer(answer))).rejects.toMatchObject({ code: "sim.broken" });
    });
  });

  test("a parcel that signs for leaves that are not on the disk", async () => {
    await settled(async (world) => {
      const [author] = world.machines;
      const parcel = world.sent[0].at(-1) ?? new Uint8Array();
      await world.watch.leaving(author, parcel);
      author.kill();
      await author.disk.restore(author.disk.beginning);
      await expect(world.watch.leaving(author, parcel)).rejects.toMatchObject({ code: "sim.broken" });
    });
  });

  test("another leaf where there was one, and a signature before a register is whole", async () => {
    await settled(async (world) => {
      const [author] = world.machines;
      const { row } = author.party;
      const head = await author.disk.store.head(row.ownOrigin);
      if (head === undefined) throw new Error("Nothing was registered.");
      const leaves = Array.from({ length: head.size }, () => new Uint8Array([1]));
      const register = { origin: row.ownOrigin, expected: undefined, leaves, tiles: [], head };
      expect(() => world.watch.landed(author, { accord: row.accord, register })).toThrow("another leaf 0");
      world.background(author.restore(author.disk.beginning, { manner: "careful", files: "restored" }));
      world.network.up = false;
      await world.run(200_000);
      expect(author.isWhole).toBe(false);
      expect(() => world.watch.signing(author)).toThrow("before it had recovered");
    });
  });

  test("a document acknowledged and not on the disk, other bytes for one, and bytes of what was erased", async () => {
    await settled(async (world) => {
      const [author, receiver] = world.machines;
      const { process } = author;
      if (process) world.background(world.correspondence[0]?.send(process) ?? Promise.resolve());
      await world.run(20_000);
      expect(await world.bodies.settled()).toBe(true);
      await world.bodies.agree();
      const row = (await rowsOn(receiver)).find((one) => one.state === "held");
      if (row === undefined) throw new Error("Nothing has arrived.");
      const { digest } = row;
      const { accord } = receiver.party.row;
      const answer = encodeDocumentAnswer({ kind: "each", documents: new Map([[digest, { kind: "held" }]]) });
      await world.bodies.answering(receiver, answer);
      const { documents } = receiver.disk.store;
      await documents.setState(accord, { digest, state: "expected", at: 0 });
      await expect(world.bodies.answering(receiver, answer)).rejects.toMatchObject({ code: "sim.broken" });
      const altered = new Uint8Array(row.size);
      const path = receiver.disk.files.open({ alive: true }).path(digest);
      receiver.disk.files.restore(new Map([[path, altered]]));
      await documents.arrived(accord, { documents: [{ digest, bytes: altered }], at: 0 });
      await expect(world.bodies.sound(receiver)).rejects.toThrow("other bytes");
      const erased = [{ digest, act: row.act, on: undefined }];
      await receiver.disk.store.commit({ accord, documents: { named: [], opened: [], erased, at: 0 } });
      await expect(world.bodies.agree()).rejects.toMatchObject({ code: "sim.broken" });
    });
  });

  test("that a link was stopped", async () => {
    await settled(async (world) => {
      const side = world.machines[0].process?.side;
      const stopped = { code: "exchange.fork", details: "{}", at: 0 };
      world.background(side?.changeLink({ stopped }) ?? Promise.resolve());
      await expect(world.run(1_000)).rejects.toMatchObject({ code: "sim.broken" });
    });
  });
});

test.each([1, 6, 7, 8])("seed %i breaks no promise", async (seed) => {
  const outcome = await runSeed(seed, { folder, tell: () => undefined });
  expect(outcome.acts).toBeGreaterThan(0);
  expect(outcome.counts.parcels).toBeGreaterThan(0);
});
