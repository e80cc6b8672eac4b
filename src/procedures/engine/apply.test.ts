import { expect, test } from "vitest";
import { sampleAct, sampleId, sampleInstant, sampleStart } from "../../../test/acts.ts";
import type { PartyCode } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import { type ToyData, toy } from "../testing/toy.ts";
import { israel, morocco, termsWith, testDigest } from "../testing/walk.ts";
import { deepFreeze } from "../testing/world.ts";
import { apply, lapse, stepsFrom } from "./apply.ts";
import type { Dossier } from "./dossier.ts";

const terms = termsWith();
const surroundings = { terms, digest: testDigest };
let count = 0;

const actOf = (step: string, input: { side?: PartyCode; body?: object; at?: number; dossier?: string; id?: string }) =>
  sampleAct({
    id: input.id ?? sampleId(++count + 100),
    party: input.side ?? morocco,
    dossier: input.dossier ?? sampleId(1),
    step,
    body: input.body ?? {},
    at: { instant: sampleInstant(input.at ?? 0), zone: "UTC" },
  });

const tryStep = (dossier: Dossier<ToyData> | undefined, step: string, input: Parameters<typeof actOf>[1] = {}) =>
  apply(toy, { dossier: deepFreeze(dossier), act: deepFreeze(actOf(step, input)), surroundings });

function must(dossier: Dossier<ToyData> | undefined, step: string, input: Parameters<typeof actOf>[1] = {}) {
  const result = tryStep(dossier, step, input);
  if (isRefusal(result)) throw new TypeError(result.code);
  return result;
}

const opened = (body: object = { text: "x" }) => must(undefined, "open", { id: sampleId(1), body });

test("the opening act binds the roles to the sides and starts the dossier's time", () => {
  expect(opened()).toEqual({
    id: sampleId(1),
    roles: { asker: morocco, answerer: israel },
    state: "asked",
    data: { until: undefined, notes: 0, noted: 0 },
    since: sampleStart,
    time: sampleStart,
    half: {},
    openedAt: sampleStart,
    acts: 1,
  });
  const byIsrael = must(undefined, "open", { id: sampleId(1), body: { text: "x" }, side: israel });
  expect(byIsrael.roles).toEqual({ asker: israel, answerer: morocco });
});

test("a step the procedure does not have is refused with those it has, whatever JavaScript inherits", () => {
  for (const step of ["refuse", "constructor", "toString", "hasOwnProperty"])
    expect(tryStep(opened(), step)).toMatchObject({
      code: "procedures.unknownStep",
      details: { got: step, procedure: "toy", steps: Object.keys(toy.steps) },
    });
});

test("a dossier is opened once, by an act whose id is the dossier's", () => {
  expect(tryStep(opened(), "open", { id: sampleId(1), body: { text: "x" } })).toMatchObject({
    code: "procedures.alreadyOpen",
  });
  expect(tryStep(undefined, "open", { id: sampleId(2), body: { text: "x" } })).toMatchObject({
    code: "procedures.openingNamesItself",
    details: { act: sampleId(2), dossier: sampleId(1) },
  });
});

test("no step but the opening one can be made where no dossier is open", () => {
  expect(tryStep(undefined, "note", { body: { n: 1 } })).toMatchObject({
    code: "procedures.noDossier",
    details: { dossier: sampleId(1) },
  });
});

test("a step is refused outside its states, with what the side can do instead", () => {
  expect(tryStep(opened(), "resume")).toMatchObject({
    code: "procedures.wrongState",
    details: { state: "asked", from: ["suspended"], possible: ["note", "agree", "suspend", "withdraw"] },
  });
  const closed = must(opened(), "answer", { side: israel, body: { yes: false } });
  expect(tryStep(closed, "note", { body: { n: 1 } })).toMatchObject({ details: { state: "closed", possible: [] } });
});

test("a step is refused to the side whose role it is not", () => {
  expect(tryStep(opened(), "answer", { body: { yes: true } })).toMatchObject({
    code: "procedures.wrongSide",
    details: { step: "answer", side: morocco, mover: "answerer" },
  });
  expect(tryStep(opened(), "withdraw", { side: israel })).toMatchObject({ code: "procedures.wrongSide" });
});

test("a body that is not the step's form, and a guard that says no, are refused", () => {
  expect(tryStep(opened(), "note", { body: { n: "1" } })).toMatchObject({
    code: "procedures.badBody",
    details: { path: "n" },
  });
  expect(tryStep(opened(), "note", { body: {} })).toMatchObject({ code: "procedures.badBody" });
  expect(tryStep(opened(), "note", { body: { n: 1, m: 1 } })).toMatchObject({ details: { path: "(whole)" } });
  expect(tryStep(opened(), "note", { body: { n: 13 } })).toMatchObject({ details: { problem: "not now" } });
  expect(tryStep(opened(), "agree", { body: { text: 1 } })).toMatchObject({ code: "procedures.badBody" });
});

test("a step leads where its body says, and one that stays keeps the time the state was entered", () => {
  const noted = must(opened(), "note", { body: { n: 5 }, at: 60, side: israel });
  expect(noted).toMatchObject({ state: "asked", since: sampleStart, time: sampleStart + 60_000, acts: 2 });
  expect(noted.data).toMatchObject({ notes: 5, noted: 1 });
  const agreed = must(noted, "answer", { side: israel, body: { yes: true }, at: 90 });
  expect(agreed).toMatchObject({ state: "agreed", since: sampleStart + 90_000, acts: 3 });
});

