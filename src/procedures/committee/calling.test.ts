import { expect, test } from "vitest";
import { committeeUpTo, makeCommittee } from "../testing/committee-story.ts";
import { codeOf, israel, morocco, termsWith, testDigest, Walk } from "../testing/walk.ts";
import { committeeProcedure } from "./committee.ts";

const dates = { from: "2031-01-20", until: "2031-01-21", zone: "Africa/Casablanca" };
const item = (id: string) => ({ item: { id, titles: { en: "Logistics" }, kind: "discussion" } });

test("a session has its dates in order, and its conclusions in languages of the accord", () => {
  const code = (change: object) =>
    codeOf(makeCommittee(new Walk(committeeProcedure, termsWith()), "propose", { change: { ...change } }));
  expect(code({ dates: { ...dates, until: "2031-01-19" } })).toBe("procedures.committeeDates");
  expect(code({ dates: { ...dates, until: "2031-03-19" } })).toBe("procedures.committeeDates");
  expect(code({ languages: ["fr", "es"] })).toBe("procedures.committeeLanguage");
  expect(code({ languages: ["fr", "he"] })).toBe("effective");
});

test("either side proposes other dates, and then the other one answers", () => {
  const walk = committeeUpTo("propose");
  expect(walk.viewAt("2031-01-16T11:00:00Z").turn).toEqual([israel]);
  expect(makeCommittee(walk, "proposeDates", { side: israel, body: dates })).toBe("effective");
  expect(walk.stateAt()).toBe("counterProposed");
  expect(codeOf(makeCommittee(walk, "acceptDates", { side: israel }))).toBe("procedures.wrongState");
  const other = { ...dates, until: "2031-01-22" };
  expect(codeOf(makeCommittee(walk, "confirmDates", { body: other }))).toBe("procedures.committeeOtherDates");
  expect(makeCommittee(walk, "confirmDates")).toBe("effective");
  expect(walk.data.dates).toMatchObject(dates);
});

test("a delegation names functions, and persons only who hold public office", () => {
  const walk = committeeUpTo("acceptDates");
  const member = { function: { en: "Interpreter" }, name: "A. B." };
  const body = { members: [{ function: { en: "Co-chair" } }, member] };
  expect(makeCommittee(walk, "nameDelegation", { body })).toMatchObject({
    code: "procedures.committeeName",
    details: { places: ["2"] },
  });
  expect(makeCommittee(walk, "nameDelegation", { side: israel })).toBe("effective");
  expect(walk.viewAt("2031-01-16T11:00:00Z").deadlines.map((one) => one.name)).toEqual(["agenda"]);
});

test("each side brings in, changes and drops its own items", () => {
  const walk = committeeUpTo("acceptDates");
  expect(codeOf(makeCommittee(walk, "addItem", { body: item("il-01") }))).toBe("procedures.committeeNumber");
  expect(makeCommittee(walk, "addItem", { body: item("ma-01") })).toBe("effective");
  expect(codeOf(makeCommittee(walk, "addItem", { body: item("ma-01") }))).toBe("procedures.committeeSameItem");
  const drop = { item: "ma-01", reason: "x" };
  expect(codeOf(makeCommittee(walk, "dropItem", { side: israel, body: drop }))).toBe("procedures.committeeNotOwn");
  expect(codeOf(makeCommittee(walk, "dropItem", { body: { ...drop, item: "ma-09" } }))).toBe(
    "procedures.committeeNoItem",
  );
  const change = { ...item("ma-01"), base: testDigest("another") };
  expect(codeOf(makeCommittee(walk, "changeItem", { body: change }))).toBe("procedures.committeeOtherText");
  expect(makeCommittee(walk, "changeItem")).toBe("effective");
  expect(makeCommittee(walk, "dropItem", { body: drop })).toBe("effective");
  expect(walk.data.agenda).toEqual([]);
});

test("an agenda has an end to its length", () => {
  const walk = committeeUpTo("acceptDates");
  for (let number = 1; number <= 80; number++)
    expect(makeCommittee(walk, "addItem", { body: item(`ma-${number}`) })).toBe("effective");
  expect(codeOf(makeCommittee(walk, "addItem", { body: item("ma-81") }))).toBe("procedures.committeeLength");
});

test("both freeze the same agenda in the same order", () => {
  const walk = committeeUpTo("addItem");
  const items = ["il-01", "ma-01"].reverse();
  const agenda = walk.data.agendaVersion ?? "";
  expect(codeOf(makeCommittee(walk, "freezeAgenda", { body: { items: ["ma-01"], agenda } }))).toBe(
    "procedures.committeeOrder",
  );
  expect(codeOf(makeCommittee(walk, "freezeAgenda", { change: { agenda: testDigest("x") } }))).toBe(
    "procedures.committeeOtherAgenda",
  );
  const body = { items, agenda };
  expect(makeCommittee(walk, "freezeAgenda", { body })).toBe("effective");
  expect(codeOf(makeCommittee(walk, "freezeAgenda", { side: israel }))).toBe("procedures.notTheSame");
  expect(makeCommittee(walk, "freezeAgenda", { side: israel, body })).toBe("effective");
  expect(walk.data.agenda.map((one) => one.item.id)).toEqual(items);
});

test("an item brought in while the other side freezes keeps the agenda open, in either order of arrival", () => {
  for (const itemFirst of [true, false]) {
    const walk = committeeUpTo("addItem");
    makeCommittee(walk, "freezeAgenda");
    const [ma, il] = [walk.lines[0].length, walk.lines[1].length];
    const items = walk.data.agenda.map((one) => one.item.id);
    const body = { items, agenda: walk.data.agendaVersion ?? "" };
    const add = () => makeCommittee(walk, "addItem", { body: item("ma-07"), saw: il });
    const freeze = () => makeCommittee(walk, "freezeAgenda", { side: israel, body, saw: ma });
    for (const move of itemFirst ? [add, freeze] : [freeze, add]) move();
    expect(walk.stateAt()).toBe("agendaOpen");
    expect(walk.data.agenda).toHaveLength(3);
  }
});

test("a cancellation prevails over an acceptance that crosses it", () => {
  const walk = committeeUpTo("propose");
  makeCommittee(walk, "acceptDates", { side: israel });
  makeCommittee(walk, "cancel", { saw: 0 });
  expect(walk.stateAt()).toBe("cancelled");
  expect(codeOf(makeCommittee(walk, "reopenAgenda", { side: morocco }))).toBe("procedures.wrongState");
});
