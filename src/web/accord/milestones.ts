// The way of an instrument, by side: when each agreed the text, initialled, signed and notified, from the acts that
// did. An act without effect is none of these.

import type { ActSummary } from "../../api/index.ts";

export const milestones = ["text", "initials", "signature", "note"] as const;
export type Milestone = (typeof milestones)[number];

const steps: Readonly<Record<Milestone, string>> = {
  text: "freezeText",
  initials: "initial",
  signature: "sign",
  note: "notifyCompletion",
};

/** The last act of a side that reached a milestone; undefined while it has not. */
export function reached(
  acts: readonly ActSummary[],
  at: { readonly party: string; readonly milestone: Milestone },
): ActSummary | undefined {
  return acts.findLast(
    (act) => act.party === at.party && act.step === steps[at.milestone] && act.outcome.kind === "effective",
  );
}
