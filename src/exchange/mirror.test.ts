import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fault, fromUtf8, utf8 } from "../base/index.ts";
import { checkRegister, parseCheckpoint, verifyCosignature } from "../register/index.ts";
import type { Answer } from "./answer.ts";
import { verifyEvidence } from "./evidence.ts";
import { receiveParcel } from "./mirror.ts";
import { encodeParcel, parseParcel } from "./parcel.ts";
import { sizeOf } from "./size.ts";
import { kept, leavesOf, seenTooMuch, signersOf, suite, TestNode, twoSides } from "./testing.ts";

const [northSide, southSide] = twoSides();
const north = northSide.sides.own;

/** The author's node, and the node that mirrors it. */
function pair(): { author: TestNode; mirror: TestNode } {
  return { author: new TestNode(northSide), mirror: new TestNode(southSide) };
}

async function parcelOf(author: TestNode, range: { start: number; end: number }): Promise<Uint8Array> {
  const { start, end } = range;
  const note = kept((await author.signCheckpointAt(sizeOf(end))) ?? utf8(""));
  const leaves = await author.reader.leaves({ origin: north.origin, start, end });
  return encodeParcel({ origin: north.origin, start, note, leaves, acknowledgement: undefined });
}

async function receive(mirror: TestNode, bytes: Uint8Array): Promise<Answer> {
  return await receiveParcel(mirror.side.sides, { port: mirror, bytes });
}

async function mirrored(mirror: TestNode): Promise<string[]> {
  const leaves = await mirror.reader.leaves({ origin: north.origin, start: 0, end: 1000 });
  return leaves.map((leaf) => fromUtf8(leaf) ?? "");
}

function heldSize(answer: Answer): number | undefined {
  if (answer.kind !== "held") return undefined;
  const cosigned = { suite, bytes: answer.note, cosignerName: southSide.sides.own.cosigner };
  kept(verifyCosignature({ ...cosigned, keys: southSide.sides.own.keys }));
  return kept(parseCheckpoint(answer.note)).checkpoint.size;
}

/** What the evidence of the only stop proves to one who has the founding's keys and nothing else. */
function provedBy(mirror: TestNode): unknown {
  const identities = [northSide.sides.own, southSide.sides.own];
  const keysOfOrigin = (origin: string) => identities.find((each) => each.origin === origin)?.keys;
  expect(mirror.stops).toHaveLength(1);
  return verifyEvidence({ suite, bytes: mirror.stops[0]?.evidence ?? utf8(""), keysOf: keysOfOrigin });
}

async function damagesOf(node: TestNode): Promise<number> {
  for await (const finding of checkRegister({ suite, reader: node.reader, origin: north.origin, keys: north.keys })) {
    if (finding.kind === "end") return finding.damages;
  }
  return -1;
}

