// Laws of a project's ledgers under any order of arrival: the parts of the work make a hundred, nobody pays beyond its
// share, no licence is drawn beyond what it allows, nothing is lent twice or numbered twice, no gate passes twice, and
// both nodes come to the same project.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import type { Line } from "../engine/order.ts";
import { israel, morocco, termsWith, testDigest } from "../testing/walk.ts";
import { World } from "../testing/world.ts";
import { type ProjectData, paidBy, shareOf, transfersLeft } from "./data.ts";
import { examples } from "./examples.ts";
import { projectProcedure } from "./project.ts";

const terms = termsWith();
const parties = [morocco, israel] as const;
const often = [
  "contribute",
  "sendTransfer",
  "receiveTransfer",
  "lendEquipment",
  "receiveEquipment",
  "sendBackEquipment",
  "accountEquipment",
  "declareInformation",
  "acknowledgeInformation",
  "contestInformation",
  "reviseInformation",
] as const;
const seldom = [
  "registerLicence",
  "askConsent",
  "answerConsent",
  "amend",
  "deliver",
  "acceptDeliverable",
  "rejectDeliverable",
  "passGate",
  "declineGate",
  "completeTransition",
  "suspend",
  "resume",
  "close",
] as const;

const happening = fc.record({
  line: fc.constantFrom<Line>(0, 1),
  step: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...often) },
    { weight: 2, arbitrary: fc.constantFrom(...seldom) },
    { weight: 2, arbitrary: fc.constant("receive" as const) },
  ),
  /** In hundreds: three such payments are beyond either share. */
  amount: fc.integer({ min: 0, max: 3 }),
  number: fc.integer({ min: 1, max: 3 }),
  leaves: fc.integer({ min: 1, max: 4 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function exampleOf(world: World<ProjectData>, made: { readonly line: Line; readonly step: string }): JsonObject {
  const data = world.nodes[made.line].dossier?.data ?? projectProcedure.blank();
  const [side, other] = made.line === 0 ? parties : ([israel, morocco] as const);
  const time = Date.UTC(2021, 10, 24, 15);
  return examples[made.step]?.({ data, side, other, terms, time, digest: testDigest }) ?? {};
}

function bodyOf(world: World<ProjectData>, one: Happening): JsonObject {
  const mark = (parties[one.line] ?? morocco).toLowerCase();
  const example = exampleOf(world, one);
  if (one.step === "contribute") return { ...example, id: `${mark}-c${one.number}`, amount: `${one.amount}50.50` };
  if (one.step === "sendTransfer") return { ...example, id: `${mark}-t${one.number}`, licence: `${mark}-l1` };
  if (one.step === "lendEquipment") return { ...example, serial: `SN-${one.number}` };
  return example;
}

function running(): World<ProjectData> {
  const world = new World(projectProcedure, terms);
  const both = (step: string): [Line, string][] => [
    [0, step],
    [1, step],
  ];
  const steps = ["signIntent", "reviewLaw", "reviewSecurity", "reviewExport", "signArrangement", "appoint", "kickOff"];
  const way: [Line, string][] = [
    [0, "propose"],
    ...steps.flatMap((step): [Line, string][] =>
      step === "reviewLaw" ? [[0, "tableArrangement"], ...both(step)] : both(step),
    ),
    ...both("registerLicence"),
  ];
  for (const [line, step] of way) {
    world.make({ line, step, body: exampleOf(world, { line, step }) });
    world.receiveAll();
  }
  return world;
}

const once = (list: readonly string[]): boolean => new Set(list).size === list.length;

function expectSound(data: ProjectData): void {
  const parts = (data.arrangement?.arrangement.shares ?? []).map((one) => Math.round(Number(one.technical) * 100));
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(10_000);
  for (const side of parties) expect(paidBy(data, side)).toBeLessThanOrEqual(shareOf(data, side));
  for (const one of data.licences) expect(transfersLeft(data, one.id)).toBeGreaterThanOrEqual(0);
  for (const list of [
    data.contributions,
    data.information,
    data.consents,
    data.licences,
    data.transfers,
    data.equipment,
    data.deliverables,
  ])
    expect(once(list.map(({ id }) => id))).toBe(true);
  const lent = data.equipment.filter(({ state }) => state !== "accounted").map(({ by, serial }) => `${by} ${serial}`);
  expect(once(lent)).toBe(true);
  const phases = (data.arrangement?.arrangement.phases ?? []).map(({ id }) => id);
  expect(data.passed.map(({ phase }) => phase)).toEqual(phases.slice(0, data.passed.length));
}

const timeout = 120_000;

test("law: shares, licences, loans and entries stand once, and both nodes come to the same", { timeout }, () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 30, size: "max" }), (happenings) => {
      const world = running();
      expect(world.nodes[1].dossier?.state).toBe("running");
      for (const one of happenings) {
        if (one.step === "receive") world.receive(one.line, one.leaves);
        else world.make({ line: one.line, step: one.step, body: bodyOf(world, one) });
        for (const { dossier } of world.nodes) if (dossier) expectSound(dossier.data);
      }
      world.receiveAll();
      const [ours, theirs] = world.nodes;
      if (theirs.dossier) expectSound(theirs.dossier.data);
      expect(ours.dossier).toEqual(theirs.dossier);
      expect(ours.whole().dossier).toEqual(ours.dossier);
    }),
    { numRuns: 25 },
  );
});

const hundredths = fc.integer({ min: 0, max: 12_000 });
const text = (part: number): string => (part / 100).toFixed(2).replace(/\.?0+$/, "") || "0";

test("law: a text is tabled if and only if the parts of the work make a hundred per cent", () => {
  const world = new World(projectProcedure, terms);
  for (const [line, step] of [
    [0, "propose"],
    [0, "signIntent"],
    [1, "signIntent"],
  ] as const) {
    world.make({ line, step, body: exampleOf(world, { line, step }) });
    world.receiveAll();
  }
  const example = JSON.stringify(exampleOf(world, { line: 0, step: "tableArrangement" }));
  fc.assert(
    fc.property(hundredths, fc.oneof(hundredths, fc.constant(undefined)), (part, given) => {
      const rest = given ?? Math.max(0, 10_000 - part);
      const base = world.nodes[0].dossier?.data.arrangement?.digest;
      const body: JsonObject = JSON.parse(
        example
          .replace('"technical":"60"', `"technical":"${text(part)}"`)
          .replace('"technical":"40"', `"technical":"${text(rest)}"`),
      );
      const made = world.make({
        line: 0,
        step: "tableArrangement",
        body: base === undefined ? body : { ...body, base },
      });
      const kind = world.nodes[0].outcomeOf(made)?.kind;
      expect(kind).toBe(part + rest === 10_000 ? "effective" : "void");
    }),
    { numRuns: 60 },
  );
});
