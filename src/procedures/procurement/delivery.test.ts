import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { ExampleWalk } from "../testing/example-walk.ts";
import { actId, israel, morocco } from "../testing/walk.ts";
import type { ProcurementData } from "./data.ts";
import { examples } from "./examples.ts";
import { caseLines, caseMoney } from "./ledger.ts";
import { procurementProcedure } from "./procurement.ts";

type CaseWalk = ExampleWalk<ProcurementData>;
const roles = { buyer: morocco, seller: israel };
const withRoles = Object.fromEntries(
  Object.entries(examples).map(([name, example]) => [
    name,
    (context: Omit<Parameters<typeof example>[0], "roles">) => example({ ...context, roles }),
  ]),
);
const accepted = (change: JsonObject = {}): CaseWalk => {
  const walk = new ExampleWalk<ProcurementData>(procurementProcedure, { examples: withRoles });
  expect(walk.make(morocco, "state", { change })).toBe("effective");
  return walk.go("MA submitRequest", "IL acknowledge", "IL offer", "MA accept");
};
const implementing = (change: JsonObject = {}) => accepted(change).go("MA pay", "IL confirmPayment", "IL implement");
const delivered = () => implementing().go("IL preAdvise", "MA confirmReady", "IL dispatch", "MA receive");
const items = (tents: number) => [{ line: "tents", quantity: tents }];
const advise = (walk: CaseWalk, consignment: string, tents: number) =>
  walk.make(israel, "preAdvise", { change: { consignment, items: items(tents) } });
const tents = (walk: CaseWalk) => caseLines(walk.data).find(({ line }) => line === "tents");

test("a case runs from the deposit to the closed account, every amount to the centime", () => {
  const walk = delivered().go("IL declareSupplied");
  expect(caseMoney(walk.data)).toMatchObject({ currency: "MAD", value: "54802.00", invoiced: "0.00", paid: "1000.00" });
  const invoice = { invoice: "I-1", sum: { amount: "54802", currency: "MAD" } };
  expect(walk.make(israel, "invoice", { body: invoice })).toBe("effective");
  walk.go("MA pay", "IL confirmPayment", "MA reconcile", "IL reconcile");
  expect(walk.state).toBe("reconciled");
  walk.go("MA close", "IL close");
  expect(walk.state).toBe("closed");
  walk.go("IL billLateCosts");
  expect([walk.state, caseMoney(walk.data)?.value]).toEqual(["completed", "54952.00"]);
});

test("implementation begins when the deposit has been received, or by an exception with its reason", () => {
  expect(accepted().make(israel, "implement")).toBe("procedures.caseDeposit");
  expect(accepted().go("MA pay").make(israel, "implement")).toBe("procedures.caseDeposit");
  expect(accepted().go("MA pay", "IL denyPayment").make(israel, "implement")).toBe("procedures.caseDeposit");
  expect(accepted().make(israel, "implement", { body: { exception: "Needed at once" } })).toBe("effective");
  const walk = accepted().go("MA pay", "IL confirmPayment");
  walk.cross({ ma: "cancel", il: "implement" });
  expect(walk.state).toBe("implementing");
});

test("a consignment is announced, awaited, sent and received, each by its side and in that order", () => {
  const walk = implementing().go("IL preAdvise");
  expect(walk.walk.viewAt("2030-06-03T11:00:00Z").turn).toContain(morocco);
  expect(walk.make(israel, "dispatch")).toBe("procedures.caseNoEntry");
  expect(walk.make(israel, "confirmReady")).toBe("procedures.wrongSide");
  walk.go("MA sayNotReady");
  expect(walk.make(israel, "dispatch", { change: { consignment: "C-1" } })).toBe("procedures.caseNoEntry");
  walk.go("MA confirmReady", "IL dispatch");
  expect(walk.make(israel, "cancelConsignment", { change: { consignment: "C-1" } })).toBe("procedures.caseNoEntry");
  expect(walk.make(morocco, "receive", { change: { items: items(4) } })).toBe("procedures.caseReceiptLines");
  const more = [
    { line: "tents", quantity: 5 },
    { line: "simulators", quantity: 2 },
  ];
  expect(walk.make(morocco, "receive", { change: { items: more } })).toBe("procedures.quantityBeyond");
  walk.go("MA receive");
  expect(tents(walk)).toMatchObject({ ordered: 4, dispatched: 4, received: 4, accepted: 4, left: 0 });
});

test("no more is consigned than was ordered, and what is cancelled may be consigned again", () => {
  const walk = implementing();
  expect(advise(walk, "C-1", 5)).toBe("procedures.quantityBeyond");
  expect(advise(walk, "C-1", 3)).toBe("effective");
  expect(advise(walk, "C-1", 1)).toBe("procedures.caseSameNumber");
  expect(advise(walk, "C-2", 2)).toBe("procedures.quantityBeyond");
  const boats = { items: [{ line: "boats", quantity: 1 }] };
  expect(walk.make(israel, "preAdvise", { change: boats })).toBe("procedures.noGoodsLine");
  expect(walk.make(israel, "cancelConsignment")).toBe("effective");
  expect(advise(walk, "C-2", 4)).toBe("effective");
});