describe("an honest author", () => {
  test("is mirrored, cosigned, and answered the same when the parcel comes again", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(5));
    const parcel = await parcelOf(author, { start: 0, end: 5 });
    const first = await receive(mirror, parcel);
    expect(heldSize(first)).toBe(5);
    expect(await receive(mirror, parcel)).toEqual(first);
    expect(await mirrored(mirror)).toEqual(["leaf 0", "leaf 1", "leaf 2", "leaf 3", "leaf 4"]);
    expect(await damagesOf(mirror)).toBe(0);
  });

  test("is told where to go on when a parcel begins after the mirror's end", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(5));
    expect(await receive(mirror, await parcelOf(author, { start: 3, end: 5 }))).toEqual({ kind: "behind", size: 0 });
    await receive(mirror, await parcelOf(author, { start: 0, end: 2 }));
    expect(await receive(mirror, await parcelOf(author, { start: 3, end: 5 }))).toEqual({ kind: "behind", size: 2 });
    expect(await mirrored(mirror)).toHaveLength(2);
  });

  test("is told that an empty mirror has nothing when it has nothing itself", async () => {
    const { author, mirror } = pair();
    expect(await receive(mirror, await parcelOf(author, { start: 0, end: 0 }))).toEqual({ kind: "behind", size: 0 });
  });

  test("has its receipt delivered with the parcel of the other side", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(2));
    const answer = await receive(mirror, await parcelOf(author, { start: 0, end: 2 }));
    await mirror.append(leavesOf(1, "south"));
    const { origin } = southSide.sides.own;
    const head = await mirror.reader.head(origin);
    const leaves = await mirror.reader.leaves({ origin, start: 0, end: 1 });
    const acknowledgement = answer.kind === "held" ? answer.note : undefined;
    const note = head?.checkpoint ?? utf8("");
    await receive(author, encodeParcel({ origin, start: 0, note, leaves, acknowledgement }));
    expect(await author.heldSize()).toBe(2);
  });

  test("ends with a mirror equal to its register whatever is cut, repeated, reordered or lost", async () => {
    const parcel = fc.record({
      start: fc.nat(9),
      length: fc.nat(6),
      fault: fc.constantFrom(undefined, "lost", "landed", "conflict"),
    });
    const law = fc.asyncProperty(fc.array(parcel, { maxLength: 14 }), async (plan) => {
      const { author, mirror } = pair();
      await author.append(leavesOf(9));
      const whole = leavesOf(9).map((leaf) => fromUtf8(leaf));
      for (const { start, length, fault } of plan) {
        if (fault !== undefined) mirror.faults.push(fault);
        const end = Math.min(9, start + length);
        const before = (await mirrored(mirror)).length;
        const answer = await receive(mirror, await parcelOf(author, { start: Math.min(start, end), end })).catch(
          (fault: Fault) => fault,
        );
        const after = await mirrored(mirror);
        expect(after).toEqual(whole.slice(0, after.length));
        expect(after.length).toBeGreaterThanOrEqual(before);
        if (!(answer instanceof Error)) expect(["held", "behind"]).toContain(answer.kind);
        if (!(answer instanceof Error) && answer.kind === "held") expect(heldSize(answer)).toBe(after.length);
      }
      mirror.faults.length = 0;
      expect(heldSize(await receive(mirror, await parcelOf(author, { start: 0, end: 9 })))).toBe(9);
      expect(await damagesOf(mirror)).toBe(0);
      expect(mirror.stops).toEqual([]);
    });
    await fc.assert(law, { numRuns: 25 });
  });
});

describe("a write", () => {
  test("that did not land is made by the next try, and nothing was answered before", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(3));
    mirror.faults.push("lost");
    const parcel = await parcelOf(author, { start: 0, end: 3 });
    await expect(receive(mirror, parcel)).rejects.toMatchObject({ code: "store.writeFailed" });
    expect(await mirrored(mirror)).toEqual([]);
    expect(heldSize(await receive(mirror, parcel))).toBe(3);
  });

  test("that landed while its answer was lost is answered by the next try with what was stored", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(3));
    mirror.faults.push("landed");
    const parcel = await parcelOf(author, { start: 0, end: 3 });
    await expect(receive(mirror, parcel)).rejects.toMatchObject({ code: "store.answerLost" });
    const stored = await mirror.reader.head(north.origin);
    expect(await receive(mirror, parcel)).toEqual({ kind: "held", note: stored?.checkpoint });
  });

  test("that lost its race is tried again, and a race without end is answered with where the mirror stands", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(3));
    mirror.faults.push("conflict", "conflict");
    const parcel = await parcelOf(author, { start: 0, end: 3 });
    expect(heldSize(await receive(mirror, parcel))).toBe(3);
    await author.append(leavesOf(1, "more"));
    for (let i = 0; i < 16; i++) mirror.faults.push("conflict");
    const more = await parcelOf(author, { start: 3, end: 4 });
    expect(await receive(mirror, more)).toEqual({ kind: "behind", size: 3 });
  });
});

/** An author with another history from leaf `from` on. */
async function otherHistory(from: number, length: number): Promise<TestNode> {
  const author = new TestNode(northSide);
  await author.append([...leavesOf(from), ...leavesOf(length - from, "other")]);
  return author;
}

