// Laws of the plan's ledger under any order of arrival: each dossier is counted once, statuses only go forward, no
// letter is answered twice, and both nodes come to the same plan.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Line } from "../engine/order.ts";
import { actId, termsWith, testDigest } from "../testing/walk.ts";
import { World } from "../testing/world.ts";
import type { PlanData } from "./data.ts";
import { examples } from "./examples.ts";
import { planProcedure } from "./plan.ts";

const terms = termsWith();
const lineIds = ["ma-01", "il-01", "ma-02", "il-02"] as const;
const line = fc.constantFrom<Line>(0, 1);

const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ line, step: fc.constant("link"), at: fc.nat(3), dossier: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ line, step: fc.constant("unlink"), at: fc.nat(3), dossier: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ line, step: fc.constant("reportStatus"), at: fc.nat(3), dossier: fc.nat(4) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      line,
      step: fc.constantFrom("proposeChange", "acceptChange", "declineChange", "withdrawChange"),
      at: fc.constant(0),
      dossier: fc.constant(0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      line,
      step: fc.constant("receive"),
      at: fc.integer({ min: 1, max: 5 }),
      dossier: fc.constant(0),
    }),
  },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const statuses = ["planned", "confirmed", "executed", "postponed", "cancelled"];

/** What this side's node knows gives the body: its officers act on what they see. */
function bodyOf(world: World<PlanData>, one: Happening) {
  const dossier = actId(100 + one.dossier);
  const id = lineIds[one.at] ?? "ma-01";
  if (one.step === "link") return { links: [{ line: id, dossier }] };
  if (one.step === "unlink") return { line: id, dossier, reason: "x" };
  if (one.step === "reportStatus") return { line: id, status: statuses[one.dossier] ?? "planned" };
  const data = world.nodes[one.line].dossier?.data ?? planProcedure.blank();
  const [side, other] = one.line === 0 ? terms.parties : [terms.parties[1], terms.parties[0]];
  return examples[one.step]?.({ data, side, other, time: 0, digest: testDigest }) ?? {};
}

function executing(): World<PlanData> {
  const world = new World(planProcedure, terms);
  const give = (at: Line, step: string): void => {
    const data = world.nodes[at].dossier?.data ?? planProcedure.blank();
    const [side, other] = at === 0 ? terms.parties : [terms.parties[1], terms.parties[0]];
    const time = Date.UTC(2021, 10, 24, 15);
    world.make({ line: at, step, body: examples[step]?.({ data, side, other, time, digest: testDigest }) ?? {} });
    world.receiveAll();
  };
  give(0, "call");
  for (const at of [0, 1, 0, 1] as const) give(at, "proposeLines");
  for (const step of ["closeProposals", "agreeDraft", "sign"]) for (const at of [0, 1] as const) give(at, step);
  return world;
}

test("law: dossiers are counted once, answers given once, and both nodes come to the same plan", () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40, size: "max" }), (happenings) => {
      const world = executing();
      expect(world.nodes[0].dossier?.state).toBe("executing");
      for (const one of happenings) {
        if (one.step === "receive") world.receive(one.line, one.at);
        else world.make({ line: one.line, step: one.step, body: bodyOf(world, one) });
        for (const { dossier } of world.nodes) {
          const all = Object.values(dossier?.data.links ?? {}).flat();
          expect(new Set(all).size).toBe(all.length);
        }
      }
      world.receiveAll();
      const [ours, theirs] = world.nodes;
      expect(ours.dossier).toEqual(theirs.dossier);
      expect(ours.whole().dossier).toEqual(ours.dossier);
      const answered = ours.lines
        .flat()
        .filter(({ act }) => ["acceptChange", "declineChange", "withdrawChange"].includes(act.step))
        .filter((placed) => ours.outcomeOf(placed)?.kind === "effective")
        .map(({ act }) => act.body.letter);
      expect(new Set(answered).size).toBe(answered.length);
    }),
    { numRuns: 60 },
  );
});
