// Codes by which catalogues name what is bought and who makes it: NATO stock numbers (ACodP-1), NATO codes of companies
// (NCAGE), and the Common Procurement Vocabulary of the European Union (regulation 213/2008) with its check digit.
//
// Only the form is judged: whether a code is in a catalogue is the catalogue's to say.

import { z } from "../base/index.ts";

/** Class (4), codification bureau (2), item (7), of which only the first may be a letter. */
const nsnPattern = /^[0-9]{4}-?[0-9]{2}-?[0-9A-Z][0-9]{2}-?[0-9]{4}$/;

/** Five characters without I and O, which are too like 1 and 0. */
const ncagePattern = /^[0-9A-HJ-NP-Z]{5}$/;

const cpvPattern = /^[0-9]{8}-[0-9]$/;

/** 13 characters, hyphens between the groups or none. */
export const nsn = z.string().max(16).regex(nsnPattern, "a NATO stock number, 13 characters");
export const ncage = z.string().max(5).regex(ncagePattern, "an NCAGE code, five characters without I and O");
export const cpv = z
  .string()
  .max(10)
  .regex(cpvPattern, "a CPV code with its check digit")
  .refine(isCpv, "a CPV code whose check digit is right");

/** The nine characters by which an item is known, whatever class it stands in: NCB and seven more. */
export function niinOf(text: string): string {
  return text.replaceAll("-", "").slice(4);
}

const weights = [3, 7, 1, 3, 7, 1, 3, 7];
/**
 * Parts of the vocabulary of 2008 that were published with check digits against the rule (OP-TED/ePO, discussion 589):
 * there the digit proves nothing, and a published code must not be refused.
 */
const publishedOtherwise = ["03", "09", "37442"];

/** Whether the check digit is that of the eight digits: weights 3, 7, 1 in turn, modulo ten. */
export function isCpv(text: string): boolean {
  if (!cpvPattern.test(text)) return false;
  if (publishedOtherwise.some((part) => text.startsWith(part))) return true;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return sum % 10 === Number(text[9]);
}
