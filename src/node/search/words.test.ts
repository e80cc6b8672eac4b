import fc from "fast-check";
import { expect, test } from "vitest";
import { keptWords, wordsIn } from "./words.ts";

test.each([
  ["French accents and ligatures", "Échange d’œuvres à Rabat", "echange d oeuvres a rabat"],
  ["Arabic vowel signs and stretched letters", "تُنظَّمُ الـمُبادَلات", "تنظم المبادلات"],
  ["the forms of alef, hamza, teh marbuta and alef maqsura", "إتّفاقيّة أمن آخر مستشفى", "اتفاقيه امن اخر مستشفي"],
  ["Hebrew points and final letters", "הֶסְכֵּם בִּטָּחוֹן", "הסכמ בטחונ"],
  ["Arabic digits", "المادة ١٢ و۳", "الماده 12 و3"],
  ["a digest with the groups it is shown in", "sha256:b71e04c9", "sha256 b71e04c9"],
])("%s are one written form", (_, text, words) => {
  expect(wordsIn(text).join(" ")).toBe(words);
});

test("an Arabic word is found without its article or particle, a Hebrew one too; a short word is left whole", () => {
  expect(keptWords("والاتفاق")).toEqual(["والاتفاق", "اتفاق"]);
  expect(keptWords("للزيارة")).toEqual(["للزياره", "زياره"]);
  expect(keptWords("בהסכם")).toEqual(["בהסכמ", "הסכמ"]);
  expect(keptWords("של ولد")).toEqual(["של", "ولد"]);
  expect(keptWords("visite")).toEqual(["visite"]);
});

test("law: a word found is written as it is looked for, holds no space and nothing that only directs the line", () => {
  const law = fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
    for (const word of keptWords(text)) {
      expect(word).toMatch(/^[\p{L}\p{N}]{1,64}$/u);
      expect(wordsIn(word)).toEqual([word]);
    }
  });
  fc.assert(law, { numRuns: 300 });
});
