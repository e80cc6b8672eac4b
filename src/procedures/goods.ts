// What the forms of procurement share: companies, lines of goods by catalogue codes, quantities. Goods are named by
// codes and plain names; how they are made or used is told nowhere.

import { z } from "../base/index.ts";
import { cpv, ncage, nsn } from "./catalogue-codes.ts";
import { names } from "./forms.ts";

/** Stays with a line for ever: consignments, certificates and claims name it. */
export const lineId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,19}$/, "lowercase letters, digits and hyphens");

/** A side's own number of one thing within a dossier, such as a consignment or an invoice. */
export const number = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9][A-Za-z0-9./_-]{0,39}$/, "letters, digits and . / _ -");

/** Whole units only: what is bought by weight or length is counted in a unit that is whole. */
export const quantity = z.number().int().min(1).max(1_000_000_000);

export const units = ["each", "set", "kit", "lot", "kilogram", "litre", "metre", "hour", "day", "month"] as const;

export const company = z.strictObject({
  name: z.string().min(1).max(200),
  ncage: ncage.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2,3}$/)
    .optional(),
});

/** What every line of goods has, whatever is asked, offered or certified of it. */
export const goodsShape = {
  id: lineId,
  names,
  nsn: nsn.optional(),
  cpv: cpv.optional(),
  quantity,
  unit: z.enum(units),
};

/** Each line once. */
export const onceById = (lines: readonly { readonly id: string }[]): boolean =>
  new Set(lines.map(({ id }) => id)).size === lines.length;

/** Quantities of lines, each line once. */
export const quantities = z
  .array(z.strictObject({ line: lineId, quantity }))
  .min(1)
  .max(200)
  .refine((list) => new Set(list.map(({ line }) => line)).size === list.length, "each line once");
export type Quantities = z.infer<typeof quantities>;
