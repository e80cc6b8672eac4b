// The contract, part: both registers as one list, and the words by which acts are found.

import { expect, test } from "vitest";
import type { Store } from "../port.ts";
import type { Listed, NewListed } from "../portListing.ts";
import { actId, other, own, RegisterWriter, sampleAccord, sampleAct } from "./sample.ts";
import { type MakeStand, onStand, type Stand } from "./stand.ts";

const { accord, ownOrigin, otherOrigin } = sampleAccord();

/** Four acts of the own register and two leaves of the other's, the second of which is no act. */
async function filled(stand: Stand): Promise<Store> {
  const store = await stand.open();
  await store.addAccord(sampleAccord());
  const mine = new RegisterWriter(ownOrigin).grow(4);
  await store.commit({ accord, register: mine, acts: [0, 1, 2, 3].map((n) => sampleAct(n)) });
  const theirs = new RegisterWriter(otherOrigin).grow(2);
  const acts = [sampleAct(0, { party: other, id: actId(100) })];
  const unreadable = [{ party: other, index: 1, code: "seal.notJson", details: "{}" }];
  await store.commit({ accord, register: theirs, acts, unreadable });
  return store;
}

const leaf = (party: NewListed["party"], index: number, words = ""): NewListed => ({ party, index, words });
const placesOf = (found: readonly Listed[]): string[] => found.map(({ party, index }) => `${party} ${index}`);

export function listingContract(make: MakeStand): void {
  test("leaves are read in the order in which they were listed, acts and what is none", () =>
    onStand(make, async (stand) => {
      const store = await filled(stand);
      expect(await store.listing.size(accord)).toBe(0);
      await store.listing.append(accord, [leaf(own, 0), leaf(other, 0), leaf(own, 1)]);
      await store.listing.append(accord, [leaf(other, 1)]);
      const { listing } = await stand.open();
      expect([await listing.size(accord), await listing.listedOf(accord, own)]).toEqual([4, 2]);
      const all = await listing.read(accord, { start: 0, limit: 9 });
      expect(placesOf(all)).toEqual([`${own} 0`, `${other} 0`, `${own} 1`, `${other} 1`]);
      expect(all[1]).toMatchObject({ kind: "act", act: { row: { id: actId(100) } } });
      expect(all[3]).toMatchObject({ kind: "unreadable", row: { code: "seal.notJson" } });
      expect(placesOf(await listing.read(accord, { start: 1, limit: 2 }))).toEqual([`${other} 0`, `${own} 1`]);
      expect(placesOf(await listing.readRegister(accord, { party: own, start: 1, limit: 9 }))).toEqual([`${own} 1`]);
    }));

  test("a leaf listed twice, or before the one before it, is a fault, and nothing of its batch is listed", () =>
    onStand(make, async (stand) => {
      const { listing } = await filled(stand);
      const fault = { code: "store.listedOutOfOrder" };
      await expect(listing.append(accord, [leaf(own, 0), leaf(own, 0)])).rejects.toMatchObject(fault);
      await expect(listing.append(accord, [leaf(own, 1)])).rejects.toMatchObject(fault);
      expect(await listing.size(accord)).toBe(0);
    }));

  test("acts are found by all the words asked, or how they begin, the last first, never another accord's", () =>
    onStand(make, async (stand) => {
      const store = await filled(stand);
      const second = sampleAccord(2);
      await store.addAccord(second);
      const elsewhere = new RegisterWriter(second.ownOrigin).grow(1);
      await store.commit({ accord: second.accord, register: elsewhere, acts: [sampleAct(0)] });
      await store.listing.append(second.accord, [leaf(own, 0, "visite rabat")]);
      await store.listing.append(accord, [
        leaf(own, 0, "visite rabat"),
        leaf(own, 1, "visites اتفاق"),
        leaf(other, 0, "rabat הסכמ"),
      ]);
      const find = async (limit: number, ...words: [string, boolean][]) =>
        placesOf(await store.listing.find(accord, { words: words.map(([word, begins]) => ({ word, begins })), limit }));
      expect(await find(9, ["visite", true])).toEqual([`${own} 1`, `${own} 0`]);
      expect(await find(1, ["visite", true])).toEqual([`${own} 1`]);
      expect(await find(9, ["visite", false])).toEqual([`${own} 0`]);
      expect(await find(9, ["rabat", false], ["הסכ", true])).toEqual([`${other} 0`]);
      expect(await find(9, ["اتفاق", false])).toEqual([`${own} 1`]);
      expect(await find(9, ["unheard", true])).toEqual([]);
      expect(await find(9)).toEqual([]);
    }));

  test("what is written as a question's syntax is looked for as a word", () =>
    onStand(make, async (stand) => {
      const { listing } = await filled(stand);
      await listing.append(accord, [leaf(own, 0, "near or not")]);
      for (const word of ['"', "OR", "NEAR", "*", "words:"])
        expect(Array.isArray(await listing.find(accord, { words: [{ word, begins: true }], limit: 9 }))).toBe(true);
    }));

  test("a forgotten index forgets the list, which can be made anew", () =>
    onStand(make, async (stand) => {
      const store = await filled(stand);
      await store.listing.append(accord, [leaf(own, 0, "visite")]);
      await store.forgetIndex(accord);
      const sought = { words: [{ word: "visite", begins: false }], limit: 9 };
      expect([await store.listing.size(accord), await store.listing.find(accord, sought)]).toEqual([0, []]);
      await store.commit({ accord, acts: [sampleAct(0)] });
      await store.listing.append(accord, [leaf(own, 0, "visite")]);
      expect(placesOf(await store.listing.find(accord, sought))).toEqual([`${own} 0`]);
    }));
}
