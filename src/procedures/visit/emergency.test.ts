import { expect, test } from "vitest";
import { bodyFor, take, visitWalk } from "../testing/visit-story.ts";
import { codeOf } from "../testing/walk.ts";

const confirmed = () => {
  const walk = visitWalk();
  expect(take(walk, "openEmergency", { at: "2031-03-02T20:00:00Z" })).toBe("effective");
  expect(take(walk, "confirmEmergency", { at: "2031-03-02T21:00:00Z" })).toBe("effective");
  return walk;
};
const later = "2031-03-04T09:00:00Z";

test("an emergency is confirmed between the duty officers and then allows the visit", () => {
  const walk = confirmed();
  expect(walk.stateAt()).toBe("emergencyConfirmed");
  expect(walk.data.emergency).toMatchObject({
    asked: { hostContact: "Duty officer of the site", dutyOfficer: "Duty officer of the requester's authority" },
    hostDutyOfficer: "Duty officer of the host's authority",
  });
  const passage = { site: "site-1", visitor: 1, direction: "in", at: "2031-03-03T08:00:00Z" };
  expect(take(walk, "logGate", { body: passage, at: later })).toBe("effective");
});

test("the host's confirmation cannot lie ahead", () => {
  const change = { confirmedAt: "2031-03-02T20:00:01Z" };
  const opened = take(visitWalk(), "openEmergency", { change, at: "2031-03-02T20:00:00Z" });
  expect(codeOf(opened)).toBe("procedures.visitAhead");
});

test("the host's duty officer can refuse, and cannot confirm a place that was not named", () => {
  const walk = visitWalk();
  take(walk, "openEmergency");
  const gates = [{ site: "site-7", gate: "North gate", function: "Guard commander" }];
  const elsewhere = bodyFor(walk, "confirmEmergency", { gates });
  expect(codeOf(take(walk, "confirmEmergency", { body: elsewhere }))).toBe("procedures.visitUnknownSite");
  const body = { decision: "refused", dutyOfficer: "Duty officer", reason: "No escort tonight" };
  expect(take(walk, "confirmEmergency", { body })).toBe("effective");
  expect(walk.stateAt()).toBe("refused");
});

test("the request afterwards goes its way without a lead time, and the visit then runs its course", () => {
  const walk = confirmed();
  expect(walk.viewAt(later).deadlines).toMatchObject([{ name: "writeUp", owners: ["IL"] }]);
  for (const step of ["writeUp", "certify", "endorse", "transmit", "receive", "decideSite", "decideSite"])
    expect(take(walk, step, { at: later }), step).toBe("effective");
  expect(take(walk, "notify", { at: "2031-03-20T10:00:00Z" })).toBe("effective");
  expect(walk.data.emergency?.writtenUp).toBe(true);
  // The days of the visit are over: the notice leads through them at once.
  expect(walk.dossier.state).toBe("notified");
  expect(walk.stateAt()).toBe("executed");
});

test("an emergency does not end with its last day while its request is owed", () => {
  const walk = confirmed();
  expect(walk.stateAt("2031-05-01T00:00:00Z")).toBe("emergencyConfirmed");
  take(walk, "writeUp", { at: "2031-05-02T00:00:00Z" });
  expect(walk.stateAt("2031-05-03T00:00:00Z")).toBe("amendmentDraft");
});

test("the request afterwards covers what was said on the telephone", () => {
  const walk = confirmed();
  const without = (change: Record<string, string>) => codeOf(take(walk, "writeUp", { change, at: later }));
  expect(without({ type: "one-time" })).toBe("procedures.visitWriteUp");
  const sites = [{ code: "site-2", name: "Another site", kind: "government", contact: "Duty officer" }];
  expect(take(walk, "writeUp", { change: { sites }, at: later })).toMatchObject({
    code: "procedures.visitWriteUp",
    details: { sites: ["site-1"], visitors: "none" },
  });
});

test("what was owed afterwards is neither dropped nor cancelled once somebody has entered", () => {
  const walk = confirmed();
  const passage = { site: "site-1", visitor: 1, direction: "in", at: "2031-03-03T08:00:00Z" };
  take(walk, "logGate", { body: passage, at: later });
  expect(codeOf(take(walk, "cancel", { at: later }))).toBe("procedures.visitNotWrittenUp");
  take(walk, "writeUp", { at: later });
  expect(codeOf(take(walk, "dropAmendment", { at: later }))).toBe("procedures.visitNotWrittenUp");
  const body = { reason: "Closed" };
  expect(take(walk, "withdrawApproval", { body, at: later })).toBe("effective");
  expect(walk.stateAt()).toBe("amendmentDraft");
});

test("a written request that comes back is corrected by writing it up again, not as an amendment", () => {
  const walk = confirmed();
  for (const step of ["writeUp", "certify", "endorse", "transmit", "receive", "returnIncomplete"])
    take(walk, step, { at: later });
  expect(walk.stateAt()).toBe("amendmentReturned");
  const amendment = { reason: "Change", effectiveFrom: "2031-03-05" };
  expect(codeOf(take(walk, "correctAmendment", { body: amendment, at: later }))).toBe("procedures.visitNotWrittenUp");
  expect(take(walk, "writeUp", { at: later })).toBe("effective");
});

test("an emergency nobody confirms lapses with its last day", () => {
  const walk = visitWalk();
  take(walk, "openEmergency");
  expect(walk.stateAt("2031-03-08T12:00:00Z")).toBe("expired");
});
