import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { makePlan, type PlanWalk, planIn } from "../testing/plan-story.ts";
import { actId, codeOf, israel, morocco, testDigest } from "../testing/walk.ts";
import { reportOf } from "./data.ts";
import { exampleLine } from "./examples.ts";

const after = "2032-01-10T10:00:00Z";
const letter = (walk: PlanWalk) => ({ letter: walk.data.letters.at(-1)?.digest ?? "" });
const lineOf = (walk: PlanWalk, id: string) => walk.data.lines.find((one) => one.line.id === id);
const link = (line: string, number: number) => ({ body: { links: [{ line, dossier: actId(number) }] } });

test("a change to a signed plan is a letter that the other side accepts or declines", () => {
  const walk = planIn("executing");
  expect(walk.viewAt("2031-01-11T00:00:00Z").turn).toEqual([]);
  makePlan(walk, "proposeChange");
  expect(walk.viewAt("2031-01-11T00:00:00Z").turn).toEqual([israel]);
  expect(lineOf(walk, "il-01")?.line.from).toBe("2031-03-03");
  expect(codeOf(makePlan(walk, "acceptChange", { body: letter(walk) }))).toBe("procedures.planNoLetter");
  expect(makePlan(walk, "acceptChange", { side: israel, body: letter(walk) })).toBe("effective");
  expect(lineOf(walk, "il-01")?.line.from).toBe("2031-03-04");
  expect(walk.data.version).not.toBe(walk.data.signed?.version);

  makePlan(walk, "proposeChange", { side: israel });
  const other = { ...letter(walk), reasons: [{ code: "budget" }] };
  expect(codeOf(makePlan(walk, "withdrawChange", { body: letter(walk) }))).toBe("procedures.planNoLetter");
  expect(codeOf(makePlan(walk, "declineChange", { side: israel, body: other }))).toBe("procedures.planNoLetter");
  expect(makePlan(walk, "declineChange", { body: other })).toBe("effective");
  expect(walk.data.letters.map((one) => one.answer)).toEqual(["accepted", "declined"]);
});

test("an acceptance that crosses a withdrawal has no effect", () => {
  const walk = planIn("executing");
  makePlan(walk, "proposeChange");
  const [ma, il] = [walk.lines[0].length, walk.lines[1].length];
  makePlan(walk, "withdrawChange", { body: letter(walk), saw: il });
  expect(makePlan(walk, "acceptChange", { side: israel, body: letter(walk), saw: ma })).toBe("crossed");
  expect(walk.data.letters.map((one) => one.answer)).toEqual(["withdrawn"]);
  expect(lineOf(walk, "il-01")?.line.from).toBe("2031-03-03");
});

test("of two letters on one line the second cannot be accepted once the first is", () => {
  const walk = planIn("executing");
  makePlan(walk, "proposeChange");
  const first = letter(walk);
  makePlan(walk, "proposeChange", { change: { reference: "L-2" } });
  const second = letter(walk);
  expect(makePlan(walk, "acceptChange", { side: israel, body: first })).toBe("effective");
  expect(codeOf(makePlan(walk, "acceptChange", { side: israel, body: second }))).toBe("procedures.planLineOther");
});

test("a letter has a reference of its own, and may add and cancel lines", () => {
  const walk = planIn("executing");
  const changes: JsonObject[] = [
    { kind: "cancel", line: "ma-01", base: lineOf(walk, "ma-01")?.digest ?? "" },
    { kind: "add", line: exampleLine("MA", { number: 3, year: 2031 }) },
  ];
  const body = { reference: "L-1", changes, reason: "Moved to another school" };
  makePlan(walk, "proposeChange", { body });
  expect(codeOf(makePlan(walk, "proposeChange", { body }))).toBe("procedures.planLetterNumber");
  makePlan(walk, "acceptChange", { side: israel, body: letter(walk) });
  expect(lineOf(walk, "ma-01")?.status).toBe("cancelled");
  expect(lineOf(walk, "ma-03")).toMatchObject({ by: "MA", status: "planned" });
  const again = { ...body, reference: "L-2", changes: changes.slice(0, 1) };
  expect(codeOf(makePlan(walk, "proposeChange", { body: again }))).toBe("procedures.planLineEnded");
});

