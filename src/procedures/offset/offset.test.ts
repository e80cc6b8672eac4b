import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { ExampleWalk } from "../testing/example-walk.ts";
import { israel, morocco, testDigest } from "../testing/walk.ts";
import { type OffsetData, offsetAccount } from "./data.ts";
import { examples } from "./examples.ts";
import { offsetProcedure } from "./offset.ts";

type OffsetWalk = ExampleWalk<OffsetData>;
const begun = (change: JsonObject = {}): OffsetWalk => {
  const walk = new ExampleWalk<OffsetData>(offsetProcedure, { examples });
  expect(walk.make(morocco, "propose", { change })).toBe("effective");
  return walk;
};
const running = (change: JsonObject = {}) => begun(change).go("MA agree", "IL agree");
const approved = (change: JsonObject = {}) => running(change).go("IL proposeProject", "MA approveProject");
const performed = (change: JsonObject = {}) => approved(change).go("IL recordPerformance");
const afterwards = { at: "2036-01-10T10:00:00Z" };

test("an obligation is agreed, met by a project, claimed, credited with its multiplier and closed by both", () => {
  const walk = performed().go("IL fileClaim");
  expect(walk.walk.viewAt("2030-06-03T11:00:00Z").turn).toContain(morocco);
  walk.go("MA decideClaim");
  expect(walk.state).toBe("fulfilled");
  expect(offsetAccount(walk.data)).toEqual({
    currency: "MAD",
    obligation: "300000.00",
    credited: "300000.00",
    balance: "0.00",
    surplus: "0.00",
    guarantee: "20000.00",
  });
  walk.go("MA releaseGuarantee", "MA close", "IL close");
  expect([walk.state, offsetAccount(walk.data)?.guarantee]).toEqual(["closed", "10000.00"]);
});

test("each step is its side's own: the beneficiary decides, the one who owes performs and claims", () => {
  expect(begun().make(israel, "revise")).toBe("procedures.wrongSide");
  expect(running().make(morocco, "proposeProject")).toBe("procedures.wrongSide");
  expect(running().go("IL proposeProject").make(israel, "approveProject")).toBe("procedures.wrongSide");
  expect(running().go("IL proposeProject").make(israel, "rejectProject")).toBe("procedures.wrongSide");
  expect(approved().make(morocco, "recordPerformance")).toBe("procedures.wrongSide");
  expect(performed().make(morocco, "fileClaim")).toBe("procedures.wrongSide");
  expect(performed().go("IL fileClaim").make(israel, "decideClaim")).toBe("procedures.wrongSide");
  expect(performed().go("IL fileClaim").make(morocco, "withdrawClaim")).toBe("procedures.wrongSide");
  expect(running().make(israel, "releaseGuarantee")).toBe("procedures.wrongSide");
  expect(running().make(israel, "claimPenalty", afterwards)).toBe("procedures.wrongSide");
  const { agree, extendPeriod, close } = offsetProcedure.steps;
  expect([agree, extendPeriod, close].map((step) => [step?.grave, step?.by])).toEqual(Array(3).fill([true, "both"]));
});

test("an obligation runs forward, and no longer than its last day", () => {
  const propose = (change: JsonObject) =>
    new ExampleWalk<OffsetData>(offsetProcedure, { examples }).make(morocco, "propose", { change });
  expect(propose({ from: "2031-01-01", until: "2030-12-31" })).toBe("procedures.offsetPeriod");
  expect(propose({ from: "2029-01-01", until: "2029-12-31" })).toBe("procedures.offsetPeriod");
  expect(propose({ obligation: "1.005" })).toBe("procedures.badBody");
  expect(propose({ multipliers: [1, 2].map((most) => ({ type: "training", most: String(most) })) })).toBe(
    "procedures.badBody",
  );
  const ended = running();
  expect(ended.walk.stateAt("2035-06-02T10:00:00Z")).toBe("running");
  expect(ended.walk.stateAt("2035-06-03T10:00:00Z")).toBe("ended");
  expect(ended.make(israel, "extendPeriod", { change: { until: "2031-01-01" } })).toBe("procedures.offsetPeriod");
  ended.make(israel, "extendPeriod", afterwards);
  expect(ended.make(morocco, "extendPeriod", afterwards)).toBe("effective");
  expect(ended.state).toBe("running");
});

test("both agree to the obligation as it stands, and a revision goes before an agreement that did not see it", () => {
  const other = { body: { obligation: testDigest("another text") } };
  expect(begun().make(israel, "agree", other)).toBe("procedures.offsetOther");
  const walk = begun();
  expect(walk.cross({ ma: "revise", il: "agree" })).toEqual(["effective", "crossed"]);
  walk.go("MA agree", "IL agree");
  expect([walk.state, walk.data.obligation?.penalty]).toEqual(["running", "4"]);
  expect(begun().go("IL withdraw").state).toBe("withdrawn");
});

