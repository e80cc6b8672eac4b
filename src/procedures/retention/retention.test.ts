import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { codeOf, israel, morocco, termsWith, testDigest, Walk } from "../testing/walk.ts";
import { examples } from "./examples.ts";
import { type RetentionData, retentionProcedure } from "./retention.ts";

const at = "2022-03-01T09:00:00Z";

function made(step: string, change: JsonObject = {}): { code: string; walk: Walk<RetentionData> } {
  const walk = new Walk(retentionProcedure, termsWith());
  return { code: take(walk, step, { change }), walk };
}

function take(
  walk: Walk<RetentionData>,
  step: string,
  input: { change?: JsonObject; side?: typeof morocco } = {},
): string {
  const body = { ...examples[step]?.({ time: Date.parse(at), digest: testDigest }), ...input.change };
  return codeOf(walk.make({ side: input.side ?? morocco, step, body, at }));
}

test("an erasure names the documents and the rule, and is of the own node's bytes alone", () => {
  const { code, walk } = made("erase");
  expect(code).toBe("effective");
  const act = walk.lines[0][0]?.act;
  expect(act && retentionProcedure.steps.erase?.erases(act.body)).toEqual({ digests: act?.body.documents, on: "own" });
  expect(retentionProcedure.steps.hold?.erases(act?.body ?? {})).toBeUndefined();
  expect(walk.viewAt(at)).toMatchObject({ final: true, turn: [] });
});

test("a dossier that has not come to its end is not erased for its age", () => {
  expect(made("erase", { endedAt: "2022-03-01T10:00:00Z" }).code).toBe("procedures.retentionNotEnded");
  expect(made("erase", { endedAt: "2021-03-01T10:00:00Z" }).code).toBe("effective");
});

test("a hold lasts until its end, may be extended, and is lifted with a reason", () => {
  expect(made("hold", { until: at }).code).toBe("procedures.retentionPast");
  const { walk } = made("hold", { until: "2022-04-01T00:00:00Z" });
  expect(walk.stateAt("2022-03-31T23:59:59Z")).toBe("held");
  expect(walk.stateAt("2022-04-01T00:00:00Z")).toBe("ended");
  expect(take(walk, "extend", { change: { until: at } })).toBe("procedures.retentionPast");
  expect(take(walk, "extend", { change: { until: "2023-01-01T00:00:00Z" } })).toBe("effective");
  expect(walk.stateAt("2022-12-31T00:00:00Z")).toBe("held");
  expect(take(walk, "lift", { side: israel })).toBe("procedures.wrongSide");
  expect(take(walk, "lift")).toBe("effective");
  expect(walk.stateAt()).toBe("lifted");
});

test("it is the registry's to make, so that a node can do it by itself", () => {
  expect(Object.values(retentionProcedure.steps).every((step) => step.registry)).toBe(true);
});
