// The contract, first part: accords, registers, and the compare-and-swap on their heads.

import { expect, test } from "vitest";
import { concat, utf8 } from "../../base/index.ts";
import { actId, commitOfActs, other, own, RegisterWriter, sampleAccord, sampleAct, sampleHeld } from "./sample.ts";
import { type MakeStand, onStand } from "./stand.ts";

const { accord, ownOrigin, otherOrigin } = sampleAccord();

export function registerContract(make: MakeStand): void {
  accordTests(make);
  readingTests(make);
  swapTests(make);
  heldTests(make);
}

function accordTests(make: MakeStand): void {
  test("an accord is added once, seen by every connection, and found again after a restart", () =>
    onStand(make, async (stand) => {
      const first = await stand.open();
      const second = await stand.open();
      expect(await first.accords()).toEqual([]);
      expect(await first.addAccord(sampleAccord(1))).toBe("added");
      expect(await second.addAccord(sampleAccord(1))).toBe("exists");
      expect(await second.addAccord(sampleAccord(2))).toBe("added");
      expect(await first.accords()).toEqual([sampleAccord(1), sampleAccord(2)]);
      await first.close();
      expect(await (await stand.open()).accords()).toEqual([sampleAccord(1), sampleAccord(2)]);
    }));

  test("one id with two foundings is a fault", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const changed = { ...sampleAccord(), founding: utf8("{}") };
      await expect(store.addAccord(changed)).rejects.toMatchObject({ code: "store.otherFounding" });
      expect(await store.accords()).toEqual([sampleAccord()]);
    }));

  test("an accord, a register or a party that is not here is a fault where it is written to", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const foreign = sampleAccord(2);
      await expect(store.link(foreign.accord)).rejects.toMatchObject({ code: "store.unknownAccord" });
      const register = new RegisterWriter(foreign.ownOrigin).grow(1);
      await expect(store.commit({ accord, register })).rejects.toMatchObject({ code: "store.unknownRegister" });
      await store.addAccord(foreign);
      await expect(store.commit({ accord, register })).rejects.toMatchObject({ code: "store.unknownRegister" });
      expect(await store.head(foreign.ownOrigin)).toBeUndefined();
    }));
}

function readingTests(make: MakeStand): void {
  test("what was committed is read back byte for byte: head, leaves and tiles", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const writer = new RegisterWriter(ownOrigin);
      const tiles = new Map<string, Uint8Array>();
      for (const count of [1, 2, 252, 1, 1, 300, 512]) {
        const register = writer.grow(count);
        for (const tile of register.tiles) tiles.set(`${tile.level}/${tile.index}`, tile.bytes);
        expect(await store.commit({ accord, register })).toBe("committed");
      }
      const reopened = await stand.open();
      expect(await reopened.head(ownOrigin)).toEqual(writer.head);
      expect(await reopened.leaves({ origin: ownOrigin, start: 0, end: 1069 })).toEqual(writer.leaves);
      expect(await reopened.leaves({ origin: ownOrigin, start: 254, end: 258 })).toEqual(writer.leaves.slice(254, 258));
      expect(tiles.size).toBe(6);
      for (const [place, bytes] of tiles) {
        const [level = 0, index = 0] = place.split("/").map(Number);
        expect(await reopened.tile({ origin: ownOrigin, level, index })).toEqual(bytes);
      }
    }));

  test("what is not there is undefined or empty, never another register's", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const mirror = new RegisterWriter(otherOrigin);
      await store.commit({ accord, register: mirror.grow(3) });
      expect(await store.head(ownOrigin)).toBeUndefined();
      expect(await store.leaves({ origin: ownOrigin, start: 0, end: 2 ** 50 })).toEqual([]);
      expect(await store.tile({ origin: ownOrigin, level: 0, index: 2 ** 32 })).toBeUndefined();
      expect(await store.tile({ origin: ownOrigin, level: 8, index: 0 })).toBeUndefined();
      expect(await store.leaves({ origin: otherOrigin, start: 1, end: 2 ** 50 })).toEqual(mirror.leaves.slice(1));
      const nowhere = sampleAccord(9).ownOrigin;
      expect(await store.head(nowhere)).toBeUndefined();
      expect(await store.tile({ origin: nowhere, level: 0, index: 0 })).toBeUndefined();
      expect(await store.leaves({ origin: nowhere, start: 0, end: 1 })).toEqual([]);
    }));

  test("leaves of every length a bundle can carry are kept", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const writer = new RegisterWriter(ownOrigin);
      const leaves = [1, 2, 4095, 4096, 65_535].map((length) => new Uint8Array(length).fill(length & 255));
      await store.commit({ accord, register: writer.append(leaves) });
      expect(concat(await store.leaves({ origin: ownOrigin, start: 0, end: 5 }))).toEqual(concat(leaves));
    }));
}

