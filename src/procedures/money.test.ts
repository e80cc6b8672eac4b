import fc from "fast-check";
import { expect, test } from "vitest";
import { amountOf, decimalsOf, fits, isLarger, minorUnits, money, times } from "./money.ts";

test("an amount has no more decimals than its currency, no sign, and no leading zero", () => {
  for (const [amount, currency] of [
    ["1250.50", "MAD"],
    ["0", "ILS"],
    ["7", "JPY"],
    ["1.125", "TND"],
  ])
    expect(money.safeParse({ amount, currency }).success).toBe(true);
  for (const [amount, currency] of [
    ["1250.505", "MAD"],
    ["7.5", "JPY"],
    ["-1", "MAD"],
    ["01", "MAD"],
    ["1,5", "MAD"],
    ["1e3", "MAD"],
    ["1", "ABC"],
  ])
    expect(money.safeParse({ amount, currency }).success).toBe(false);
});

test("law: minor units and text are two forms of one amount", () => {
  const currency = fc.constantFrom("MAD", "ILS", "JPY", "TND", "EUR");
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 13n), currency, (units, code) => {
      const given = { amount: amountOf(units, code), currency: code };
      expect(fits(given)).toBe(true);
      expect(minorUnits(given)).toBe(units);
    }),
  );
  expect(amountOf(5n, "MAD")).toBe("0.05");
  expect(amountOf(-5n, "MAD")).toBe("-0.05");
  expect(minorUnits({ amount: "12.5", currency: "MAD" })).toBe(1250n);
});

test("a factor leaves away what is below a minor unit", () => {
  expect(times(100n, "1.5")).toBe(150n);
  expect(times(333n, "0.5")).toBe(166n);
  expect(times(10n, "3")).toBe(30n);
  expect(isLarger("1.5", "1.49")).toBe(true);
  expect(isLarger("1.50", "1.5")).toBe(false);
  expect(decimalsOf("ABC")).toBeUndefined();
});
