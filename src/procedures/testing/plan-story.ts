// An annual plan on its usual way, step by step, for tests that begin somewhere along it. Morocco calls; activities are
// invented.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import { type PlanData, planExamples, planProcedure } from "../plan/index.ts";
import type { Terms } from "../terms.ts";
import { israel, morocco, termsWith, testDigest, Walk } from "./walk.ts";

export type PlanWalk = Walk<PlanData>;

export interface PlanMaking {
  readonly side?: PartyCode;
  readonly change?: JsonObject;
  readonly body?: JsonObject;
  readonly at?: string;
  readonly saw?: number;
}

/** Makes a step with its example body, changed as told; by Morocco unless told otherwise. */
export function makePlan(walk: PlanWalk, step: string, made: PlanMaking = {}): ReturnType<PlanWalk["make"]> {
  const side = made.side ?? morocco;
  const at = made.at ?? "2030-10-10T10:00:00Z";
  const example = planExamples[step];
  const opened = walk.lines[0].length + walk.lines[1].length > 0;
  const data = opened ? walk.data : planProcedure.blank();
  const other = side === morocco ? israel : morocco;
  const body = made.body ?? {
    ...example?.({ data, side, other, time: Date.parse(at), digest: testDigest }),
    ...made.change,
  };
  return walk.make({ side, step, body, at, ...(made.saw === undefined ? {} : { saw: made.saw }) });
}

const both = [morocco, israel] as const;

/** A plan of two lines of each side, up to this state; the year is 2031. */
export function planIn(
  state: "proposing" | "harmonising" | "agreed" | "executing",
  terms: Terms = termsWith(),
): PlanWalk {
  const walk = new Walk(planProcedure, terms);
  const must = (step: string, side: PartyCode): void => {
    const outcome = makePlan(walk, step, { side });
    if (outcome !== "effective") throw new TypeError(`${step}: ${JSON.stringify(outcome)}`);
  };
  must("call", morocco);
  for (const side of [...both, ...both]) must("proposeLines", side);
  if (state === "proposing") return walk;
  for (const side of both) must("closeProposals", side);
  if (state === "harmonising") return walk;
  for (const side of both) must("agreeDraft", side);
  if (state === "agreed") return walk;
  for (const side of both) must("sign", side);
  return walk;
}