describe("a forked author", () => {
  test.each([
    ["another head of the mirror's size", { start: 0, end: 6 }],
    ["a head smaller than the mirror's that is no beginning of it", { start: 0, end: 5 }],
    ["a head larger than the mirror's after leaves were rewritten", { start: 0, end: 9 }],
    ["a head larger than the mirror's, shown from the middle on", { start: 3, end: 9 }],
    ["a smaller head without any leaf", { start: 4, end: 4 }],
  ])("is stopped with proof: %s", async (_, range) => {
    const { author, mirror } = pair();
    await author.append(leavesOf(6));
    await receive(mirror, await parcelOf(author, { start: 0, end: 6 }));
    const forked = await otherHistory(3, 9);
    const answer = await receive(mirror, await parcelOf(forked, range));
    expect(answer).toEqual({ kind: "stopped", code: "exchange.fork" });
    expect(await mirrored(mirror)).toEqual(leavesOf(6).map((leaf) => fromUtf8(leaf)));
    expect(provedBy(mirror)).toMatchObject({ kind: "fork", origin: north.origin });
    const again = await receive(mirror, await parcelOf(author, { start: 0, end: 6 }));
    expect(again).toEqual({ kind: "stopped", code: "exchange.fork" });
  });

  test("proves nothing by leaves that do not give its root, and nothing is kept of them", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(6));
    await receive(mirror, await parcelOf(author, { start: 0, end: 6 }));
    const forked = await otherHistory(3, 9);
    const after = await receive(mirror, await parcelOf(forked, { start: 6, end: 9 }));
    expect(after).toMatchObject({ kind: "refused", code: "exchange.rootDiffers", details: { start: 6, size: 9 } });
    expect(await mirrored(mirror)).toHaveLength(6);
    expect(mirror.stops).toEqual([]);
  });
});

describe("a parcel is refused", () => {
  test("when its leaves are not those of its checkpoint", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(6));
    const parcel = kept(parseParcel(await parcelOf(author, { start: 0, end: 6 })));
    const leaves = parcel.leaves.map((leaf, i) => (i === 4 ? utf8("leaf X") : leaf));
    const changed = encodeParcel({ ...parcel, leaves });
    expect(await receive(mirror, changed)).toMatchObject({ code: "exchange.rootDiffers" });
    await receive(mirror, await parcelOf(author, { start: 0, end: 6 }));
    expect(await receive(mirror, changed)).toMatchObject({ code: "exchange.leavesDiffer", details: { index: 4 } });
    await author.append(leavesOf(2, "more"));
    const longer = kept(parseParcel(await parcelOf(author, { start: 0, end: 8 })));
    const mixed = encodeParcel({ ...longer, leaves: [...leaves, ...longer.leaves.slice(6)] });
    expect(await receive(mirror, mixed)).toMatchObject({ code: "exchange.leavesDiffer", details: { index: 4 } });
    expect(mirror.stops).toEqual([]);
  });

  test("when its checkpoint is not signed by the author's keys", async () => {
    const { author, mirror } = pair();
    const stranger = new TestNode({ sides: northSide.sides, signers: signersOf(9) });
    await author.append(leavesOf(2));
    await stranger.append(leavesOf(2));
    const answer = await receive(mirror, await parcelOf(stranger, { start: 0, end: 2 }));
    expect(answer).toMatchObject({ kind: "refused", code: "seal.noteSignatureMissing" });
    expect(await mirrored(mirror)).toEqual([]);
  });

  test("when its register is not the one mirrored here", async () => {
    const { author } = pair();
    await author.append(leavesOf(1));
    const parcel = await parcelOf(author, { start: 0, end: 1 });
    expect(await receive(author, parcel)).toMatchObject({ code: "exchange.unknownOrigin" });
  });

  test("when it is no parcel", async () => {
    expect(await receive(pair().mirror, utf8("hello"))).toMatchObject({ code: "exchange.notParcel" });
  });

  test("while the own register is being recovered", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(1));
    await mirror.tailMissing();
    const parcel = await parcelOf(author, { start: 0, end: 1 });
    expect(await receive(mirror, parcel)).toMatchObject({ code: "exchange.recovering" });
    expect(await mirrored(mirror)).toEqual([]);
  });

  test("when the receipt in it is not cosigned by its sender", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(1));
    await mirror.append(leavesOf(1, "south"));
    const parcel = kept(parseParcel(await parcelOf(author, { start: 0, end: 1 })));
    const own = await mirror.reader.head(southSide.sides.own.origin);
    const bytes = encodeParcel({ ...parcel, acknowledgement: own?.checkpoint });
    expect(await receive(mirror, bytes)).toMatchObject({ code: "seal.noteSignatureMissing" });
  });
});

