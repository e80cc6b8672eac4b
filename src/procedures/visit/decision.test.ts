import { expect, test } from "vitest";
import { bodyFor, take, visitUpTo } from "../testing/visit-story.ts";
import { codeOf, israel, morocco } from "../testing/walk.ts";

const gate = (site: string) => ({ site, gate: "North gate", function: "Guard commander" });

test("the request is decided when every site has a decision", () => {
  const walk = visitUpTo("staff");
  take(walk, "decideSite", { body: { decision: "approved", site: "site-2" } });
  expect(walk.stateAt()).toBe("staffing");
  take(walk, "decideSite", { body: { decision: "refused", site: "site-1", reason: "Works" } });
  expect(walk.stateAt()).toBe("decided");
});

test("after the notice the visit waits for its first day and becomes active in Rabat's morning", () => {
  const walk = visitUpTo("allApproved");
  expect(walk.stateAt()).toBe("notified");
  const opens = walk.data.window?.opensAt ?? 0;
  expect(walk.stateAt(new Date(opens - 1000).toISOString())).toBe("notified");
  expect(walk.stateAt(new Date(opens).toISOString())).toBe("active");
  expect(walk.stateAt("2031-03-08T12:00:00Z")).toBe("executed");
});

test("the host owes the acknowledgement, then the decision from its receipt on, then the notice", () => {
  const owed = (walk: ReturnType<typeof visitUpTo>) => walk.viewAt("2031-01-11T10:00:00Z").deadlines;
  expect(owed(visitUpTo("transmit"))).toMatchObject([{ name: "acknowledge", owners: [morocco] }]);
  const [decide] = owed(visitUpTo("staff"));
  // Received Friday 10 January: the 10th working day is Friday 24 January.
  expect(decide).toMatchObject({ name: "decide", owners: [morocco] });
  const local = Temporal.Instant.fromEpochMilliseconds(decide?.at ?? 0).toZonedDateTimeISO("Africa/Casablanca");
  expect(local.toPlainDateTime().toString()).toBe("2031-01-25T00:00:00");
  expect(owed(visitUpTo("decideSite"))).toMatchObject([{ name: "notify", owners: [morocco] }]);
});

test("a request refused at every site ends refused", () => {
  const walk = visitUpTo("staff");
  for (const site of ["site-1", "site-2"])
    take(walk, "decideSite", { body: { decision: "refused", site, reason: "Works" } });
  expect(codeOf(take(walk, "notify", { body: { gates: [] } }))).toBe("effective");
  expect(walk.stateAt()).toBe("refused");
  expect(walk.viewAt("2031-01-11T10:00:00Z").final).toBe(true);
});

test("a decision for a place nobody asked for is refused", () => {
  const walk = visitUpTo("staff");
  const decided = (site: string) => codeOf(take(walk, "decideSite", { body: { decision: "approved", site } }));
  expect(decided("site-9")).toBe("procedures.visitUnknownSite");
  expect(decided("constructor")).toBe("procedures.visitUnknownSite");
  const offices = [{ site: "site-9", office: "Base security" }];
  expect(codeOf(take(walk, "staff", { body: { offices } }))).toBe("procedures.visitUnknownSite");
});

test("limits narrow what was asked and never widen it", () => {
  const walk = visitUpTo("staff");
  const limited = (limits: Record<string, string | number[]>) =>
    codeOf(take(walk, "decideSite", { body: { decision: "approvedWithLimits", site: "site-1", limits } }));
  expect(limited({ visitors: [1, 7] })).toBe("procedures.visitUnknownVisitor");
  expect(limited({ until: "2031-03-09" })).toBe("procedures.visitLimitDays");
  expect(limited({ from: "2031-03-06", until: "2031-03-05" })).toBe("procedures.visitLimitDays");
  expect(limited({ level: "secret" })).toBe("procedures.visitLimitLevel");
  expect(limited({})).toBe("procedures.badBody");
  expect(limited({ visitors: [1], until: "2031-03-05", level: "open" })).toBe("effective");
});

