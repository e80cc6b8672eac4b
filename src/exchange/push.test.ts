import { describe, expect, test } from "vitest";
import { Fault, fromUtf8, refuse, utf8 } from "../base/index.ts";
import { type Answer, encodeAnswer } from "./answer.ts";
import { receiveParcel } from "./mirror.ts";
import { encodeParcel, parseParcel } from "./parcel.ts";
import type { PushPort } from "./port.ts";
import { createPusher, type Pusher, type PushLimits } from "./push.ts";
import { sizeOf } from "./size.ts";
import { kept, leavesOf, TestNode, twoSides } from "./testing.ts";

const [northSide, southSide] = twoSides();
const { origin } = northSide.sides.own;
const limits: PushLimits = { leaves: 4, bytes: 1000, firstPause: 100, longestPause: 1600, idle: 60_000 };

type Carrier = (parcel: Uint8Array, deliver: () => Promise<Uint8Array>) => Promise<Uint8Array | "unreachable">;

/** An author with a pusher, the mirror it pushes to, and the road between them. Pauses are noted, and pass at once. */
class Road {
  readonly author = new TestNode(northSide);
  readonly mirror = new TestNode(southSide);
  readonly parcels: { start: number; end: number }[] = [];
  readonly pauses: number[] = [];
  /** What the pusher said was wrong as each parcel left. */
  readonly errors: (string | undefined)[] = [];
  underWay = 0;
  /** What happens to each parcel in turn; then they are delivered. */
  readonly carriers: Carrier[] = [];
  /** How many pauses after failures pass at once; the next one lasts. */
  patience = 100;
  readonly pusher: Pusher;
  #settled: () => void = () => undefined;

  constructor(port: Partial<PushPort> = {}) {
    const { author } = this;
    const base: PushPort = {
      reader: author.reader,
      condition: () => author.condition(),
      heldSize: () => author.heldSize(),
      recordHeld: (held) => author.recordHeld(held),
      tailMissing: () => author.tailMissing(),
      stop: (stop) => author.stop(stop),
      now: () => author.now(),
      signCheckpointAt: (size) => author.signCheckpointAt(size),
      carry: (bytes) => this.#carry(bytes),
      wait: (pause) => this.#wait(pause),
    };
    this.pusher = createPusher(author.side.sides, { port: { ...base, ...port }, limits });
  }

  /** Runs the pusher until it rests, and gives what its pusher says then. */
  async settled(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#settled = resolve;
    });
  }

  async #carry(bytes: Uint8Array): Promise<Uint8Array | "unreachable"> {
    this.underWay += 1;
    expect(this.underWay).toBe(1);
    const parcel = kept(parseParcel(bytes));
    this.errors.push(this.pusher.state().lastError?.code);
    this.parcels.push({ start: parcel.start, end: parcel.checkpoint.size });
    const deliver = async () => encodeAnswer(await receiveParcel(this.mirror.side.sides, { port: this.mirror, bytes }));
    const carrier = this.carriers.shift();
    const answer = carrier === undefined ? await deliver() : await carrier(bytes, deliver);
    this.underWay -= 1;
    return answer;
  }

  async #wait(pause: { milliseconds: number; woken: Promise<void> }): Promise<void> {
    const after = pause.milliseconds < limits.idle;
    if (after) this.pauses.push(pause.milliseconds);
    if (after && this.patience-- > 0) return;
    this.#settled();
    await pause.woken;
  }
}

async function started(road: Road, leaves: number): Promise<Road> {
  if (leaves > 0) await road.author.append(leavesOf(leaves));
  const settled = road.settled();
  void road.pusher.run();
  await settled;
  return road;
}

async function mirrored(road: Road): Promise<string[]> {
  const leaves = await road.mirror.reader.leaves({ origin, start: 0, end: 100 });
  return leaves.map((leaf) => fromUtf8(leaf) ?? "");
}

const lost: Carrier = async () => "unreachable";
const answerLost: Carrier = async (_, deliver) => {
  await deliver();
  return "unreachable";
};

function answering(answer: Answer): Carrier {
  return async () => encodeAnswer(answer);
}

describe("a pusher", () => {
  test("sends everything in parcels of the set size, each ending at a signed checkpoint, and then is idle", async () => {
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

describe("an answer", () => {
  const cases: [string, Answer, string][] = [
    ["that asks for more than was sent", { kind: "behind", size: sizeOf(2) }, "exchange.impossibleAnswer"],
    ["that refuses", refuse("exchange.recovering"), "exchange.recovering"],
    ["that the link is stopped there", { kind: "stopped", code: "exchange.fork" }, "exchange.stoppedThere"],
    ["that holds no note", { kind: "held", note: utf8("held, believe me") }, "seal.badNote"],
  ];
  test.each(cases)("%s is told, and the parcel is sent again", async (_, answer, code) => {
    const road = new Road();
    road.carriers.push(answering(answer));
    await started(road, 1);
    expect(road.errors).toEqual([undefined, code]);
    expect(await road.author.heldSize()).toBe(1);
  });

  test("with a receipt that the other side has not cosigned is not believed", async () => {
    const road = new Road();
    road.carriers.push(async () => {
      const head = await road.author.reader.head(origin);
      return encodeAnswer({ kind: "held", note: head?.checkpoint ?? utf8("") });
    });
    road.patience = 1;
    await started(road, 1);
    expect(await road.author.heldSize()).toBe(1);
    expect(road.parcels).toHaveLength(2);
  });

  test("of long ago, played again, is met slowly and moves nothing back", async () => {
    const road = await started(new Road(), 2);
    const old = road.author.held.get(origin)?.note ?? utf8("");
    await road.author.append(leavesOf(2, "more"));
    road.carriers.push(answering({ kind: "held", note: old }), answering({ kind: "held", note: old }));
    const settled = road.settled();
    road.pusher.poke();
    await settled;
    expect(road.pauses.length).toBeGreaterThan(1);
    expect(await road.author.heldSize()).toBe(4);
  });

  test("that shows a gap again and again is met slowly", async () => {
    const road = await started(new Road(), 6);
    await road.author.append(leavesOf(2, "more"));
    road.patience = 0;
    road.carriers.push(answering({ kind: "behind", size: sizeOf(4) }), answering({ kind: "behind", size: sizeOf(3) }));
    const settled = road.settled();
    road.pusher.poke();
    await settled;
    expect(road.pusher.state().lastError).toMatchObject({ code: "exchange.stillBehind", details: { size: 3 } });
  });

  test("with a receipt for more leaves than there are begins a recovery, and nothing more is sent", async () => {
    const road = await started(new Road(), 5);
    const restored = new TestNode(northSide);
    await restored.append(leavesOf(2));
    const second = new Road({
      reader: restored.reader,
      heldSize: () => restored.heldSize(),
      condition: () => restored.condition(),
      tailMissing: () => restored.tailMissing(),
    });
    second.mirror.reader = road.mirror.reader;
    await started(second, 0);
    expect(restored.state.recovering).toBe(true);
    expect(second.pusher.state().phase).toBe("paused");
  });

  test("with a receipt for another history of ours stops the link with evidence against ourselves", async () => {
    const road = await started(new Road(), 2);
    const note = (await road.mirror.reader.head(origin))?.checkpoint ?? utf8("");
    const second = new Road();
    await second.author.append(leavesOf(3, "other"));
    second.carriers.push(answering({ kind: "held", note }));
    await started(second, 0);
    expect(second.author.state.stopped).toBe("exchange.ownFork");
    expect(second.pusher.state().phase).toBe("paused");
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
