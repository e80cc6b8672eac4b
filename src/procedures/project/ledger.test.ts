import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { type Place, type ProjectWalk, projectAt } from "../testing/project-story.ts";
import { israel, morocco, testDigest } from "../testing/walk.ts";

const other = testDigest("another entry");
const at = (place: Place = "running"): ProjectWalk => projectAt(place);
const entry = (change: JsonObject): JsonObject => ({
  id: "ma-i9",
  kind: "background",
  titles: { en: "Test rig" },
  owner: "MA",
  level: "open",
  licence: "project",
  thirdParties: "byConsent",
  ...change,
});
const declared = (walk: ProjectWalk, change: JsonObject) =>
  walk.make(morocco, "declareInformation", { body: { information: entry(change) } });

test("information is declared by its owner, under its own number, at a level of the policy", () => {
  const walk = at();
  expect(declared(walk, { owner: "IL" })).toBe("procedures.projectOwner");
  expect(declared(walk, { owner: "FR", kind: "foreground" })).toBe("procedures.projectParties");
  expect(declared(walk, { id: "il-i1" })).toBe("procedures.projectNumber");
  expect(declared(walk, { level: "cosmic" })).toBe("procedures.channelLevel");
  expect(declared(walk, {})).toBe("effective");
  expect(declared(walk, {})).toBe("procedures.projectSameNumber");
  const { owner: _, ...joint } = entry({ id: "ma-i8" });
  expect(walk.make(morocco, "declareInformation", { body: { information: joint } })).toBe("procedures.projectOwner");
  const together = { ...joint, kind: "foreground" };
  expect(walk.make(morocco, "declareInformation", { body: { information: together } })).toBe("effective");
});

test("the other side acknowledges or contests; what is contested is put right and answered anew", () => {
  const walk = at().go("MA declareInformation");
  expect(walk.make(morocco, "acknowledgeInformation", { body: { information: "ma-i1", digest: other } })).toBe(
    "procedures.projectNothing",
  );
  expect(walk.make(israel, "acknowledgeInformation", { change: { digest: other } })).toBe(
    "procedures.projectOtherText",
  );
  expect(walk.make(israel, "contestInformation", { change: { reasons: [] } })).toBe("procedures.badBody");
  expect(walk.make(morocco, "reviseInformation", { body: { information: {}, base: other } })).toBe(
    "procedures.badBody",
  );
  walk.go("IL contestInformation");
  const revise = (base: string) =>
    walk.make(morocco, "reviseInformation", { body: { information: entry({ id: "ma-i1" }), base } });
  expect(revise(other)).toBe("procedures.projectOtherText");
  walk.go("MA reviseInformation");
  expect(walk.data.information).toMatchObject([{ id: "ma-i1", licence: "defence" }]);
  expect(revise(walk.data.information[0]?.digest ?? "")).toBe("procedures.projectNothing");
  walk.go("IL acknowledgeInformation");
  expect(
    walk.make(israel, "contestInformation", {
      body: { information: "ma-i1", digest: other, reasons: [{ code: "owner" }] },
    }),
  ).toBe("procedures.projectNothing");
});

test("consent is asked for what is not this side's alone, and answered once, by the other", () => {
  const walk = at().go("MA declareInformation");
  const ask = (change: object) => walk.make(israel, "askConsent", { change: { ...change } });
  expect(walk.make(morocco, "askConsent", { change: { information: "ma-i1" } })).toBe("procedures.projectNothing");
  expect(ask({ id: "ma-a1" })).toBe("procedures.projectNumber");
  expect(declared(walk, { thirdParties: "never" })).toBe("effective");
  expect(ask({ information: "ma-i9" })).toBe("procedures.projectNothing");
  expect(ask({})).toBe("effective");
  expect(ask({ id: "il-a1" })).toBe("procedures.projectSameNumber");
  const answer = { consent: "il-a1", granted: false };
  expect(walk.make(israel, "answerConsent", { body: answer })).toBe("procedures.projectNothing");
  expect(walk.make(morocco, "answerConsent", { body: answer })).toBe("effective");
  expect(walk.make(morocco, "answerConsent", { body: { ...answer, granted: true } })).toBe("procedures.projectNothing");
  expect(walk.data.consents).toMatchObject([{ id: "il-a1", answer: { granted: false } }]);
});

