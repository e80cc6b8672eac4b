import { expect, test } from "vitest";
import { sampleAct, sampleId } from "../../../test/acts.ts";
import { refuse } from "../../base/index.ts";
import { contraryToy, type ToyData, toy } from "../testing/toy.ts";
import { termsWith, testDigest } from "../testing/walk.ts";
import { World } from "../testing/world.ts";
import { fold } from "./fold.ts";
import type { Line, PlacedAct } from "./order.ts";

const terms = termsWith();

/** A world whose dossier the first side has opened and the other side knows. */
function opened(procedure = toy): World<ToyData> {
  const world = new World(procedure, terms);
  world.make({ line: 0, step: "open", body: { text: "x" } });
  world.receiveAll();
  return world;
}

const kinds = (world: World<ToyData>, acts: readonly PlacedAct[]): (string | undefined)[][] =>
  world.nodes.map((node) => acts.map((act) => node.outcomeOf(act)?.kind));

const both = <T>(value: T): T[] => [value, value];

test("acts made in turn are extended, never folded afresh, and both nodes agree", () => {
  const world = opened();
  const acts = [world.make({ line: 1, step: "note", body: { n: 1 } })];
  world.receiveAll();
  acts.push(world.make({ line: 0, step: "note", body: { n: 2 } }));
  world.receiveAll();
  acts.push(world.make({ line: 1, step: "answer", body: { yes: true } }));
  world.receiveAll();
  expect(kinds(world, acts)).toEqual(both(["effective", "effective", "effective"]));
  expect(world.nodes.map((node) => node.refolds)).toEqual([0, 0]);
  expect(world.nodes[0].dossier).toEqual(world.nodes[1].dossier);
  expect(world.nodes[0].dossier).toMatchObject({ state: "agreed", data: { notes: 33, noted: 2 } });
});

test("acts that cross without conflict both take effect, the first role's first", () => {
  const world = opened();
  const mine = world.make({ line: 0, step: "note", body: { n: 1 } });
  const yours = world.make({ line: 1, step: "note", body: { n: 2 } });
  world.receiveAll();
  expect(kinds(world, [mine, yours])).toEqual(both(["effective", "effective"]));
  expect(world.nodes.map((node) => node.dossier?.data.notes)).toEqual(both(33));
});

test("the declaration may have the other role's act taken first, whichever side is the founding's first", () => {
  for (const [procedure, notes] of [
    [toy, { 0: 1 * 31 + 2, 1: 2 * 31 + 1 }],
    [contraryToy, { 0: 2 * 31 + 1, 1: 1 * 31 + 2 }],
  ] as const)
    for (const opener of [0, 1] as const) {
      const world = new World(procedure, terms);
      world.make({ line: opener, step: "open", body: { text: "x" } });
      world.receiveAll();
      world.make({ line: 0, step: "note", body: { n: 1 } });
      world.make({ line: 1, step: "note", body: { n: 2 } });
      world.receiveAll();
      expect(world.nodes.map((node) => node.dossier?.data.notes)).toEqual(both(notes[opener]));
    }
});

test("a withdrawal prevails over an answer it crosses; the answer is crossed and says by which act", () => {
  const world = opened(contraryToy);
  const withdrawal = world.make({ line: 0, step: "withdraw" });
  const answer = world.make({ line: 1, step: "answer", body: { yes: true } });
  expect(world.nodes[1].outcomeOf(answer)?.kind).toBe("effective");
  world.receiveAll();
  for (const node of world.nodes) {
    expect(node.dossier?.state).toBe("withdrawn");
    expect(node.outcomeOf(withdrawal)).toEqual({ kind: "effective" });
    expect(node.outcomeOf(answer)).toMatchObject({
      kind: "crossed",
      by: withdrawal.act.id,
      refusal: { code: "procedures.wrongState" },
    });
  }
});

