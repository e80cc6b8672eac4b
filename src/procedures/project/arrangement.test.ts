import { expect, test } from "vitest";
import { projectAt } from "../testing/project-story.ts";
import { israel, morocco, testDigest } from "../testing/walk.ts";
import { projectProcedure } from "./project.ts";

const other = testDigest("another text");

/** The example's arrangement with a change. */
const tabled = (walk: ReturnType<typeof projectAt>, change: object, more: object = {}) =>
  walk.make(morocco, "tableArrangement", {
    change: { arrangement: { ...arrangementOf(projectAt("tabled")), ...change }, ...more },
  });
const arrangementOf = (walk: ReturnType<typeof projectAt>) => ({ ...walk.data.arrangement?.arrangement });
const shares = (...parts: readonly [party: string, financial: string, technical: string][]) => ({
  shares: parts.map(([party, financial, technical]) => ({ party, financial, technical })),
});
const phase = (id: string, until: string, deliverables: readonly object[]) => ({
  id,
  titles: { en: id },
  until,
  deliverables,
});
const deliverable = (id: string, due: string, owner = "MA") => ({ id, titles: { en: id }, owner, due });

test("both sides intend, review and sign the same text, appoint their officers and begin on the same day", () => {
  const walk = projectAt("reviewed");
  expect(walk.data.reviews.map(({ by, kind }) => `${by} ${kind}`)).toEqual([
    "IL legal",
    "MA legal",
    "IL security",
    "MA security",
    "IL export",
    "MA export",
  ]);
  walk.go("MA signArrangement", "IL signArrangement");
  expect(walk.state).toBe("signed");
  walk.go("MA appoint", "IL appoint", "MA kickOff");
  expect(walk.make(israel, "kickOff", { body: { on: "2030-12-03" } })).toBe("procedures.notTheSame");
  walk.go("IL kickOff");
  expect(walk.state).toBe("running");
  expect(walk.data.references).toEqual({ MA: "PRJ-MA", IL: "PRJ-IL" });
});

test("what binds a side is grave: intent, arrangement, instruction, gate, consent, settlement, closing", () => {
  const grave = Object.entries(projectProcedure.steps).filter(([, step]) => step.grave);
  expect(grave.map(([name]) => name).sort()).toEqual(
    [
      "adoptInstruction",
      "amend",
      "answerConsent",
      "close",
      "passGate",
      "settle",
      "signArrangement",
      "signIntent",
    ].sort(),
  );
});

test("a project is proposed with an objective, which is what both intend", () => {
  const idea = projectAt("idea");
  expect(idea.make(israel, "propose")).toBe("procedures.alreadyOpen");
  expect(idea.make(israel, "signIntent", { body: { objective: other } })).toBe("procedures.projectOtherText");
  expect(idea.make(israel, "abandon", { body: {} })).toBe("procedures.badBody");
  expect(idea.cross({ ma: "signIntent", il: "abandon" })).toEqual(["effective", "effective"]);
  expect(idea.state).toBe("abandoned");
});

test("parts of the work make a hundred per cent, each party once, in amounts that the currency knows", () => {
  const walk = projectAt("intent");
  const refused = [
    [shares(["MA", "1.00", "60"], ["IL", "1.00", "39.99"]), "procedures.projectShares"],
    [shares(["MA", "1.00", "60"], ["IL", "1.00", "40.01"]), "procedures.projectShares"],
    [shares(["MA", "1.00", "50"], ["MA", "1.00", "50"]), "procedures.projectParties"],
    [shares(["MA", "1.00", "50"], ["FR", "1.00", "50"]), "procedures.projectParties"],
    [shares(["MA", "1.005", "50"], ["IL", "1.00", "50"]), "procedures.projectAmount"],
    [{ currency: "EURO" }, "procedures.badBody"],
  ] as const;
  expect(refused.map(([change]) => tabled(walk, change))).toEqual(refused.map(([, code]) => code));
  expect(tabled(walk, shares(["MA", "0", "33.33"], ["IL", "1.00", "66.67"]))).toBe("effective");
});

