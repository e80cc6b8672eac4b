import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { firstByLanguage } from "../languages.ts";
import { roam } from "../testing/roam.ts";
import { codeOf, israel, morocco, termsWith, testDigest, Walk } from "../testing/walk.ts";
import { type ContestData, contestedLeaf, contestProcedure } from "./contest.ts";
import { examples } from "./examples.ts";

const at = "2021-12-01T09:00:00Z";
const leaf: JsonObject = {
  party: "IL",
  index: 12,
  leaf: testDigest("a leaf"),
  code: "procedures.notSigned",
  details: { service: "liaison-bureau", articles: ["6", "8"], index: 12, ok: false },
};

function contested(change: JsonObject = {}): { walk: Walk<ContestData>; outcome: string } {
  const walk = new Walk(contestProcedure, termsWith());
  const outcome = walk.make({ side: morocco, step: "contest", body: { ...leaf, ...change }, at });
  return { walk, outcome: codeOf(outcome) };
}

test("a contest names a leaf of the other side and the reason", () => {
  const { walk, outcome } = contested();
  expect(outcome).toBe("effective");
  expect(walk.procedure.title(walk.data, firstByLanguage)).toBe("procedures.notSigned IL 12");
  expect(walk.viewAt(at).turn).toEqual([israel]);
});

test("a side does not contest a leaf of its own, nor of nobody, nor without a reason's code", () => {
  expect(contested({ party: "MA" }).outcome).toBe("procedures.contestOwnLeaf");
  expect(contested({ party: "FR" }).outcome).toBe("procedures.contestOwnLeaf");
  expect(contested({ code: "because" }).outcome).toBe("procedures.badBody");
  expect(contested({ leaf: "sha256:0" }).outcome).toBe("procedures.badBody");
});

test("the other side acknowledges or explains, once; the contesting side does not answer itself", () => {
  for (const [step, state] of [
    ["acknowledge", "acknowledged"],
    ["explain", "explained"],
  ] as const) {
    const { walk } = contested();
    const body = step === "explain" ? { text: "The key had been rotated." } : {};
    expect(codeOf(walk.make({ side: morocco, step, body, at }))).toBe("procedures.wrongSide");
    expect(walk.make({ side: israel, step, body, at })).toBe("effective");
    expect(walk.stateAt()).toBe(state);
    expect(codeOf(walk.make({ side: israel, step: "acknowledge", body: {}, at }))).toBe("procedures.wrongState");
  }
});

test("the ground reads the contested leaf off the opening act alone", () => {
  const { walk } = contested();
  const act = walk.lines[0][0]?.act;
  expect(act && contestedLeaf(act)).toMatchObject({ party: israel, index: 12, code: "procedures.notSigned" });
  expect(act && contestedLeaf({ ...act, step: "explain" })).toBeUndefined();
  expect(act && contestedLeaf({ ...act, body: { ...leaf, index: -1 } })).toBeUndefined();
});

test("every step of a contest can be made with its example body", () => {
  const taken = roam(contestProcedure, { examples, terms: termsWith(), seeds: 10, length: 6 });
  expect([...taken].sort()).toEqual(Object.keys(contestProcedure.steps).sort());
});
