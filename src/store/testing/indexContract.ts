// The contract, second part: the index of acts, what became of them, and the link.

import { expect, test } from "vitest";
import { utf8 } from "../../base/index.ts";
import type { Store } from "../port.ts";
import {
  actId,
  commitOfActs,
  other,
  own,
  RegisterWriter,
  sampleAccord,
  sampleAct,
  sampleDossier,
  sampleHeld,
  stranger,
} from "./sample.ts";
import { type MakeStand, onStand, type Stand } from "./stand.ts";

const { accord, ownOrigin, otherOrigin } = sampleAccord();

export function indexContract(make: MakeStand): void {
  actTests(make);
  separateTests(make);
  rebuildTests(make);
  linkTests(make);
}

/** Six acts of the own register and four of the other's, in three dossiers and three procedures. */
async function filled(stand: Stand): Promise<{ store: Store; mine: RegisterWriter; theirs: RegisterWriter }> {
  const store = await stand.open();
  await store.addAccord(sampleAccord());
  const mine = new RegisterWriter(ownOrigin);
  const theirs = new RegisterWriter(otherOrigin);
  const place = (n: number) => ({ dossier: actId(n % 3), procedure: ["visit", "offer", "accord"][n % 3] ?? "" });
  const theirActs = [0, 1, 2, 3].map((n) => sampleAct(n, { ...place(n), party: other, id: actId(100 + n), sight: n }));
  await store.commit({ accord, register: theirs.grow(4), acts: theirActs });
  const ownActs = [0, 1, 2, 3, 4, 5].map((n) => sampleAct(n, place(n)));
  await store.commit({ accord, register: mine.grow(6), acts: ownActs });
  return { store, mine, theirs };
}

function actTests(make: MakeStand): void {
  test("an act is found by its id, with its leaf and every field as written", () =>
    onStand(make, async (stand) => {
      const { store, theirs } = await filled(stand);
      const expected = sampleAct(2, { party: other, id: actId(102), dossier: actId(2), procedure: "accord", sight: 2 });
      expect(await store.act(accord, actId(102))).toEqual({ row: expected, leaf: theirs.leaves[2] });
      expect(await store.act(accord, actId(999))).toBeUndefined();
      expect(await (await stand.open()).act(accord, actId(102))).toEqual({ row: expected, leaf: theirs.leaves[2] });
    }));

  test("of many ids, those that are registered come back with their rows", () =>
    onStand(make, async (stand) => {
      const { store } = await filled(stand);
      const found = await store.actsById(accord, [actId(0), actId(103), actId(999)]);
      expect([...found.keys()]).toEqual([actId(0), actId(103)]);
      expect(found.get(actId(103))?.party).toBe(other);
    }));

  test("the acts of a dossier and of procedures come in each register's order", () =>
    onStand(make, async (stand) => {
      const { store, mine, theirs } = await filled(stand);
      const ofDossier = await store.actsOfDossier(accord, actId(1));
      const placesOf = (party: string) =>
        ofDossier.filter((act) => act.row.party === party).map((act) => act.row.index);
      expect([placesOf(own), placesOf(other)]).toEqual([[1, 4], [1]]);
      for (const { row, leaf } of ofDossier) {
        expect(leaf).toEqual((row.party === own ? mine : theirs).leaves[row.index]);
      }
      const latest = await store.latestActsOfDossier(accord, { dossier: actId(1), limit: 1 });
      expect(latest.map((row) => [row.party, row.index])).toEqual(
        expect.arrayContaining([
          [own, 4],
          [other, 1],
        ]),
      );
      const rows = await store.latestActsOfDossier(accord, { dossier: actId(1), limit: 9 });
      expect(rows).toHaveLength(3);
      expect(rows).toEqual(expect.arrayContaining(ofDossier.map(({ row }) => row)));
      expect(rows.filter((row) => row.party === own).map((row) => row.index)).toEqual([1, 4]);
      const ofProcedures = await store.actsOfProcedures(accord, ["visit", "accord", "visit", "unheard-of"]);
      const ownActs = ofProcedures.filter((act) => act.row.party === own);
      expect(ownActs.map((act) => act.row.index)).toEqual([0, 2, 3, 5]);
      expect(ofProcedures.filter((act) => act.row.party === other).map((act) => act.row.index)).toEqual([0, 2, 3]);
      expect(await store.actsOfProcedures(accord, [])).toEqual([]);
      expect(await store.actsOfDossier(accord, actId(77))).toEqual([]);
    }));

  test("a register's acts are read from a place on, as many as asked; a stranger's are a fault", () =>
    onStand(make, async (stand) => {
      const { store } = await filled(stand);
      const indexes = async (start: number, limit: number) =>
        (await store.actsOfRegister(accord, { party: own, start, limit })).map((row) => row.index);
      expect(await indexes(0, 2)).toEqual([0, 1]);
      expect(await indexes(4, 10)).toEqual([4, 5]);
      expect(await indexes(6, 10)).toEqual([]);
      const foreign = store.actsOfRegister(accord, { party: stranger, start: 0, limit: 1 });
      await expect(foreign).rejects.toMatchObject({ code: "store.unknownParty" });
    }));
}

