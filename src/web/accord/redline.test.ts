import fc from "fast-check";
import { expect, test } from "vitest";
import { redline } from "./redline.ts";

const words = fc.array(fc.constantFrom("les", "Parties", "الطرفان", "הצדדים", "signent", "l’accord", "\n"), {
  maxLength: 12,
});
const text = words.map((list) => list.join(" "));

test("law: both wordings can be read off a comparison, and what is kept stands in both", () => {
  const law = fc.property(text, text, (before, after) => {
    const pieces = redline(before, after);
    const read = (without: string) => pieces.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join("");
    expect(read("added")).toBe(before);
    expect(read("removed")).toBe(after);
  });
  fc.assert(law, { numRuns: 400 });
});

test("a word changed is struck out and added, the rest stays", () => {
  expect(redline("Les Parties signent l’accord.", "Les Parties paraphent l’accord.")).toEqual([
    { kind: "kept", text: "Les Parties " },
    { kind: "removed", text: "signent " },
    { kind: "added", text: "paraphent " },
    { kind: "kept", text: "l’accord." },
  ]);
  expect(redline("a b", "a b")).toEqual([{ kind: "kept", text: "a b" }]);
  expect(redline("", "neuf")).toEqual([{ kind: "added", text: "neuf" }]);
});
