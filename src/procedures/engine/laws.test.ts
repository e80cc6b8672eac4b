// Laws of the fold: two sides do at random what they like and learn of each other as late as chance has it.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActId, JsonObject } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { contraryToy, type ToyData, toy } from "../testing/toy.ts";
import { termsWith, testDigest } from "../testing/walk.ts";
import { type DossierNode, World } from "../testing/world.ts";
import { apply } from "./apply.ts";
import type { Dossier } from "./dossier.ts";
import { fold, type Outcome } from "./fold.ts";
import { knownCounts, type Line, type Lines } from "./order.ts";

const terms = termsWith();
const numRuns = 150;
const lines: readonly Line[] = [0, 1];

interface Move {
  readonly line: Line;
  readonly step: string;
  readonly body: JsonObject;
  readonly at: number;
  readonly inadmissible: Refusal | undefined;
  readonly claims: number;
}

type Happening =
  | { readonly kind: "make"; readonly move: Move }
  | { readonly kind: "elsewhere"; readonly line: Line }
  | { readonly kind: "receive"; readonly line: Line; readonly leaves: number };

const line = fc.constantFrom<Line>(0, 1);
const stepAndBody = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant("note"), fc.record({ n: fc.integer({ min: 1, max: 14 }) })) },
  { weight: 2, arbitrary: fc.tuple(fc.constant("answer"), fc.record({ yes: fc.boolean() })) },
  { weight: 3, arbitrary: fc.tuple(fc.constant("agree"), fc.record({ text: fc.constantFrom("t", "u") })) },
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom("suspend", "resume", "resume"), fc.constant({})) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom("withdraw", "nothing", "open"), fc.constant({})) },
);

function happenings(mostClaimed: number): fc.Arbitrary<Happening[]> {
  const move = fc
    .record({
      line,
      what: stepAndBody,
      at: fc.integer({ min: 0, max: 60 }),
      inadmissible: fc.option(fc.constant(refuse("procedures.notSigned", { service: "x" })), {
        freq: 12,
        nil: undefined,
      }),
      claims: mostClaimed === 0 ? fc.constant(0) : fc.integer({ min: 0, max: mostClaimed }),
    })
    .map(({ what: [step, body], ...rest }): Move => ({ ...rest, step, body }));
  const happening = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("make" as const), move }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("elsewhere" as const), line }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant("receive" as const), line, leaves: fc.integer({ min: 1, max: 6 }) }),
    },
  );
  return fc.array(happening, { maxLength: 40, size: "max" });
}

function make(world: World<ToyData>, { inadmissible, ...move }: Move): void {
  world.make(inadmissible ? { ...move, inadmissible } : move);
}

/** Lets everything happen, and looks at both nodes after each. */
function run(world: World<ToyData>, events: readonly Happening[], look: () => void): void {
  for (const event of events) {
    if (event.kind === "make") make(world, event.move);
    if (event.kind === "elsewhere") world.makeElsewhere(event.line);
    if (event.kind === "receive") world.receive(event.line, event.leaves);
    look();
  }
  world.receiveAll();
  look();
}

/** A dossier that either side may have opened, known to both or not, that may lapse or not. */
const worlds = fc
  .record({ procedure: fc.constantFrom(toy, contraryToy), opener: line, known: fc.boolean(), lapses: fc.boolean() })
  .map(({ procedure, opener, known, lapses }) => () => {
    const world = new World(procedure, terms);
    const until = Date.UTC(2021, 10, 24, 14, 30, 40);
    world.make({ line: opener, step: "open", body: lapses ? { text: "x", until } : { text: "x" }, at: 0 });
    if (known) world.receiveAll();
    return world;
  });

/** What of an outcome must stay: why it is void, or that it is not. */
const verdictOf = (outcome: Outcome): string => (outcome.kind === "void" ? outcome.refusal.code : "valid");

const sorted = (node: DossierNode<ToyData>) => new Map([...node.outcomes].sort(([a], [b]) => (a < b ? -1 : 1)));

for (const [words, claims] of [
  ["", 0],
  [", though both lie about what they have seen", 30],
] as const)
  test(`law: both nodes come to the same dossier and outcomes, extended or folded afresh${words}`, () => {
    fc.assert(
      fc.property(worlds, happenings(claims), (begin, events) => {
        const world = begin();
        run(world, events, () => {
          for (const node of world.nodes) {
            const whole = node.whole();
            expect(node.folded.dossier).toEqual(whole.dossier);
            expect(node.outcomes).toEqual(whole.outcomes);
            expect(node.folded.ends).toEqual(whole.ends);
            expect(node.folded.counts).toEqual(whole.counts);
          }
        });
        const [first, second] = world.nodes;
        expect(second.dossier).toEqual(first.dossier);
        expect(sorted(second)).toEqual(sorted(first));
      }),
      { numRuns },
    );
  });

