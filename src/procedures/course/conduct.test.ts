import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { ExampleWalk } from "../testing/example-walk.ts";
import { israel, morocco, termsWith, testDigest } from "../testing/walk.ts";
import { courseProcedure } from "./course.ts";
import type { CourseData } from "./data.ts";
import { exampleEntry, exampleSealed, examples } from "./examples.ts";

type CourseWalk = ExampleWalk<CourseData>;
const start = "2030-06-03T10:00:00Z";
const lastDay = "2030-07-03T10:00:00Z";

/** The example's iteration is from 23 June to 3 July; one nominee of Israel's has a seat and one waits. */
function nominated(entry: JsonObject = {}): CourseWalk {
  const walk = new ExampleWalk<CourseData>(courseProcedure, { examples });
  const body = { reference: "COURSE-1", entry: { ...exampleEntry, ...entry } };
  expect(walk.make(morocco, "offer", { body })).toBe("effective");
  return walk.go("IL accept", "MA scheduleIteration", "IL nominate");
}
const confirmed = (): CourseWalk => nominated().go("IL certify", "MA vet", "MA confirm");
const acknowledged = (): CourseWalk => confirmed().go("MA issueInstructions", "IL acknowledge");
/** All that follows is made on the last day. */
function make(walk: CourseWalk, step: string, change: JsonObject = {}, at = lastDay): string {
  return walk.make(morocco, step, { change, at });
}
const stands = (walk: CourseWalk) => walk.data.iterations[0]?.seats.map((seat) => seat.status);

test("a nominee is confirmed by the sending side, vetted and confirmed by the host, and told how to come", () => {
  expect(stands(acknowledged())).toEqual(["acknowledged", "waiting"]);
  expect(acknowledged().make(israel, "acknowledge")).toBe("procedures.courseUnknown");
  expect(nominated().make(israel, "vet")).toBe("procedures.wrongSide");
  expect(nominated().make(morocco, "vet", { body: vetting("accepted") })).toBe("procedures.courseSeatStatus");
  expect(nominated().make(morocco, "confirm", { body: named("il-01") })).toBe("procedures.courseSeatStatus");
  expect(nominated().make(morocco, "certify", { body: fitness("il-01") })).toBe("procedures.courseNotOwn");
  expect(nominated().make(israel, "issueInstructions")).toBe("procedures.wrongSide");
});

const named = (...nominees: string[]): JsonObject => ({ iteration: "i-1", nominees });
const fitness = (nominee: string, confirms: JsonObject = {}): JsonObject => ({
  iteration: "i-1",
  nominees: [{ nominee, profile: "2211", medicallyFit: true, ...confirms }],
});
const vetting = (decision: string, more: JsonObject = {}): JsonObject => ({
  iteration: "i-1",
  nominees: [{ nominee: "il-01", decision, ...more }],
});

test("the sending side confirms everything the entry asks, valid until the last day", () => {
  const certify = (walk: CourseWalk, confirms: JsonObject) =>
    walk.make(israel, "certify", { body: fitness("il-01", confirms) });
  expect(certify(nominated(), { profile: "2210" })).toBe("procedures.courseRequirement");
  expect(certify(nominated(), { medicallyFit: false })).toBe("procedures.courseRequirement");
  const secret = () => nominated({ clearance: "confidential" });
  expect(certify(secret(), {})).toBe("procedures.courseRequirement");
  const clearance = (level: string, validUntil: string) => ({ clearance: { level, validUntil } });
  expect(certify(secret(), clearance("restricted", "2033-01-01"))).toBe("procedures.courseRequirement");
  expect(certify(secret(), clearance("secret", "2030-07-02"))).toBe("procedures.courseRequirement");
  expect(certify(secret(), clearance("secret", "2030-07-03"))).toBe("effective");
});

