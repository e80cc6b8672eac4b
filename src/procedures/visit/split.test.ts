import fc from "fast-check";
import { expect, test } from "vitest";
import { isOverLimits, partCount, splitRequest, visitDays } from "./split.ts";

const numbered = (count: number) => Array.from({ length: count }, (_, i) => ({ number: i + 1 }));
const coded = (count: number) => Array.from({ length: count }, (_, i) => ({ code: `s${i + 1}` }));
const limits = { visitors: 30, sites: 30, days: 365 };

test("a request within the limits is one part", () => {
  const request = { visitors: numbered(30), sites: coded(30), from: "2022-01-01", until: "2022-12-31" };
  expect(isOverLimits(request, limits)).toBe(false);
  expect(splitRequest(request, limits)).toHaveLength(1);
});

test("31 visitors to 31 sites are four parts at 30 and 30", () => {
  const request = { visitors: numbered(31), sites: coded(31), from: "2022-01-01", until: "2022-01-02" };
  expect(isOverLimits(request, limits)).toBe(true);
  const parts = splitRequest(request, limits);
  expect(parts.map((part) => [part.visitors.length, part.sites.length])).toEqual([
    [30, 30],
    [1, 30],
    [30, 1],
    [1, 1],
  ]);
});

test("366 days are two parts that follow each other without a gap", () => {
  const request = { visitors: numbered(1), sites: coded(1), from: "2022-01-01", until: "2023-01-01" };
  expect(visitDays(request)).toBe(366);
  expect(splitRequest(request, limits).map(({ from, until }) => `${from} ${until}`)).toEqual([
    "2022-01-01 2022-12-31",
    "2023-01-01 2023-01-01",
  ]);
});

test("every visitor can go to every site on every day, in exactly one part, and each part is within the limits", () => {
  const sizes = fc.record({
    visitors: fc.integer({ min: 1, max: 12 }),
    sites: fc.integer({ min: 1, max: 8 }),
    days: fc.integer({ min: 1, max: 20 }),
    most: fc.record({
      visitors: fc.integer({ min: 1, max: 5 }),
      sites: fc.integer({ min: 1, max: 5 }),
      days: fc.integer({ min: 1, max: 9 }),
    }),
  });
  fc.assert(
    fc.property(sizes, ({ visitors, sites, days, most }) => {
      const from = Temporal.PlainDate.from("2022-02-20");
      const until = from.add({ days: days - 1 }).toString();
      const request = { visitors: numbered(visitors), sites: coded(sites), from: from.toString(), until };
      const parts = splitRequest(request, most);
      expect(parts).toHaveLength(partCount(request, most));
      const seen = new Set<string>();
      for (const part of parts) {
        expect(
          isOverLimits(
            {
              ...part,
              visitors: part.visitors.map((number) => ({ number })),
              sites: part.sites.map((code) => ({ code })),
            },
            most,
          ),
        ).toBe(false);
        for (let day = Temporal.PlainDate.from(part.from); day.toString() <= part.until; day = day.add({ days: 1 }))
          for (const visitor of part.visitors) for (const site of part.sites) seen.add(`${day} ${visitor} ${site}`);
      }
      expect(seen.size).toBe(visitors * sites * days);
      const shares = parts.map((part) => part.visitors.length * part.sites.length * visitDays(part));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(visitors * sites * days);
    }),
  );
});
