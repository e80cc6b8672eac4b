import { describe, expect, test } from "vitest";
import { fromUtf8, utf8 } from "../base/index.ts";
import { readerOfParcels } from "./bagReader.ts";
import { verifyEvidence } from "./evidence.ts";
import { signingGuard } from "./guard.ts";
import { receiveParcel } from "./mirror.ts";
import { encodeParcel, type Parcel, parseParcel } from "./parcel.ts";
import type { PeerReader } from "./port.ts";
import { type RecoveryOutcome, recoverOwnTail } from "./recover.ts";
import { sizeOf } from "./size.ts";
import { kept, leavesOf, suite, TestNode, twoSides } from "./testing.ts";

const [northSide, southSide] = twoSides();
const { origin } = northSide.sides.own;

async function parcelOf(author: TestNode, range: { start: number; end: number }): Promise<Parcel> {
  const note = (await author.signCheckpointAt(sizeOf(range.end))) ?? utf8("");
  const leaves = await author.reader.leaves({ origin, ...range });
  const bytes = encodeParcel({ origin, start: range.start, note, leaves, acknowledgement: undefined });
  return kept(parseParcel(bytes));
}

/** A mirror that has taken the author's register in parcels of three leaves, as the author may read it. */
async function mirrorOf(author: TestNode): Promise<PeerReader> {
  const mirror = new TestNode(southSide);
  const notes: { size: number; note: Uint8Array }[] = [];
  const size = (await author.reader.head(origin))?.size ?? 0;
  for (let start = 0; start < size; start += 3) {
    const parcel = await parcelOf(author, { start, end: Math.min(size, start + 3) });
    const answer = await receiveParcel(southSide.sides, { port: mirror, bytes: encodeParcel(parcel) });
    if (answer.kind === "held") notes.push({ size: parcel.checkpoint.size, note: answer.note });
  }
  return {
    newest: async () => notes.at(-1)?.note,
    covering: async (index) => notes.find((each) => each.size > index)?.note,
    leaves: async (range) => await mirror.reader.leaves({ origin, ...range }),
  };
}

async function authorOf(...leaves: readonly (readonly Uint8Array[])[]): Promise<TestNode> {
  const author = new TestNode(northSide);
  for (const batch of leaves) if (batch.length > 0) await author.append(batch);
  return author;
}

/** An author restored from a backup of its first leaves. */
async function restored(count: number): Promise<TestNode> {
  const author = await authorOf(leavesOf(count));
  author.state = { stopped: undefined, recovering: true };
  return author;
}

async function recover(node: TestNode, peer: PeerReader): Promise<RecoveryOutcome> {
  const port = {
    peer,
    reader: node.reader,
    condition: () => node.condition(),
    heldSize: () => node.heldSize(),
    recordHeld: (held: Parameters<TestNode["recordHeld"]>[0]) => node.recordHeld(held),
    tailMissing: () => node.tailMissing(),
    stop: (stop: Parameters<TestNode["stop"]>[0]) => node.stop(stop),
    now: () => node.now(),
    commitOwn: (commit: Parameters<TestNode["commitOwn"]>[0]) => node.commitOwn(commit),
  };
  return await recoverOwnTail(node.side.sides, port);
}

async function leavesIn(node: TestNode): Promise<string[]> {
  return (await node.reader.leaves({ origin, start: 0, end: 100 })).map((leaf) => fromUtf8(leaf) ?? "");
}

const ten = leavesOf(10).map((leaf) => fromUtf8(leaf));

