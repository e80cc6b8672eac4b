// The forms of an offset obligation: what a supplier owes in return for an order, the projects by which it is met, the
// yearly claims of credit, and the guarantee. The types are those of the United States' offset reporting rule (15 CFR
// part 701). Schemas only.

import { z } from "../../base/index.ts";
import { day, digestText, dossier, names, note, reason, reasonsOf, reference } from "../forms.ts";
import { company, number } from "../goods.ts";
import { amount, currency, factor, fits } from "../money.ts";

export const offsetTypes = [
  "coproduction",
  "licensedProduction",
  "subcontracting",
  "technologyTransfer",
  "purchasing",
  "training",
  "investment",
] as const;
export type OffsetType = (typeof offsetTypes)[number];

export const obligationBody = z
  .strictObject({
    titles: names,
    reference,
    /** The case in return for which it is owed. */
    case: dossier.optional(),
    supplier: company,
    currency,
    obligation: amount,
    /** Of the order's value, in per cent. */
    share: factor.optional(),
    from: day,
    until: day,
    /** Of what is missing at the end, in per cent. */
    penalty: factor,
    guarantee: amount,
    /** The most by which a project's actual value may be multiplied, by type; one where a type is not named. */
    multipliers: z
      .array(z.strictObject({ type: z.enum(offsetTypes), most: factor }))
      .max(offsetTypes.length)
      .refine((list) => new Set(list.map(({ type }) => type)).size === list.length, "each type once"),
  })
  .refine(
    ({ currency: code, obligation, guarantee }) =>
      [obligation, guarantee].every((one) => fits({ amount: one, currency: code })),
    "no more decimals than the currency has",
  );

export const agreeBody = z.strictObject({ obligation: digestText });

const project = { project: number } as const;
export const proposeProjectBody = z.strictObject({
  ...project,
  titles: names,
  type: z.enum(offsetTypes),
  /** Who receives the work, the knowledge or the order. */
  partner: company,
  planned: amount,
  multiplier: factor,
  until: day,
});
export const approveProjectBody = z.strictObject({ ...project, multiplier: factor });
export const projectReasons = ["notNew", "noBenefit", "value", "multiplier", "partner", "other"] as const;
export const rejectProjectBody = z.strictObject({ ...project, reasons: reasonsOf(projectReasons) });
/** All that has been performed of the project until now. */
export const performanceBody = z.strictObject({ ...project, performed: amount, until: day, note: note.optional() });

export const claimBody = z.strictObject({
  claim: number,
  ...project,
  year: z.number().int().min(2000).max(2198),
  amount,
});
export const claimReasons = ["notPerformed", "notDocumented", "alreadyClaimed", "value", "other"] as const;
export const decideClaimBody = z.strictObject({
  claim: number,
  /** Of what is claimed: all of it, a part, or "0". */
  accepted: amount,
  reasons: reasonsOf(claimReasons).optional(),
});
export const withdrawClaimBody = z.strictObject({ claim: number, reason });

export const guaranteeBody = z.strictObject({ amount });
export const extendBody = z.strictObject({ until: day, reason });
export const penaltyBody = z.strictObject({ amount, reason });
export const reasonBody = z.strictObject({ reason });
export const noteBody = z.strictObject({ note: note.optional() });