test("goods leave with the licences of both sides and, where asked, under a named certificate", () => {
  const walk = implementing({ gates: ["export", "import", "endUse"] }).go("IL preAdvise", "MA confirmReady");
  expect(walk.make(israel, "dispatch")).toBe("procedures.caseGate");
  walk.go("IL recordLicence", "MA recordLicence");
  expect(walk.make(israel, "dispatch")).toBe("procedures.caseGate");
  expect(walk.make(israel, "dispatch", { change: { certificate: actId(7) } })).toBe("effective");
  expect(walk.data.consignments[0]?.certificate).toBe(actId(7));
  const other = implementing({ gates: ["export"] }).go("IL preAdvise", "MA confirmReady", "IL recordLicence");
  expect(other.make(israel, "dispatch", { at: "2041-06-03T10:00:00Z" })).toBe("procedures.caseGate");
});

test("what did not arrive, or arrived damaged, is reported once, and replaced, credited or rejected", () => {
  const walk = implementing().go("IL preAdvise", "MA confirmReady", "IL dispatch");
  const arrived = [
    { line: "tents", quantity: 3 },
    { line: "simulators", quantity: 2 },
  ];
  walk.make(morocco, "receive", { change: { items: arrived } });
  expect(walk.make(israel, "declareSupplied")).toBe("procedures.caseUnsupplied");
  const report = (discrepancy: string, kind: string, quantity: number) =>
    walk.make(morocco, "reportDiscrepancy", {
      body: { discrepancy, consignment: "C-1", line: "tents", kind, quantity },
    });
  expect(report("D-1", "shortage", 2)).toBe("procedures.quantityBeyond");
  expect(report("D-1", "shortage", 1)).toBe("effective");
  expect(report("D-1", "damage", 1)).toBe("procedures.caseSameNumber");
  expect(report("D-2", "shortage", 1)).toBe("procedures.quantityBeyond");
  expect(report("D-2", "damage", 3)).toBe("effective");
  expect(tents(walk)).toMatchObject({ received: 3, accepted: 0, left: 0 });
  const answer = (discrepancy: string, given: JsonObject) =>
    walk.make(israel, "answerDiscrepancy", { body: { discrepancy, answer: given } });
  expect(answer("D-9", { kind: "replace" })).toBe("procedures.caseNoEntry");
  expect(answer("D-1", { kind: "replace" })).toBe("effective");
  expect(tents(walk)?.left).toBe(1);
  expect(answer("D-2", { kind: "credit", amount: "3601.51" })).toBe("procedures.caseMoney");
  expect(answer("D-2", { kind: "credit", amount: "3601.50" })).toBe("effective");
  expect(caseMoney(walk.data)?.value).toBe("51200.50");
  expect(walk.make(israel, "declareSupplied")).toBe("procedures.caseUnsupplied");
});

test("a report that crosses the word that all is supplied goes first", () => {
  const walk = delivered();
  expect(walk.cross({ ma: "reportDiscrepancy", il: "declareSupplied" })).toEqual(["effective", "crossed"]);
  expect(walk.state).toBe("implementing");
});

test("an amendment is made by both in the same words, and takes nothing back that is sent or invoiced", () => {
  const walk = implementing();
  advise(walk, "C-1", 3);
  const lines = (tents: number, unitPrice = "1200.50") => ({
    lines: [{ id: "tents", names: { en: "Tents" }, quantity: tents, unit: "each", unitPrice }],
  });
  expect(walk.make(israel, "amend", { change: lines(2) })).toBe("procedures.caseAmendedLine");
  expect(walk.make(israel, "amend", { change: { ...lines(3), currency: "EUR" } })).toBe("procedures.otherCurrency");
  expect(walk.make(israel, "amend", { change: lines(3, "300") })).toBe("procedures.caseMoney");
  expect(walk.make(israel, "amend", { change: lines(3) })).toBe("effective");
  expect(walk.make(morocco, "amend", { change: lines(4) })).toBe("procedures.notTheSame");
  expect(walk.make(morocco, "amend", { change: lines(3) })).toBe("effective");
  expect(caseMoney(walk.data)?.value).toBe("3601.50");
  expect(walk.make(israel, "amend", { change: { ...lines(3), number: "A-1" } })).toBe("procedures.caseSameNumber");
  expect(walk.make(israel, "changeSchedule", { change: { line: "boats" } })).toBe("procedures.caseNoEntry");
});