test("the host returns a nominee with reasons of a closed list, or refuses one, and the next moves up", () => {
  const walk = nominated().go("IL certify", "MA returnNominees");
  expect(stands(walk)).toEqual(["nominated", "waiting"]);
  expect(walk.data.iterations[0]?.seats[0]?.reasons).toEqual(["missingDocument"]);
  const reasons = [{ code: "colour" }];
  expect(
    walk.make(morocco, "returnNominees", { body: { iteration: "i-1", nominees: [{ nominee: "il-01", reasons }] } }),
  ).toBe("procedures.badBody");
  walk.go("IL certify");
  const refused = vetting("refused", { reasons: [{ code: "audience" }] });
  expect(walk.make(morocco, "vet", { body: refused })).toBe("effective");
  expect(stands(walk)).toEqual(["refused", "nominated"]);
});

test("new joining instructions are acknowledged anew, and only those that stand", () => {
  const walk = acknowledged();
  const instructions = testDigest("old");
  expect(walk.make(israel, "acknowledge", { body: { ...named("il-01"), instructions } })).toBe(
    "procedures.courseOther",
  );
  const again = exampleSealed({ terms: termsWith(), digest: testDigest }, "new");
  expect(walk.make(morocco, "issueInstructions", { body: { iteration: "i-1", instructions: again } })).toBe(
    "effective",
  );
  expect(stands(walk)).toEqual(["confirmed", "waiting"]);
  expect(walk.make(morocco, "issueInstructions", { body: { iteration: "i-1", instructions: again } })).toBe(
    "procedures.courseSame",
  );
});

test("arrivals, attendance, results, certificates and the report follow one another", () => {
  const walk = acknowledged();
  expect(make(walk, "recordArrivals", {}, start)).toBe("procedures.courseDay");
  expect(make(walk, "recordArrivals")).toBe("effective");
  expect(make(walk, "cancelIteration")).toBe("procedures.courseSeatStatus");
  expect(make(walk, "recordAttendance", { day: "2030-07-04" })).toBe("procedures.courseDay");
  expect(make(walk, "recordAttendance", { absent: [{ nominee: "il-02", reason: "leave" }] })).toBe(
    "procedures.courseSeatStatus",
  );
  expect(make(walk, "recordAttendance", { day: "2030-06-24" })).toBe("effective");
  expect(make(walk, "recordAttendance", { day: "2030-06-24" })).toBe("procedures.courseSame");
  expect(stands(walk)).toEqual(["attending", "waiting"]);
  expect(make(walk, "recordResults", {}, "2030-07-02T10:00:00Z")).toBe("procedures.courseDay");
  expect(make(walk, "reportCourse", { iteration: "i-1" })).toBe("procedures.courseOpen");
  expect(make(walk, "recordResults", { nominees: [{ nominee: "il-01", result: "noShow" }] })).toBe(
    "procedures.courseSeatStatus",
  );
  expect(make(walk, "recordResults")).toBe("effective");
  expect(make(walk, "issueCertificates")).toBe("effective");
  const certificate = { iteration: "i-1", nominees: [{ nominee: "il-01", number: "CERT-2" }] };
  expect(make(walk, "issueCertificates", certificate)).toBe("procedures.courseSame");
  expect(make(walk, "reportCourse", { evaluation: { answers: 1, content: 2 } })).toBe("procedures.badBody");
  expect(make(walk, "reportCourse")).toBe("effective");
  expect(make(walk, "close")).toBe("effective");
  expect(walk.state).toBe("closed");
});

test("certificates are grave, earned, and numbered once", () => {
  expect(courseProcedure.steps.issueCertificates?.grave).toBe(true);
  const walk = acknowledged();
  make(walk, "recordArrivals");
  const certificate = { iteration: "i-1", nominees: [{ nominee: "il-01", number: "CERT-1" }] };
  expect(make(walk, "issueCertificates", certificate)).toBe("procedures.courseSeatStatus");
  make(walk, "recordResults", { nominees: [{ nominee: "il-01", result: "returned" }] });
  expect(make(walk, "issueCertificates", certificate)).toBe("procedures.courseSeatStatus");
  const other = acknowledged();
  make(other, "recordArrivals");
  make(other, "recordResults");
  const twice = {
    nominees: [
      { nominee: "il-01", number: "1" },
      { nominee: "il-01", number: "2" },
    ],
  };
  expect(make(other, "issueCertificates", twice)).toBe("procedures.badBody");
});

