// The contract: what a side's first page asks, compared with the same said of rows in memory.

import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { DossierRow } from "../port.ts";
import type { TurnCount } from "../portOverview.ts";
import { actId, other, own, sampleAccord, sampleDossier } from "./sample.ts";
import { type MakeStand, onStand } from "./stand.ts";

const { accord } = sampleAccord();

interface Change {
  readonly dossier: number;
  readonly turn: DossierRow["turn"];
  readonly due: number | undefined;
  readonly final: boolean;
}

const change: fc.Arbitrary<Change> = fc.record({
  dossier: fc.integer({ min: 1, max: 12 }),
  turn: fc.constantFrom<DossierRow["turn"]>([], [own], [other], [own, other]),
  due: fc.option(fc.constantFrom(1_000, 2_000, 3_000, 4_000), { nil: undefined }),
  final: fc.boolean(),
});

const procedureOf = (dossier: number): string => (dossier % 2 === 0 ? "visit" : "request");

function rowOf({ dossier, turn, due, final }: Change): DossierRow {
  return {
    ...sampleDossier(dossier),
    id: actId(dossier),
    procedure: procedureOf(dossier),
    final,
    turn: final ? [] : turn,
    due: due === undefined ? undefined : { name: "reply", at: due, owners: [own] },
  };
}

function countsOf(rows: readonly DossierRow[]): TurnCount[] {
  return [...new Set(rows.map((row) => row.procedure))].sort().map((procedure) => {
    const its = rows.filter((row) => row.procedure === procedure);
    const awaiting = (party: typeof own): number => its.filter((row) => row.turn.includes(party)).length;
    return { procedure, own: awaiting(own), other: awaiting(other) };
  });
}

export function overviewContract(make: MakeStand): void {
  test("law: the counts of turns follow every change of every dossier", () =>
    onStand(make, async ({ open }) => {
      const store = await open();
      await store.addAccord(sampleAccord());
      const rows = new Map<string, DossierRow>();
      await fc.assert(
        fc.asyncProperty(change, async (one) => {
          const row = rowOf(one);
          rows.set(row.id, row);
          await store.commit({ accord, dossiers: [row] });
          expect(await store.overview.turns(accord)).toEqual(countsOf([...rows.values()]));
        }),
        { numRuns: 60 },
      );
      await store.forgetIndex(accord);
      expect(await store.overview.turns(accord)).toEqual([]);
    }));

  test("deadlines of a time are those from its beginning to before its end, of open dossiers, the nearest first", () =>
    onStand(make, async ({ open }) => {
      const store = await open();
      await store.addAccord(sampleAccord());
      const at = [3_000, 1_000, 2_000, 4_000, undefined];
      const rows = at.map((due, i) => rowOf({ dossier: i + 1, turn: [own], due, final: false }));
      const closed = rowOf({ dossier: 9, turn: [], due: 2_000, final: true });
      await store.commit({ accord, dossiers: [...rows, closed] });
      const found = await store.overview.dueBetween(accord, { from: 1_000, until: 4_000, limit: 10 });
      expect(found.map((row) => row.due?.at)).toEqual([1_000, 2_000, 3_000]);
      expect(await store.overview.dueBetween(accord, { from: 1_000, until: 4_000, limit: 2 })).toHaveLength(2);
      expect(await store.overview.dueBetween(accord, { from: 4_001, until: 9_000, limit: 2 })).toEqual([]);
    }));
}
