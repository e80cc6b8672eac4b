// Laws of a purchase's two ledgers under any order of arrival: nothing is consigned beyond what is ordered, nothing is
// received that did not leave, no number counts twice, no sum of money falls below nothing or beyond what the case is
// worth, and both nodes come to the same case.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import type { Line } from "../engine/order.ts";
import { minorUnits } from "../money.ts";
import { termsWith, testDigest } from "../testing/walk.ts";
import { World } from "../testing/world.ts";
import type { ProcurementData } from "./data.ts";
import { examples } from "./examples.ts";
import { caseLines, caseUnits } from "./ledger.ts";
import { procurementProcedure } from "./procurement.ts";

const terms = termsWith();
const [buyer, seller] = terms.parties;
const delivering = ["preAdvise", "confirmReady", "dispatch", "receive", "cancelConsignment", "sayNotReady"];
const answering = ["reportDiscrepancy", "answerDiscrepancy", "replace", "credit"];
const paying = ["invoice", "pay", "confirmPayment", "denyPayment", "refund"];
const whole = ["amend", "suspend", "resume", "terminate", "declareSupplied", "reconcile", "billLateCosts"];
const happening = fc.record({
  line: fc.constantFrom<Line>(0, 1),
  step: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...delivering) },
    { weight: 3, arbitrary: fc.constantFrom(...answering) },
    { weight: 4, arbitrary: fc.constantFrom(...paying) },
    { weight: 1, arbitrary: fc.constantFrom(...whole) },
    { weight: 4, arbitrary: fc.constant("arrives") },
  ),
  number: fc.integer({ min: 1, max: 4 }),
  quantity: fc.integer({ min: 1, max: 3 }),
  cents: fc.integer({ min: 1, max: 6_000_000 }),
  goods: fc.constantFrom("tents", "simulators"),
  leaves: fc.integer({ min: 1, max: 4 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const dossierOf = (world: World<ProcurementData>, line: Line): ProcurementData =>
  world.nodes[line].dossier?.data ?? procurementProcedure.blank();

/** The step's body by the example that fits what this node knows. */
function exampleOf(world: World<ProcurementData>, { line, step }: Pick<Happening, "line" | "step">): JsonObject {
  const data = dossierOf(world, line);
  const roles = { buyer, seller };
  const context = { data, side: terms.parties[line], roles, time: Date.UTC(2021, 10, 24, 15), digest: testDigest };
  return examples[step]?.(context) ?? {};
}

const amountOf = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

/** What is drawn goes into the example's body: numbers repeat, quantities and sums are too large at times. */
function bodyOf(world: World<ProcurementData>, one: Happening): { readonly step: string; readonly body: JsonObject } {
  const items = [{ line: one.goods, quantity: one.quantity }];
  const sum = { amount: amountOf(one.cents), currency: "MAD" };
  const body = exampleOf(world, one);
  switch (one.step) {
    case "preAdvise":
      return { step: one.step, body: { ...body, consignment: `C-${one.number}`, items } };
    case "reportDiscrepancy":
      return { step: one.step, body: { ...body, discrepancy: `D-${one.number}`, quantity: one.quantity } };
    case "replace":
      return { step: "answerDiscrepancy", body: { discrepancy: `D-${one.number}`, answer: { kind: "replace" } } };
    case "credit": {
      const answer = { kind: "credit", amount: amountOf(one.cents) };
      return { step: "answerDiscrepancy", body: { discrepancy: `D-${one.number}`, answer } };
    }
    case "invoice":
      return { step: one.step, body: { ...body, invoice: `I-${one.number}`, sum } };
    case "pay":
      return { step: one.step, body: { ...body, payment: `P-${one.number}`, sum } };
    case "refund":
      return { step: one.step, body: { ...body, refund: `R-${one.number}`, sum } };
    default:
      return { step: one.step, body };
  }
}

function implementing(): World<ProcurementData> {
  const world = new World(procurementProcedure, terms);
  const ways: readonly (readonly [Line, string])[] = [
    [0, "state"],
    [0, "submitRequest"],
    [1, "acknowledge"],
    [1, "offer"],
    [0, "accept"],
    [1, "implement"],
  ];
  for (const [line, step] of ways) {
    const exception = step === "implement" ? { exception: "Needed at once" } : {};
    world.make({ line, step, body: { ...exampleOf(world, { line, step }), ...exception } });
    world.receiveAll();
  }
  return world;
}

function expectSound(data: ProcurementData): void {
  for (const { ordered, consigned, dispatched, received, accepted, left } of caseLines(data)) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(consigned + left).toBe(ordered);
    expect(received).toBeLessThanOrEqual(dispatched);
    expect(accepted).toBeGreaterThanOrEqual(0);
    expect(accepted).toBeLessThanOrEqual(Math.min(received, ordered));
  }
  const units = caseUnits(data);
  if (units) {
    const credits = data.discrepancies.map(({ credit }) => minorUnits({ amount: credit, currency: "MAD" }));
    const credited = credits.reduce((all, one) => all + one, 0n);
    const { value, invoiced, paid, confirmed } = units;
    for (const sum of [value, invoiced, confirmed, value - invoiced, paid - confirmed, value + credited - paid])
      expect(sum).toBeGreaterThanOrEqual(0n);
  }
  for (const numbers of [
    data.consignments.map(({ consignment }) => consignment),
    data.discrepancies.map(({ discrepancy }) => discrepancy),
    data.invoices.map(({ invoice }) => invoice),
    data.payments.map(({ payment }) => payment),
    data.refunds.map(({ refund }) => refund),
  ])
    expect(new Set(numbers).size).toBe(numbers.length);
}

test("law: goods and money are never negative, beyond the case or doubled, and both nodes come to the same", () => {
  let reached = 0;
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 50, size: "max" }), (happenings) => {
      const world = implementing();
      expect(world.nodes[1].dossier?.state).toBe("implementing");
      for (const one of happenings) {
        if (one.step === "arrives") world.receive(one.line, one.leaves);
        else world.make({ line: one.line, ...bodyOf(world, one) });
        for (const { dossier } of world.nodes) if (dossier) expectSound(dossier.data);
      }
      world.receiveAll();
      const [ours, theirs] = world.nodes;
      expect(ours.dossier).toEqual(theirs.dossier);
      expect(ours.whole().dossier).toEqual(ours.dossier);
      const { data } = ours.dossier ?? {};
      if (data && data.discrepancies.length + data.payments.length > 0) reached += 1;
    }),
    { numRuns: 30 },
  );
  // The law says something only where goods and money have moved.
  expect(reached).toBeGreaterThan(5);
});
