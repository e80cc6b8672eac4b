import fc from "fast-check";
import { expect, test } from "vitest";
import { byLanguage, firstByLanguage } from "./languages.ts";

test("a title is told in each language of its texts, with what no language changes", () => {
  const titles = { fr: "Tentes", en: "Tents" };
  expect(byLanguage((read) => `MA-7 · ${read(titles) ?? ""}`)).toEqual({ en: "MA-7 · Tents", fr: "MA-7 · Tentes" });
});

test("a text that lacks a language stands by its first", () => {
  const say = byLanguage((read) => `${read({ ar: "أ", fr: "A" }) ?? ""} · ${read({ en: "B" }) ?? ""}`);
  expect(say).toEqual({ ar: "أ · B", en: "أ · B", fr: "A · B" });
});

test("a reference, a single language, and the same words in all languages have no titles apart", () => {
  expect(byLanguage(() => "DV-2031-007")).toEqual({});
  expect(byLanguage((read) => read({ he: "תוכנית" }) ?? "")).toEqual({});
  expect(byLanguage((read) => read({ en: "Rabat", fr: "Rabat" }) ?? "")).toEqual({});
  expect(byLanguage((read) => read(undefined) ?? "")).toEqual({});
});

test("the same texts in any order of writing are told the same", () => {
  const texts = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), fc.string());
  fc.assert(
    fc.property(texts, (given) => {
      const turned = Object.fromEntries(Object.entries(given).reverse());
      expect(byLanguage((read) => read(turned) ?? "")).toEqual(byLanguage((read) => read(given) ?? ""));
      expect(firstByLanguage(turned)).toBe(firstByLanguage(given));
    }),
  );
});
