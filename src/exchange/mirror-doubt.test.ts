import { describe, expect, test } from "vitest";
import { fromUtf8, utf8 } from "../base/index.ts";
import { encodeParcel, parseParcel } from "./parcel.ts";
import { mirrored, north, northSide, pair, parcelOf, provedBy, receive, southSide } from "./testing/mirrored.ts";
import { kept, leavesOf, seenTooMuch, signersOf, TestNode } from "./testing.ts";

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
