import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleFounding, sampleLevels } from "../../test/founding.ts";
import { checkLabel, type Label, labelPolicySchema, labelSchema, levelOf } from "./label.ts";
import type { PartyCode } from "./names.ts";

const policy = sampleFounding.labels;
const both = ["IL", "MA"] as PartyCode[];
const label = (changes: Partial<Label> = {}): Label => ({
  policy: policy.policy,
  classification: "restricted",
  releasableTo: both,
  ...changes,
});
const check = (changes: Partial<Label>, cap = "confidential") =>
  checkLabel({ policy, label: label(changes), cap, parties: both });

test("a label passes at the cap and below it, and is refused above it", () => {
  expect(check({ classification: "unclassified" })).toBeUndefined();
  expect(check({ classification: "confidential" })).toBeUndefined();
  expect(check({ classification: "secret" })).toMatchObject({
    code: "acts.labelAboveCap",
    details: { got: "secret", cap: "confidential" },
  });
});

test("a label that is not releasable to both parties is refused with the party that is missing", () => {
  expect(check({ releasableTo: ["MA" as PartyCode] })).toMatchObject({
    code: "acts.notReleasable",
    details: { to: ["IL"], releasableTo: ["MA"] },
  });
  expect(check({ releasableTo: ["FR", "IL", "MA"] as PartyCode[] })).toBeUndefined();
});

test("a label of another policy, or of a level the policy does not know, is refused", () => {
  expect(check({ policy: "other" })).toMatchObject({ code: "acts.otherLabelPolicy" });
  expect(check({ classification: "cosmic" })).toMatchObject({
    code: "acts.unknownLevel",
    details: { levels: [...sampleLevels] },
  });
  expect(check({}, "cosmic")).toMatchObject({ code: "acts.unknownLevel", details: { got: "cosmic" } });
});

test("releasability and caveats are sorted and name each value once, so that a label has one form", () => {
  const reads = (changes: Record<string, unknown>): boolean =>
    labelSchema.safeParse({ ...label(), ...changes }).success;
  expect(reads({})).toBe(true);
  expect(reads({ caveats: ["eyes-only", "no-contractors"] })).toBe(true);
  expect(reads({ releasableTo: ["MA", "IL"] })).toBe(false);
  expect(reads({ releasableTo: ["IL", "IL"] })).toBe(false);
  expect(reads({ releasableTo: [] })).toBe(false);
  expect(reads({ caveats: ["no-contractors", "eyes-only"] })).toBe(false);
  expect(reads({ caveats: [] })).toBe(false);
  expect(reads({ other: 1 })).toBe(false);
});

test("a policy names each level once", () => {
  const levels = [{ code: "secret", names: { en: "Secret" } }];
  expect(labelPolicySchema.safeParse({ policy: "p", levels }).success).toBe(true);
  expect(labelPolicySchema.safeParse({ policy: "p", levels: [...levels, ...levels] }).success).toBe(false);
});

test("law: what passes under a cap passes under every higher one", () => {
  const level = fc.constantFrom(...sampleLevels);
  fc.assert(
    fc.property(level, level, level, (classification, cap, higher) => {
      const rank = (code: string): number => Number(levelOf(policy, { policy: policy.policy, classification: code }));
      fc.pre(rank(higher) >= rank(cap));
      if (check({ classification }, cap) === undefined) expect(check({ classification }, higher)).toBeUndefined();
      expect(check({ classification }, cap) === undefined).toBe(rank(classification) <= rank(cap));
    }),
  );
});
