import { expect, test } from "vitest";
import { apply } from "../engine/apply.ts";
import { bodyFor, take, visitUpTo } from "../testing/visit-story.ts";
import { codeOf, morocco, testDigest } from "../testing/walk.ts";
import { visitorsInside } from "./data.ts";

type Change = NonNullable<Parameters<typeof bodyFor>[2]>;

const now = "2031-03-06T18:00:00Z";
const passage = (change: Change = {}) => ({
  site: "site-1",
  visitor: 1,
  direction: "in",
  at: "2031-03-03T08:00:00Z",
  ...change,
});

function visited(limits?: Change) {
  if (!limits) return visitUpTo("allApproved");
  const walk = visitUpTo("staff");
  take(walk, "decideSite", { body: { decision: "approvedWithLimits", site: "site-1", limits } });
  take(walk, "decideSite", { body: { decision: "approved", site: "site-2" } });
  take(walk, "notify");
  return walk;
}

const logged = (change: Change, walk = visited()) => codeOf(take(walk, "logGate", { body: passage(change), at: now }));

test("passages are counted by site and by the host's date, and say who is inside", () => {
  const walk = visited();
  const midnight = (walk.data.window?.opensAt ?? 0) + 24 * 3_600_000;
  for (const body of [
    passage(),
    passage({ visitor: 2, at: new Date(midnight).toISOString().replace(".000Z", "Z") }),
    passage({ direction: "out", at: "2031-03-03T16:00:00Z" }),
    passage({ visitor: 2, site: "site-2", direction: "turnedAway", at: "2031-03-05T08:00:00Z" }),
  ])
    expect(take(walk, "logGate", { body, at: now })).toBe("effective");
  const { gate } = walk.data;
  expect(gate).toMatchObject({ passages: 4, entries: 2 });
  expect(gate.sites["site-1"]).toEqual({
    entries: 2,
    exits: 1,
    turnedAway: 0,
    days: { "2031-03-03": 1, "2031-03-04": 1 },
  });
  expect(gate.sites["site-2"]?.turnedAway).toBe(1);
  expect(visitorsInside(walk.data)).toEqual([]);
});

test("a passage entered late does not move a visitor back", () => {
  const walk = visited();
  take(walk, "logGate", { body: passage({ direction: "out", at: "2031-03-03T16:00:00Z" }), at: now });
  take(walk, "logGate", { body: passage(), at: now });
  expect(visitorsInside(walk.data)).toEqual([]);
  take(walk, "logGate", { body: passage({ at: "2031-03-04T08:00:00Z" }), at: now });
  expect(visitorsInside(walk.data)).toEqual([1]);
});

test("a gate logs only what has happened, for a site that approved, for visitors of the list", () => {
  expect(logged({ at: "2031-03-06T18:00:01Z" })).toBe("procedures.visitAhead");
  expect(logged({ site: "site-9" })).toBe("procedures.visitNotApproved");
  expect(logged({ site: "constructor" })).toBe("procedures.visitNotApproved");
  expect(logged({ visitor: 7 })).toBe("procedures.visitUnknownVisitor");
  expect(logged({ visitor: 7, direction: "turnedAway" })).toBe("procedures.visitUnknownVisitor");
});

test("nobody enters on another day or against the limits, and who comes all the same is turned away", () => {
  const early = { at: "2031-03-02T22:59:59Z" };
  expect(logged(early)).toBe("procedures.visitOtherDay");
  expect(logged({ ...early, direction: "turnedAway" })).toBe("effective");
  expect(logged({ visitor: 2 }, visited({ visitors: [1] }))).toBe("procedures.visitNotAdmitted");
  expect(logged({ visitor: 2, direction: "turnedAway" }, visited({ visitors: [1] }))).toBe("effective");
  expect(logged({ at: "2031-03-05T08:00:00Z" }, visited({ until: "2031-03-04" }))).toBe("procedures.visitOtherDay");
});

test("a briefing is recorded at or below the approved level, with attendees of the list", () => {
  const walk = visited();
  const recorded = (change: Change) =>
    codeOf(take(walk, "recordBriefing", { body: bodyFor(walk, "recordBriefing", change), at: now }));
  expect(recorded({})).toBe("effective");
  expect(recorded({ attendees: [1, 9] })).toBe("procedures.visitUnknownVisitor");
  expect(recorded({ date: "2031-03-09" })).toBe("procedures.visitOtherDay");
  expect(recorded({ topics: [{ heading: "Tests", level: "secret" }] })).toBe("procedures.visitBriefingLevel");
  expect(recorded({ topics: [{ heading: "Tests", level: "cosmic" }] })).toBe("procedures.visitBriefingLevel");
  expect(walk.data.briefings).toHaveLength(1);
});

test("a visit is closed as held when somebody entered, and as not held when nobody did", () => {
  const after = "2031-03-10T09:00:00Z";
  const empty = visited();
  expect(codeOf(take(empty, "close", { body: { outcome: "held" }, at: after }))).toBe("procedures.visitOutcome");
  expect(codeOf(take(empty, "close", { body: { outcome: "notHeld" }, at: after }))).toBe("effective");
  const walk = visited();
  take(walk, "logGate", { body: passage(), at: now });
  expect(walk.stateAt(after)).toBe("executed");
  expect(codeOf(take(walk, "close", { body: { outcome: "notHeld" }, at: after }))).toBe("procedures.visitOutcome");
  // A paper log can still be entered after the last day.
  expect(codeOf(take(walk, "logGate", { body: passage({ visitor: 2 }), at: after }))).toBe("effective");
  expect(codeOf(take(walk, "close", { body: { outcome: "held" }, at: after }))).toBe("effective");
  expect(walk.stateAt()).toBe("closed");
});

test("a passage is a small act, and a dossier of thousands keeps no more than counts", () => {
  expect(JSON.stringify(passage()).length).toBeLessThan(120);
  const walk = visited();
  take(walk, "logGate", { body: passage(), at: now });
  const act = walk.lines[0].at(-1)?.act;
  if (!act) throw new TypeError("The host has made an act.");
  let { dossier } = walk;
  const before = JSON.stringify(dossier).length;
  for (let i = 0; i < 5000; i++) {
    const next = apply(walk.procedure, { dossier, act, surroundings: { terms: walk.terms, digest: testDigest } });
    if ("kind" in next) throw new TypeError(next.code);
    dossier = next;
  }
  expect(dossier.data.gate).toMatchObject({ passages: 5001, entries: 5001 });
  expect(JSON.stringify(dossier).length - before).toBeLessThan(40);
  expect(act.party).toBe(morocco);
});
