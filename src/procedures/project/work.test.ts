import { expect, test } from "vitest";
import { projectAt } from "../testing/project-story.ts";
import { israel, morocco, testDigest } from "../testing/walk.ts";

const other = testDigest("another record");

test("a project runs, passes its gate, is handed over and closes with the ledgers frozen", () => {
  const walk = projectAt("closing").go("MA close", "IL close");
  expect(walk.state).toBe("closed");
  expect(walk.data.frozen).toMatch(/^sha256:/);
});

test("only its owner delivers, and only the side that receives accepts or sends back", () => {
  const walk = projectAt("running");
  expect(walk.make(israel, "deliver", { body: { deliverable: "d-1", reference: "X" } })).toBe(
    "procedures.projectNothing",
  );
  expect(walk.make(israel, "acceptDeliverable", { body: { deliverable: "d-1" } })).toBe("procedures.projectNothing");
  walk.go("MA deliver");
  expect(walk.make(morocco, "acceptDeliverable", { body: { deliverable: "d-1" } })).toBe("procedures.projectNothing");
  expect(walk.make(morocco, "deliver", { body: { deliverable: "d-1", reference: "X" } })).toBe(
    "procedures.projectNothing",
  );
  expect(walk.make(israel, "rejectDeliverable", { change: { reasons: [] } })).toBe("procedures.badBody");
  walk.go("IL rejectDeliverable");
  expect(walk.make(israel, "rejectDeliverable", { change: { deliverable: "d-1" } })).toBe("procedures.projectNothing");
  expect(walk.data.deliverables[0]).toMatchObject({ state: "open", rejections: 1 });
});

test("nobody pays beyond its share, in other decimals, for an unknown phase or under the other side's number", () => {
  const walk = projectAt("running");
  const pay = (change: object) => walk.make(israel, "contribute", { change: { ...change } });
  expect(pay({ amount: "400.01" })).toBe("procedures.projectBeyond");
  expect(pay({ amount: "1.005" })).toBe("procedures.projectAmount");
  expect(pay({ amount: "-1.00" })).toBe("procedures.badBody");
  expect(pay({ phase: "phase-9" })).toBe("procedures.projectNothing");
  expect(pay({ id: "ma-c1" })).toBe("procedures.projectNumber");
  expect(pay({ amount: "400.00" })).toBe("effective");
  expect(pay({ id: "il-c1", amount: "0.00" })).toBe("procedures.projectSameNumber");
});

test("a gate passes by unanimity, on the phase under way, with everything accepted, on the same record", () => {
  expect(projectAt("running").make(morocco, "passGate")).toBe("procedures.projectNotAccepted");
  const walk = projectAt("accepted");
  expect(walk.make(morocco, "passGate", { change: { phase: "phase-9" } })).toBe("procedures.projectNothing");
  expect(walk.make(morocco, "passGate", { change: { record: other } })).toBe("procedures.projectOtherText");
  walk.go("MA passGate");
  expect(walk.state).toBe("running");
  walk.go("IL passGate");
  expect(walk.state).toBe("transition");
});

test("one side's no goes before the other's yes, and both decide anew on another record", () => {
  const walk = projectAt("accepted").go("IL passGate");
  expect(walk.make(israel, "declineGate", { change: { phase: "phase-9" } })).toBe("procedures.projectNothing");
  expect(walk.make(israel, "declineGate", { change: { reasons: [{ code: "mood" }] } })).toBe("procedures.badBody");
  walk.cross({ ma: "passGate", il: "declineGate" });
  expect(walk.state).toBe("running");
  expect(walk.data.passed).toEqual([]);
  expect(walk.data.declined).toMatchObject([{ by: "IL", codes: ["schedule"] }]);
  expect(walk.make(morocco, "passGate")).toBe("procedures.notTheSame");
  walk.go("IL passGate", "MA passGate");
  expect(walk.state).toBe("transition");
});

test("a gate is put off by both, and only to a later day", () => {
  const walk = projectAt("running");
  expect(walk.make(morocco, "postponeGate", { change: { until: "2032-06-30" } })).toBe("procedures.projectDates");
  expect(walk.make(morocco, "postponeGate", { change: { phase: "phase-9" } })).toBe("procedures.projectNothing");
  const before = walk.data.gates["phase-1"] ?? 0;
  walk.go("MA postponeGate", "IL postponeGate");
  expect(walk.data.gates["phase-1"]).toBeGreaterThan(before);
});

test("either suspends, both resume, and notice is as long as the arrangement says", () => {
  const walk = projectAt("running");
  expect(walk.make(morocco, "suspend", { body: {} })).toBe("procedures.badBody");
  walk.go("IL suspend", "MA resume");
  expect(walk.make(morocco, "resume")).toBe("procedures.alreadyMade");
  walk.go("IL resume");
  expect(walk.make(israel, "giveNotice", { change: { endsOn: "2030-09-02" } })).toBe("procedures.projectNotice");
  expect(walk.make(israel, "giveNotice", { change: { endsOn: "2030-09-03" } })).toBe("effective");
  expect(walk.state).toBe("terminating");
});

test("the costs of an early end are settled by both on the same ledgers", () => {
  const walk = projectAt("running").go("MA giveNotice");
  const settle = (change: object) => walk.make(morocco, "settle", { change: { ...change } });
  expect(settle({ owed: [{ by: "FR", amount: "1.00" }] })).toBe("procedures.projectParties");
  expect(settle({ owed: [{ by: "MA", amount: "1.001" }] })).toBe("procedures.projectAmount");
  expect(settle({ ledger: other })).toBe("procedures.projectOtherText");
  walk.go("MA settle", "IL settle");
  expect(walk.state).toBe("terminated");
});

test("what follows is agreed before the ledgers close, and they close with nothing open in them", () => {
  const walk = projectAt("transition");
  expect(walk.make(morocco, "close")).toBe("procedures.wrongState");
  walk.go("MA completeTransition");
  expect(walk.make(israel, "completeTransition", { change: { on: "2032-07-16" } })).toBe("procedures.notTheSame");
  walk.go("IL completeTransition", "MA lendEquipment");
  expect(walk.make(morocco, "close")).toBe("procedures.projectUnsettled");
  walk.go("IL receiveEquipment", "IL sendBackEquipment", "MA accountEquipment");
  expect(walk.make(morocco, "close", { change: { ledger: other } })).toBe("procedures.projectOtherText");
  expect(walk.make(morocco, "close")).toBe("effective");
});

test("an entry that crosses the closing of the ledgers goes before it", () => {
  const walk = projectAt("closing").go("MA close");
  expect(walk.cross({ ma: "declareInformation", il: "close" })).toEqual(["effective", "crossed"]);
  expect(walk.state).toBe("closing");
});

test("each side is told when its deliverable and the gate are due", () => {
  const { deadlines } = projectAt("running").walk.viewAt("2030-06-03T11:00:00Z");
  expect(deadlines.map(({ name, owners }) => [name, ...owners])).toEqual([
    ["proposerDeliverable", morocco],
    ["gate", morocco, israel],
  ]);
});
