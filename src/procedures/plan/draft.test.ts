import { expect, test } from "vitest";
import { localDate } from "../calendar.ts";
import { calendarOf } from "../terms.ts";
import { makePlan, planIn } from "../testing/plan-story.ts";
import { codeOf, israel, morocco, termsWith, testDigest, Walk } from "../testing/walk.ts";
import { exampleLine } from "./examples.ts";
import { planProcedure } from "./plan.ts";

const line = (change: object = {}) => ({ lines: [{ ...exampleLine("MA", { number: 9, year: 2031 }), ...change }] });

test("a plan is signed when both have signed the version both agreed to", () => {
  const walk = planIn("agreed");
  expect(walk.viewAt("2030-10-11T10:00:00Z").turn).toEqual([morocco, israel]);
  expect(makePlan(walk, "sign")).toBe("effective");
  expect(walk.stateAt()).toBe("agreed");
  expect(codeOf(makePlan(walk, "sign"))).toBe("procedures.alreadyMade");
  makePlan(walk, "sign", { side: israel });
  expect(walk.stateAt()).toBe("executing");
  expect(walk.data.signed?.version).toBe(walk.data.version);
  expect(planProcedure.steps.sign).toMatchObject({ by: "both", grave: true });
});

test("a year that is over is not planned", () => {
  const walk = new Walk(planProcedure, termsWith());
  expect(codeOf(makePlan(walk, "call", { change: { year: 2029 } }))).toBe("procedures.planYear");
});

test("each side numbers its lines with its own mark, each number once", () => {
  const walk = planIn("proposing");
  const foreign = { side: israel, body: line() };
  expect(codeOf(makePlan(walk, "proposeLines", foreign))).toBe("procedures.planLineNumber");
  expect(codeOf(makePlan(walk, "proposeLines", { body: line({ id: "ma-01" }) }))).toBe("procedures.planSameLine");
  expect(makePlan(walk, "proposeLines", { body: line() })).toBe("effective");
});

test("a line is dated in the plan's year, between the parties, on a level of the policy", () => {
  const walk = planIn("proposing");
  const code = (change: object) => codeOf(makePlan(walk, "proposeLines", { body: line(change) }));
  expect(code({ from: "2031-05-02", until: "2031-05-01" })).toBe("procedures.planDates");
  expect(code({ from: "2032-05-01", until: "2032-05-02" })).toBe("procedures.planDates");
  expect(code({ receiving: "FR" })).toBe("procedures.planParty");
  expect(code({ leads: { FR: "An office" } })).toBe("procedures.planParty");
  expect(code({ level: "cosmic" })).toBe("acts.unknownLevel");
  expect(code({ costs: "nobody" })).toBe("procedures.badBody");
});

test("a plan has an end to its length", () => {
  const walk = planIn("proposing");
  const fill = (from: number, count: number) =>
    makePlan(walk, "proposeLines", {
      body: { lines: Array.from({ length: count }, (_, i) => exampleLine("MA", { number: from + i, year: 2031 })) },
    });
  for (let from = 3; from < 163; from += 40) expect(fill(from, 40)).toBe("effective");
  expect(codeOf(fill(163, 40))).toBe("procedures.planLength");
});

test("until both have handed in their proposals each side changes its own only", () => {
  const walk = planIn("proposing");
  const theirs = walk.data.lines.find((one) => one.by === israel);
  const body = { line: theirs?.line.id ?? "", base: theirs?.digest ?? "", set: { participants: 5 } };
  expect(codeOf(makePlan(walk, "changeLine", { body }))).toBe("procedures.planNotOwn");
  expect(codeOf(makePlan(walk, "dropLine", { body: { line: body.line, base: body.base, reason: "No" } }))).toBe(
    "procedures.planNotOwn",
  );
  const talks = planIn("harmonising");
  expect(makePlan(talks, "changeLine", { body })).toBe("effective");
  expect(talks.data.lines.find((one) => one.line.id === body.line)?.line.participants).toBe(5);
});

test("a change of a line that was changed meanwhile is refused, and a crossed one has no effect", () => {
  const walk = planIn("harmonising");
  const [first] = walk.data.lines;
  const body = { line: first?.line.id ?? "", base: first?.digest ?? "", set: { participants: 5 } };
  const saw = walk.lines[0].length;
  expect(makePlan(walk, "changeLine", { body })).toBe("effective");
  const other = { ...body, set: { participants: 6 } };
  expect(makePlan(walk, "changeLine", { side: israel, body: other, saw })).toBe("crossed");
  expect(codeOf(makePlan(walk, "changeLine", { side: israel, body: other }))).toBe("procedures.planLineOther");
  expect(codeOf(makePlan(walk, "changeLine", { body: { ...body, line: "ma-77" } }))).toBe("procedures.planNoLine");
  expect(walk.data.lines[0]?.line.participants).toBe(5);
});

test("a new line takes the draft back from being agreed, in either order of arrival", () => {
  for (const lineFirst of [true, false]) {
    const walk = planIn("harmonising");
    makePlan(walk, "agreeDraft");
    const [ma, il] = [walk.lines[0].length, walk.lines[1].length];
    const version = walk.data.version ?? "";
    const add = () => makePlan(walk, "proposeLines", { body: line(), saw: il });
    const agree = () => makePlan(walk, "agreeDraft", { side: israel, body: { version }, saw: ma });
    for (const move of lineFirst ? [add, agree] : [agree, add]) move();
    expect(walk.stateAt()).toBe("harmonising");
    expect(walk.data.version).not.toBe(version);
  }
});

test("what is agreed and signed is the version that stands, and has lines", () => {
  const walk = planIn("harmonising");
  const body = { version: testDigest("another") };
  expect(codeOf(makePlan(walk, "agreeDraft", { body }))).toBe("procedures.planOtherVersion");
  expect(codeOf(makePlan(planIn("agreed"), "sign", { body }))).toBe("procedures.planOtherVersion");
  const empty = new Walk(planProcedure, termsWith());
  makePlan(empty, "call");
  for (const side of [morocco, israel]) makePlan(empty, "closeProposals", { side });
  expect(codeOf(makePlan(empty, "agreeDraft", { body }))).toBe("procedures.planEmpty");
});

test("a draft is opened again over a signature that crosses, and a withdrawal prevails over both", () => {
  const walk = planIn("agreed");
  makePlan(walk, "sign");
  const saw = walk.lines[0].length;
  makePlan(walk, "sign", { side: israel, saw });
  makePlan(walk, "reopenDraft", { saw: walk.lines[1].length - 1 });
  expect(walk.stateAt()).toBe("harmonising");
  makePlan(walk, "withdraw", { side: israel });
  expect(walk.stateAt()).toBe("withdrawn");
  expect(codeOf(makePlan(walk, "proposeLines", { body: line() }))).toBe("procedures.wrongState");
});

test("the signature is due on the first of December, or when the annex says, and an unsigned plan lapses", () => {
  const due = (walk: ReturnType<typeof planIn>) => {
    const at = walk.viewAt("2030-10-11T00:00:00Z").deadlines.find((one) => one.name === "signature")?.at ?? 0;
    return localDate(calendarOf(walk.terms, morocco), at).toString();
  };
  expect(due(planIn("agreed"))).toBe("2030-12-01");
  const other = termsWith({ deadlines: { "plan.signature": { days: 1 } } });
  expect(due(planIn("agreed", other))).toBe("2030-12-31");
  expect(planIn("agreed").stateAt("2032-01-01T00:00:00Z")).toBe("expired");
});