test("a notice that forgets a gate is refused with the site", () => {
  const walk = visitUpTo("decideSite");
  expect(take(walk, "notify", { body: { gates: [] } })).toMatchObject({
    code: "procedures.visitGateNotTold",
    details: { sites: ["site-1"] },
  });
  const body = { gates: [gate("site-1"), gate("site-9")] };
  expect(codeOf(take(walk, "notify", { body }))).toBe("procedures.visitUnknownSite");
});

test("what is incomplete comes back with its reasons, is corrected and goes the whole way again", () => {
  const walk = visitUpTo("receive");
  take(walk, "returnIncomplete");
  expect(walk.stateAt()).toBe("returned");
  expect(walk.data.returns).toMatchObject([{ version: 1, codes: ["missingField"] }]);
  expect(walk.viewAt("2031-01-11T10:00:00Z").turn).toEqual([israel]);
  take(walk, "correct");
  expect(walk.stateAt()).toBe("draft");
  expect(walk.data.current?.number).toBe(2);
  expect(codeOf(take(walk, "receive"))).toBe("procedures.wrongState");
});

test("a site that deferred can decide later, telling its gate in the same act", () => {
  const walk = visitUpTo("notify");
  expect(Object.keys(walk.data.approvals)).toEqual(["site-1"]);
  const approve = { decision: { decision: "approved", site: "site-2" } };
  expect(codeOf(take(walk, "decideDeferred", { body: approve }))).toBe("procedures.visitGateNotTold");
  const body = { ...approve, gate: gate("site-2") };
  expect(codeOf(take(walk, "decideDeferred", { body }))).toBe("effective");
  expect(Object.keys(walk.data.approvals).sort()).toEqual(["site-1", "site-2"]);
  expect(walk.stateAt()).toBe("notified");
  expect(codeOf(take(walk, "decideDeferred", { body }))).toBe("procedures.visitNotDeferred");
});

test("a request deferred everywhere waits, and a late approval makes it a visit", () => {
  const walk = visitUpTo("staff");
  for (const site of ["site-1", "site-2"])
    take(walk, "decideSite", { body: { decision: "deferred", site, reason: "Works" } });
  take(walk, "notify", { body: { gates: [] } });
  expect(walk.stateAt()).toBe("deferred");
  const refuse = { decision: { decision: "refused", site: "site-1", reason: "Works go on" } };
  take(walk, "decideDeferred", { body: refuse });
  expect(walk.stateAt()).toBe("deferred");
  const approve = { decision: { decision: "approved", site: "site-2" }, gate: gate("site-2") };
  take(walk, "decideDeferred", { body: approve });
  expect(walk.stateAt()).toBe("notified");
});

test("an approval withdrawn at one site leaves the others, and at the last ends the visit", () => {
  const walk = visitUpTo("allApproved");
  take(walk, "withdrawApproval", { body: { sites: ["site-1"], reason: "Closed" } });
  expect(walk.stateAt()).toBe("notified");
  const again = { sites: ["site-1"], reason: "Closed" };
  expect(codeOf(take(walk, "withdrawApproval", { body: again }))).toBe("procedures.visitNotApproved");
  take(walk, "withdrawApproval", { body: { reason: "Closed" } });
  expect(walk.stateAt()).toBe("withdrawn");
  expect(walk.data.withdrawn.map((one) => one.site)).toEqual(["site-1", "site-2"]);
});

test("settling a deferred site does not bring back an approval that was withdrawn", () => {
  const walk = visitUpTo("notify");
  const second = { decision: { decision: "approved", site: "site-2" }, gate: gate("site-2") };
  take(walk, "decideDeferred", { body: second });
  take(walk, "withdrawApproval", { body: { sites: ["site-1"], reason: "Closed" } });
  expect(Object.keys(walk.data.approvals)).toEqual(["site-2"]);
});

test("the requester cannot decide, and the host cannot certify", () => {
  const walk = visitUpTo("staff");
  const at = "2031-01-12T10:00:00Z";
  const decide = { side: israel, step: "decideSite", body: bodyFor(walk, "decideSite"), at };
  expect(codeOf(walk.make(decide))).toBe("procedures.wrongSide");
});