function separateTests(make: MakeStand): void {
  test("the officer who made an act is kept where one is named, until the index is written again from the leaves", () =>
    onStand(make, async (stand) => {
      const { store, mine } = await filled(stand);
      await store.commit({ accord, register: mine.grow(1), acts: [sampleAct(6, { officer: "o-17" })] });
      expect((await (await stand.open()).act(accord, actId(6)))?.row.officer).toBe("o-17");
      expect((await store.act(accord, actId(5)))?.row.officer).toBeUndefined();
      await store.commit({ accord, outcomes: [{ id: actId(6), outcome: { kind: "crossed", by: actId(100) } }] });
      expect((await store.act(accord, actId(6)))?.row.officer).toBe("o-17");
      await store.forgetIndex(accord);
      await store.commit({ accord, acts: [sampleAct(6)] });
      expect((await store.act(accord, actId(6)))?.row.officer).toBeUndefined();
    }));

  test("two accords keep their acts apart, even under one id", () =>
    onStand(make, async (stand) => {
      const { store } = await filled(stand);
      const second = sampleAccord(2);
      await store.addAccord(second);
      const register = new RegisterWriter(second.ownOrigin).grow(1);
      const act = sampleAct(0, { procedure: "visit", step: "elsewhere" });
      await store.commit({ accord: second.accord, register, acts: [act] });
      expect((await store.act(second.accord, actId(0)))?.row.step).toBe("elsewhere");
      expect((await store.act(accord, actId(0)))?.row.step).toBe("open");
      expect((await store.actsOfDossier(second.accord, actId(0))).length).toBe(1);
      expect((await store.actsOfProcedures(second.accord, ["visit"])).length).toBe(1);
    }));

  test("what became of an act is kept, and changed by a later commit", () =>
    onStand(make, async (stand) => {
      const { store } = await filled(stand);
      const outcomes = [
        { kind: "void", code: "procedures.noArticle", details: '{"needed":"6"}' },
        { kind: "crossed", by: actId(101) },
        { kind: "effective" },
      ] as const;
      for (const outcome of outcomes) {
        await store.commit({ accord, outcomes: [{ id: actId(1), outcome }] });
        expect((await (await stand.open()).act(accord, actId(1)))?.row.outcome).toEqual(outcome);
      }
    }));
}

