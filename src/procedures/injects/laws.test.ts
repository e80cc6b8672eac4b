// Laws of a main events list under any order of arrival: what goes out was reviewed by the other side in that very
// text, goes out once, is acknowledged by those it was played to, and both nodes come to the same list.

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Line, otherLine } from "../engine/order.ts";
import { termsWith, testDigest } from "../testing/walk.ts";
import { World } from "../testing/world.ts";
import type { InjectRow, InjectsData } from "./data.ts";
import { examples } from "./examples.ts";
import { injectsProcedure } from "./injects.ts";

const terms = termsWith();
const line = fc.constantFrom<Line>(0, 1);
const moves = [
  "write",
  "drop",
  "review",
  "return",
  "approve",
  "schedule",
  "skip",
  "release",
  "acknowledge",
  "answer",
  "assess",
  "repeat",
  "hold",
  "stop",
  "resume",
] as const;
const happening = fc.record({
  line,
  step: fc.oneof(
    { weight: 3, arbitrary: fc.constant("receive" as const) },
    { weight: 5, arbitrary: fc.constantFrom("schedule" as const, "release" as const, "acknowledge" as const) },
    { weight: 7, arbitrary: fc.constantFrom(...moves) },
  ),
  leaves: fc.integer({ min: 1, max: 4 }),
});

function make(world: World<InjectsData>, given: { readonly line: Line; readonly step: string }): void {
  const data = world.nodes[given.line].dossier?.data ?? injectsProcedure.blank();
  const [side, other] = given.line === 0 ? terms.parties : [terms.parties[1], terms.parties[0]];
  const time = Date.UTC(2031, 0, 16, 10);
  const body = examples[given.step]?.({ data, side, other, time, digest: testDigest }) ?? {};
  world.make({ line: given.line, step: given.step, body });
}

function running(): World<InjectsData> {
  const world = new World(injectsProcedure, terms);
  make(world, { line: 0, step: "open" });
  for (const step of ["write", "write", "review", "review", "approve", "approve", "schedule", "schedule"])
    for (const at of [0, 1] as const) {
      world.receiveAll();
      make(world, { line: at, step });
    }
  for (const step of ["freeze", "begin"])
    for (const at of [0, 1] as const) {
      world.receiveAll();
      make(world, { line: at, step });
    }
  world.receiveAll();
  return world;
}

function sound(one: InjectRow): void {
  const out = !["idea", "drafted"].includes(one.stage) && one.stage !== "skipped";
  if (out) expect(one.reviewed).toBe(one.digest);
  if (["acknowledged", "answered"].includes(one.stage)) expect(one.acknowledgedAt).toBeDefined();
  if (["released", "acknowledged", "answered", "assessed", "repeated"].includes(one.stage))
    expect(one.releasedAt).toBeDefined();
  else expect(one.releasedAt).toBeUndefined();
}

test("law: what goes out was reviewed as it is, goes out once, and both nodes come to the same list", () => {
  expect(running().nodes[0].dossier?.state).toBe("running");
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40, size: "max" }), (happenings) => {
      const world = running();
      for (const one of happenings) {
        if (one.step === "receive") world.receive(one.line, one.leaves);
        else make(world, { line: one.line, step: one.step });
        for (const { dossier } of world.nodes) for (const row of Object.values(dossier?.data.injects ?? {})) sound(row);
      }
      world.receiveAll();
      const [ours, theirs] = world.nodes;
      expect(ours.dossier).toEqual(theirs.dossier);
      expect(ours.whole().dossier).toEqual(ours.dossier);
      const effective = (step: string) =>
        ours.lines.flatMap((acts, at) =>
          acts
            .filter((placed) => placed.act.step === step && ours.outcomeOf(placed)?.kind === "effective")
            .flatMap(({ act }) => (act.body.injects as { inject: string }[]).map((one) => [one.inject, at] as const)),
        );
      const released = effective("release").map(([id]) => id);
      expect(new Set(released).size).toBe(released.length);
      for (const [id, at] of effective("acknowledge"))
        expect(ours.dossier?.data.injects[id]?.row.audience ?? terms.parties[at]).toBe(terms.parties[at]);
      for (const [id, at] of effective("review"))
        expect(ours.dossier?.data.injects[id]?.by ?? terms.parties[otherLine(at === 0 ? 0 : 1)]).toBe(
          terms.parties[otherLine(at === 0 ? 0 : 1)],
        );
    }),
    { numRuns: 50 },
  );
});
