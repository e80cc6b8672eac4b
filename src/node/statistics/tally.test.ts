import fc from "fast-check";
import { expect, test } from "vitest";
import type { Act } from "../../acts/index.ts";
import { bringIntoForce, openVisits, startPair } from "../testing.ts";
import { Statistics } from "./statistics.ts";
import { quantile, Tally } from "./tally.ts";

/** Only what is counted of an act. */
interface Counted {
  readonly id: string;
  readonly dossier: string;
  readonly party: string;
  readonly minute: number;
  readonly body?: unknown;
}

function parseCounted({ id, dossier, party, minute, body = {} }: Counted): Act {
  const at = { instant: new Date(minute * 60_000).toISOString(), zone: "UTC" };
  return { id, dossier, party, at, body, articles: ["1", "2"], procedure: "visit/1" } as unknown as Act;
}

function tallied(...acts: readonly Counted[]): Tally {
  const tally = new Tally();
  for (const act of acts) tally.add(parseCounted(act));
  return tally;
}

test("an answer is the first act after the other side's, and takes as long as lies between them", () => {
  const tally = tallied(
    { id: "a", dossier: "a", party: "IL", minute: 0 },
    { id: "b", dossier: "a", party: "IL", minute: 10 },
    { id: "c", dossier: "a", party: "MA", minute: 70 },
    { id: "d", dossier: "a", party: "MA", minute: 80 },
    { id: "e", dossier: "e", party: "MA", minute: 81 },
    { id: "f", dossier: "a", party: "IL", minute: 90 },
  );
  const sides = tally.procedures.get("visit")?.sides;
  expect([...(sides ?? [])].map(([party, side]) => [party, side.acts, side.opened, side.answersMs])).toEqual([
    ["IL", 3, 1, [600_000]],
    ["MA", 3, 1, [3_600_000]],
  ]);
  expect([...(tally.articles.get("2") ?? [])].map(([party, { acts }]) => [party, acts])).toEqual([
    ["IL", 3],
    ["MA", 3],
  ]);
});

test("an answer by a clock that is behind takes no time, and never less", () => {
  const tally = tallied(
    { id: "a", dossier: "a", party: "IL", minute: 10 },
    { id: "b", dossier: "a", party: "MA", minute: 9 },
  );
  const [, ma] = [...(tally.procedures.get("visit")?.sides.values() ?? [])];
  expect(ma?.answersMs).toEqual([0]);
});

test("reasons are counted by their codes wherever a body gives them", () => {
  const body = {
    reasons: [{ code: "late" }, { code: "missingField", note: "x" }],
    sites: [{ reasons: [{ code: "late" }] }],
  };
  const tally = tallied({ id: "a", dossier: "a", party: "IL", minute: 0, body });
  expect([...(tally.procedures.get("visit")?.reasons ?? [])]).toEqual([
    ["late", 2],
    ["missingField", 1],
  ]);
});

test("law: a quantile is one of the values, and no fewer than its share lie at or below it", () => {
  expect(quantile([], 0.5)).toBeUndefined();
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1 }), fc.constantFrom(0, 0.25, 0.5, 0.9, 1), (values, share) => {
      const found = quantile(values, share) ?? -1;
      expect(values).toContain(found);
      expect(values.filter((one) => one <= found).length).toBeGreaterThanOrEqual(share * values.length);
    }),
  );
});

test("both registers are counted once, and only what is new the next time", async () => {
  const pair = await startPair();
  try {
    const story = await bringIntoForce(pair);
    const { side } = pair.ma.accord();
    const statistics = new Statistics();
    const first = (await statistics.upToNow(side)).acts;
    expect(first).toBeGreaterThan(0);
    await openVisits(pair, { story, count: 1 });
    const [again, same] = await Promise.all([statistics.upToNow(side), statistics.upToNow(side)]);
    expect(again).toBe(same);
    expect(again.acts).toBe((await new Statistics().upToNow(side)).acts);
    expect(again.acts).toBeGreaterThan(first);
    expect(again.procedures.get("visit")?.sides.get(side.row.own)?.answersMs).toHaveLength(1);
  } finally {
    await pair.close();
  }
}, 60_000);
