import { expect, test } from "vitest";
import { type bodyFor, take, visitUpTo } from "../testing/visit-story.ts";
import { codeOf } from "../testing/walk.ts";

type Change = NonNullable<Parameters<typeof bodyFor>[2]>;

const visitor = (number: number) => ({
  number,
  function: "Engineer",
  nationality: "IL",
  details: `sha256:${"b".repeat(64)}`,
});
const site = (code: string) => ({ code, name: "Third site", kind: "industry", contact: "Duty officer" });

const asked = (change: Change, walk = visitUpTo("allApproved")) =>
  codeOf(take(walk, "draftAmendment", { body: { reason: "Change", effectiveFrom: "2031-03-05", ...change } }));

/** An amendment carried to the state where the host has decided at each site. */
function decided(change: Change, decision: (site: string) => Change) {
  const walk = visitUpTo("allApproved");
  const body = { reason: "Change", effectiveFrom: "2031-03-05", ...change };
  walk.must({ side: walk.terms.parties[1], step: "draftAmendment", body, at: "2031-01-12T10:00:00Z" });
  for (const step of ["certify", "endorse", "transmit", "receive"]) expect(take(walk, step)).toBe("effective");
  for (const one of walk.data.current?.sites ?? [])
    expect(take(walk, "decideSite", { body: decision(one.code) })).toBe("effective");
  return walk;
}

test("an amendment goes the same way under states of its own while the approval stands", () => {
  const walk = decided({ addVisitors: [visitor(9)] }, (code) => ({ decision: "approved", site: code }));
  expect(walk.stateAt()).toBe("amendmentDecided");
  expect(walk.data.approvals["site-1"]?.version).toBe(1);
  take(walk, "notify");
  expect(walk.stateAt()).toBe("notified");
  expect(walk.data.approvals["site-1"]?.version).toBe(2);
  expect(walk.data.approved.map((version) => version.number)).toEqual([2]);
  expect(walk.data.request?.visitors.map((one) => one.number)).toEqual([1, 2, 9]);
});

test("a level is never raised by an amendment, and may be lowered", () => {
  expect(asked({ level: "secret" })).toBe("procedures.visitLevelRaise");
  expect(asked({ level: "open" })).toBe("effective");
  expect(asked({ level: "cosmic" })).toBe("acts.unknownLevel");
});

test("a number never comes to mean another person, nor a code another place", () => {
  expect(asked({ dropVisitors: [2], addVisitors: [visitor(2)] })).toBe("procedures.visitNumberTaken");
  expect(asked({ dropSites: ["site-1"], addSites: [site("site-1")] })).toBe("procedures.visitNumberTaken");
  expect(asked({ addVisitors: [visitor(3)], addSites: [site("site-3")] })).toBe("effective");
});

test("an amendment leaves at least one visitor and one site, each once", () => {
  expect(asked({ dropVisitors: [1, 2] })).toBe("procedures.visitAmendedLists");
  expect(asked({ dropSites: ["site-1", "site-2"] })).toBe("procedures.visitAmendedLists");
  const walk = visitUpTo("allApproved");
  const held = walk.data.request?.visitors[0];
  if (!held) throw new TypeError("The example has a visitor.");
  const { clearance: _, ...same } = held;
  expect(asked({ addVisitors: [same] }, walk)).toBe("procedures.visitAmendedLists");
});

test("an amendment is needed from a day of the visit", () => {
  expect(asked({ effectiveFrom: "2031-03-08" })).toBe("procedures.visitEffectiveFrom");
  expect(asked({ effectiveFrom: "2031-03-08", until: "2031-03-09" })).toBe("effective");
});

test("an amendment has the shorter lead time of its own row", () => {
  const walk = visitUpTo("allApproved");
  take(walk, "draftAmendment", { body: { reason: "Change", effectiveFrom: "2031-03-05", addVisitors: [visitor(3)] } });
  take(walk, "certify");
  take(walk, "endorse");
  // 7 working days before Wednesday 5 March are Monday 24 February.
  expect(take(walk, "transmit", { at: "2031-02-24T10:00:00Z" })).toMatchObject({
    code: "procedures.visitLate",
    details: { type: "amendment", workingDays: 7, from: "2031-03-05" },
  });
  expect(codeOf(take(walk, "transmit", { at: "2031-02-21T10:00:00Z" }))).toBe("effective");
});

test("a site that refuses an amendment keeps what it approved before", () => {
  const walk = decided({ addVisitors: [visitor(9)] }, (code) =>
    code === "site-1" ? { decision: "approved", site: code } : { decision: "refused", site: code, reason: "Full" },
  );
  take(walk, "notify");
  expect(walk.data.approvals["site-1"]?.version).toBe(2);
  expect(walk.data.approvals["site-2"]?.version).toBe(1);
  expect(walk.data.approved.map((version) => version.number)).toEqual([1, 2]);
});

test("an amendment refused everywhere leaves the visit as it stood", () => {
  const walk = decided({ until: "2031-03-20" }, (code) => ({ decision: "refused", site: code, reason: "Full" }));
  take(walk, "notify");
  expect(walk.stateAt()).toBe("notified");
  expect(walk.data.request?.until).toBe("2031-03-07");
  expect(walk.data.window?.until).toBe("2031-03-07");
});

test("an amendment that drops a site ends its approval", () => {
  const walk = decided({ dropSites: ["site-2"] }, (code) => ({ decision: "approved", site: code }));
  take(walk, "notify");
  expect(Object.keys(walk.data.approvals)).toEqual(["site-1"]);
});

test("moved dates move the window, and an active visit waits again for its new first day", () => {
  const walk = decided({ from: "2031-03-10", until: "2031-03-12", effectiveFrom: "2031-03-10" }, (code) => ({
    decision: "approved",
    site: code,
  }));
  take(walk, "notify", { at: "2031-03-04T10:00:00Z" });
  expect(walk.stateAt()).toBe("notified");
  expect(walk.stateAt("2031-03-10T10:00:00Z")).toBe("active");
});

test("an amendment returned is corrected as an amendment, and can be dropped", () => {
  const walk = visitUpTo("allApproved");
  for (const step of ["draftAmendment", "certify", "endorse", "transmit", "receive", "returnIncomplete"])
    expect(take(walk, step)).toBe("effective");
  expect(walk.stateAt()).toBe("amendmentReturned");
  expect(codeOf(take(walk, "writeUp"))).toBe("procedures.visitWrittenUp");
  expect(take(walk, "correctAmendment")).toBe("effective");
  expect(walk.stateAt()).toBe("amendmentDraft");
  expect(take(walk, "dropAmendment")).toBe("effective");
  expect(walk.stateAt()).toBe("notified");
  expect(walk.data.request?.visitors).toHaveLength(2);
});

test("an approved visit ends with its last day even while an amendment is under way", () => {
  const walk = visitUpTo("allApproved");
  take(walk, "draftAmendment");
  expect(walk.stateAt("2031-03-05T12:00:00Z")).toBe("amendmentDraft");
  expect(walk.stateAt("2031-03-08T12:00:00Z")).toBe("executed");
});
