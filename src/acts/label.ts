// The label of an act: classification, releasability and caveats in the terms of ADatP-4774 (Edition A), as JSON. The
// XML form and the equivalence of two national policies belong to the documents and channels; here stand the grammar,
// the order of levels that the founding fixes, and the cap.

import { type Refusal, refuse, z } from "../base/index.ts";
import { isLanguageCode, isPartyCode, type LanguageCode, type PartyCode } from "./names.ts";

const word = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

export const labelSchema = z
  .strictObject({
    /** The policy whose levels are meant (PolicyIdentifier). */
    policy: z.string().min(1).max(64),
    /** A level of that policy, by its code. */
    classification: word,
    /** The parties it may be released to (a PERMISSIVE category "Releasable To"): sorted, each once. */
    releasableTo: z.array(z.string().refine(isPartyCode)).min(1).max(8),
    /** Special-handling caveats (RESTRICTIVE categories), sorted, each once. */
    caveats: z.array(word).min(1).max(16).optional(),
  })
  .refine((label) => sortedOnce(label.releasableTo) && (!label.caveats || sortedOnce(label.caveats)), {
    message: "releasableTo and caveats are sorted and name each value once",
  });

export type Label = {
  readonly policy: string;
  readonly classification: string;
  readonly releasableTo: readonly PartyCode[];
  readonly caveats?: readonly string[];
};

/** The ordered levels of one policy; names in each language come from here and never from a translation. */
export const labelPolicySchema = z.strictObject({
  policy: z.string().min(1).max(64),
  /** From the lowest to the highest. */
  levels: z
    .array(
      z.strictObject({
        code: word,
        names: z.record(z.string().refine(isLanguageCode), z.string().min(1).max(80)),
      }),
    )
    .min(1)
    .max(12)
    .refine((levels) => new Set(levels.map((level) => level.code)).size === levels.length, "each level once"),
});

export type LabelPolicy = {
  readonly policy: string;
  readonly levels: readonly { readonly code: string; readonly names: Readonly<Record<LanguageCode, string>> }[];
};

function sortedOnce(values: readonly string[]): boolean {
  return values.every((value, i) => i === 0 || (values[i - 1] ?? "") < value);
}

/** The rank of a level in its policy, 0 for the lowest; refused when the policy does not know it. */
export function levelOf(policy: LabelPolicy, label: Pick<Label, "policy" | "classification">): number | Refusal {
  if (label.policy !== policy.policy)
    return refuse("acts.otherLabelPolicy", { got: label.policy, expected: policy.policy });
  const rank = policy.levels.findIndex((level) => level.code === label.classification);
  if (rank >= 0) return rank;
  return refuse("acts.unknownLevel", {
    got: label.classification,
    policy: policy.policy,
    levels: policy.levels.map((level) => level.code),
  });
}

/** Undefined when the label may pass under the cap and is releasable to every party named; else why not. */
export function checkLabel(input: {
  policy: LabelPolicy;
  label: Label;
  cap: string;
  parties: readonly PartyCode[];
}): Refusal | undefined {
  const level = levelOf(input.policy, input.label);
  if (typeof level !== "number") return level;
  const cap = levelOf(input.policy, { policy: input.policy.policy, classification: input.cap });
  if (typeof cap !== "number") return cap;
  if (level > cap) return refuse("acts.labelAboveCap", { got: input.label.classification, cap: input.cap });
  const missing = input.parties.filter((party) => !input.label.releasableTo.includes(party));
  if (missing.length > 0)
    return refuse("acts.notReleasable", { to: missing, releasableTo: [...input.label.releasableTo] });
  return undefined;
}