function rebuildTests(make: MakeStand): void {
  test("leaves that are no acts are listed with their reasons", () =>
    onStand(make, async (stand) => {
      const { store, theirs } = await filled(stand);
      const unreadable = [4, 5].map((index) => ({
        party: other,
        index,
        code: "seal.notJson",
        details: `{"at":${index}}`,
      }));
      expect(await store.unreadable(accord)).toEqual([]);
      await store.commit({ accord, register: theirs.grow(2), unreadable });
      expect(await store.unreadable(accord)).toEqual(unreadable);
      expect((await store.actsOfRegister(accord, { party: other, start: 4, limit: 9 })).length).toBe(0);
    }));

  test("a forgotten index can be written again, and the registers stay", () =>
    onStand(make, async (stand) => {
      const { store, mine, theirs } = await filled(stand);
      const second = sampleAccord(2);
      await store.addAccord(second);
      const elsewhere = new RegisterWriter(second.ownOrigin).grow(1);
      await store.commit({ accord: second.accord, register: elsewhere, acts: [sampleAct(0)] });
      const held = [sampleHeld(ownOrigin, 6)];
      await store.commit({ accord, held, dossiers: [sampleDossier(0)] });
      await store.forgetIndex(accord);
      expect(await store.act(accord, actId(0))).toBeUndefined();
      expect(await store.dossier(accord, actId(0))).toBeUndefined();
      expect(await store.counts(accord)).toEqual([]);
      expect(await store.head(ownOrigin)).toEqual(mine.head);
      expect(await store.leaves({ origin: otherOrigin, start: 0, end: 9 })).toEqual(theirs.leaves);
      expect(await store.heldLatest(ownOrigin)).toEqual(held[0]);
      expect((await store.act(second.accord, actId(0)))?.row.index).toBe(0);
      await store.commit({ accord, acts: [sampleAct(5), sampleAct(0)], dossiers: [sampleDossier(0)] });
      expect((await store.act(accord, actId(5)))?.leaf).toEqual(mine.leaves[5]);
      expect(await store.counts(accord)).toEqual([{ procedure: "visit", open: 1, all: 1 }]);
    }));

  test("an act or an unreadable row without its leaf is a fault, and so is an outcome without its act", () =>
    onStand(make, async (stand) => {
      const { store } = await filled(stand);
      const fault = { code: "store.brokenConstraint" };
      await expect(store.commit({ accord, acts: [sampleAct(6)] })).rejects.toMatchObject(fault);
      const unreadable = [{ party: own, index: 6, code: "seal.notJson", details: "" }];
      await expect(store.commit({ accord, unreadable })).rejects.toMatchObject(fault);
      const outcomes = [{ id: actId(999), outcome: { kind: "effective" } as const }];
      await expect(store.commit({ accord, outcomes })).rejects.toMatchObject({ code: "store.unknownAct" });
      expect(await store.unreadable(accord)).toEqual([]);
    }));
}

function linkTests(make: MakeStand): void {
  test("the link starts open, and a stop outlives a restart until it is lifted", () =>
    onStand(make, async (stand) => {
      const store = await stand.open();
      await store.addAccord(sampleAccord());
      const open = { stopped: undefined, evidence: undefined, recovering: false, lastContact: undefined };
      expect(await store.link(accord)).toEqual(open);
      const stop = {
        stopped: { code: "exchange.fork", details: "{}", at: 1_700_000_000 },
        evidence: "entente/fork-evidence@v1\n",
        recovering: true,
        lastContact: 1_699_999_999,
      };
      await store.saveLink(accord, stop);
      const again = await stand.open();
      expect(await again.link(accord)).toEqual(stop);
      await again.saveLink(accord, { ...open, lastContact: 5 });
      expect(await store.link(accord)).toEqual({ ...open, lastContact: 5 });
    }));

  test("a backup is a whole store of its own, made while the store is written to", () =>
    onStand(make, async (stand) => {
      const { store, mine } = await filled(stand);
      const before = mine.leaves.length;
      const path = stand.spare();
      const copying = store.backup(path);
      await store.commit(commitOfActs(mine, 3, { procedure: "later" }));
      expect(await copying).toBe("written");
      expect(await store.backup(path)).toMatchObject({ code: "store.targetExists" });
      const copied = await stand.openCopy(path);
      const head = await copied.head(ownOrigin);
      expect([before, before + 3]).toContain(head?.size);
      expect(await copied.leaves({ origin: ownOrigin, start: 0, end: 99 })).toEqual(mine.leaves.slice(0, head?.size));
      expect(await copied.integrity()).toBeUndefined();
    }));

  test("a sound store says so, and knows its size on disk", () =>
    onStand(make, async (stand) => {
      const { store, mine } = await filled(stand);
      expect(await store.integrity()).toBeUndefined();
      const before = await store.bytesOnDisk();
      await store.commit({ accord, register: mine.append([new Uint8Array(60_000).fill(1), utf8("end")]) });
      expect((await store.bytesOnDisk()) - before).toBeGreaterThan(60_000);
    }));

  test("a closed store is a fault to use", () =>
    onStand(make, async (stand) => {
      const { store } = await filled(stand);
      await store.close();
      await expect(store.act(accord, actId(0))).rejects.toMatchObject({ code: "store.closed" });
      await expect(store.commit({ accord })).rejects.toMatchObject({ code: "store.closed" });
    }));
}