describe("a receipt in a parcel", () => {
  test("for more than the own register has begins a recovery, and nothing is cosigned", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(3));
    const answer = await receive(mirror, await parcelOf(author, { start: 0, end: 3 }));
    const restored = new TestNode(northSide);
    await restored.append(leavesOf(1));
    await mirror.append(leavesOf(1, "south"));
    const { origin } = southSide.sides.own;
    const leaves = await mirror.reader.leaves({ origin, start: 0, end: 1 });
    const note = (await mirror.reader.head(origin))?.checkpoint ?? utf8("");
    const acknowledgement = answer.kind === "held" ? answer.note : undefined;
    const bytes = encodeParcel({ origin, start: 0, note, leaves, acknowledgement });
    expect(await receive(restored, bytes)).toMatchObject({ code: "exchange.recovering" });
    expect(restored.state.recovering).toBe(true);
    expect(await restored.reader.head(origin)).toBeUndefined();
  });

  test("for another history of the own register stops the link with evidence against oneself", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(3));
    const answer = await receive(mirror, await parcelOf(author, { start: 0, end: 3 }));
    const forked = await otherHistory(1, 4);
    await mirror.append(leavesOf(1, "south"));
    const { origin } = southSide.sides.own;
    const leaves = await mirror.reader.leaves({ origin, start: 0, end: 1 });
    const note = (await mirror.reader.head(origin))?.checkpoint ?? utf8("");
    const acknowledgement = answer.kind === "held" ? answer.note : undefined;
    const bytes = encodeParcel({ origin, start: 0, note, leaves, acknowledgement });
    expect(await receive(forked, bytes)).toEqual({ kind: "stopped", code: "exchange.ownFork" });
    expect(provedBy(forked)).toMatchObject({ kind: "fork", origin: north.origin });
  });
});

describe("a leaf that has seen the future", () => {
  test.each([0, 2])("stops the link with its inclusion and the own head of %i leaves", async (size) => {
    const { author, mirror } = pair();
    await author.append(leavesOf(3));
    if (size > 0) await mirror.append(leavesOf(size, "south"));
    await receive(mirror, await parcelOf(author, { start: 0, end: 1 }));
    mirror.judge = () => seenTooMuch(2, { claimed: 7, size });
    const answer = await receive(mirror, await parcelOf(author, { start: 0, end: 3 }));
    expect(answer).toEqual({ kind: "stopped", code: "exchange.seenFuture" });
    expect(await mirrored(mirror)).toHaveLength(1);
    const proved = provedBy(mirror);
    expect(proved).toMatchObject({ kind: "seenFuture", author: north.origin, index: 2, claimed: 7, size });
    expect(proved).toMatchObject({ leaf: utf8("leaf 2") });
  });

  test("is a fault of the node when it does not say which leaf", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(3));
    mirror.judge = () => seenTooMuch(99, { claimed: 7, size: 0 });
    const parcel = await parcelOf(author, { start: 0, end: 3 });
    await expect(receive(mirror, parcel)).rejects.toMatchObject({ code: "exchange.unnamedLeaf" });
  });
});
