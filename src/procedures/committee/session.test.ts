import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { committeeUpTo, makeCommittee } from "../testing/committee-story.ts";
import { codeOf, israel, morocco, testDigest } from "../testing/walk.ts";
import { committeeProcedure } from "./committee.ts";
import { versionsOf } from "./data.ts";

const both = [morocco, israel] as const;
const texts = (text: string): JsonObject => ({ en: text, fr: text });
const minutes = (change: JsonObject = {}): JsonObject => ({
  item: "ma-01",
  decisions: [{ id: "ma-d1", texts: texts("To meet again") }],
  actions: [],
  ...change,
});

test("a session opens on its first day and not before", () => {
  const walk = committeeUpTo("freezeAgenda");
  expect(codeOf(makeCommittee(walk, "openSession", { at: "2031-01-15T20:00:00Z" }))).toBe("procedures.committeeNotYet");
  expect(makeCommittee(walk, "openSession")).toBe("effective");
});

test("minutes are written item by item, on the text that stands, each number once", () => {
  const walk = committeeUpTo("openSession");
  const draft = (change: JsonObject, base?: string) =>
    codeOf(
      makeCommittee(walk, "draftMinutes", {
        side: israel,
        body: { minutes: minutes(change), ...(base === undefined ? {} : { base }) },
      }),
    );
  expect(draft({ item: "ma-09" })).toBe("procedures.committeeNoItem");
  expect(draft({})).toBe("effective");
  expect(draft({})).toBe("procedures.committeeOtherText");
  const digest = walk.data.minutes[0]?.digest;
  expect(draft({ item: "il-01" })).toBe("procedures.committeeSameItem");
  const action = { id: "ma-a1", titles: texts("Send a list"), owner: "FR", due: "2031-03-01" };
  expect(draft({ actions: [action] }, digest)).toBe("procedures.committeeOwner");
  expect(draft({ actions: [{ ...action, owner: "IL" }] }, digest)).toBe("effective");
});

test("the conclusions are adopted by both in each language, and signed", () => {
  const walk = committeeUpTo("endSession");
  expect(committeeProcedure.steps.adoptMinutes).toMatchObject({ by: "both", grave: true });
  const versions = versionsOf(walk.data, testDigest);
  expect(Object.keys(versions)).toEqual(["en", "fr"]);
  expect(versions.en).not.toBe(versions.fr);
  const adopt = (body: JsonObject, side = morocco) => makeCommittee(walk, "adoptMinutes", { side, body });
  expect(adopt({ versions: { ...versions, fr: testDigest("x") } })).toMatchObject({
    code: "procedures.committeeOtherMinutes",
    details: { language: "fr" },
  });
  expect(codeOf(adopt({ versions: { en: versions.en ?? "" } }))).toBe("procedures.committeeOtherMinutes");
  for (const side of both) expect(adopt({ versions }, side)).toBe("effective");
  expect(walk.stateAt()).toBe("tracking");
  expect(walk.data.adopted?.versions).toEqual(versions);
});

test("a text that is missing in one language stops the adoption and is named", () => {
  const walk = committeeUpTo("openSession");
  makeCommittee(walk, "endSession");
  expect(codeOf(makeCommittee(walk, "adoptMinutes"))).toBe("procedures.committeeNoMinutes");
  const decisions = [{ id: "ma-d1", texts: { en: "To meet again" } }];
  makeCommittee(walk, "draftMinutes", { body: { minutes: minutes({ decisions }) } });
  expect(makeCommittee(walk, "adoptMinutes")).toMatchObject({
    code: "procedures.committeeMissing",
    details: { id: "ma-d1", language: "fr" },
  });
});

test("a correction of the minutes takes an adoption that crosses it back", () => {
  const walk = committeeUpTo("endSession");
  makeCommittee(walk, "adoptMinutes");
  const [ma, il] = [walk.lines[0].length, walk.lines[1].length];
  makeCommittee(walk, "adoptMinutes", { side: israel, saw: ma });
  makeCommittee(walk, "draftMinutes", { body: { minutes: minutes({ item: "ma-01" }) }, saw: il });
  expect(walk.stateAt()).toBe("drafting");
  expect(walk.data.adopted).toBeUndefined();
});

test("adoption is due on the last day of the session", () => {
  const walk = committeeUpTo("endSession");
  const [due] = walk.viewAt("2031-01-16T18:00:00Z").deadlines;
  expect(due).toMatchObject({ name: "adoption", owners: both, at: walk.data.dates?.endsAt });
});

test("an action is its owner's to report, and its later day the other side's to grant", () => {
  const walk = committeeUpTo("adoptMinutes");
  expect(walk.data.actions.map((one) => one.owner)).toEqual(["MA", "IL"]);
  expect(walk.viewAt("2031-01-20T10:00:00Z").turn).toEqual([morocco, israel]);
  const [own, theirs] = walk.data.actions;
  const report = (id: string, progress = "done") =>
    makeCommittee(walk, "reportAction", { body: { action: id, progress } });
  expect(codeOf(report(theirs?.id ?? ""))).toBe("procedures.committeeNoAction");
  const early = { action: own?.id ?? "", due: "2031-01-01", reason: "x" };
  expect(codeOf(makeCommittee(walk, "askExtension", { body: early }))).toBe("procedures.committeeNotLater");
  const grant = { action: own?.id ?? "", granted: true };
  expect(codeOf(makeCommittee(walk, "answerExtension", { side: israel, body: grant }))).toBe(
    "procedures.committeeNotAsked",
  );
  expect(makeCommittee(walk, "askExtension", { body: { ...early, due: "2031-06-01" } })).toBe("effective");
  expect(makeCommittee(walk, "answerExtension", { side: israel, body: grant })).toBe("effective");
  expect(walk.data.actions[0]).toMatchObject({ due: "2031-06-01", asked: undefined });
  expect(report(own?.id ?? "", "begun")).toBe("effective");
  expect(report(own?.id ?? "")).toBe("effective");
  expect(codeOf(report(own?.id ?? ""))).toBe("procedures.committeeNoAction");
  expect(walk.viewAt("2031-01-20T10:00:00Z").turn).toEqual([israel]);
});

test("a session closes when every action is done or carried over by name", () => {
  const walk = committeeUpTo("adoptMinutes");
  expect(codeOf(makeCommittee(walk, "close", { body: { carried: [] } }))).toBe("procedures.committeeCarried");
  makeCommittee(walk, "reportAction");
  const body = { carried: [walk.data.actions[1]?.id ?? ""] };
  for (const side of both) expect(makeCommittee(walk, "close", { side, body })).toBe("effective");
  expect(walk.stateAt()).toBe("closed");
});