test("law: whether an act is valid never changes, whatever arrives after it", () => {
  fc.assert(
    fc.property(worlds, happenings(0), (begin, events) => {
      const world = begin();
      const known = new Map<ActId, Outcome>();
      run(world, events, () => {
        for (const node of world.nodes)
          for (const [id, outcome] of node.outcomes) {
            const before = known.get(id) ?? outcome;
            if (verdictOf(before) !== verdictOf(outcome)) expect(outcome, id).toEqual(before);
            known.set(id, outcome);
          }
      });
      expect(known.size).toBe(world.nodes[0].outcomes.size);
    }),
    { numRuns },
  );
});

test("law: an act is valid exactly when it could take effect at its author's own node", () => {
  fc.assert(
    fc.property(worlds, happenings(0), (begin, events) => {
      const world = begin();
      const own = new Map<ActId, Outcome | undefined>();
      run(world, events, () => {
        for (const side of lines) {
          const latest = world.nodes[side].lines[side].at(-1);
          if (latest && !own.has(latest.act.id)) own.set(latest.act.id, world.nodes[side].outcomeOf(latest));
        }
      });
      for (const [id, outcome] of world.nodes[0].outcomes)
        expect(outcome.kind === "void", id).toBe(own.get(id)?.kind === "void");
    }),
    { numRuns },
  );
});

test("law: an act's verdict is what comes of it on what its author knew, folded alone", () => {
  fc.assert(
    fc.property(worlds, happenings(3), (begin, events) => {
      const world = begin();
      run(world, events, () => undefined);
      const [node] = world.nodes;
      const known = knownCounts(node.lines);
      const { outcomes } = node.whole();
      for (const line of lines)
        for (const [position, placed] of node.lines[line].entries()) {
          const counts = line === 0 ? [position, known[0][position]] : [known[1][position], position];
          const past: Lines = [node.lines[0].slice(0, counts[0]), node.lines[1].slice(0, counts[1])];
          const { dossier } = fold(world.procedure, { lines: past, digest: testDigest });
          const surroundings = { terms, digest: testDigest };
          const result = placed.inadmissible ?? apply(world.procedure, { dossier, act: placed.act, surroundings });
          const outcome = outcomes.get(placed.act.id);
          if (isRefusal(result)) expect(outcome).toEqual({ kind: "void", refusal: result });
          else expect(outcome?.kind).not.toBe("void");
        }
    }),
    { numRuns: 1000 },
  );
});

test("law: the dossier is what its effective acts make of it, one after the other in folding order", () => {
  fc.assert(
    fc.property(worlds, happenings(0), (begin, events) => {
      const world = begin();
      run(world, events, () => undefined);
      const [node] = world.nodes;
      const { outcomes } = node.whole();
      const acts = new Map(node.lines.flat().map((placed) => [placed.act.id, placed.act]));
      let dossier: Dossier<ToyData> | undefined;
      for (const [id, outcome] of outcomes) {
        const act = acts.get(id);
        if (outcome.kind !== "effective" || !act) continue;
        const after = apply(world.procedure, { dossier, act, surroundings: { terms, digest: testDigest } });
        if (isRefusal(after)) throw new TypeError(after.code);
        dossier = after;
      }
      expect(node.dossier).toEqual(dossier);
    }),
    { numRuns },
  );
});

test("law: an act is crossed only where an effective act stands that its author had not seen", () => {
  fc.assert(
    fc.property(worlds, happenings(0), (begin, events) => {
      const world = begin();
      run(world, events, () => undefined);
      const placed = new Map(world.nodes[0].lines.flat().map((one) => [one.act.id, one]));
      for (const [id, outcome] of world.nodes[0].outcomes) {
        if (outcome.kind !== "crossed") continue;
        const [act, by] = [placed.get(id), placed.get(outcome.by)];
        expect(by?.act.party).not.toBe(act?.act.party);
        expect(by?.index).toBeGreaterThanOrEqual(act?.sight ?? 0);
        expect(world.nodes[0].outcomes.get(outcome.by)?.kind).toBe("effective");
      }
    }),
    { numRuns },
  );
});

test("while a node knows part only, an act can be crossed there and be effective once the rest has come", () => {
  const world = new World(toy, terms);
  world.make({ line: 0, step: "open", body: { text: "x" } });
  world.receiveAll();
  world.make({ line: 0, step: "suspend" });
  world.make({ line: 0, step: "resume" });
  const note = world.make({ line: 1, step: "note", body: { n: 1 } });
  world.receive(1, 1);
  expect(world.nodes[1].outcomeOf(note)?.kind).toBe("crossed");
  world.receiveAll();
  expect(world.nodes.map((node) => node.outcomeOf(note)?.kind)).toEqual(["effective", "effective"]);
});

test("the fold of the same lines is the same, whatever was folded before", () => {
  const world = new World(toy, terms);
  world.make({ line: 0, step: "open", body: { text: "x" } });
  world.receiveAll();
  for (const side of lines) world.make({ line: side, step: "note", body: { n: side + 1 } });
  world.receiveAll();
  const again = fold(toy, { lines: world.nodes[1].lines, digest: testDigest });
  expect(again).toEqual(world.nodes[0].whole());
});
