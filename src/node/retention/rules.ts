// How long a side keeps sealed documents after their dossier has come to its end: rules in its own configuration, by
// kind of dossier, level and caveat. Pure: what is due, not what is done about it.

import type { Label } from "../../acts/index.ts";
import { z } from "../../base/index.ts";

export const retentionRuleSchema = z.strictObject({
  /** Named in the act that erases: both sides read it. */
  name: z.string().regex(/^[a-z][a-zA-Z0-9.-]{1,59}$/),
  /** The dossier's procedure, without its version; any when absent. */
  procedure: z
    .string()
    .regex(/^[a-z][a-z-]{1,38}$/)
    .optional(),
  /** A level of the accord's policy; any when absent. */
  level: z.string().max(40).optional(),
  /** A caveat the document bears, such as personal-data; any document when absent. */
  caveat: z.string().max(40).optional(),
  /** After the dossier's end. */
  days: z.number().int().min(0).max(36_500),
});

export type RetentionRule = z.infer<typeof retentionRuleSchema>;

/** Each rule under a name of its own. */
export const retentionRulesSchema = z
  .array(retentionRuleSchema)
  .max(100)
  .refine((rules) => new Set(rules.map((rule) => rule.name)).size === rules.length, "two rules have one name");

export interface Kept {
  readonly procedure: string;
  /** Its level in the accord's policy; undefined where no table of equivalence says what it is. */
  readonly level: string | undefined;
  readonly caveats: Label["caveats"];
  /** When its dossier came to its end, milliseconds since 1970. */
  readonly endedAt: number;
}

export interface DueBy {
  readonly rule: RetentionRule;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const dayMs = 86_400_000;

/**
 * When it is due, by the rule that asks for it first: personal data kept shorter go by the shorter rule. Undefined when
 * no rule fits: then it is kept.
 */
export function dueBy(rules: readonly RetentionRule[], kept: Kept): DueBy | undefined {
  const fitting = rules.filter(
    ({ procedure, level, caveat }) =>
      (procedure === undefined || procedure === kept.procedure) &&
      (level === undefined || level === kept.level) &&
      (caveat === undefined || (kept.caveats ?? []).includes(caveat)),
  );
  const [first] = fitting.toSorted((a, b) => a.days - b.days);
  return first && { rule: first, at: kept.endedAt + first.days * dayMs };
}
