// Refusals that come back as text: those the store keeps, and those the other side's node names. A code that this
// version does not know is shown all the same, by name: it was made by a newer one.

import { type Refusal, type RefusalCode, type RefusalDetails, refusalWords, refuse, z } from "../base/index.ts";

const detailsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

/** A refusal as the store keeps it: `details` is JSON. */
export function keptRefusal(kept: { readonly code: string; readonly details: string }): Refusal {
  return toldRefusal({ code: kept.code, details: detailsIn(kept.details) ?? { text: kept.details } });
}

/** A refusal by a code that may be none of ours. */
export function toldRefusal(told: { readonly code: string; readonly details: RefusalDetails }): Refusal {
  if (isRefusalCode(told.code)) return refuse(told.code, told.details);
  return refuse("node.unknownRefusal", { code: told.code, details: JSON.stringify(told.details) });
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusalWords, code);
}

function detailsIn(text: string): RefusalDetails | undefined {
  try {
    const parsed = detailsSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
