// The contract, third part: the dossier list. Its order and its pages are compared with a list sorted in memory.

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal, refusalLine } from "../../base/index.ts";
import type { DossierFilter, DossierRow, Page, Store } from "../port.ts";
import { actId, other, own, sampleAccord, sampleDossier, stranger } from "./sample.ts";
import { type MakeStand, onStand } from "./stand.ts";

const { accord } = sampleAccord();

export function dossierContract(make: MakeStand): void {
  rowTests(make);
  listTests(make);
  wrongQueryTests(make);
  timeTests(make);
}

async function emptyStore(open: () => Promise<Store>): Promise<Store> {
  const store = await open();
  await store.addAccord(sampleAccord());
  return store;
}

async function page(store: Store, query: Parameters<Store["dossiers"]>[1]): Promise<Page<DossierRow>> {
  const answer = await store.dossiers(accord, query);
  if (isRefusal(answer)) throw new Error(refusalLine(answer));
  return answer;
}

async function allPages(store: Store, query: DossierFilter & { readonly limit: number }): Promise<DossierRow[]> {
  const rows: DossierRow[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await page(store, { ...query, ...(cursor !== undefined && { cursor }) });
    expect(items.length === query.limit || next === undefined).toBe(true);
    rows.push(...items);
    cursor = next;
  } while (cursor !== undefined);
  return rows;
}

const row = fc.record({
  procedure: fc.constantFrom("visit", "offer"),
  state: fc.constantFrom("draft", "sent", "done"),
  final: fc.boolean(),
  turn: fc.constantFrom([], [own], [other], [own, other]),
  due: fc.option(
    fc.record({
      name: fc.constantFrom("reply", "decision"),
      at: fc.constantFrom(1_000, 2_000, 4_102_444_800_000),
      owners: fc.constantFrom([own], [other], [own, other]),
    }),
    { nil: undefined },
  ),
  openedAt: fc.constantFrom(1_000, 2_000, 3_000),
  lapsesAt: fc.option(fc.constantFrom(1_000, 2_000, 3_000), { nil: undefined }),
});

/** The promise of the port, said once more in other words. */
function inOrder(rows: readonly DossierRow[]): DossierRow[] {
  return rows.toSorted(
    (a, b) =>
      Number(a.final) - Number(b.final) ||
      (a.due?.at ?? Number.MAX_SAFE_INTEGER) - (b.due?.at ?? Number.MAX_SAFE_INTEGER) ||
      b.openedAt - a.openedAt ||
      (a.id < b.id ? 1 : -1),
  );
}

function keeps(filter: DossierFilter, { procedure, state, turn, final }: DossierRow): boolean {
  if (filter.procedure !== undefined && filter.procedure !== procedure) return false;
  if (filter.state !== undefined && filter.state !== state) return false;
  if (filter.turn !== undefined && !turn.includes(filter.turn)) return false;
  return filter.open === undefined || filter.open === !final;
}

const filters: readonly DossierFilter[] = [
  {},
  { open: true },
  { open: false },
  { turn: own },
  { turn: other, open: true },
  { procedure: "offer" },
  { state: "sent", open: false },
  { procedure: "visit", state: "draft", turn: own, open: true },
];

function rowTests(make: MakeStand): void {
  test("a dossier is read back as written, and replaced by the next commit of its id", () =>
    onStand(make, async (stand) => {
      const store = await emptyStore(stand.open);
      const first = sampleDossier(1);
      await store.commit({ accord, dossiers: [first] });
      expect(await store.dossier(accord, actId(1))).toEqual(first);
      const due = { name: "reply", at: 1_700_000_000_000, owners: [other] };
      const changes: Partial<DossierRow>[] = [
        { title: "Renamed", titles: { ar: "زيارة", fr: "Visite" }, acts: 2, changedAt: first.changedAt + 5 },
        { due, turn: [other], acts: 3 },
        { due: { ...due, name: "decision", owners: [own, other] } },
        { state: "approved", turn: [own, other], lapsesAt: 1_800_000_000_000, version: 2 },
        { final: true, turn: [], due: undefined, lapsesAt: undefined },
      ];
      for (const change of changes) {
        const changed = sampleDossier(1, change);
        await store.commit({ accord, dossiers: [changed] });
        expect(await (await stand.open()).dossier(accord, actId(1))).toEqual(changed);
      }
      expect(await store.dossier(accord, actId(2))).toBeUndefined();
    }));

  test("dossiers are read by their ids, each once, and those that are not there are left out", () =>
    onStand(make, async (stand) => {
      const store = await emptyStore(stand.open);
      const dossiers = [sampleDossier(1), sampleDossier(2), sampleDossier(3)];
      await store.commit({ accord, dossiers });
      const found = await store.dossiersById(accord, [actId(3), actId(9), actId(1), actId(3)]);
      expect(found.map((one) => one.id).sort()).toEqual([actId(1), actId(3)]);
      expect(found).toContainEqual(dossiers[0]);
      expect(await store.dossiersById(accord, [])).toEqual([]);
    }));

  test("a dossier whose turn is a stranger's is a fault", () =>
    onStand(make, async (stand) => {
      const store = await emptyStore(stand.open);
      const dossiers = [sampleDossier(1, { turn: [stranger] })];
      await expect(store.commit({ accord, dossiers })).rejects.toMatchObject({ code: "store.unknownParty" });
      expect(await store.dossier(accord, actId(1))).toBeUndefined();
    }));
}

