import fc from "fast-check";
import { expect, test } from "vitest";
import { actJson } from "../../test/acts.ts";
import { actSchema } from "./act.ts";
import { hasActShape } from "./shape.ts";

const sample = actJson();

/** Values that lie near what a field may be: other types, other lengths, other order, nothing at all. */
const near = fc.oneof(
  fc.constantFrom<unknown>(
    "",
    "MA",
    "ma",
    "a",
    "A1",
    "visit/1",
    "visit/0",
    "1a",
    "12.3",
    "Africa/Casablanca",
    "+01:00",
  ),
  fc.constantFrom<unknown>("2021-11-24T14:30:00Z", "2021-02-30T14:30:00Z", 0, -1, 1.5, 2 ** 53, true, null),
  fc.constantFrom<unknown>([], ["IL"], ["IL", "MA"], ["MA", "IL"], ["MA", "MA"], ["1", "1"], ["1", "2"], {}, { a: 1 }),
  fc.constantFrom<unknown>(
    { instant: "2021-11-24T14:30:00Z", zone: "Africa/Casablanca" },
    { instant: "2021-11-24T14:30:00Z", zone: "Europe/Nowhere" },
    { instant: "2021-11-24T14:30:00Z", zone: "Africa/Casablanca", more: 1 },
    { policy: "P", classification: "open", releasableTo: ["IL", "MA"] },
    { policy: "P", classification: "open", releasableTo: ["MA", "IL"] },
    { policy: "P", classification: "open", releasableTo: ["IL"], caveats: ["eyes-only"] },
    { policy: "P", classification: "open", releasableTo: ["IL"], caveats: [] },
    { policy: "", classification: "open", releasableTo: ["IL"] },
    { ["k".repeat(65)]: 1 },
  ),
  fc.string({ maxLength: 70 }),
);

const field = fc.constantFrom(...Object.keys(sample), "extra");

test("law: the quick answer is the schema's answer, for an act and for what is nearly one", () => {
  const changes = fc.array(fc.tuple(field, fc.option(near, { nil: undefined })), { maxLength: 3 });
  fc.assert(
    fc.property(changes, (made) => {
      const value: Record<string, unknown> = { ...sample };
      for (const [name, change] of made) {
        if (change === undefined) delete value[name];
        else value[name] = change;
      }
      const json = JSON.parse(JSON.stringify(value));
      expect(hasActShape(json)).toBe(actSchema.safeParse(json).success);
    }),
    { numRuns: 3000 },
  );
});

test("the sample is an act, and what is no object is none", () => {
  expect(hasActShape(JSON.parse(JSON.stringify(sample)))).toBe(true);
  for (const value of [null, 1, "act", [], [sample.id ?? ""]]) expect(hasActShape(value)).toBe(false);
});
