import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../base/index.ts";
import {
  epochMs,
  instantText,
  isAccordId,
  isActId,
  isArticleNumber,
  isFunctionCode,
  isInstantText,
  isLanguageCode,
  isPartyCode,
  isProcedureId,
  isServiceCode,
  isZoneName,
} from "./names.ts";

const cases: readonly {
  readonly name: string;
  readonly is: (text: string) => boolean;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}[] = [
  { name: "party", is: isPartyCode, yes: ["MA", "IL", "NATO1"], no: ["", "M", "ma", "M-A", "MA ", "1A", "ABCDEFGHI"] },
  {
    name: "service",
    is: isServiceCode,
    yes: ["mod", "registry", "dgmn-2"],
    no: ["", "m", "Mod", "mod-", "-mod", "mod--x", "2mod", "a".repeat(41)],
  },
  { name: "function", is: isFunctionCode, yes: ["head-of-protocol"], no: ["x", "Head", "head of protocol"] },
  {
    name: "accord",
    is: isAccordId,
    yes: ["0".repeat(32)],
    no: ["0".repeat(31), "A".repeat(32), `${"0".repeat(32)}\n`],
  },
  {
    name: "act id",
    is: isActId,
    yes: ["017d53a8-0000-7000-8000-000000000001", "ffffffff-ffff-7fff-bfff-ffffffffffff"],
    no: [
      "017d53a8-0000-4000-8000-000000000001",
      "017d53a8-0000-7000-c000-000000000001",
      "017D53A8-0000-7000-8000-000000000001",
      "017d53a8000070008000000000000001",
      "{017d53a8-0000-7000-8000-000000000001}",
    ],
  },
  {
    name: "article",
    is: isArticleNumber,
    yes: ["1", "12a", "6.2", "9999z.999"],
    no: ["0", "01", "a", "6.", "6.0", "6.2.1", "12A", "6 "],
  },
  {
    name: "procedure",
    is: isProcedureId,
    yes: ["visit/1", "accord/999"],
    no: ["visit", "visit/0", "visit/01", "Visit/1"],
  },
  { name: "language", is: isLanguageCode, yes: ["fr", "ary"], no: ["f", "FR", "fr-MA", "__proto__"] },
  {
    name: "zone",
    is: isZoneName,
    yes: ["Africa/Casablanca", "Asia/Jerusalem", "America/Argentina/Salta", "UTC"],
    no: ["+01:00", "-02:00", "Z", "Africa/Nowhere", "africa/casablanca", "AFRICA/CASABLANCA", "", "Asia/../UTC"],
  },
];

for (const { name, is, yes, no } of cases)
  test(`the form of a ${name} is narrow`, () => {
    expect(yes.filter((text) => !is(text))).toEqual([]);
    expect(no.filter((text) => is(text))).toEqual([]);
  });

test("instants that do not exist, or that no accord can mean, are not instants", () => {
  const no = [
    "2022-02-30T00:00:00Z",
    "2022-02-29T00:00:00Z",
    "2100-02-29T00:00:00Z",
    "2022-04-31T00:00:00Z",
    "2022-13-01T00:00:00Z",
    "2022-00-10T00:00:00Z",
    "2022-01-00T00:00:00Z",
    "2016-12-31T23:59:60Z",
    "2022-01-01T24:00:00Z",
    "2022-01-01T00:60:00Z",
    "1999-12-31T23:59:59Z",
    "2200-01-01T00:00:00Z",
    "2022-01-01T00:00:00.000Z",
    "2022-01-01T00:00:00+01:00",
    "2022-01-01T00:00:00",
    "2022-01-01 00:00:00Z",
    "2022-1-1T00:00:00Z",
    "+002022-01-01T00:00:00Z",
  ];
  expect(no.filter((text) => isInstantText(text))).toEqual([]);
  const yes = ["2000-01-01T00:00:00Z", "2199-12-31T23:59:59Z", "2024-02-29T12:00:00Z", "2021-11-24T14:30:00Z"];
  expect(yes.filter((text) => !isInstantText(text))).toEqual([]);
});

test("an instant is cut to the second, and refused outside the years 2000 to 2199", () => {
  expect(instantText(Date.UTC(2021, 10, 24, 14, 30, 0, 999))).toBe("2021-11-24T14:30:00Z");
  for (const ms of [-1, Date.UTC(2000, 0, 1) - 1, Date.UTC(2200, 0, 1), Number.NaN, 9e15, Number.POSITIVE_INFINITY])
    expect(instantText(ms)).toMatchObject({ kind: "refused", code: "acts.absurdInstant" });
});

test("law: writing an instant and reading it gives the same second", () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2200, 0, 1) / 1000 - 1 }), (second) => {
      const text = instantText(second * 1000);
      if (isRefusal(text)) throw new TypeError("refused");
      expect(isInstantText(text)).toBe(true);
      expect(epochMs(text)).toBe(second * 1000);
    }),
  );
});
