import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleFounding } from "../../test/founding.ts";
import { vectorsFolder } from "../../test/vectors.ts";
import { type Label, labelSchema } from "../acts/index.ts";
import { isRefusal } from "../base/index.ts";
import { labelOfMarking, markingFor, markingOfLabel } from "./label.ts";
import { formatLabelXml, parseLabelXml } from "./labelXml.ts";
import type { Marking, MarkingCategory } from "./marking.ts";

const released: MarkingCategory = { tag: "Releasable To", type: "permissive", values: ["MA", "IL"] };

function marking(changes: Partial<Marking> = {}): Marking {
  return { kind: "originator", policy: "EXAMPLE", classification: "TOP SECRET", categories: [released], ...changes };
}

function codeOf(changes: Partial<Marking>): string {
  const carried = labelOfMarking(marking(changes));
  return isRefusal(carried) ? carried.code : "carried";
}

test("a marking is read as a label: capitals with spaces are codes, sets are sorted", () => {
  const categories: MarkingCategory[] = [
    released,
    { tag: "Special Handling", type: "restrictive", values: ["EYES ONLY", "No Contractors"] },
    { tag: "context", type: "permissive", values: ["KFOR"] },
  ];
  expect(labelOfMarking(marking({ categories }))).toEqual({
    label: {
      policy: "EXAMPLE",
      classification: "top-secret",
      releasableTo: ["IL", "MA"],
      caveats: ["context-kfor", "eyes-only", "no-contractors"],
    },
    left: [],
  });
});

test("what restricts nothing is named as left out, and a recipient that no code can name too", () => {
  const categories: MarkingCategory[] = [
    { ...released, values: ["MA", "IL", "RESOLUTE SUPPORT"], uri: "urn:oid:1.2" },
    { tag: "Administrative", type: "informative", values: ["STAFF"] },
  ];
  const carried = labelOfMarking(marking({ categories, policyUri: "urn:oid:1", review: "2031-09-26T00:00:00Z" }));
  expect(carried).toMatchObject({
    left: [
      "policyUri: urn:oid:1",
      "review: 2031-09-26T00:00:00Z",
      "uris: Releasable To urn:oid:1.2",
      "Releasable To (permissive): RESOLUTE SUPPORT",
      "Administrative (informative): STAFF",
    ],
  });
});

test.each([
  ["another restrictive category", { tag: "Additional Sensitivity", type: "restrictive", values: ["ATOMAL"] }],
  ["another permissive category", { tag: "Only", type: "permissive", values: ["IRL"] }],
  ["a caveat that no code can say", { tag: "Special Handling", type: "restrictive", values: ["ÉTAT-MAJOR"] }],
  ["a caveat that reads as a context", { tag: "Special Handling", type: "restrictive", values: ["CONTEXT KFOR"] }],
] as const)("%s restricts more than a label can say, and is refused", (_, category) => {
  expect(codeOf({ categories: [released, category] })).toBe("documents.notCarried");
});

test("a label without releasability, or of a level that no code can say, is refused", () => {
  expect(codeOf({ categories: [] })).toBe("documents.noReleasability");
  expect(codeOf({ categories: [{ ...released, values: ["RESOLUTE SUPPORT"] }] })).toBe("documents.noReleasability");
  expect(codeOf({ classification: "Très secret" })).toBe("documents.notCarried");
  expect(codeOf({ policy: "p".repeat(65) })).toBe("documents.notCarried");
});

test("of the accord's own policy a level is read by its code or its name, and no other is accepted", () => {
  const policy = sampleFounding.labels;
  const own = (classification: string): unknown => {
    const carried = labelOfMarking(marking({ policy: policy.policy, classification }), policy);
    return isRefusal(carried) ? carried.code : carried.label.classification;
  };
  for (const { code, names } of policy.levels)
    for (const written of [code, code.toUpperCase(), ...Object.values(names)]) expect(own(written)).toBe(code);
  expect(own("COSMIC")).toBe("acts.unknownLevel");
});

const word = fc.stringMatching(/^[a-z][a-z0-9-]{1,39}$/);
const anyLabel: fc.Arbitrary<Label> = fc
  .record({
    policy: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9&<". -]{0,20}[A-Za-z0-9]$/).filter((text) => !text.includes("  ")),
    classification: word,
    releasableTo: fc.uniqueArray(fc.stringMatching(/^[A-Z][A-Z0-9]{1,7}$/), { minLength: 1, maxLength: 8 }),
    caveats: fc.uniqueArray(fc.oneof(word, fc.constantFrom("context-kfor", "context--x", "context-")), {
      maxLength: 5,
    }),
  })
  .map(({ releasableTo, caveats, ...rest }): Label => {
    const parsed = labelSchema.parse({ ...rest, releasableTo: releasableTo.sort() });
    const { policy, classification } = parsed;
    const cautions = caveats.length > 0 ? { caveats: caveats.sort() } : {};
    return { policy, classification, releasableTo: parsed.releasableTo, ...cautions };
  });

test("law: every label comes back from its XML as it was, with nothing left out", () => {
  fc.assert(
    fc.property(anyLabel, (label) => {
      const file = parseLabelXml(formatLabelXml({ markings: [markingOfLabel(label)], binds: [] }));
      if (isRefusal(file)) throw new Error(JSON.stringify(file));
      const [read] = file.markings;
      expect(read && labelOfMarking(read)).toEqual({ label, left: [] });
    }),
  );
});

test("the originator's label counts where it is of the reader's policy, else an alternative that is", () => {
  const [mine, theirs] = [marking({ kind: "alternative", policy: "MA-IL" }), marking()];
  const file = { markings: [mine, theirs, marking({ kind: "metadata", policy: "META" })], binds: [] };
  expect(markingFor(file, "MA-IL")).toBe(mine);
  expect(markingFor(file, "example")).toBe(theirs);
  expect(markingFor(file, "META")).toMatchObject({
    code: "documents.noLabelOfPolicy",
    details: { policies: ["MA-IL", "EXAMPLE", "META"] },
  });
});

const folder = vectorsFolder();

test.skipIf(folder === undefined)(
  "of the public samples, those that a label can say are labels; the others say why not",
  () => {
    const of = (number: number): unknown => {
      const bytes = readFileSync(join(folder ?? "", "adatp-4774", `nato-4774-17-${number}.nato`));
      const file = parseLabelXml(bytes);
      const [read] = isRefusal(file) ? [] : file.markings;
      const carried = read && labelOfMarking(read);
      return isRefusal(carried) ? carried.code : carried?.label;
    };
    expect(of(4)).toEqual({
      policy: "NATO",
      classification: "restricted",
      releasableTo: ["CHE", "JPN", "NATO", "UKR"],
      caveats: ["context-nato", "context-releasable"],
    });
    expect(of(5)).toMatchObject({ classification: "confidential", releasableTo: ["EAPC", "ISAF"] });
    expect([of(2), of(3), of(6)]).toEqual([
      "documents.noReleasability",
      "documents.noReleasability",
      "documents.notCarried",
    ]);
  },
);
