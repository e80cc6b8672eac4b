// Amounts of money as the forms of procedures give them: decimal text with a currency of ISO 4217, never a floating
// number. They are reckoned in whole minor units as bigint, so that nothing is ever rounded unseen.
//
// Not here: exchange between currencies. A dossier is in one currency.

import { z } from "../base/index.ts";

/** Active codes of ISO 4217 for money, by how many decimals the currency has; all others of the list have two. */
const withoutDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ");
const withThree = "BHD IQD JOD KWD LYD OMR TND".split(" ");
const withTwo = (
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC " +
  "CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD " +
  "KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO " +
  "NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL " +
  "THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWG"
).split(" ");

const decimals: ReadonlyMap<string, number> = new Map([
  ...withoutDecimals.map((code): [string, number] => [code, 0]),
  ...withThree.map((code): [string, number] => [code, 3]),
  ...withTwo.map((code): [string, number] => [code, 2]),
]);

/** How many decimals amounts in this currency have; undefined for what is no currency. */
export function decimalsOf(currency: string): number | undefined {
  return decimals.get(currency);
}

const amountPattern = /^(?:0|[1-9][0-9]{0,12})(?:\.[0-9]{1,3})?$/;

/** A three-letter code of ISO 4217. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, "a currency's code of ISO 4217")
  .refine((code) => decimals.has(code), "a currency of ISO 4217");

/** Not negative; a point before the decimals, no other mark. */
export const amount = z.string().max(17).regex(amountPattern, "a decimal amount such as 1250.50");

/** A factor or a share, with two decimals at most. */
export const factor = z
  .string()
  .max(7)
  .regex(/^(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,2})?$/, "a decimal number such as 1.5");

export interface Money {
  readonly amount: string;
  readonly currency: string;
}

export const money = z
  .strictObject({ amount, currency })
  .refine((given) => fits(given), "no more decimals than the currency has");

/** Whether the amount has no more decimals than its currency. */
export function fits(given: Money): boolean {
  const digits = decimals.get(given.currency);
  return digits !== undefined && (given.amount.split(".")[1] ?? "").length <= digits;
}

/** The amount in minor units. The form has seen to it that it fits its currency. */
export function minorUnits(given: Money): bigint {
  return scaled(given.amount, decimals.get(given.currency) ?? 0);
}

/** The amount of so many minor units, with as many decimals as the currency has. */
export function amountOf(units: bigint, code: string): string {
  const digits = decimals.get(code) ?? 0;
  const sign = units < 0n ? "-" : "";
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, "0");
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The amount times a factor of two decimals at most, what is below a minor unit left away. */
export function times(units: bigint, by: string): bigint {
  return (units * scaled(by, 2)) / 100n;
}

/** Whether one factor is larger than another. */
export function isLarger(one: string, other: string): boolean {
  return scaled(one, 2) > scaled(other, 2);
}

function scaled(text: string, digits: number): bigint {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole + part.padEnd(digits, "0"));
}
