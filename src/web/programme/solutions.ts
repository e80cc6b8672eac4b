// What is said of a clash and of each way out of it: figures for the words, none of the words. The ways themselves are
// the procedure's proposals.

import {
  type Change,
  type Engagement,
  instantOf,
  type Proposal,
  type ProposalKind,
  proposals,
  type Slack,
} from "../../procedures/index.ts";

/** A clash in figures. Instants are milliseconds since 1970. */
export interface ClashFigures {
  readonly from: Engagement;
  readonly to: Engagement;
  /** Minutes the movement takes, as far as entered; what lies between the end of the one and the start of the other. */
  readonly movement: number;
  readonly left: number;
  readonly missing: number;
  /** When the second can begin. */
  readonly arrives: number;
}

export interface Solution {
  readonly kind: ProposalKind;
  readonly changes: readonly Change[];
  /** The line that changes, as it would be. */
  readonly line: Engagement;
  /** When the movement to it must leave; undefined when none was entered. */
  readonly leaves: number | undefined;
  /** Minutes left on the stretch that clashed; undefined where a figure was not entered. */
  readonly margin: number | undefined;
  /** Clashes there would still be. */
  readonly clashes: number;
}

export function clashFigures(engagements: readonly Engagement[], clash: Slack): ClashFigures | undefined {
  const [from, to] = [find(engagements, clash.from), find(engagements, clash.to)];
  const [start, end] = [from && instantOf(from.start), to && instantOf(to.start)];
  if (!from || !to || start === undefined || end === undefined || clash.atMost === undefined) return undefined;
  const missing = -clash.atMost;
  const movement = to.movement?.minutes ?? 0;
  return { from, to, movement, left: movement - missing, missing, arrives: end + missing * 60_000 };
}

/** In the order in which they are offered: what leaves no clash comes first. */
export function solutionsOf(engagements: readonly Engagement[], clash: Slack): Solution[] {
  return proposals(engagements, clash).flatMap((one) => solution(engagements, { proposal: one, clash }));
}

function solution(engagements: readonly Engagement[], of: { proposal: Proposal; clash: Slack }): Solution[] {
  const { proposal, clash } = of;
  const [change] = proposal.changes;
  if (change?.kind !== "set") return [];
  const before = find(engagements, change.engagement);
  if (!before) return [];
  const line: Engagement = {
    ...before,
    ...(change.set.start ? { start: change.set.start } : {}),
    ...(change.set.minutes === undefined ? {} : { minutes: change.set.minutes }),
  };
  const starts = instantOf(line.start);
  const road = line.movement?.minutes;
  return [
    {
      kind: proposal.kind,
      changes: proposal.changes,
      line,
      leaves: starts === undefined || road === undefined ? undefined : starts - road * 60_000,
      margin: proposal.slacks.find((one) => one.from === clash.from && one.to === clash.to)?.slack,
      clashes: proposal.clashes.length,
    },
  ];
}

const find = (engagements: readonly Engagement[], id: string): Engagement | undefined =>
  engagements.find((one) => one.id === id);
