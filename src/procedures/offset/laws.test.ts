// Laws of an offset's account under any order of arrival: nothing is claimed beyond what was performed or accepted
// beyond what was claimed, the balance and the guarantee never fall below nothing, no number counts twice, and both
// nodes come to the same account.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import type { Line } from "../engine/order.ts";
import { isLarger, minorUnits } from "../money.ts";
import { termsWith, testDigest } from "../testing/walk.ts";
import { World } from "../testing/world.ts";
import { type OffsetData, offsetUnits, projectUnits } from "./data.ts";
import { examples } from "./examples.ts";
import { offsetProcedure } from "./offset.ts";

const terms = termsWith();
const steps = ["proposeProject", "approveProject", "rejectProject", "releaseGuarantee", "extendPeriod", "close"];
const claiming = ["recordPerformance", "fileClaim", "decideClaim", "withdrawClaim"];
const happening = fc.record({
  line: fc.constantFrom<Line>(0, 1),
  step: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...steps) },
    { weight: 3, arbitrary: fc.constantFrom(...claiming) },
    { weight: 2, arbitrary: fc.constant("arrives") },
  ),
  number: fc.integer({ min: 1, max: 3 }),
  cents: fc.integer({ min: 1, max: 3_000_000 }),
  leaves: fc.integer({ min: 1, max: 4 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function exampleOf(world: World<OffsetData>, { line, step }: Pick<Happening, "line" | "step">): JsonObject {
  const data = world.nodes[line].dossier?.data ?? offsetProcedure.blank();
  return examples[step]?.({ data, time: Date.UTC(2021, 10, 24, 15), digest: testDigest }) ?? {};
}

function bodyOf(world: World<OffsetData>, one: Happening): JsonObject {
  const body = exampleOf(world, one);
  const amount = `${Math.floor(one.cents / 100)}.${String(one.cents % 100).padStart(2, "0")}`;
  const project = one.number < 3 ? "PR-1" : "PR-2";
  const claim = `CL-${one.number}`;
  if (one.step === "recordPerformance") return { ...body, project, performed: `1${amount.padStart(9, "0")}` };
  if (one.step === "fileClaim") return { ...body, claim, project, amount };
  if (one.step === "decideClaim") return { claim, accepted: amount, reasons: [{ code: "value" }] };
  if (one.step === "withdrawClaim") return { ...body, claim };
  if (one.step === "releaseGuarantee") return { amount };
  return body;
}

function running(): World<OffsetData> {
  const world = new World(offsetProcedure, terms);
  const ways: readonly (readonly [Line, string])[] = [
    [0, "propose"],
    [0, "agree"],
    [1, "agree"],
    [1, "proposeProject"],
    [0, "approveProject"],
    [1, "recordPerformance"],
  ];
  for (const [line, step] of ways) {
    world.make({ line, step, body: exampleOf(world, { line, step }) });
    world.receiveAll();
  }
  return world;
}

function expectSound(data: OffsetData): void {
  const { obligation, credited, balance, surplus, guarantee } = offsetUnits(data);
  for (const sum of [credited, balance, surplus, guarantee]) expect(sum).toBeGreaterThanOrEqual(0n);
  expect(obligation + surplus).toBe(credited + balance);
  for (const { project, type, multiplier } of data.projects) {
    const { performed, claimed } = projectUnits(data, project);
    expect(claimed).toBeLessThanOrEqual(performed);
    const most = data.obligation?.multipliers.find((one) => one.type === type)?.most ?? "1";
    expect(isLarger(multiplier, most)).toBe(false);
  }
  const units = (amount: string): bigint => minorUnits({ amount, currency: "MAD" });
  for (const { amount, accepted } of data.claims) expect(units(accepted)).toBeLessThanOrEqual(units(amount));
  for (const numbers of [data.claims.map(({ claim }) => claim), data.projects.map(({ project }) => project)])
    expect(new Set(numbers).size).toBe(numbers.length);
}

test("law: no credit without performance, none counted twice, and both nodes come to the same account", () => {
  let claimed = 0;
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 50, size: "max" }), (happenings) => {
      const world = running();
      expect(world.nodes[1].dossier?.state).toBe("running");
      for (const one of happenings) {
        if (one.step === "arrives") world.receive(one.line, one.leaves);
        else world.make({ line: one.line, step: one.step, body: bodyOf(world, one) });
        for (const { dossier } of world.nodes) if (dossier) expectSound(dossier.data);
      }
      world.receiveAll();
      const [ours, theirs] = world.nodes;
      expect(ours.dossier).toEqual(theirs.dossier);
      expect(ours.whole().dossier).toEqual(ours.dossier);
      if ((ours.dossier?.data.claims.length ?? 0) > 0) claimed += 1;
    }),
    { numRuns: 40 },
  );
  expect(claimed).toBeGreaterThan(5);
});
