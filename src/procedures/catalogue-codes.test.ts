import fc from "fast-check";
import { expect, test } from "vitest";
import { cpv, isCpv, ncage, niinOf, nsn } from "./catalogue-codes.ts";

// As published in regulation (EC) 213/2008.
const published = [
  "03000000-1", "03222311-6", "03300000-2", "09132100-4", "14212320-9", "14752000-7", "35740000-3", "35811300-5",
  "35821000-5", "37411160-1", "37414000-3", "37442200-8", "39157000-7", "39160000-1", "44211000-2", "48217100-3",
]; // biome-ignore format: a list

test("every published code is accepted, with the check digits that were published against the rule", () => {
  expect(published.filter((code) => !isCpv(code))).toEqual([]);
});

test("law: one digit written wrong is found", () => {
  const code = fc.constantFrom(...published.filter((one) => !/^0[39]|^37442/.test(one)));
  fc.assert(
    fc.property(code, fc.nat(7), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
      const digit = (Number(text[at]) + by) % 10;
      const other = text.slice(0, at) + digit + text.slice(at + 1);
      // Every weight has an inverse modulo ten. In the parts published otherwise no digit proves anything.
      expect(isCpv(other)).toBe(/^0[39]|^37442/.test(other));
    }),
  );
});

test("a code without its check digit, or of another length, is refused", () => {
  for (const text of ["35740000", "35740000-4", "3574000-3", "357400000-3", ""])
    expect(cpv.safeParse(text).success).toBe(false);
});

test("a stock number has thirteen characters, and only its seventh may be a letter", () => {
  for (const text of ["7360-15-123-4567", "7360151234567", "8340-31-A12-3456"])
    expect(nsn.safeParse(text).success).toBe(true);
  for (const text of ["7360-15-123-456", "736A-15-123-4567", "7360-15-1A3-4567", "7360/15/123/4567"])
    expect(nsn.safeParse(text).success).toBe(false);
  expect(niinOf("7360-15-123-4567")).toBe("151234567");
});

test("a company's code has five characters without I and O", () => {
  for (const text of ["1A2B3", "K0123", "0123A", "SB123"]) expect(ncage.safeParse(text).success).toBe(true);
  for (const text of ["1A2B", "1A2B34", "IA2B3", "1O2B3", "1a2b3"]) expect(ncage.safeParse(text).success).toBe(false);
});
