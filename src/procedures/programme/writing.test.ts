import { expect, test } from "vitest";
import { make, programmeBodyFor, programmeUpTo } from "../testing/programme-story.ts";
import { codeOf, israel, morocco } from "../testing/walk.ts";
import { versionDigest } from "./data.ts";

test("the visitor owes the delegation, photographs and diets on days before the visit, until they are given", () => {
  const walk = programmeUpTo("acceptDates");
  const owed = () =>
    walk.viewAt("2031-01-11T00:00:00Z").deadlines.map(({ name, owners, at }) => {
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("Asia/Jerusalem");
      return `${name} ${owners.join(" ")} ${local.toPlainDate()}`;
    });
  // The visit opens on 3 March in Rabat, which is 3 March in Jerusalem too.
  expect(owed().filter((one) => one.includes(" IL ") && !one.startsWith("freeze"))).toEqual([
    "delegationList IL 2031-02-16",
    "photos IL 2031-02-21",
    "diet IL 2031-02-24",
  ]);
  make(walk, "tableDelegation");
  make(walk, "deliver");
  expect(owed().some((one) => one.startsWith("delegationList") || one.startsWith("photos"))).toBe(false);
  expect(owed().some((one) => one.startsWith("diet"))).toBe(true);
});

test("a delegation names functions, and persons only in public office", () => {
  const walk = programmeUpTo("acceptDates");
  const member = { function: { en: "Minister" }, name: "A. Minister" };
  expect(make(walk, "tableDelegation", { body: { members: [{ function: { en: "Adviser" } }, member] } })).toMatchObject(
    {
      code: "procedures.programmeName",
      details: { places: ["2"] },
    },
  );
  const body = { members: [{ ...member, publicOffice: true }] };
  expect(make(walk, "tableDelegation", { body })).toBe("effective");
  expect(make(walk, "reviseDelegation")).toBe("effective");
  expect(walk.data.delegation?.version).toBe(2);
});

test("each version has a digest of its lines, and a change set makes the next", () => {
  const walk = programmeUpTo("tableProgramme");
  const first = versionDigest(walk.data);
  expect(make(walk, "changeEngagement")).toBe("effective");
  expect(walk.data.versions.map((one) => [one.number, one.step])).toEqual([
    [1, "tableProgramme"],
    [2, "changeEngagement"],
  ]);
  expect(versionDigest(walk.data)).not.toBe(first);
  expect(walk.data.engagements[0]?.dress).toBe("Business suit, version 2");
});

test("a change on a version that is no longer the latest is refused", () => {
  const walk = programmeUpTo("tableProgramme");
  const body = programmeBodyFor(walk, "changeEngagement");
  make(walk, "changeEngagement");
  expect(codeOf(make(walk, "changeEngagement", { body }))).toBe("procedures.programmeOtherVersion");
});

test("lines outside the dates and levels no policy knows are refused", () => {
  const walk = programmeUpTo("tableProgramme");
  const version = versionDigest(walk.data) ?? "";
  const set = (fields: Parameters<typeof programmeBodyFor>[2]) => {
    const body = { base: version, changes: [{ kind: "set", engagement: "tour", set: fields ?? {} }] };
    return codeOf(make(walk, "changeEngagement", { body }));
  };
  const start = { date: "2031-03-05", time: "10:00", zone: "Africa/Casablanca" };
  expect(set({ start })).toBe("procedures.programmeOtherDay");
  expect(set({ level: "cosmic" })).toBe("acts.unknownLevel");
  expect(set({ colour: "red" })).toBe("procedures.badBody");
  expect(set({ start: { ...start, zone: "+01:00" } })).toBe("procedures.badBody");
});

test("the visitor asks for a change, and the host takes it up or declines it", () => {
  const walk = programmeUpTo("tableProgramme");
  expect(make(walk, "requestChange")).toBe("effective");
  expect(make(walk, "requestChange")).toBe("effective");
  expect(make(walk, "declineRequest")).toBe("effective");
  expect(codeOf(make(walk, "declineRequest", { change: { request: 1 } }))).toBe("procedures.programmeNoRequest");
  expect(make(walk, "changeEngagement", { change: { answers: [2] } })).toBe("effective");
  expect(walk.data.requests.map((one) => one.answer)).toEqual(["declined", "taken"]);
  const again = make(walk, "changeEngagement", { change: { answers: [2] } });
  expect(codeOf(again)).toBe("procedures.programmeNoRequest");
});

test("an advance visit is proposed by one side and answered by the other", () => {
  const walk = programmeUpTo("tableProgramme");
  expect(codeOf(make(walk, "answerAdvanceVisit", { side: israel }))).toBe("procedures.programmeNoAdvanceVisit");
  const backwards = make(walk, "proposeAdvanceVisit", { change: { until: "2031-02-16" } });
  expect(codeOf(backwards)).toBe("procedures.programmeDates");
  make(walk, "proposeAdvanceVisit", { side: morocco });
  expect(codeOf(make(walk, "answerAdvanceVisit", { side: morocco }))).toBe("procedures.programmeNoAdvanceVisit");
  expect(make(walk, "answerAdvanceVisit", { side: israel })).toBe("effective");
  expect(walk.data.advanceVisit?.accepted).toBe(true);
});

test("there is nothing to submit before a version is tabled", () => {
  const walk = programmeUpTo("tableDelegation");
  expect(codeOf(make(walk, "submitProgramme"))).toBe("procedures.programmeNoVersion");
});
