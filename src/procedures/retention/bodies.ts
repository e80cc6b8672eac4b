// The forms of retention: what a side erases of the sealed bytes it holds, by which rule, and what it keeps for a
// reason. Digests only: which document it was, the register knows.

import { z } from "../../base/index.ts";
import { digests, dossier, instant, reason } from "../forms.ts";

const rule = z.strictObject({
  /** The rule's name in the side's own configuration. */
  name: z.string().regex(/^[a-z][a-zA-Z0-9.-]{1,59}$/),
  /** Days after the dossier's end; absent where another ground than time is given. */
  days: z.number().int().min(0).max(36_500).optional(),
});

export const eraseBody = z.strictObject({
  documents: digests,
  rule,
  /** The dossier that has carried them, and when it came to its end. */
  dossier: dossier.optional(),
  endedAt: instant.optional(),
});

export const holdBody = z.strictObject({
  documents: digests,
  reason,
  /** Absent: until lifted. */
  until: instant.optional(),
  dossier: dossier.optional(),
});
export const liftBody = z.strictObject({ reason });
export const extendBody = z.strictObject({ reason, until: instant.optional() });