test("an act is judged at its own date, whatever others are dated", () => {
  const ahead = must(opened(), "note", { body: { n: 1 }, at: 600 });
  expect(ahead.time).toBe(sampleStart + 600_000);
  const answered = must(ahead, "answer", { side: israel, body: { yes: true }, at: 20 });
  expect(answered).toMatchObject({ since: sampleStart + 20_000, time: sampleStart + 600_000 });
});

test("a step by both takes effect when the second side makes it, and not before", () => {
  const first = must(opened(), "agree", { body: { text: "t" } });
  expect(first).toMatchObject({ state: "asked", half: { agree: { side: morocco } }, acts: 2, data: { notes: 0 } });
  const second = must(first, "agree", { side: israel, body: { text: "t", remark: "not compared" } });
  expect(second).toMatchObject({ state: "closed", half: {}, acts: 3, data: { notes: -1 } });
});

test("the second side must give the same, and is told which act it differs from", () => {
  const first = must(opened(), "agree", { body: { text: "t" } });
  expect(tryStep(first, "agree", { side: israel, body: { text: "T" } })).toMatchObject({
    code: "procedures.notTheSame",
    details: { step: "agree", side: morocco, other: first.half.agree?.act },
  });
});

test("a side that made its part cannot make the same again, but may replace it by another", () => {
  const first = must(opened(), "agree", { body: { text: "t" } });
  expect(tryStep(first, "agree", { body: { text: "t" } })).toMatchObject({
    code: "procedures.alreadyMade",
    details: { step: "agree", side: morocco },
  });
  const replaced = must(first, "agree", { body: { text: "u" } });
  expect(tryStep(replaced, "agree", { side: israel, body: { text: "t" } })).toMatchObject({
    code: "procedures.notTheSame",
  });
  expect(must(replaced, "agree", { side: israel, body: { text: "u" } }).state).toBe("closed");
});

test("what one side agreed to in a state that is gone binds nobody", () => {
  const half = must(opened(), "agree", { body: { text: "t" } });
  expect(must(half, "note", { body: { n: 1 } }).half.agree).toBeDefined();
  expect(must(half, "answer", { side: israel, body: { yes: true } }).half).toEqual({});
  const lapsing = must(opened({ text: "x", until: sampleStart + 5000 }), "agree", { body: { text: "t" } });
  expect(lapse(toy, { dossier: lapsing, until: sampleStart + 5000, terms }).half).toEqual({});
});

test("time moves the dossier from state to state at the instants the states declare, and not a moment before", () => {
  const until = sampleStart + 5000;
  const dossier = opened({ text: "x", until });
  expect(lapse(toy, { dossier, until: until - 1, terms })).toMatchObject({ state: "asked", time: until - 1 });
  expect(lapse(toy, { dossier, until, terms })).toMatchObject({ state: "expired", since: until, time: until });
  expect(lapse(toy, { dossier, until: until + 9999, terms })).toMatchObject({
    state: "forgotten",
    since: until + 1000,
    time: until + 9999,
  });
  expect(tryStep(dossier, "note", { body: { n: 1 }, at: 5 })).toMatchObject({
    code: "procedures.wrongState",
    details: { state: "expired" },
  });
  expect(must(dossier, "note", { body: { n: 1 }, at: 4 }).state).toBe("asked");
});

test("a later act by an earlier clock does not bring back what has lapsed", () => {
  const until = sampleStart + 5000;
  const noted = must(opened({ text: "x", until }), "note", { body: { n: 1 }, at: 4 });
  const lapsed = lapse(toy, { dossier: noted, until, terms });
  expect(tryStep(lapsed, "note", { body: { n: 2 }, at: 1 })).toMatchObject({ code: "procedures.wrongState" });
});

test("states that lapse into each other end where they began to turn, and the fold returns", () => {
  const turning = {
    ...toy,
    states: {
      ...toy.states,
      asked: { lapse: { to: "expired", at: () => 0 } },
      expired: { lapse: { to: "asked", at: () => 0 } },
    },
  };
  const dossier = lapse(turning, { dossier: opened(), until: sampleStart, terms });
  expect(["asked", "expired"]).toContain(dossier.state);
});

test("what a side can do follows its role, the state, and what it has already made", () => {
  expect(stepsFrom(toy, opened(), israel)).toEqual(["note", "answer", "agree", "suspend"]);
  const half = must(opened(), "agree", { body: { text: "t" } });
  expect(stepsFrom(toy, half, morocco)).toEqual(["note", "agree", "suspend", "withdraw"]);
  expect(stepsFrom(toy, half, israel)).toContain("agree");
  expect(stepsFrom(toy, must(opened(), "withdraw"), morocco)).toEqual([]);
});

test("a declaration that leads to no state of its own is a fault, not a dossier in a state nobody knows", () => {
  const astray = { ...toy, states: { asked: {}, closed: {} } };
  const act = actOf("suspend", {});
  expect(() => apply(astray, { dossier: opened(), act, surroundings })).toThrow("leads to no state: suspended");
  const nowhere = { ...toy, states: { agreed: {} } };
  const opening = actOf("open", { id: sampleId(1), body: { text: "x" } });
  expect(() => apply(nowhere, { dossier: undefined, act: opening, surroundings })).toThrow("leads to no state: asked");
});