test("a withdrawal made after seeing the answer does not undo it", () => {
  const world = opened();
  const answer = world.make({ line: 1, step: "answer", body: { yes: false } });
  world.receiveAll();
  const withdrawal = world.make({ line: 0, step: "withdraw" });
  world.receiveAll();
  expect(kinds(world, [answer, withdrawal])).toEqual(both(["effective", "void"]));
  expect(world.nodes.map((node) => node.dossier?.state)).toEqual(both("closed"));
});

test("a withdrawal prevails though its author made another act before it", () => {
  for (const procedure of [toy, contraryToy])
    for (const between of [0, 1, 5]) {
      const world = opened(procedure);
      const notes = Array.from({ length: between }, (_, n) => world.make({ line: 0, step: "note", body: { n } }));
      const withdrawal = world.make({ line: 0, step: "withdraw" });
      const answer = world.make({ line: 1, step: "answer", body: { yes: false } });
      world.receiveAll();
      expect(kinds(world, [withdrawal, answer])).toEqual(both(["effective", "crossed"]));
      expect(
        kinds(world, notes)
          .flat()
          .every((kind) => kind === "effective"),
      ).toBe(true);
      expect(world.nodes.map((node) => node.dossier?.state)).toEqual(both("withdrawn"));
    }
});

test("a step prevails from whichever line, against the order in which the roles are taken", () => {
  for (const procedure of [toy, contraryToy])
    for (const line of [0, 1] as const) {
      const world = opened(procedure);
      const note = world.make({ line: line === 0 ? 1 : 0, step: "note", body: { n: 1 } });
      const suspension = world.make({ line, step: "suspend" });
      world.receiveAll();
      expect(kinds(world, [note, suspension])).toEqual(both(["crossed", "effective"]));
    }
});

test("a withdrawal made after seeing an act does not pull what its author did before in front of that act", () => {
  const world = opened(contraryToy);
  world.make({ line: 0, step: "note", body: { n: 1 } });
  world.make({ line: 1, step: "note", body: { n: 2 } });
  world.receive(0);
  const withdrawal = world.make({ line: 0, step: "withdraw" });
  world.receive(1);
  expect(kinds(world, [withdrawal])).toEqual(both(["effective"]));
  expect(world.nodes.map((node) => node.whole().dossier?.data.notes)).toEqual(both(2 * 31 + 1));
});

test("an act that is learnt of late and comes first is part of what the next act's author knew", () => {
  const world = opened(contraryToy);
  const part = world.make({ line: 0, step: "agree", body: { text: "t" } });
  world.make({ line: 0, step: "note", body: { n: 1 } });
  const answer = world.make({ line: 1, step: "answer", body: { yes: true } });
  world.receive(0);
  // The answer came first and did not clear the part, so the same part again says nothing new.
  const again = world.make({ line: 0, step: "agree", body: { text: "t" } });
  world.receive(1);
  for (const node of world.nodes) {
    const { outcomes } = node.whole();
    expect([part, answer].map(({ act }) => outcomes.get(act.id)?.kind)).toEqual(["effective", "effective"]);
    expect(outcomes.get(again.act.id)).toMatchObject({ kind: "void", refusal: { code: "procedures.alreadyMade" } });
  }
});

test("where each side has an act that prevails over the other's, the declared role is taken first", () => {
  for (const [procedure, expected] of [
    [toy, ["crossed", "effective", "effective"]],
    [contraryToy, ["effective", "crossed", "effective"]],
  ] as const) {
    const world = new World(procedure, terms);
    world.make({ line: 1, step: "open", body: { text: "x" } });
    world.receiveAll();
    const suspension = world.make({ line: 0, step: "suspend" });
    const note = world.make({ line: 1, step: "note", body: { n: 1 } });
    const withdrawal = world.make({ line: 1, step: "withdraw" });
    world.receiveAll();
    expect(kinds(world, [suspension, note, withdrawal])).toEqual(both(expected));
    expect(world.nodes.map((node) => node.dossier?.state)).toEqual(both("withdrawn"));
  }
});