test("who is confirmed and does not come is told as such", () => {
  const walk = confirmed();
  expect(make(walk, "recordResults", { iteration: "i-1", nominees: [{ nominee: "il-01", result: "noShow" }] })).toBe(
    "effective",
  );
  expect(stands(walk)).toEqual(["noShow", "waiting"]);
  expect(make(walk, "recordArrivals", { iteration: "i-1", nominees: [{ nominee: "il-01", on: "2030-06-23" }] })).toBe(
    "procedures.courseSeatStatus",
  );
});

test("an arrival that crosses a withdrawal counts, because it happened", () => {
  const walk = acknowledged();
  const [ma, il] = [walk.walk.lines[0].length, walk.walk.lines[1].length];
  const withdrawn = { iteration: "i-1", nominees: ["il-01"], reasons: [{ code: "illness" }] };
  walk.make(israel, "withdrawNominees", { body: withdrawn, saw: ma, at: "2030-06-22T10:00:00Z" });
  expect(
    walk.make(morocco, "recordArrivals", { body: arrival("2030-06-22"), saw: il, at: "2030-06-22T10:00:00Z" }),
  ).toBe("effective");
  expect(stands(walk)).toEqual(["arrived", "waiting"]);
});

const arrival = (on: string): JsonObject => ({ iteration: "i-1", nominees: [{ nominee: "il-01", on }] });

test("the host opens the details, each once, and not its own documents", () => {
  const walk = confirmed().go("MA issueInstructions");
  const details = walk.data.iterations[0]?.seats[0]?.details ?? "";
  const open = (side: typeof morocco, document: string) =>
    walk.make(side, "opened", { body: { documents: [document] } });
  expect(open(israel, details)).toBe("procedures.ownDocument");
  expect(open(morocco, testDigest("none"))).toBe("procedures.documentUnknown");
  expect(open(morocco, details)).toBe("effective");
  expect(open(morocco, details)).toBe("procedures.documentOpened");
});

test("personal data go when their time has come, or when the side that sealed them says so", () => {
  const walk = nominated();
  const [first = "", second = ""] = walk.data.iterations[0]?.seats.map((seat) => seat.details ?? "") ?? [];
  const erase = (side: typeof morocco, document: string, ground: string, at = start) =>
    walk.make(side, "erasePersonalData", { body: { documents: [document], ground }, at });
  expect(erase(israel, first, "seatOver")).toBe("procedures.courseNeeded");
  expect(erase(morocco, first, "due")).toBe("procedures.courseNeeded");
  expect(erase(morocco, first, "sealedWrongly")).toBe("procedures.courseNeeded");
  const withdrawn = { iteration: "i-1", nominees: ["il-01", "il-02"], reasons: [{ code: "budget" }] };
  expect(walk.make(israel, "withdrawNominees", { body: withdrawn })).toBe("effective");
  expect(erase(israel, first, "seatOver")).toBe("effective");
  expect(erase(israel, first, "seatOver")).toBe("procedures.documentDestroyed");
  expect(erase(morocco, second, "due", "2030-11-01T10:00:00Z")).toBe("procedures.courseNeeded");
  expect(erase(morocco, second, "due", "2030-12-02T10:00:00Z")).toBe("effective");
  const body = { documents: [first], ground: "due" };
  expect(courseProcedure.steps.erasePersonalData?.erases(body)).toEqual({ digests: [first], on: "both" });
});

test("joining instructions are no personal data and are not erased with them", () => {
  const walk = confirmed().go("MA issueInstructions");
  const document = walk.data.iterations[0]?.instructions?.digest ?? "";
  const erase = (ground: string) =>
    walk.make(morocco, "erasePersonalData", { body: { documents: [document], ground } });
  expect(erase("due")).toBe("procedures.courseNeeded");
  expect(erase("sealedWrongly")).toBe("effective");
});
