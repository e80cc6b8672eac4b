import { expect, test } from "vitest";
import { sampleAct, sampleId, sampleStart } from "../../../test/acts.ts";
import { isRefusal } from "../../base/index.ts";
import type { Annex } from "../annex.ts";
import { toy } from "../testing/toy.ts";
import { israel, morocco, termsWith, testDigest } from "../testing/walk.ts";
import { apply } from "./apply.ts";
import type { Dossier } from "./dossier.ts";
import { viewOf } from "./view.ts";

const hour = 3_600_000;
// Wednesday 24 November 2021, 15:30 in Rabat.
const until = sampleStart + 10 * 24 * hour;

function after(dossier: Parameters<typeof step>[0], ...steps: Parameters<typeof step>[1][]) {
  let now = dossier;
  for (const one of steps) now = step(now, one);
  if (!now) throw new TypeError("no dossier");
  return now;
}

function step(dossier: Dossier<ReturnType<typeof toy.blank>> | undefined, made: [string, object, typeof morocco?]) {
  const [name, body, party = morocco] = made;
  const id = sampleId(dossier ? dossier.acts + 1 : 1);
  const act = sampleAct({ id, party, dossier: sampleId(1), step: name, body });
  const result = apply(toy, { dossier, act, surroundings: { terms: termsWith(), digest: testDigest } });
  if (isRefusal(result)) throw new TypeError(result.code);
  return result;
}

const asked = after(undefined, ["open", { text: "x", until }]);
const view = (dossier: typeof asked, now = sampleStart, annex: Partial<Annex> = {}) =>
  viewOf(toy, { dossier, terms: termsWith(annex), now });

test("the turn is with those of whom a step is expected, in the founding's order", () => {
  expect(view(asked).turn).toEqual([morocco, israel]);
  const suspended = after(asked, ["suspend", {}]);
  expect(view(suspended).turn).toEqual([morocco, israel]);
  const half = after(asked, ["agree", { text: "t" }]);
  expect(view(half).turn).toEqual([israel]);
});

test("what can be done is told for each side: whether it is grave, waited for, or waits for its other half", () => {
  const half = after(asked, ["agree", { text: "t" }, israel]);
  const actions = view(half).actions;
  const ofMorocco = actions.filter(({ side }) => side === morocco);
  expect(ofMorocco).toEqual([
    { step: "note", side: morocco, grave: false, expected: false, awaited: false },
    { step: "agree", side: morocco, grave: false, expected: true, awaited: true },
    { step: "suspend", side: morocco, grave: false, expected: false, awaited: false },
    { step: "withdraw", side: morocco, grave: true, expected: false, awaited: false },
  ]);
  // Its own part can be replaced, but nobody waits for that.
  expect(actions.find((one) => one.side === israel && one.step === "agree")).toMatchObject({
    expected: false,
    awaited: false,
  });
});

test("a closed dossier gives nobody the turn and nothing to do", () => {
  const closed = after(asked, ["answer", { yes: false }, israel]);
  expect(view(closed)).toMatchObject({ final: true, turn: [], actions: [], deadlines: [] });
});

test("time alone closes a dossier for its reader, at the instant and not before", () => {
  expect(view(asked, until - 1)).toMatchObject({ final: false, dossier: { state: "asked" } });
  expect(view(asked, until)).toMatchObject({ final: false, dossier: { state: "expired" }, turn: [], deadlines: [] });
  expect(view(asked, until + 1000)).toMatchObject({ final: true, dossier: { state: "forgotten" } });
  expect(asked.state).toBe("asked");
});

test("a reader is told when time will change the state next", () => {
  expect(view(asked).lapsesAt).toBe(until);
  expect(view(asked, until).lapsesAt).toBe(until + 1000);
  expect(view(asked, until + 1000).lapsesAt).toBeUndefined();
  expect(view(after(undefined, ["open", { text: "x" }])).lapsesAt).toBeUndefined();
});

test("deadlines come nearest first, on the calendar of the one who owes them", () => {
  const midnight = (day: number, offset: number): number => Date.UTC(2021, 10, day) - offset * hour;
  expect(view(asked).deadlines).toEqual([
    // Three working days in Jerusalem, where Friday and Saturday are off: Thursday, Sunday, Monday; to its midnight.
    { name: "answer", owners: [israel], at: midnight(30, 2) },
    { name: "prepare", owners: [morocco], at: until - 48 * hour },
    // Thirty days on the calendar of the founding's first side.
    { name: "both", owners: [morocco, israel], at: midnight(24 + 31, 1) },
  ]);
});

test("the annex may set another length than the usual one, and a deadline without an event does not run", () => {
  const deadlines = view(asked, sampleStart, { deadlines: { "toy.answer": { hours: 1 } } }).deadlines;
  expect(deadlines[0]).toEqual({ name: "answer", owners: [israel], at: sampleStart + hour });
  const names = view(after(undefined, ["open", { text: "x" }])).deadlines.map(({ name }) => name);
  expect(names).toEqual(["answer", "both"]);
});
