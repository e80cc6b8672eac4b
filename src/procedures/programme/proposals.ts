// What can be done about a clash, each as a ready-made set of changes with what it would leave: nobody should have to
// work it out on the telephone, and nobody need take a proposal.

import { isRefusal } from "../../base/index.ts";
import { applyChanges, type Change } from "./changes.ts";
import { type Engagement, shifted } from "./engagement.ts";
import { clashesOf, type Slack, slackOf } from "./slack.ts";

export type ProposalKind = "shorten" | "startEarlier" | "moveLater";

export interface Proposal {
  readonly kind: ProposalKind;
  readonly changes: readonly Change[];
  /** The clashes that would be left, this one or others it would make. */
  readonly clashes: readonly Slack[];
  /** All pairs after the changes. */
  readonly slacks: readonly Slack[];
}

/**
 * The solutions of a clash: shorten the first engagement, start it earlier, or move the second later, each by exactly
 * what is missing. One that leaves no clash comes before one that does. None for a pair that does not clash.
 */
export function proposals(engagements: readonly Engagement[], clash: Pick<Slack, "from" | "to">): Proposal[] {
  const pair = slackOf(engagements).find((one) => one.from === clash.from && one.to === clash.to);
  const first = engagements.find((one) => one.id === clash.from);
  const second = engagements.find((one) => one.id === clash.to);
  if (!pair?.clash || pair.atMost === undefined || !first || !second) return [];
  const missing = -pair.atMost;
  const earlier = shifted(first.start, -missing);
  const later = shifted(second.start, missing);
  const candidates: { kind: ProposalKind; change: Change }[] = [];
  if (first.minutes !== undefined && first.minutes > missing)
    candidates.push({ kind: "shorten", change: changed(first, { minutes: first.minutes - missing }) });
  if (earlier) candidates.push({ kind: "startEarlier", change: changed(first, { start: earlier }) });
  if (later) candidates.push({ kind: "moveLater", change: changed(second, { start: later }) });
  return candidates
    .flatMap(({ kind, change }) => proposal(engagements, { kind, changes: [change] }))
    .sort((a, b) => a.clashes.length - b.clashes.length);
}

function changed(engagement: Engagement, set: Extract<Change, { kind: "set" }>["set"]): Change {
  return { kind: "set", engagement: engagement.id, set };
}

function proposal(
  engagements: readonly Engagement[],
  given: { kind: ProposalKind; changes: readonly Change[] },
): Proposal[] {
  const after = applyChanges(engagements, given.changes);
  return isRefusal(after) ? [] : [{ ...given, clashes: clashesOf(after), slacks: slackOf(after) }];
}
