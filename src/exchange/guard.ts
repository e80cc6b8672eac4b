// Whether this side may sign anything now. The node asks before it signs an act, a checkpoint or a cosignature.

import { type Refusal, refuse } from "../base/index.ts";
import type { LinkCondition } from "./port.ts";

/**
 * Undefined when signing is allowed; otherwise `exchange.recovering` or `exchange.linkStopped`, and nothing may be
 * signed.
 */
export function signingGuard(condition: LinkCondition): Refusal | undefined {
  if (condition.stopped !== undefined) return refuse("exchange.linkStopped", { code: condition.stopped });
  // A node restored from a backup has forgotten what it signed last. One signature more at a size it had already
  // signed would be a fork, for ever.
  if (condition.recovering) return refuse("exchange.recovering");
  return undefined;
}