function swapTests(make: MakeStand): void {
  test("of two writers that start from one head, one commits and the other conflicts, writing nothing", () =>
    onStand(make, async (stand) => {
      const first = await stand.open();
      const second = await stand.open();
      await first.addAccord(sampleAccord());
      for (const size of [0, 5]) {
        const writer = new RegisterWriter(ownOrigin);
        if (size > 0) {
          const head = await first.head(ownOrigin);
          expect(head?.size).toBe(size);
          writer.append(await first.leaves({ origin: ownOrigin, start: 0, end: size }));
        }
        const rival = writer.copy();
        const mine = commitOfActs(writer, 5);
        const theirs = { accord, register: rival.grow(5, "rival"), acts: [sampleAct(size, { step: "rival" })] };
        expect(await first.commit(mine)).toBe("committed");
        expect(await second.commit(theirs)).toBe("conflict");
        expect(await second.head(ownOrigin)).toEqual(writer.head);
        expect(await second.leaves({ origin: ownOrigin, start: 0, end: 100 })).toEqual(writer.leaves);
        expect((await second.act(accord, actId(size)))?.row.step).toBe("open");
      }
    }));

  test("an expectation conflicts when the size or the root differs, or when there is no head yet", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const writer = new RegisterWriter(ownOrigin);
      const first = writer.grow(4);
      const second = writer.grow(4);
      expect(await store.commit({ accord, register: second })).toBe("conflict");
      expect(await store.commit({ accord, register: first })).toBe("committed");
      const wrongRoot = { size: first.head.size, root: second.head.root };
      expect(await store.commit({ accord, register: { ...second, expected: wrongRoot } })).toBe("conflict");
      expect(await store.commit({ accord, register: first })).toBe("conflict");
      expect(await store.commit({ accord, register: second })).toBe("committed");
      expect(await store.head(ownOrigin)).toEqual(second.head);
    }));

  test("a head of size 0, and a new checkpoint of the same size, are committed like others", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const writer = new RegisterWriter(ownOrigin);
      const founding = writer.grow(0);
      const expectsEmpty = { ...founding, expected: { size: founding.head.size, root: founding.head.root } };
      expect(await store.commit({ accord, register: expectsEmpty })).toBe("conflict");
      expect(await store.commit({ accord, register: founding })).toBe("committed");
      expect(await store.commit({ accord, register: founding })).toBe("conflict");
      expect(await store.commit({ accord, register: writer.grow(3) })).toBe("committed");
      const again = writer.grow(0);
      const resigned = { ...again, head: { ...again.head, checkpoint: utf8("signed again") } };
      expect(await store.commit({ accord, register: resigned })).toBe("committed");
      expect((await store.head(ownOrigin))?.checkpoint).toEqual(utf8("signed again"));
      expect(await store.leaves({ origin: ownOrigin, start: 0, end: 9 })).toEqual(writer.leaves);
    }));

  test("a head that does not grow by its leaves is a fault", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const register = new RegisterWriter(ownOrigin).grow(4);
      const short = { ...register, leaves: register.leaves.slice(1) };
      await expect(store.commit({ accord, register: short })).rejects.toMatchObject({ code: "store.wrongGrowth" });
      expect(await store.head(ownOrigin)).toBeUndefined();
      expect(await store.leaves({ origin: ownOrigin, start: 0, end: 9 })).toEqual([]);
    }));
}

function heldTests(make: MakeStand): void {
  test("the smallest cosigned checkpoint above an index covers it, and the largest is the latest", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      expect(await store.heldLatest(ownOrigin)).toBeUndefined();
      expect(await store.heldCovering(ownOrigin, 0)).toBeUndefined();
      const held = [3, 10, 256].map((size) => sampleHeld(ownOrigin, size));
      await store.commit({ accord, held: held.toReversed() });
      await store.commit({ accord, held: [sampleHeld(otherOrigin, 7)] });
      const covering = async (index: number) => (await store.heldCovering(ownOrigin, index))?.size;
      expect([await covering(0), await covering(2), await covering(3), await covering(9)]).toEqual([3, 3, 10, 10]);
      expect([await covering(10), await covering(255), await covering(256)]).toEqual([256, 256, undefined]);
      expect(await store.heldCovering(ownOrigin, 4)).toEqual(held[1]);
      expect(await store.heldLatest(ownOrigin)).toEqual(held[2]);
      expect(await store.heldLatest(otherOrigin)).toEqual(sampleHeld(otherOrigin, 7));
    }));

  test("of two cosignatures on one size the first is kept", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const first = sampleHeld(ownOrigin, 3);
      await store.commit({ accord, held: [first] });
      expect(await store.commit({ accord, held: [{ ...first, time: first.time + 60 }] })).toBe("committed");
      expect(await store.heldLatest(ownOrigin)).toEqual(first);
    }));

  test("a register's commit moves its own head only", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const mine = new RegisterWriter(ownOrigin);
      const theirs = new RegisterWriter(otherOrigin);
      await store.commit({ accord, register: mine.grow(2), acts: [sampleAct(0), sampleAct(1)] });
      await store.commit({ accord, register: theirs.grow(3), acts: [sampleAct(0, { party: other, id: actId(50) })] });
      expect(await store.head(ownOrigin)).toEqual(mine.head);
      expect(await store.head(otherOrigin)).toEqual(theirs.head);
      expect((await store.actsOfRegister(accord, { party: own, start: 0, limit: 9 })).length).toBe(2);
    }));
}
