// The contract, fifth part: what a side keeps for itself. Drafts change by compare-and-swap and are final once
// released; the access log only grows.

import { expect, test } from "vitest";
import { isFunctionCode, isServiceCode } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import type { Store } from "../port.ts";
import type { DraftRow, NewAccess } from "../portOffice.ts";
import { actId, sampleAccord } from "./sample.ts";
import { type MakeStand, onStand, type Stand } from "./stand.ts";

const { accord } = sampleAccord();
const second = sampleAccord(2);
const service = "intelligence";
const named = "security-officer";
if (!isServiceCode(service) || !isFunctionCode(named)) throw new TypeError("Not codes.");

const access: NewAccess = {
  at: 1_637_764_200_000,
  officer: "lea",
  service,
  function: named,
  action: "open",
  document: `sha256:${"0".repeat(64)}`,
  act: actId(1),
  dossier: actId(0),
  level: 2,
  allowed: true,
  rules: ["documents-opened"],
};

function draft(n: number, changes: Partial<DraftRow> = {}): DraftRow {
  return {
    id: actId(n),
    state: "composed",
    version: 1,
    draft: `{"n":${n}}`,
    dossier: actId(n % 2),
    procedure: "request",
    step: "release",
    composer: "lea",
    composedAt: 1_637_764_200_000 + n,
    changedAt: 1_637_764_200_000 + n,
    ...changes,
  };
}

async function opened(stand: Stand): Promise<Store> {
  const store = await stand.open();
  await store.addAccord(sampleAccord());
  await store.addAccord(second);
  return store;
}

export function officeContract(make: MakeStand): void {
  accessTests(make);
  draftTests(make);
  draftListTests(make);
}

function accessTests(make: MakeStand): void {
  test("the access log gives back what was recorded, in order, in each accord by itself, and after a restart", () =>
    onStand(make, async (stand) => {
      const store = await opened(stand);
      const denied: NewAccess = { ...access, allowed: false, rules: [], code: "policy.denied", action: "content" };
      expect(await store.accessLog.record(accord, access)).toBe(0);
      expect(await store.accessLog.record(accord, denied)).toBe(1);
      expect(await store.accessLog.record(second.accord, denied)).toBe(0);
      const again = await stand.open();
      expect(await again.accessLog.page(accord, { start: 0, limit: 10 })).toEqual({
        size: 2,
        items: [
          { ...access, index: 0 },
          { ...denied, index: 1 },
        ],
      });
      expect(await again.accessLog.page(accord, { start: 1, limit: 1 })).toMatchObject({
        size: 2,
        items: [{ index: 1 }],
      });
      expect(await again.accessLog.page(accord, { start: 7, limit: 10 })).toEqual({ size: 2, items: [] });
    }));

  test("entries of two processes at once stand one after the other, without a gap", () =>
    onStand(make, async (stand) => {
      const stores = [await opened(stand), await stand.open()];
      const indexes = await Promise.all(
        Array.from({ length: 20 }, (_, n) => stores[n % 2]?.accessLog.record(accord, { ...access, at: n })),
      );
      expect(indexes.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, n) => n));
    }));

  test("a page of no entries or of too many is a fault", () =>
    onStand(make, async (stand) => {
      const store = await opened(stand);
      for (const limit of [0, 1_001])
        await expect(store.accessLog.page(accord, { start: 0, limit })).rejects.toMatchObject({
          code: "store.wrongLimit",
        });
    }));
}