test("an executed line stays executed", () => {
  const walk = planIn("executing");
  const to = (status: string) => makePlan(walk, "reportStatus", { body: { line: "ma-01", status } });
  expect(to("confirmed")).toBe("effective");
  expect(to("postponed")).toBe("effective");
  expect(to("executed")).toBe("effective");
  expect(codeOf(to("cancelled"))).toBe("procedures.planStatus");
  expect(codeOf(makePlan(walk, "reportStatus", { body: { line: "ma-77", status: "executed" } }))).toBe(
    "procedures.planNoLine",
  );
});

test("a dossier stands under one line of the plan", () => {
  const walk = planIn("executing");
  expect(makePlan(walk, "link", link("ma-01", 5))).toBe("effective");
  expect(codeOf(makePlan(walk, "link", { side: israel, ...link("il-01", 5) }))).toBe("procedures.planLinked");
  expect(codeOf(makePlan(walk, "link", link("ma-77", 6)))).toBe("procedures.planNoLine");
  const body = { line: "il-01", dossier: actId(5), reason: "Another line" };
  expect(codeOf(makePlan(walk, "unlink", { body }))).toBe("procedures.planNotLinked");
  expect(makePlan(walk, "unlink", { body: { ...body, line: "ma-01" } })).toBe("effective");
  expect(makePlan(walk, "link", { side: israel, ...link("il-01", 5) })).toBe("effective");
  expect(walk.data.links).toEqual({ "ma-01": [], "il-01": [actId(5)] });
});

test("at the year's end both adopt the report that the plan tells", () => {
  const walk = planIn("executing");
  makePlan(walk, "link", link("ma-01", 5));
  makePlan(walk, "reportStatus", { body: { line: "ma-01", status: "executed" } });
  expect(codeOf(makePlan(walk, "adoptReport"))).toBe("procedures.wrongState");
  expect(walk.stateAt(after)).toBe("reporting");
  const lines = reportOf(walk.data);
  expect(lines).toContainEqual({ line: "ma-01", status: "executed", dossiers: 1 });
  const wrong = { lines: lines.map((row) => ({ ...row, dossiers: 2 })) };
  expect(codeOf(makePlan(walk, "adoptReport", { body: wrong, at: after }))).toBe("procedures.planReport");
  expect(codeOf(makePlan(walk, "adoptReport", { body: { lines: [] }, at: after }))).toBe("procedures.planReport");
  for (const side of [morocco, israel]) makePlan(walk, "adoptReport", { side, at: after });
  expect(walk.stateAt()).toBe("closed");
  expect(walk.data.report?.lines).toEqual(lines);
});

test("what is told of a line while the other side adopts the report takes the report back", () => {
  const walk = planIn("executing");
  makePlan(walk, "adoptReport", { at: after });
  const [ma, il] = [walk.lines[0].length, walk.lines[1].length];
  makePlan(walk, "adoptReport", { side: israel, at: after, saw: ma });
  makePlan(walk, "reportStatus", { body: { line: "ma-01", status: "executed" }, at: after, saw: il });
  expect(walk.stateAt()).toBe("reporting");
});

test("an answer to a letter is owed by the side it was sent to, on its working calendar", () => {
  const walk = planIn("executing");
  makePlan(walk, "proposeChange");
  const { deadlines } = walk.viewAt("2031-01-01T12:00:00Z");
  expect(deadlines).toMatchObject([{ name: "partnerAnswer", owners: [israel] }]);
  makePlan(walk, "declineChange", { side: israel });
  makePlan(walk, "proposeChange", { side: israel });
  expect(walk.viewAt("2031-01-01T12:00:00Z").deadlines).toMatchObject([{ name: "callerAnswer", owners: [morocco] }]);
  expect(codeOf(makePlan(walk, "acceptChange", { body: { letter: testDigest("none") } }))).toBe(
    "procedures.planNoLetter",
  );
});
