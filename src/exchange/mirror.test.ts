import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fault, fromUtf8, utf8 } from "../base/index.ts";
import { encodeParcel } from "./parcel.ts";
import { damagesOf, heldSize, mirrored, north, pair, parcelOf, receive, southSide } from "./testing/mirrored.ts";
import { leavesOf } from "./testing.ts";

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

  test("that landed while its answer was lost is answered next time with what was stored", async () => {
    const { author, mirror } = pair();
    await author.append(leavesOf(3));
    mirror.faults.push("landed");
    const parcel = await parcelOf(author, { start: 0, end: 3 });
    await expect(receive(mirror, parcel)).rejects.toMatchObject({ code: "store.answerLost" });
    const stored = await mirror.reader.head(north.origin);
    expect(await receive(mirror, parcel)).toEqual({ kind: "held", note: stored?.checkpoint });
  });

  test("that lost its race is tried again; a race without end is answered with where the mirror stands", async () => {
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
