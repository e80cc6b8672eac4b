import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { morocco } from "../testing/walk.ts";
import { type AccordWalk, accordUpTo } from "./testing/story.ts";

const at = "2021-11-24T15:00:00Z";
const article = (number: string, words: string): JsonObject => ({ number, title: "T", paragraphs: [words] });
const anyArticles = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc.string({ minLength: 1, maxLength: 9 }).map((words) => article(String(number), words)),
      ),
    ),
  );

function table(walk: AccordWalk, body: JsonObject): void {
  walk.must({ side: morocco, step: "tableVersion", body: { version: 1, language: "fr", title: "T", ...body }, at });
}

const digestOf = (walk: AccordWalk): string | undefined => walk.data.draft?.texts.fr?.digest;

test("law: a text has one digest, in however many parts and whatever order of articles it was tabled", () => {
  fc.assert(
    fc.property(anyArticles, fc.integer({ min: 1, max: 4 }), (articles, of) => {
      const whole = accordUpTo("negotiation");
      table(whole, { basis: "whole", articles: [...articles].reverse() });
      const parts = accordUpTo("negotiation");
      for (let number = 1; number <= of; number++)
        table(parts, {
          basis: "whole",
          part: { number, of },
          articles: articles.filter((_, i) => i % of === number - 1),
        });
      expect(digestOf(parts)).toBe(digestOf(whole));
      expect(digestOf(whole)).toMatch(/^sha256:/);
    }),
    { numRuns: 30 },
  );
});

test("law: a version made of changes is the same text as the version tabled whole", () => {
  fc.assert(
    fc.property(anyArticles, anyArticles, (before, after) => {
      const whole = accordUpTo("negotiation");
      table(whole, { basis: "whole", articles: after });
      const changed = accordUpTo("negotiation");
      table(changed, { basis: "whole", articles: before });
      const removes = before
        .map((one) => String(one.number))
        .filter((number) => !after.some((one) => one.number === number));
      table(changed, { basis: "changes", version: 2, articles: after, removes });
      expect(digestOf(changed)).toBe(digestOf(whole));
    }),
    { numRuns: 30 },
  );
});

test("law: another word is another digest", () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const one = accordUpTo("negotiation");
      table(one, { basis: "whole", articles });
      const other = accordUpTo("negotiation");
      table(other, {
        basis: "whole",
        articles: articles.map((each, i) => (i === 0 ? { ...each, title: "Other" } : each)),
      });
      expect(digestOf(other)).not.toBe(digestOf(one));
    }),
    { numRuns: 30 },
  );
});
