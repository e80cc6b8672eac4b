// Laws of the ledger under any order of arrival: nothing is drawn beyond what is certified, nothing arrives or is
// passed on that was not drawn, no shipment counts twice, and both nodes come to the same certificate.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import type { Line } from "../engine/order.ts";
import { termsWith, testDigest } from "../testing/walk.ts";
import { World } from "../testing/world.ts";
import { type EndUseData, endUseLines } from "./data.ts";
import { endUseProcedure } from "./end-use.ts";
import { examples } from "./examples.ts";

const terms = termsWith();
const steps = [
  "drawDown",
  "restore",
  "verifyDelivery",
  "askRetransfer",
  "consentToRetransfer",
  "denyRetransfer",
  "revoke",
  "recordCheck",
];
const happening = fc.record({
  line: fc.constantFrom<Line>(0, 1),
  step: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("drawDown", "verifyDelivery", "restore") },
    { weight: 1, arbitrary: fc.constantFrom(...steps) },
    { weight: 2, arbitrary: fc.constant("receive") },
  ),
  shipment: fc.integer({ min: 1, max: 4 }),
  goods: fc.constantFrom("tents", "kitchens"),
  quantity: fc.integer({ min: 1, max: 3 }),
  leaves: fc.integer({ min: 1, max: 5 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function bodyOf(world: World<EndUseData>, one: Happening): JsonObject {
  const data = world.nodes[one.line].dossier?.data ?? endUseProcedure.blank();
  const example = examples[one.step]?.({ data, time: Date.UTC(2021, 10, 24, 15), digest: testDigest }) ?? {};
  if (!("items" in example)) return example;
  const items = [{ line: one.goods, quantity: one.quantity }];
  return "shipment" in example
    ? { ...example, shipment: `S-${one.shipment}`, items }
    : { ...example, request: `T-${one.shipment}`, items };
}

function verified(): World<EndUseData> {
  const world = new World(endUseProcedure, terms);
  const ways: readonly [Line, string][] = [
    [0, "draft"],
    [0, "sign"],
    [0, "authenticate"],
    [1, "verify"],
  ];
  for (const [line, step] of ways) {
    const data = world.nodes[line].dossier?.data ?? endUseProcedure.blank();
    const body = examples[step]?.({ data, time: Date.UTC(2021, 10, 24, 15), digest: testDigest }) ?? {};
    world.make({ line, step, body });
    world.receiveAll();
  }
  return world;
}

function expectSound(data: EndUseData): void {
  for (const { certified, drawn, delivered, retransferred, left } of endUseLines(data)) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(drawn + left).toBe(certified);
    expect(delivered).toBeLessThanOrEqual(drawn);
    expect(retransferred).toBeLessThanOrEqual(delivered);
  }
  for (const { lines } of data.shipments)
    for (const { drawn, delivered } of lines) expect(Math.min(drawn - delivered, delivered)).toBeGreaterThanOrEqual(0);
  const numbers = data.shipments.map(({ shipment }) => shipment);
  expect(new Set(numbers).size).toBe(numbers.length);
}

test("law: nothing is drawn beyond the certificate or counted twice, and both nodes come to the same", () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40, size: "max" }), (happenings) => {
      const world = verified();
      expect(world.nodes[1].dossier?.state).toBe("verified");
      for (const one of happenings) {
        if (one.step === "receive") world.receive(one.line, one.leaves);
        else world.make({ line: one.line, step: one.step, body: bodyOf(world, one) });
        for (const { dossier } of world.nodes) if (dossier) expectSound(dossier.data);
      }
      world.receiveAll();
      const [ours, theirs] = world.nodes;
      expect(ours.dossier).toEqual(theirs.dossier);
      expect(ours.whole().dossier).toEqual(ours.dossier);
    }),
    { numRuns: 40 },
  );
});
