import { expect, test } from "vitest";
import { communiqueProcedure } from "../../procedures/index.ts";
import { beginningIn, bodyOf, columnsOf, digestsOf, parseCommunique, rowsOf } from "./texts.ts";

const data = parseCommunique({
  ...communiqueProcedure.blank(),
  languages: ["ar", "fr"],
  versions: [
    {
      version: {
        language: "fr",
        headline: "Titre",
        place: "Rabat",
        date: "2031-01-17",
        paragraphs: [{ text: "Un" }, { passage: "q" }],
      },
      by: "MA",
      digest: "d1",
    },
  ],
  passages: [
    { passage: { id: "q", kind: "quote", of: "IL", original: "he", texts: { he: "א", fr: "Deux" } }, by: "IL" },
  ],
  clearances: { fr: { MA: "d1", IL: "d0" } },
});

test("a side has cleared a language only by the digest that stands", () => {
  const columns = columnsOf(data, ["MA", "IL"]);
  expect(columns.map((one) => [one.language, one.cleared])).toEqual([
    ["ar", { MA: false, IL: false }],
    ["fr", { MA: true, IL: false }],
  ]);
});

test("each paragraph stands beside itself in every language, and a quotation says what it is translated from", () => {
  const [first, second] = rowsOf(data);
  expect(first?.cells).toEqual([
    { language: "ar", text: "" },
    { language: "fr", text: "Un" },
  ]);
  expect(second?.passage?.passage.of).toBe("IL");
  expect(second?.cells[1]).toEqual({ language: "fr", text: "Deux", translatedFrom: "he" });
});

test("a language that is not written begins with the places of the others, and an empty paragraph is not sent", () => {
  const draft = beginningIn(data, { language: "ar", today: "2031-01-18" });
  expect(draft).toEqual({ headline: "", place: "", date: "2031-01-17", paragraphs: [{ text: "" }, { passage: "q" }] });
  expect(bodyOf(data, { language: "ar", draft })).toEqual({
    version: { language: "ar", headline: "", place: "", date: "2031-01-17", paragraphs: [{ passage: "q" }] },
  });
  const again = beginningIn(data, { language: "fr", today: "" });
  expect(bodyOf(data, { language: "fr", draft: again })).toMatchObject({ base: "d1", version: { headline: "Titre" } });
  expect(digestsOf(data)).toEqual({ fr: "d1" });
});