test("phases follow one another, deliverables fall within theirs, and every number stands once", () => {
  const walk = projectAt("intent");
  const refused = [
    [[phase("p1", "2031-06-30", [deliverable("d1", "2031-07-01")])], "procedures.projectDates"],
    [
      [
        phase("p1", "2031-06-30", [deliverable("d1", "2031-06-01")]),
        phase("p2", "2031-06-30", [deliverable("d2", "2031-06-01")]),
      ],
      "procedures.projectDates",
    ],
    [[phase("p1", "2031-06-30", [deliverable("p1", "2031-06-01")])], "procedures.projectSameNumber"],
    [[phase("p1", "2031-06-30", [deliverable("d1", "2031-06-01", "FR")])], "procedures.projectParties"],
  ] as const;
  expect(refused.map(([phases]) => tabled(walk, { phases }))).toEqual(refused.map(([, code]) => code));
});

test("a text is tabled on the one that stands, and takes away the reviews of it", () => {
  const walk = projectAt("reviewed");
  expect(tabled(walk, {}, { base: other })).toBe("procedures.projectOtherText");
  expect(walk.make(israel, "tableArrangement")).toBe("effective");
  expect(walk.data.reviews).toEqual([]);
});

test("nobody reviews twice, another text, or without a reason against it", () => {
  const walk = projectAt("tabled");
  for (const step of ["reviewLaw", "reviewSecurity", "reviewExport"]) {
    expect(walk.make(morocco, step, { change: { arrangement: other } })).toBe("procedures.projectOtherText");
    expect(walk.make(morocco, step, { change: { result: "unfavourable" } })).toBe("procedures.badBody");
    expect(walk.make(morocco, step)).toBe("effective");
    expect(walk.make(morocco, step)).toBe("procedures.projectReviewed");
  }
});

test("nobody signs without the own side's three favourable reviews of that very text", () => {
  const walk = projectAt("tabled").go("MA reviewLaw", "MA reviewSecurity");
  expect(walk.make(morocco, "signArrangement")).toBe("procedures.projectReviews");
  const unfavourable = { result: "unfavourable", reasons: [{ code: "licence" }] };
  expect(walk.make(morocco, "reviewExport", { change: unfavourable })).toBe("effective");
  expect(walk.make(morocco, "signArrangement")).toBe("procedures.projectReviews");
  expect(projectAt("reviewed").make(morocco, "signArrangement", { body: { arrangement: other } })).toBe(
    "procedures.projectOtherText",
  );
});

test("a text that is tabled while the other side signs goes before the signature", () => {
  const walk = projectAt("reviewed").go("MA signArrangement");
  expect(walk.cross({ ma: "tableArrangement", il: "signArrangement" })).toEqual(["effective", "crossed"]);
  expect(walk.state).toBe("negotiating");
});

test("work begins once each side has said who acts for it", () => {
  const walk = projectAt("signed");
  expect(walk.make(morocco, "appoint", { body: { steering: "Someone" } })).toBe("procedures.badBody");
  walk.go("MA appoint");
  expect(walk.make(morocco, "kickOff")).toBe("procedures.projectAppointed");
  expect(walk.walk.viewAt("2030-06-03T11:00:00Z").deadlines.map(({ name }) => name)).toEqual(["kickOff"]);
});

test("a security instruction is adopted by both, and only a later edition takes its place", () => {
  const walk = projectAt("running").go("MA adoptInstruction");
  expect(walk.data.instruction).toBeUndefined();
  walk.go("IL adoptInstruction");
  expect(walk.data.instruction?.edition).toBe(1);
  expect(walk.make(morocco, "adoptInstruction", { change: { edition: 1 } })).toBe("procedures.projectEdition");
  walk.go("IL adoptInstruction", "MA adoptInstruction");
  expect(walk.data.instruction?.edition).toBe(2);
});

test("an amendment keeps what was delivered, paid and passed", () => {
  const walk = projectAt("accepted").go("MA contribute");
  const amended = (change: object) =>
    walk.make(morocco, "amend", { change: { arrangement: { ...arrangementOf(walk), ...change } } });
  const planned = [phase("phase-1", "2032-06-30", [deliverable("d-2", "2032-06-30")])];
  expect(amended({ phases: planned })).toBe("procedures.projectKept");
  expect(amended({ currency: "USD" })).toBe("procedures.projectAmount");
  expect(amended(shares(["MA", "250.49", "60"], ["IL", "400.00", "40"]))).toBe("procedures.projectBeyond");
  expect(walk.make(morocco, "amend", { change: { base: other } })).toBe("procedures.projectOtherText");
  walk.go("MA amend", "IL amend");
  expect(walk.data.deliverables[0]?.state).toBe("accepted");
});
