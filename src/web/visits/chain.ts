// The versions of what is asked, as the dossier's acts made them: the request, its corrections, the amendments to what
// was approved. What each of them says stands in its act.

import type { ActSummary } from "../../api/index.ts";

/** Steps that ask for something new. */
const asking = {
  draft: "request",
  redraft: "redraft",
  correct: "correction",
  openEmergency: "emergency",
  writeUp: "writeUp",
  draftAmendment: "amendment",
  correctAmendment: "amendmentCorrection",
} as const;
type AskingStep = keyof typeof asking;
export type LinkKind = (typeof asking)[AskingStep];

/** What became of a version, by the steps that follow it before the next. */
const following = {
  certify: "certified",
  endorse: "endorsed",
  transmit: "transmitted",
  receive: "received",
  returnIncomplete: "returned",
  notify: "notified",
  confirmEmergency: "confirmed",
  dropAmendment: "dropped",
  cancel: "cancelled",
} as const;
type FollowingStep = keyof typeof following;
export type LinkMark = (typeof following)[FollowingStep];

export interface ChainLink {
  readonly kind: LinkKind;
  readonly act: ActSummary;
  /** In the order in which they came. */
  readonly marks: readonly { readonly mark: LinkMark; readonly act: ActSummary }[];
}

/** The oldest first. Acts without effect asked for nothing. */
export function chainOf(acts: readonly ActSummary[]): ChainLink[] {
  const chain: { kind: LinkKind; act: ActSummary; marks: { mark: LinkMark; act: ActSummary }[] }[] = [];
  for (const act of acts) {
    if (act.outcome.kind !== "effective") continue;
    if (isAsking(act.step)) chain.push({ kind: asking[act.step], act, marks: [] });
    else if (isFollowing(act.step)) chain.at(-1)?.marks.push({ mark: following[act.step], act });
  }
  return chain;
}

function isAsking(step: string): step is AskingStep {
  return Object.hasOwn(asking, step);
}

function isFollowing(step: string): step is FollowingStep {
  return Object.hasOwn(following, step);
}
