import { expect, test } from "vitest";
import { isRefusal } from "../base/index.ts";
import { inAccordPolicy, tablesInForce } from "./document-labels.ts";
import type { EquivalenceRow, EquivalenceTable } from "./terms.ts";
import { actId, termsWith } from "./testing/walk.ts";

const day = 86_400_000;
const base = termsWith();

function table(number: number, change: Partial<EquivalenceTable> = {}): EquivalenceTable {
  return {
    dossier: actId(number),
    policies: [],
    rows: [],
    validFrom: 0,
    validUntil: undefined,
    supersedes: [],
    ...change,
  };
}

const row = (from: EquivalenceRow["from"], to: Partial<EquivalenceRow["to"]> = {}): EquivalenceRow => ({
  from,
  to: { policy: "test", level: "restricted", ...to },
});

/** The level in the accord's policy and the markings, or the refusal's code. */
function mapped(
  label: { policy: string; classification: string; caveats?: readonly string[] },
  rows: readonly EquivalenceRow[],
): string {
  const found = inAccordPolicy({ terms: { ...base, equivalence: [table(1, { rows })] }, label, at: day });
  return isRefusal(found) ? found.code : [found.level, ...found.markings].join(" ");
}

const guarded = { policy: "national", classification: "guarded" };
const plain = row({ policy: "national", level: "guarded" });

test("a level of the accord's own policy is itself, with its caveats", () => {
  expect(mapped({ policy: "test", classification: "secret", caveats: ["orcon"] }, [])).toBe("secret orcon");
  expect(mapped({ policy: "test", classification: "cosmic" }, [])).toBe("acts.unknownLevel");
});

test("a level of another policy is what a row in that direction says, with the marking it asks for", () => {
  expect(mapped(guarded, [plain])).toBe("restricted");
  const marked = row({ policy: "national", level: "guarded" }, { marking: "special-handling" });
  expect(mapped(guarded, [marked])).toBe("restricted special-handling");
  const back = { from: { policy: "test", level: "restricted" }, to: { policy: "national", level: "guarded" } };
  expect(mapped(guarded, [back])).toBe("procedures.noEquivalence");
});

test("a row with a caveat is for labels that bear it, and goes before the row without", () => {
  const special = row({ policy: "national", level: "guarded", caveat: "treat-as-secret" }, { level: "secret" });
  expect(mapped(guarded, [special])).toBe("procedures.noEquivalence");
  expect(mapped(guarded, [special, plain])).toBe("restricted");
  expect(mapped({ ...guarded, caveats: ["treat-as-secret"] }, [plain, special])).toBe("secret");
});

test("of two rows that fit, the stricter counts", () => {
  const strict = row({ policy: "national", level: "guarded" }, { level: "confidential" });
  expect(mapped(guarded, [plain, strict])).toBe("confidential");
  expect(mapped(guarded, [strict, plain])).toBe("confidential");
});

test("a table holds from its first instant to its end, the end not included, until another supersedes it", () => {
  const held = (equivalence: readonly EquivalenceTable[], at: number) =>
    tablesInForce({ equivalence }, at).map((one) => one.dossier);
  const dated = table(1, { validFrom: day, validUntil: 3 * day });
  expect([day - 1, day, 3 * day - 1, 3 * day].map((at) => held([dated], at).length)).toEqual([0, 1, 1, 0]);
  const newer = table(2, { validFrom: 2 * day, supersedes: [dated.dossier] });
  expect(held([dated, newer], day)).toEqual([dated.dossier]);
  expect(held([dated, newer], 2 * day)).toEqual([newer.dossier]);
});