describe("a restored node", () => {
  test.each([0, 1, 3, 7, 10])(
    "that still has %i of ten leaves gets the others back, and their receipts",
    async (count) => {
      const peer = await mirrorOf(await authorOf(leavesOf(10)));
      const node = await restored(count);
      expect(await recover(node, peer)).toEqual({ kind: "recovered", size: 10, added: 10 - count });
      expect(await leavesIn(node)).toEqual(ten);
      expect(await node.heldSize()).toBe(10);
    },
  );

  test("keeps what the other side has never had", async () => {
    const peer = await mirrorOf(await authorOf(leavesOf(4)));
    const node = await restored(6);
    expect(await recover(node, peer)).toEqual({ kind: "recovered", size: 6, added: 0 });
    expect(await node.heldSize()).toBe(4);
  });

  test("has nothing to recover from a side that mirrors nothing", async () => {
    const peer = await mirrorOf(await authorOf());
    expect(await recover(await restored(2), peer)).toEqual({ kind: "recovered", size: 2, added: 0 });
    expect(await recover(await restored(0), peer)).toEqual({ kind: "recovered", size: 0, added: 0 });
  });

  test("goes on where it was interrupted", async () => {
    const peer = await mirrorOf(await authorOf(leavesOf(10)));
    const node = await restored(2);
    let answers = 3;
    const failing: PeerReader = {
      ...peer,
      leaves: async (range) => (answers-- > 0 ? await peer.leaves(range) : "unreachable"),
    };
    expect(await recover(node, failing)).toEqual({ kind: "unreachable" });
    const partly = (await leavesIn(node)).length;
    expect(partly).toBeGreaterThan(2);
    expect(await recover(node, peer)).toEqual({ kind: "recovered", size: 10, added: 10 - partly });
  });

  test.each(["lost", "landed"] as const)("whose write was %s recovers by trying again", async (fault) => {
    const peer = await mirrorOf(await authorOf(leavesOf(10)));
    const node = await restored(2);
    node.faults.push(fault);
    await expect(recover(node, peer)).rejects.toMatchObject({ name: "Fault" });
    expect(await recover(node, peer)).toMatchObject({ kind: "recovered", size: 10 });
    expect(await leavesIn(node)).toEqual(ten);
  });

  test("whose write lost a race looks again", async () => {
    const peer = await mirrorOf(await authorOf(leavesOf(10)));
    const node = await restored(2);
    node.faults.push("conflict");
    expect(await recover(node, peer)).toEqual({ kind: "recovered", size: 10, added: 8 });
  });

  test("recovers from parcels of a bag, in any order, and hears which are missing", async () => {
    const author = await authorOf(leavesOf(10));
    const ranges = [
      { start: 6, end: 10 },
      { start: 0, end: 4 },
      { start: 3, end: 7 },
    ];
    const parcels = await Promise.all(ranges.map((range) => parcelOf(author, range)));
    const node = await restored(1);
    expect(await recover(node, readerOfParcels(parcels))).toEqual({ kind: "recovered", size: 10, added: 9 });
    expect(await leavesIn(node)).toEqual(ten);
    expect(await node.heldSize()).toBe(0);
    const gap = await restored(1);
    const without = readerOfParcels(parcels.slice(0, 2));
    expect(await recover(gap, without)).toMatchObject({ code: "exchange.peerLeavesMissing", details: { start: 4 } });
    expect(await leavesIn(gap)).toHaveLength(4);
  });
});

describe("recovery is refused", () => {
  test("a checkpoint that our keys have not signed", async () => {
    const stranger = new TestNode(southSide);
    await stranger.append(leavesOf(3));
    const note = (await stranger.reader.head(southSide.sides.own.origin))?.checkpoint;
    const peer: PeerReader = { newest: async () => note, covering: async () => note, leaves: async () => leavesOf(3) };
    expect(await recover(await restored(1), peer)).toMatchObject({ code: "register.wrongOrigin" });
  });

  test.each([0, 2])("leaves that do not give the signed root, with %i leaves of our own", async (count) => {
    const peer = await mirrorOf(await authorOf(leavesOf(6)));
    const lying: PeerReader = {
      ...peer,
      leaves: async ({ start, end }) => leavesOf(6, "lie").slice(start, end),
    };
    const node = await restored(count);
    expect(await recover(node, lying)).toMatchObject({ code: "exchange.peerLeavesWrong" });
    expect(await leavesIn(node)).toHaveLength(count);
    expect(node.stops).toEqual([]);
  });

  test("by a peer that does not answer", async () => {
    const unreachable = async () => "unreachable" as const;
    const peer: PeerReader = { newest: unreachable, covering: unreachable, leaves: unreachable };
    expect(await recover(await restored(1), peer)).toEqual({ kind: "unreachable" });
    const half = { ...(await mirrorOf(await authorOf(leavesOf(6)))), covering: unreachable };
    expect(await recover(await restored(1), half)).toEqual({ kind: "unreachable" });
  });
});

describe("a node that signed after a careless restore", () => {
  test.each([
    ["shorter than the mirror", 3],
    ["as long as the mirror", 6],
    ["longer than the mirror", 8],
  ])("finds its own fork, with evidence, when its register is %s", async (_, length) => {
    const peer = await mirrorOf(await authorOf(leavesOf(6)));
    const node = await authorOf(leavesOf(2), leavesOf(length - 2, "anew"));
    expect(await recover(node, peer)).toEqual({ kind: "stopped" });
    expect(node.state.stopped).toBe("exchange.ownFork");
    expect(await leavesIn(node)).toHaveLength(length);
    const bytes = node.stops[0]?.evidence ?? utf8("");
    const proved = verifyEvidence({ suite, bytes, keysOf: () => northSide.sides.own.keys });
    expect(proved).toMatchObject({ kind: "fork", origin });
  });
});

test("nothing may be signed while the link is stopped or the register is recovering", () => {
  expect(signingGuard({ stopped: undefined, recovering: false })).toBeUndefined();
  expect(signingGuard({ stopped: undefined, recovering: true })).toMatchObject({ code: "exchange.recovering" });
  expect(signingGuard({ stopped: "exchange.fork", recovering: true })).toMatchObject({
    code: "exchange.linkStopped",
    details: { code: "exchange.fork" },
  });
});
