import fc from "fast-check";
import { expect, test } from "vitest";
import { dueBy, type Kept, type RetentionRule, retentionRulesSchema } from "./rules.ts";

const day = 86_400_000;
const rules: readonly RetentionRule[] = [
  { name: "default", days: 3_650 },
  { name: "requests", procedure: "request", days: 1_825 },
  { name: "restricted-requests", procedure: "request", level: "restricted", days: 365 },
  { name: "personal-data", caveat: "personal-data", days: 90 },
];
const kept = (changes: Partial<Kept> = {}): Kept => ({
  procedure: "request",
  level: "unclassified",
  caveats: undefined,
  endedAt: 1_000 * day,
  ...changes,
});

test("a document is due by the shortest rule that fits its kind, level and caveats", () => {
  expect(dueBy(rules, kept())).toMatchObject({ rule: { name: "requests" }, at: 2_825 * day });
  expect(dueBy(rules, kept({ level: "restricted" }))?.rule.name).toBe("restricted-requests");
  expect(dueBy(rules, kept({ procedure: "dispatch", level: "restricted" }))?.rule.name).toBe("default");
  expect(dueBy(rules, kept({ caveats: ["personal-data"] }))).toMatchObject({
    rule: { name: "personal-data" },
    at: 1_090 * day,
  });
  expect(dueBy(rules, kept({ level: undefined }))?.rule.name).toBe("requests");
});

test("what no rule fits is kept", () => {
  expect(dueBy([], kept())).toBeUndefined();
  expect(dueBy([{ name: "a", procedure: "dispatch", days: 0 }], kept())).toBeUndefined();
  expect(dueBy([{ name: "a", level: "secret", days: 0 }], kept({ level: undefined }))).toBeUndefined();
});

test("law: another rule never makes anything due later", () => {
  const rule = fc.record({ name: fc.constant("other"), days: fc.integer({ min: 0, max: 9_999 }) });
  fc.assert(
    fc.property(rule, fc.constantFrom("request", "dispatch"), (more, procedure) => {
      const before = dueBy(rules, kept({ procedure }))?.at ?? Number.POSITIVE_INFINITY;
      expect(dueBy([...rules, more], kept({ procedure }))?.at).toBeLessThanOrEqual(before);
    }),
  );
});

test("rules of one name, of no name or of a negative time are refused with the configuration", () => {
  const parses = (value: unknown): boolean => retentionRulesSchema.safeParse(value).success;
  expect(parses(rules)).toBe(true);
  expect(parses([rules[0], rules[0]])).toBe(false);
  expect(parses([{ name: "A rule", days: 1 }])).toBe(false);
  expect(parses([{ name: "a-rule", days: -1 }])).toBe(false);
  expect(parses([{ name: "a-rule", days: 1, kind: "request" }])).toBe(false);
});