test("an act that could never take effect prevails over nothing", () => {
  const world = opened(contraryToy);
  const inadmissible = refuse("procedures.notSigned", { service: "protocol" });
  const withdrawal = world.make({ line: 0, step: "withdraw", inadmissible });
  const answer = world.make({ line: 1, step: "answer", body: { yes: true } });
  const note = world.make({ line: 0, step: "note", body: { n: 1 } });
  world.receiveAll();
  expect(kinds(world, [withdrawal, answer, note])).toEqual(both(["void", "effective", "effective"]));
  expect(world.nodes[0].outcomeOf(withdrawal)).toMatchObject({ refusal: inadmissible });
});

test("an act that was impossible when it was made stays void when a later act would make it possible", () => {
  const world = opened();
  const early = world.make({ line: 1, step: "resume" });
  world.make({ line: 0, step: "suspend" });
  world.receiveAll();
  expect(kinds(world, [early])).toEqual(both(["void"]));
  expect(world.nodes.map((node) => node.dossier?.state)).toEqual(both("suspended"));
});

test("an act whose author had seen the other's act is judged after it", () => {
  const world = opened(contraryToy);
  world.make({ line: 1, step: "note", body: { n: 2 } });
  world.receive(0);
  world.make({ line: 0, step: "note", body: { n: 1 } });
  world.receiveAll();
  expect(world.nodes.map((node) => node.dossier?.data.notes)).toEqual(both(2 * 31 + 1));
});

test("both sides' parts of one step may cross and complete it; parts that differ do not", () => {
  for (const [text, state, outcome] of [
    ["same", "closed", "effective"],
    ["other", "asked", "crossed"],
  ] as const) {
    const world = opened();
    const mine = world.make({ line: 0, step: "agree", body: { text: "same" } });
    const yours = world.make({ line: 1, step: "agree", body: { text } });
    world.receiveAll();
    expect(kinds(world, [mine, yours])).toEqual(both(["effective", outcome]));
    expect(world.nodes.map((node) => node.dossier?.state)).toEqual(both(state));
  }
});

test("acts on a dossier that its side has not heard of are void, and the dossier opens all the same", () => {
  const world = new World(toy, terms);
  const opening = world.make({ line: 0, step: "open", body: { text: "x" } });
  const early = world.make({ line: 1, step: "note", body: { n: 1 } });
  world.receiveAll();
  expect(kinds(world, [opening, early])).toEqual(both(["effective", "void"]));
  expect(world.nodes[0].outcomeOf(early)).toMatchObject({ refusal: { code: "procedures.noDossier" } });
});

test("leaves of other dossiers between the acts change nothing", () => {
  const run = (elsewhere: boolean) => {
    const world = opened();
    for (let i = 0; i < 20; i++) {
      const line: Line = i % 3 === 0 ? 1 : 0;
      if (elsewhere) world.makeElsewhere(line);
      world.make({ line, step: "note", body: { n: i } });
      if (i % 5 === 0) world.receiveAll();
    }
    world.receiveAll();
    return world.nodes[0].dossier;
  };
  expect(run(true)).toEqual(run(false));
});

test("claims of two acts to have seen each other count for nothing: the acts have crossed", () => {
  const world = opened(contraryToy);
  const answer = world.make({ line: 1, step: "answer", body: { yes: true }, claims: 99 });
  world.receive(0);
  const withdrawal = world.make({ line: 0, step: "withdraw" });
  world.receive(1);
  expect(kinds(world, [answer, withdrawal])).toEqual(both(["crossed", "effective"]));
  expect(world.nodes.map((node) => node.dossier?.state)).toEqual(both("withdrawn"));
});

test("a chain of thousands of acts that claim to have seen what was not there yet folds without end of stack", () => {
  const line = (side: Line) =>
    Array.from({ length: 4000 }, (_, index): PlacedAct => {
      const [party, dossier] = [terms.parties[side], sampleId(1)];
      const act = sampleAct({ id: sampleId(2 * index + side + 1), party, dossier, step: "open", body: { text: "x" } });
      return { act, index, sight: index + 20, terms, inadmissible: undefined };
    });
  const folded = fold(toy, { lines: [line(0), line(1)], digest: testDigest });
  expect(folded.outcomes.size).toBe(8000);
  expect(folded.dossier?.acts).toBe(1);
});
