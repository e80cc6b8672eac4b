import { expect, test } from "vitest";
import type { ArticleNumber, PartyCode } from "../acts/index.ts";
import { annexSchema } from "./annex.ts";
import { articleApplies, calendarOf, type Terms } from "./terms.ts";
import { israel, termsWith } from "./testing/walk.ts";

const one = "1" as ArticleNumber;
const two = "2" as ArticleNumber;
const titles = { en: "Written for tests" };
const articles = annexSchema.shape.articles.parse(["1", "2"].map((number) => ({ number, titles, domains: [] })));
const base = termsWith({
  articles,
  entryIntoForce: { rule: { kind: "onSecondNote" }, zone: "UTC" as never, provisional: [two] },
});
const day = 86_400_000;

function terms(times: { inForceFrom?: number; provisionalFrom?: number; endsAt?: number }): Terms {
  const { inForceFrom, provisionalFrom, endsAt } = times;
  return { ...base, accord: base.accord && { ...base.accord, inForceFrom, provisionalFrom, endsAt } };
}

test("an article applies from the entry into force to the end, the first instant included and the last not", () => {
  const accord = terms({ inForceFrom: day, endsAt: 3 * day });
  expect([day - 1, day, 3 * day - 1, 3 * day].map((at) => articleApplies(accord, one, at))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("an article of the provisional list applies earlier, and the others wait", () => {
  const accord = terms({ provisionalFrom: day, inForceFrom: 2 * day });
  expect([0, day, 2 * day].map((at) => articleApplies(accord, two, at))).toEqual([false, true, true]);
  expect([0, day, 2 * day].map((at) => articleApplies(accord, one, at))).toEqual([false, false, true]);
  expect(articleApplies(terms({ provisionalFrom: day, endsAt: 2 * day }), two, 2 * day)).toBe(false);
});

test("no article applies that the text does not have, nor any without an accord", () => {
  expect(articleApplies(terms({ inForceFrom: 0 }), "9" as ArticleNumber, day)).toBe(false);
  expect(articleApplies({ ...base, accord: undefined }, one, day)).toBe(false);
  expect(articleApplies(terms({}), one, day)).toBe(false);
});

test("each side has its calendar, and asking for another's is a fault", () => {
  expect(calendarOf(base, israel).zone).toBe("Asia/Jerusalem");
  expect(() => calendarOf(base, "FR" as PartyCode)).toThrow("No calendar for FR.");
});