function draftTests(make: MakeStand): void {
  test("a draft is kept with what was done with it, and each change needs the version before", () =>
    onStand(make, async (stand) => {
      const { drafts } = await opened(stand);
      const composed = { kind: "composed", officer: "lea", at: 1 } as const;
      expect(await drafts.save(accord, { row: draft(1), event: composed })).toBe("saved");
      expect(await drafts.save(accord, { row: draft(1), event: composed })).toBe("conflict");
      const returned = draft(1, { state: "returned", version: 2 });
      const event = { kind: "returned", officer: "sam", at: 2, reason: "two subjects" } as const;
      expect(await drafts.save(accord, { row: draft(1, { version: 3 }), event })).toBe("conflict");
      expect(await drafts.save(accord, { row: returned, event })).toBe("saved");
      expect(await drafts.save(accord, { row: returned, event })).toBe("conflict");
      const again = await stand.open();
      expect(await again.drafts.get(accord, actId(1))).toEqual(returned);
      expect(await again.drafts.history(accord, actId(1))).toEqual([composed, event]);
      expect(await again.drafts.get(second.accord, actId(1))).toBeUndefined();
      expect(await again.drafts.history(accord, actId(2))).toEqual([]);
    }));

  test("a draft is removed with its history, and one that is released or on its way is not", () =>
    onStand(make, async (stand) => {
      const { drafts } = await opened(stand);
      const event = { kind: "composed", officer: "lea", at: 1 } as const;
      for (const n of [1, 2]) await drafts.save(accord, { row: draft(n), event });
      expect(await drafts.remove(accord, { id: actId(1), version: 2 })).toBe("conflict");
      expect(await drafts.remove(accord, { id: actId(1), version: 1 })).toBe("removed");
      expect(await drafts.get(accord, actId(1))).toBeUndefined();
      await drafts.save(accord, { row: draft(1), event });
      expect(await drafts.history(accord, actId(1))).toEqual([event]);
      for (const [version, state] of [
        [2, "releasing"],
        [3, "released"],
      ] as const) {
        await drafts.save(accord, { row: draft(2, { state, version, releaser: "sam" }) });
        expect(await drafts.remove(accord, { id: actId(2), version })).toBe("conflict");
      }
    }));

  test("a released draft cannot be changed by any save", () =>
    onStand(make, async (stand) => {
      const { drafts } = await opened(stand);
      await drafts.save(accord, { row: draft(1) });
      const released = draft(1, { state: "released", version: 2, releaser: "sam" });
      await drafts.save(accord, { row: released });
      await expect(drafts.save(accord, { row: draft(1, { version: 3 }) })).rejects.toMatchObject({
        code: "store.brokenConstraint",
      });
      expect(await drafts.get(accord, actId(1))).toEqual(released);
    }));
}

function draftListTests(make: MakeStand): void {
  test("drafts saved at once have each their own result: of one that may not change nothing, of the others all", () =>
    onStand(make, async (stand) => {
      const { drafts } = await opened(stand);
      const released = draft(1, { state: "released", version: 2, releaser: "sam" });
      for (const row of [draft(1), released, draft(2)]) await drafts.save(accord, { row });
      const event = { kind: "composed", officer: "lea", at: 1 } as const;
      const rows = [draft(3), draft(1, { version: 3 }), draft(2), draft(4)];
      const done = await Promise.allSettled(rows.map((row) => drafts.save(accord, { row, event })));
      const results = done.map((one) => (one.status === "fulfilled" ? one.value : one.status));
      expect(results).toEqual(["saved", "rejected", "conflict", "saved"]);
      expect(await drafts.get(accord, actId(1))).toEqual(released);
      for (const n of [3, 4]) expect(await drafts.history(accord, actId(n))).toEqual([event]);
    }));

  test("drafts are listed by state and dossier, the last composed first, without a gap between pages", () =>
    onStand(make, async (stand) => {
      const { drafts } = await opened(stand);
      for (let n = 1; n <= 7; n++) await drafts.save(accord, { row: draft(n) });
      await drafts.save(accord, { row: draft(3, { state: "returned", version: 2 }) });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await drafts.list(accord, { limit: 2, state: "composed", ...(cursor ? { cursor } : {}) });
        if (isRefusal(page)) throw new Error(page.code);
        seen.push(...page.items.map((row) => row.id));
        cursor = page.next;
      } while (cursor !== undefined);
      expect(seen).toEqual([7, 6, 5, 4, 2, 1].map(actId));
      expect(await drafts.list(accord, { limit: 9, dossier: actId(1), state: "returned" })).toMatchObject({
        items: [{ id: actId(3) }],
        next: undefined,
      });
      expect(await drafts.list(accord, { limit: 9, cursor: "none-of-ours" })).toMatchObject({
        code: "store.badCursor",
      });
      for (const limit of [0, 501])
        await expect(drafts.list(accord, { limit })).rejects.toMatchObject({ code: "store.wrongLimit" });
    }));
}
