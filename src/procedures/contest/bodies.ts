// The forms of a contest: which leaf of the other side cannot take effect and why, and the other side's answer.

import { isActId, isPartyCode } from "../../acts/index.ts";
import { z } from "../../base/index.ts";

const value = z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(2000)).max(200)]);

export const contestBody = z.strictObject({
  party: z.string().max(8).refine(isPartyCode, "a party's code"),
  /** Index of the leaf in that party's register. */
  index: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  /** SHA-256 of the leaf's bytes. */
  leaf: z.string().regex(/^sha256:[0-9a-f]{64}$/, "sha256: and 64 hexadecimal digits"),
  /** The refusal: its code and the details its words need. A newer node may refuse what this one has no words for. */
  code: z.string().regex(/^[a-z]+\.[a-z][A-Za-z0-9]{1,60}$/, "a refusal's code"),
  details: z.record(z.string().max(64), value),
});

export const acknowledgeBody = z.strictObject({ remark: z.string().min(1).max(2000).optional() });

export const explainBody = z.strictObject({
  text: z.string().min(1).max(4000),
  /** The act that was made instead, or that sets it right. */
  correctedBy: z.string().max(64).refine(isActId, "an act's id").optional(),
});