test("a project has its own number, and no multiplier beyond what was agreed for its type", () => {
  const walk = running();
  const propose = (change: JsonObject) => walk.make(israel, "proposeProject", { change });
  expect(propose({ multiplier: "3.01" })).toBe("procedures.offsetMultiplier");
  expect(propose({ type: "investment", multiplier: "1.5" })).toBe("procedures.offsetMultiplier");
  expect(propose({ type: "sport" })).toBe("procedures.badBody");
  expect(propose({})).toBe("effective");
  expect(propose({ project: "PR-1" })).toBe("procedures.caseSameNumber");
  const approve = (change: JsonObject) => walk.make(morocco, "approveProject", { change });
  expect(approve({ multiplier: "4" })).toBe("procedures.offsetMultiplier");
  expect(approve({ project: "PR-9" })).toBe("procedures.caseNoEntry");
  expect(walk.make(morocco, "rejectProject", { change: { reasons: [] } })).toBe("procedures.badBody");
  expect(approve({ multiplier: "2" })).toBe("effective");
  expect(walk.make(morocco, "rejectProject", { change: { project: "PR-1" } })).toBe("procedures.caseNoEntry");
  walk.go("IL proposeProject", "MA rejectProject");
  expect(walk.data.projects.map(({ state, multiplier }) => [state, multiplier])).toEqual([
    ["approved", "2"],
    ["rejected", "3"],
  ]);
});

test("what is performed only grows, and no more is claimed than was performed", () => {
  const walk = performed();
  const record = (amount: string, project = "PR-1") =>
    walk.make(israel, "recordPerformance", { change: { project, performed: amount } });
  expect(record("99999.99")).toBe("procedures.offsetPerformed");
  expect(record("100000.005")).toBe("procedures.offsetPerformed");
  expect(record("1", "PR-2")).toBe("procedures.caseNoEntry");
  const file = (claim: string, amount: string, year = 2030) =>
    walk.make(israel, "fileClaim", { change: { claim, amount, year } });
  expect(file("CL-1", "100000.01")).toBe("procedures.offsetBeyond");
  expect(file("CL-1", "60000")).toBe("effective");
  expect(file("CL-1", "1", 2031)).toBe("procedures.caseSameNumber");
  expect(file("CL-2", "1")).toBe("procedures.offsetYear");
  expect(file("CL-2", "40000.01", 2031)).toBe("procedures.offsetBeyond");
  expect(file("CL-2", "40000", 2031)).toBe("effective");
});

test("a claim is accepted in whole or part; what is not accepted has its reason and may be claimed again", () => {
  const walk = performed().go("IL fileClaim");
  const decide = (change: JsonObject) => walk.make(morocco, "decideClaim", { change });
  expect(decide({ accepted: "100000.01" })).toBe("procedures.offsetBeyond");
  expect(decide({ accepted: "70000" })).toBe("procedures.offsetUnreasoned");
  expect(decide({ accepted: "70000", reasons: [{ code: "notDocumented" }] })).toBe("effective");
  expect(decide({ claim: "CL-1" })).toBe("procedures.caseNoEntry");
  expect(offsetAccount(walk.data)).toMatchObject({ credited: "210000.00", balance: "90000.00" });
  walk.go("IL fileClaim");
  expect(walk.data.claims[1]?.amount).toBe("30000.00");
  expect(walk.make(israel, "withdrawClaim", { change: { claim: "CL-1" } })).toBe("procedures.caseNoEntry");
  expect(walk.make(israel, "withdrawClaim")).toBe("effective");
});

test("a claim that is taken back while it is decided is not credited", () => {
  const walk = performed().go("IL fileClaim");
  walk.cross({ ma: "decideClaim", il: "withdrawClaim" });
  expect([walk.data.claims[0]?.state, offsetAccount(walk.data)?.credited]).toEqual(["withdrawn", "0.00"]);
});

test("what exceeds the obligation is a surplus, and the balance stays at nothing", () => {
  const walk = performed({ obligation: "250000" }).go("IL fileClaim", "MA decideClaim");
  expect(offsetAccount(walk.data)).toMatchObject({ balance: "0.00", surplus: "50000.00" });
});

test("no more of the guarantee is released than is left", () => {
  const walk = running();
  const release = (amount: string) => walk.make(morocco, "releaseGuarantee", { body: { amount } });
  expect(release("20000.01")).toBe("procedures.offsetBeyond");
  expect(release("15000")).toBe("effective");
  expect(release("5000.01")).toBe("procedures.offsetBeyond");
});

test("a penalty is at most its share of what is missing, and without it what is owed is not closed", () => {
  const walk = running();
  expect(walk.make(morocco, "claimPenalty")).toBe("procedures.wrongState");
  expect(walk.make(morocco, "close", afterwards)).toBe("procedures.offsetOpen");
  const claim = (amount: string) => walk.make(morocco, "claimPenalty", { ...afterwards, change: { amount } });
  expect(claim("15000.01")).toBe("procedures.offsetBeyond");
  expect(claim("15000")).toBe("effective");
  expect(walk.make(morocco, "close", afterwards)).toBe("effective");
  expect(walk.make(israel, "close", afterwards)).toBe("effective");
  const waiting = performed({ obligation: "1000" }).go("IL fileClaim");
  expect(waiting.make(morocco, "close", afterwards)).toBe("procedures.offsetOpen");
});