test("nothing is transferred without a valid licence of the own side, nor beyond it", () => {
  const walk = at();
  const send = (change: object) => walk.make(morocco, "sendTransfer", { change: { licence: "ma-l1", ...change } });
  expect(send({})).toBe("procedures.projectNothing");
  expect(walk.make(morocco, "registerLicence", { change: { id: "il-l1" } })).toBe("procedures.projectNumber");
  walk.go("MA registerLicence");
  expect(walk.make(israel, "sendTransfer", { change: { licence: "ma-l1" } })).toBe("procedures.projectNothing");
  const late = walk.make(morocco, "sendTransfer", { change: { licence: "ma-l1" }, at: "2033-01-02T10:00:00Z" });
  expect(late).toBe("procedures.projectLicenceEnded");
  expect(send({})).toBe("effective");
  expect(send({ id: "ma-t1" })).toBe("procedures.projectSameNumber");
  expect(send({})).toBe("effective");
  expect(send({ id: "ma-t3" })).toBe("procedures.projectLicenceSpent");
});

test("what is handed over keeps its level, and above the lowest it needs the security instruction", () => {
  const walk = at().go("MA registerLicence", "IL declareInformation");
  const send = (change: object) => walk.make(morocco, "sendTransfer", { change: { licence: "ma-l1", ...change } });
  expect(declared(walk, { level: "restricted" })).toBe("effective");
  expect(send({ information: "il-i1" })).toBe("procedures.projectNothing");
  expect(send({ information: "ma-i9" })).toBe("procedures.projectLevel");
  expect(send({ information: "ma-i9", level: "cosmic" })).toBe("procedures.channelLevel");
  expect(send({ information: "ma-i9", level: "restricted" })).toBe("procedures.projectInstruction");
  walk.go("MA adoptInstruction", "IL adoptInstruction");
  expect(send({ information: "ma-i9", level: "restricted" })).toBe("effective");
});

test("a transfer is receipted once, by the side that receives it", () => {
  const walk = at().go("MA registerLicence", "MA sendTransfer");
  const receipt = { transfer: "ma-t1", result: "received" };
  expect(walk.make(morocco, "receiveTransfer", { body: receipt })).toBe("procedures.projectNothing");
  expect(walk.make(israel, "receiveTransfer", { body: { ...receipt, result: "lost" } })).toBe("procedures.badBody");
  walk.go("IL receiveTransfer");
  expect(walk.make(israel, "receiveTransfer", { body: receipt })).toBe("procedures.projectNothing");
});

test("equipment is lent once at a time, received, sent back, and accounted for by its lender", () => {
  const walk = at();
  const lend = (change: object) => walk.make(morocco, "lendEquipment", { change: { serial: "SN-1", ...change } });
  expect(lend({ returnBy: "2030-06-02" })).toBe("procedures.projectReturn");
  expect(lend({})).toBe("effective");
  expect(lend({})).toBe("procedures.projectLent");
  expect(lend({ id: "ma-e1", serial: "SN-2" })).toBe("procedures.projectSameNumber");
  const equipment = { equipment: "ma-e1" };
  expect(walk.make(morocco, "receiveEquipment", { body: equipment })).toBe("procedures.projectNothing");
  expect(walk.make(israel, "sendBackEquipment", { body: equipment })).toBe("procedures.projectNothing");
  expect(walk.make(morocco, "accountEquipment", { body: { ...equipment, as: "returned" } })).toBe(
    "procedures.projectNothing",
  );
  walk.go("IL receiveEquipment");
  expect(walk.walk.viewAt("2030-06-03T11:00:00Z").deadlines.map(({ name }) => name)).toContain("partnerReturn");
  walk.go("IL sendBackEquipment", "MA accountEquipment");
  expect(walk.make(morocco, "accountEquipment", { body: { ...equipment, as: "lost" } })).toBe(
    "procedures.projectNothing",
  );
  expect(lend({})).toBe("effective");
});

test("a facility of the other side is confirmed at its level until a day to come, perhaps after a while", () => {
  const walk = at("tabled");
  expect(walk.make(morocco, "askFacility", { change: { level: "cosmic" } })).toBe("procedures.channelLevel");
  walk.go("MA askFacility");
  const answer = (change: object, side = israel) => walk.make(side, "answerFacility", { change: { ...change } });
  expect(answer({ facility: "ma-f1" }, morocco)).toBe("procedures.projectNothing");
  expect(walk.make(israel, "answerFacility", { body: { facility: "ma-f1", result: "confirmed" } })).toBe(
    "procedures.badBody",
  );
  expect(answer({ level: "open" })).toBe("procedures.projectLevel");
  expect(answer({ level: "cosmic" })).toBe("procedures.channelLevel");
  expect(answer({ until: "2030-06-02" })).toBe("procedures.projectReturn");
  expect(walk.make(israel, "answerFacility", { body: { facility: "ma-f1", result: "inProcess" } })).toBe("effective");
  expect(answer({})).toBe("effective");
  expect(answer({ facility: "ma-f1" })).toBe("procedures.projectNothing");
});