test("no more is invoiced or paid than the case is worth, in its currency, each number once", () => {
  const walk = implementing();
  const bill = (invoice: string, amount: string, currency = "MAD") =>
    walk.make(israel, "invoice", { body: { invoice, sum: { amount, currency } } });
  expect(bill("I-1", "1", "ILS")).toBe("procedures.otherCurrency");
  expect(bill("I-1", "54802.01")).toBe("procedures.caseMoney");
  expect(bill("I-1", "54802")).toBe("effective");
  expect(bill("I-1", "1")).toBe("procedures.caseSameNumber");
  const pay = (payment: string, amount: string) =>
    walk.make(morocco, "pay", { change: { payment, sum: { amount, currency: "MAD" } } });
  expect(pay("P-2", "53802.01")).toBe("procedures.caseMoney");
  expect(pay("P-1", "1")).toBe("procedures.caseSameNumber");
  expect(pay("P-2", "1.005")).toBe("procedures.badBody");
  expect(walk.make(israel, "confirmPayment")).toBe("procedures.caseNoEntry");
});

test("the account is stated as the dossier has it, and closed only when all is paid and confirmed", () => {
  const walk = delivered().go("IL invoice", "IL declareSupplied");
  expect(walk.make(morocco, "reconcile", { change: { paid: "2000.00" } })).toBe("procedures.caseStatement");
  expect(walk.make(morocco, "reconcile")).toBe("procedures.caseUnpaid");
  walk.go("MA pay");
  expect(walk.make(morocco, "reconcile")).toBe("procedures.caseUnpaid");
  walk.go("IL confirmPayment", "MA reconcile", "IL reconcile");
  expect(walk.state).toBe("reconciled");
});

test("a case is paused and ended early by both only", () => {
  const walk = implementing().go("MA suspend");
  expect(walk.state).toBe("implementing");
  walk.go("IL suspend", "MA resume", "IL resume", "MA terminate", "IL terminate");
  expect([walk.state, walk.data.completed]).toEqual(["completed", true]);
});

test("what is credited after it was invoiced and paid is paid back, and no more than that", () => {
  const walk = delivered();
  const whole = { invoice: "I-1", sum: { amount: "54802", currency: "MAD" } };
  expect(walk.make(israel, "invoice", { body: whole })).toBe("effective");
  walk.go("MA pay", "IL confirmPayment", "MA reportDiscrepancy");
  const answer = { discrepancy: "D-1", answer: { kind: "credit", amount: "1200.50" } };
  expect(walk.make(israel, "answerDiscrepancy", { body: answer })).toBe("effective");
  expect(caseMoney(walk.data)).toMatchObject({ value: "53601.50", invoiced: "53601.50", paid: "54802.00" });
  const refund = (refund: string, amount: string, currency = "MAD") =>
    walk.make(israel, "refund", { change: { refund, sum: { amount, currency } } });
  expect(walk.make(morocco, "refund")).toBe("procedures.wrongSide");
  expect(refund("R-1", "1", "ILS")).toBe("procedures.otherCurrency");
  expect(refund("R-1", "1200.51")).toBe("procedures.caseMoney");
  expect(refund("R-1", "1000.50")).toBe("effective");
  expect(refund("R-1", "200")).toBe("procedures.caseSameNumber");
  walk.go("IL declareSupplied");
  expect(walk.make(morocco, "reconcile")).toBe("procedures.caseUnpaid");
  expect(walk.walk.viewAt("2030-06-03T11:00:00Z").turn).toContain(israel);
  expect(refund("R-2", "200")).toBe("effective");
  walk.go("MA reconcile", "IL reconcile");
  expect(walk.state).toBe("reconciled");
});

test("what has left is received while the case is paused, and a case does not end over it", () => {
  const walk = implementing().go("IL preAdvise", "MA confirmReady", "IL dispatch", "MA suspend", "IL suspend");
  expect(walk.make(israel, "preAdvise")).toBe("procedures.wrongState");
  expect(walk.make(morocco, "terminate")).toBe("procedures.caseUnsettled");
  walk.go("MA receive", "MA reportDiscrepancy");
  expect(walk.make(morocco, "terminate")).toBe("procedures.caseUnsettled");
  walk.go("IL answerDiscrepancy", "MA terminate", "IL terminate");
  expect(walk.state).toBe("completed");
});

test("what was announced and has not left when a case ends early is not sent any more", () => {
  const walk = implementing().go("IL preAdvise", "MA terminate", "IL terminate");
  expect(walk.data.consignments.map(({ state }) => state)).toEqual(["cancelled"]);
  // The deposit was paid ahead of any invoice: it goes back.
  walk.go("IL refund", "MA reconcile", "IL reconcile");
  expect(caseMoney(walk.data)).toMatchObject({ invoiced: "0.00", paid: "0.00", confirmed: "0.00" });
});

test("goods that leave while both agree on a pause have left, and then the pause begins", () => {
  const walk = implementing().go("IL preAdvise", "MA confirmReady", "IL suspend");
  walk.cross({ ma: "suspend", il: "dispatch" });
  expect([walk.state, walk.data.consignments[0]?.state]).toEqual(["suspended", "dispatched"]);
});
