// A session of the joint committee on its usual way, step by step, for tests that begin somewhere along it. Morocco is
// the host; functions and texts are invented.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import { type CommitteeData, committeeExamples, committeeProcedure } from "../committee/index.ts";
import type { Terms } from "../terms.ts";
import { israel, morocco, termsWith, testDigest, Walk } from "./walk.ts";

export type CommitteeWalk = Walk<CommitteeData>;

export interface CommitteeMaking {
  readonly side?: PartyCode;
  readonly change?: JsonObject;
  readonly body?: JsonObject;
  readonly at?: string;
  readonly saw?: number;
}

/** Makes a step with its example body, changed as told; by Morocco, on the first day of the session. */
export function makeCommittee(
  walk: CommitteeWalk,
  step: string,
  made: CommitteeMaking = {},
): ReturnType<CommitteeWalk["make"]> {
  const side = made.side ?? morocco;
  const at = made.at ?? "2031-01-16T10:00:00Z";
  const opened = walk.lines[0].length + walk.lines[1].length > 0;
  const data = opened ? walk.data : committeeProcedure.blank();
  const other = side === morocco ? israel : morocco;
  const body = made.body ?? {
    ...committeeExamples[step]?.({ data, side, other, time: Date.parse(at), digest: testDigest }),
    ...made.change,
  };
  return walk.make({ side, step, body, at, ...(made.saw === undefined ? {} : { saw: made.saw }) });
}

const both = [morocco, israel] as const;
const way: readonly (readonly [step: string, sides: readonly PartyCode[]])[] = [
  ["propose", [morocco]],
  ["acceptDates", [israel]],
  ["addItem", both],
  ["freezeAgenda", both],
  ["openSession", [morocco]],
  ["draftMinutes", [morocco]],
  ["endSession", [morocco]],
  ["adoptMinutes", both],
];

/** A session up to and with `last`; each step must take effect. */
export function committeeUpTo(
  last: "propose" | "acceptDates" | "addItem" | "freezeAgenda" | "openSession" | "endSession" | "adoptMinutes",
  terms: Terms = termsWith(),
): CommitteeWalk {
  const walk = new Walk(committeeProcedure, terms);
  for (const [step, sides] of way) {
    for (const side of sides) {
      const outcome = makeCommittee(walk, step, { side });
      if (outcome !== "effective") throw new TypeError(`${step}: ${JSON.stringify(outcome)}`);
    }
    if (step === last) break;
  }
  return walk;
}
