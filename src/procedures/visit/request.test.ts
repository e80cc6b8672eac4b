import { expect, test } from "vitest";
import { firstByLanguage } from "../languages.ts";
import { bodyFor, leadTimes, take, visitUpTo, visitWalk } from "../testing/visit-story.ts";
import { codeOf, termsWith } from "../testing/walk.ts";

const drafted = (change: Parameters<typeof bodyFor>[2]) => codeOf(take(visitWalk(), "draft", { change: change ?? {} }));

test("a request goes from draft to transmitted and names at each signature the version it is about", () => {
  const walk = visitUpTo("transmit");
  expect(walk.stateAt()).toBe("transmitted");
  expect(walk.data.certified?.function).toBe("liaison-officer");
  expect(walk.data.endorsed?.reference).toBe("E-12");
  expect(walk.procedure.title(walk.data, firstByLanguage)).toBe("DV-2031-007 · Example site 1 +1");
});

test("a field that is not in the form is refused", () => {
  expect(drafted({ shoeSize: 43 })).toBe("procedures.badBody");
});

test("a last day before the first is refused", () => {
  expect(drafted({ until: "2031-03-02" })).toBe("procedures.visitDates");
  expect(drafted({ until: "2099-03-02" })).toBe("procedures.visitDates");
});

test("a level the policy does not know is refused", () => {
  expect(drafted({ level: "cosmic" })).toBe("acts.unknownLevel");
});

test("a request over the limits is refused with how to split it", () => {
  const walk = visitWalk(termsWith({ visitLimits: { visitors: 1, sites: 30, days: 365 } }));
  expect(take(walk, "draft")).toMatchObject({
    code: "procedures.visitOverLimits",
    details: {
      visitors: 2,
      visitorsMax: 1,
      parts: 2,
      how: [expect.stringContaining("visitors 1 to 1"), expect.anything()],
    },
  });
});

test("a recurring visit begins with the words of the form, in each language listed", () => {
  const recurring = (subject: Record<string, string>) => drafted({ type: "recurring", subject });
  expect(recurring({ en: "Recurring visits for maintenance" })).toBe("effective");
  expect(recurring({ en: "Recurring visits: works", fr: "Visites récurrentes de suivi" })).toBe("effective");
  expect(recurring({ en: "Monthly maintenance" })).toBe("procedures.visitOpening");
  expect(recurring({ en: "Recurring visits: works", he: "תחזוקה" })).toBe("procedures.visitOpening");
  expect(recurring({ de: "Wiederkehrende Besuche" })).toBe("procedures.visitOpening");
});

test("an ordinary request cannot call itself an emergency to escape the lead time", () => {
  expect(drafted({ type: "emergency" })).toBe("procedures.visitNotEmergency");
});

test("a signature on another version is refused", () => {
  const walk = visitUpTo("draft");
  const read = bodyFor(walk, "certify");
  expect(codeOf(take(walk, "redraft"))).toBe("effective");
  expect(codeOf(take(walk, "certify", { body: read }))).toBe("procedures.visitOtherVersion");
  expect(codeOf(take(walk, "certify"))).toBe("effective");
});

test("a new draft takes away the certification of the old", () => {
  const walk = visitUpTo("certify");
  take(walk, "redraft");
  expect(walk.stateAt()).toBe("draft");
  expect(walk.data.certified).toBeUndefined();
});

test("certification of a classified visit needs each visitor cleared until the last day", () => {
  const confidential = { levelKind: "confidentialOrAbove", level: "confidential" };
  const walk = visitWalk();
  take(walk, "draft", { change: confidential });
  expect(take(walk, "certify")).toMatchObject({
    code: "procedures.visitClearance",
    details: { visitors: ["1", "2"], level: "confidential" },
  });
  const cleared = visitWalk();
  const visitors = [
    {
      number: 1,
      function: "Engineer",
      nationality: "IL",
      clearance: { level: "secret", validUntil: "2031-03-07" },
      details: `sha256:${"a".repeat(64)}`,
    },
  ];
  take(cleared, "draft", { change: { ...confidential, visitors } });
  expect(codeOf(take(cleared, "certify"))).toBe("effective");
});

test("a clearance that ends before the visit does not serve", () => {
  const walk = visitWalk();
  const visitor = { number: 1, function: "Engineer", nationality: "IL", details: `sha256:${"a".repeat(64)}` };
  const visitors = [{ ...visitor, clearance: { level: "secret", validUntil: "2031-03-06" } }];
  take(walk, "draft", { change: { levelKind: "confidentialOrAbove", level: "secret", visitors } });
  expect(codeOf(take(walk, "certify"))).toBe("procedures.visitClearance");
});

test("a request sent too late is refused with the date by which it had to be sent, on both clocks", () => {
  const walk = visitUpTo("endorse");
  // The visit begins Monday 3 March 2031: 20 working days of Rabat before are Monday 3 February.
  expect(take(walk, "transmit", { at: "2031-02-03T08:00:00Z" })).toMatchObject({
    code: "procedures.visitLate",
    details: {
      workingDays: 20,
      before: expect.stringContaining("2031-02-03T00:00 Africa/Casablanca"),
      beforeThere: expect.stringContaining("Asia/Jerusalem"),
    },
  });
});

test("up to the last second before that day in Rabat it can be sent", () => {
  const walk = visitUpTo("endorse");
  const before = walk.data.sendBefore ?? 0;
  const at = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");
  expect(codeOf(take(walk, "transmit", { at: at(before) }))).toBe("procedures.visitLate");
  expect(codeOf(take(walk, "transmit", { at: at(before - 1000) }))).toBe("effective");
});

test("the lead time that counts is the one in force when the request is sent", () => {
  const walk = visitUpTo("endorse");
  const longer = termsWith({ leadTimes: [{ ...leadTimes[0], workingDays: 60 }] });
  const sent = { side: longer.parties[1], step: "transmit", body: bodyFor(walk, "transmit"), terms: longer };
  expect(codeOf(walk.make({ ...sent, at: "2031-01-20T08:00:00Z" }))).toBe("procedures.visitLate");
});

test("the latest date to send is a deadline of the requester", () => {
  const view = visitUpTo("draft").viewAt("2031-01-10T10:00:00Z");
  expect(view.deadlines).toMatchObject([{ name: "send", owners: ["IL"] }]);
  expect(view.turn).toEqual(["IL"]);
});

test("a request nobody decides lapses at the end of its last day in Rabat", () => {
  const walk = visitUpTo("receive");
  // The last day, 7 March 2031, ends at midnight in Rabat.
  const end = walk.data.expiresAt ?? 0;
  expect(walk.stateAt(new Date(end - 1000).toISOString())).toBe("received");
  expect(walk.stateAt(new Date(end).toISOString())).toBe("expired");
  expect(
    Temporal.Instant.fromEpochMilliseconds(end).toZonedDateTimeISO("Africa/Casablanca").toPlainDateTime().toString(),
  ).toBe("2031-03-08T00:00:00");
});
