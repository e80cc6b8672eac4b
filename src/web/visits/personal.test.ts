import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { documentBytes, type Machine, withoutPersonal } from "./personal.ts";
import type { ReadVisitor } from "./visitors.ts";

const machine: Machine = {
  randomBytes: (count) => randomBytes(count),
  sha256: async (bytes) => createHash("sha256").update(bytes).digest(),
};

const visitor: ReadVisitor = {
  number: 1,
  function: "Interpreter",
  nationality: "MA",
  clearance: undefined,
  details: undefined,
  personal: { familyName: "العلوي", birthDate: "1980-01-02" },
};

test("the request carries the digest of a document, and nothing of what stands in it", async () => {
  const { visitors, documents } = await withoutPersonal([visitor], machine);
  const [document] = documents;
  if (!document) throw new Error("A document was expected.");
  const digest = createHash("sha256").update(documentBytes(document)).digest("hex");
  expect(visitors).toEqual([{ number: 1, function: "Interpreter", nationality: "MA", details: `sha256:${digest}` }]);
  expect(JSON.stringify(visitors)).not.toContain("العلوي");
});

test("the same person twice has two digests: neither can be found by guessing", async () => {
  const { visitors } = await withoutPersonal([visitor, { ...visitor, number: 2 }], machine);
  const again = await withoutPersonal([visitor], machine);
  expect(visitors[0]?.details).not.toBe(again.visitors[0]?.details);
});

test("a digest that the file gives is carried as it is, and no document is made", async () => {
  const details = `sha256:${"b".repeat(64)}`;
  const clearance = { level: "secret", validUntil: "2031-01-01" };
  const sealed = await withoutPersonal([{ ...visitor, details, clearance }], machine);
  expect(sealed).toEqual({
    visitors: [{ number: 1, function: "Interpreter", nationality: "MA", clearance, details }],
    documents: [],
  });
});