function listTests(make: MakeStand): void {
  test("every page of every filter is the next stretch of the sorted list, and the counts agree with it", () =>
    onStand(make, async (stand) => {
      const store = await emptyStore(stand.open);
      const changes = fc.array(fc.tuple(fc.nat(11), row), { minLength: 1, maxLength: 40 });
      const law = fc.asyncProperty(changes, fc.integer({ min: 1, max: 7 }), async (changes, limit) => {
        await store.forgetIndex(accord);
        const rows = new Map<string, DossierRow>();
        for (const [n, change] of changes) {
          // A dossier keeps its procedure for life.
          const procedure = rows.get(actId(n))?.procedure ?? change.procedure;
          const changed = sampleDossier(n, { ...change, procedure });
          rows.set(changed.id, changed);
          await store.commit({ accord, dossiers: [changed] });
        }
        const sorted = inOrder([...rows.values()]);
        for (const filter of filters) {
          const expected = sorted.filter((each) => keeps(filter, each));
          expect(await allPages(store, { ...filter, limit })).toEqual(expected);
        }
        const counted = ["offer", "visit"].flatMap((procedure) => {
          const all = sorted.filter((each) => each.procedure === procedure);
          return all.length === 0
            ? []
            : [{ procedure, open: all.filter((each) => !each.final).length, all: all.length }];
        });
        expect(await store.counts(accord)).toEqual(counted);
      });
      await fc.assert(law, { numRuns: 25 });
    }));

  test("a filter that nothing matches gives an empty last page", () =>
    onStand(make, async (stand) => {
      const store = await emptyStore(stand.open);
      await store.commit({ accord, dossiers: [sampleDossier(1)] });
      for (const filter of [
        { procedure: "unheard-of" },
        { state: "unheard-of" },
        { turn: stranger },
        { open: false },
      ]) {
        expect(await page(store, { ...filter, limit: 5 })).toEqual({ items: [], next: undefined });
      }
    }));

  test("a cursor among the open starts the closed at their beginning; one among the closed leaves no open", () =>
    onStand(make, async (stand) => {
      const store = await emptyStore(stand.open);
      const rows = [0, 1, 2, 3, 4, 5].map((n) => sampleDossier(n, { final: n < 3, turn: [] }));
      await store.commit({ accord, dossiers: rows });
      const amongOpen = (await page(store, { limit: 1 })).next ?? "";
      const amongClosed = (await page(store, { limit: 4 })).next ?? "";
      const closed = await page(store, { open: false, limit: 10, cursor: amongOpen });
      expect(closed.items.map((each) => each.id)).toEqual([actId(2), actId(1), actId(0)]);
      expect((await page(store, { open: true, limit: 10, cursor: amongClosed })).items).toEqual([]);
    }));
}

function wrongQueryTests(make: MakeStand): void {
  test("a cursor that is none of ours is refused, and a page of no length or of more than 500 is a fault", () =>
    onStand(make, async (stand) => {
      const store = await emptyStore(stand.open);
      await store.commit({ accord, dossiers: [sampleDossier(1), sampleDossier(2)] });
      for (const cursor of ["", "x", "MSAy", "é", "A".repeat(5000), btoa("1 -5 1637764200000 00' OR 1=1 --")]) {
        expect(await store.dossiers(accord, { limit: 5, cursor })).toMatchObject({ code: "store.badCursor" });
      }
      for (const limit of [0, 501, 1.5]) {
        await expect(store.dossiers(accord, { limit })).rejects.toMatchObject({ code: "store.wrongLimit" });
      }
    }));

  test("a dossier never changes its procedure", () =>
    onStand(make, async (stand) => {
      const store = await emptyStore(stand.open);
      await store.commit({ accord, dossiers: [sampleDossier(1)] });
      const dossiers = [sampleDossier(1, { procedure: "offer" })];
      await expect(store.commit({ accord, dossiers })).rejects.toMatchObject({ code: "store.brokenConstraint" });
      expect(await store.counts(accord)).toEqual([{ procedure: "visit", open: 1, all: 1 }]);
    }));
}

function timeTests(make: MakeStand): void {
  test("the dossiers that time has moved are found, the earliest first, until their rows are written again", () =>
    onStand(make, async (stand) => {
      const store = await emptyStore(stand.open);
      const lapsing = [300, 100, undefined, 200].map((lapsesAt, n) => sampleDossier(n, { lapsesAt }));
      await store.commit({ accord, dossiers: lapsing });
      expect(await store.lapsing(accord, { before: 99, limit: 9 })).toEqual([]);
      expect(await store.lapsing(accord, { before: 200, limit: 9 })).toEqual([actId(1), actId(3)]);
      expect(await store.lapsing(accord, { before: 900, limit: 2 })).toEqual([actId(1), actId(3)]);
      await store.commit({ accord, dossiers: [sampleDossier(1, { state: "expired", final: true })] });
      expect(await store.lapsing(accord, { before: 900, limit: 9 })).toEqual([actId(3), actId(0)]);
    }));
}
