import { describe, expect, test } from "vitest";
import { Fault, utf8 } from "../base/index.ts";
import { receiveParcel } from "./mirror.ts";
import { encodeParcel } from "./parcel.ts";
import { sizeOf } from "./size.ts";
import { answerLost, lost, mirrored, Road, southSide, started } from "./testing/road.ts";
import { leavesOf, TestNode } from "./testing.ts";

describe("a pusher", () => {
  test("sends everything in parcels of the set size, each ending at a checkpoint, and then is idle", async () => {
    const road = await started(new Road(), 10);
    expect(road.parcels).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 8 },
      { start: 8, end: 10 },
    ]);
    expect(await road.author.heldSize()).toBe(10);
    expect(road.pusher.state()).toMatchObject({ phase: "idle", queue: 0, lastError: undefined });
  });

  test("cuts parcels by bytes too, and sends a leaf larger than that alone", async () => {
    const road = new Road();
    await road.author.append([new Uint8Array(1500), new Uint8Array(600), new Uint8Array(600)]);
    await started(road, 0);
    expect(road.parcels.map((parcel) => parcel.end)).toEqual([1, 2, 3]);
  });

  test("sends at once when it is idle and poked", async () => {
    const road = await started(new Road(), 1);
    await road.author.append(leavesOf(1, "more"));
    const settled = road.settled();
    road.pusher.poke();
    await settled;
    expect(road.parcels.at(-1)).toEqual({ start: 1, end: 2 });
    expect(road.pauses).toEqual([]);
  });

  test("asks once what the other side has, even when it has nothing to send", async () => {
    const road = await started(new Road(), 0);
    expect(road.parcels).toEqual([{ start: 0, end: 0 }]);
    expect(road.pusher.state()).toMatchObject({ phase: "idle", lastError: undefined });
  });

  test("is closed when it is told so, also while it waits", async () => {
    const road = new Road();
    const settled = road.settled();
    const running = road.pusher.run();
    await settled;
    road.pusher.close();
    await running;
    expect(road.pusher.state().phase).toBe("closed");
  });

  test("reads on where a parcel ends while that parcel travels", async () => {
    const road = new Road();
    const reads: number[] = [];
    const reader = road.author.reader;
    const leaves = reader.leaves.bind(reader);
    reader.leaves = async (range) => {
      reads.push(range.start);
      return await leaves(range);
    };
    const release = Promise.withResolvers<void>();
    road.carriers.push(async (_, deliver) => {
      await release.promise;
      return await deliver();
    });
    await road.author.append(leavesOf(8));
    const settled = road.settled();
    void road.pusher.run();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(reads).toEqual([0, 4]);
    release.resolve();
    await settled;
    expect(reads).toEqual([0, 4]);
    expect(await road.author.heldSize()).toBe(8);
  });
});

describe("when the road fails, a pusher", () => {
  test("sends a lost parcel again", async () => {
    const road = new Road();
    road.carriers.push(lost);
    await started(road, 3);
    expect(road.parcels).toEqual([
      { start: 0, end: 3 },
      { start: 0, end: 3 },
    ]);
    expect(await road.author.heldSize()).toBe(3);
  });

  test("sends a parcel whose answer was lost again, and it is mirrored once", async () => {
    const road = new Road();
    road.carriers.push(answerLost);
    await started(road, 3);
    expect(await mirrored(road)).toHaveLength(3);
    expect(await road.author.heldSize()).toBe(3);
  });

  test("waits twice as long after each failure, up to the longest pause, and never gives up", async () => {
    const road = new Road();
    for (let i = 0; i < 7; i++) road.carriers.push(lost);
    await started(road, 1);
    expect(road.pauses).toEqual([100, 100, 100, 100, 300, 100, 700, 100, 1500, 100, 1500, 100, 1500]);
    expect(await road.author.heldSize()).toBe(1);
  });

  test("says what is wrong and how much waits, and a poke ends the pause", async () => {
    const road = new Road();
    road.patience = 2;
    road.carriers.push(lost, lost);
    await started(road, 3);
    expect(road.pusher.state()).toMatchObject({
      phase: "waiting",
      queue: 3,
      lastContact: undefined,
      lastError: { code: "exchange.unreachable" },
    });
    const settled = road.settled();
    road.pusher.poke();
    await settled;
    expect(road.pusher.state()).toMatchObject({ phase: "idle", queue: 0, lastError: undefined });
  });

  test("takes an answer that is none, and a fault of its own store, as failures that may pass", async () => {
    let faults = 1;
    const road = new Road({
      recordHeld: async (held) => {
        if (faults-- > 0) throw new Fault("store.diskFull", "No room.");
        await road.author.recordHeld(held);
      },
    });
    road.carriers.push(async () => utf8("<html>502</html>"));
    await started(road, 2);
    expect(road.parcels).toHaveLength(3);
    expect(await road.author.heldSize()).toBe(2);
  });

  test("goes on from where a mirror stands that came back from a backup", async () => {
    const road = await started(new Road(), 9);
    const restored = new TestNode(southSide);
    road.mirror.reader = restored.reader;
    await road.author.append(leavesOf(1, "more"));
    const settled = road.settled();
    road.pusher.poke();
    await settled;
    expect(road.pauses).toEqual([]);
    expect(await mirrored(road)).toHaveLength(10);
    expect(await road.author.heldSize()).toBe(10);
  });
});

test("a pusher sends nothing while nothing may be signed", async () => {
  const road = new Road({ signCheckpointAt: async () => undefined });
  await started(road, 6);
  expect(road.parcels).toEqual([]);
  expect(road.pusher.state().phase).toBe("paused");
});

test("a pusher carries the receipt for what the other side has sent", async () => {
  const road = new Road();
  await road.mirror.append(leavesOf(2, "south"));
  const south = southSide.sides.own.origin;
  const note = (await road.mirror.signCheckpointAt(sizeOf(2))) ?? utf8("");
  const leaves = await road.mirror.reader.leaves({ origin: south, start: 0, end: 2 });
  const bytes = encodeParcel({ origin: south, start: 0, note, leaves, acknowledgement: undefined });
  await receiveParcel(road.author.side.sides, { port: road.author, bytes });
  expect(await road.mirror.heldSize()).toBe(0);
  await started(road, 1);
  expect(await road.mirror.heldSize()).toBe(2);
});
