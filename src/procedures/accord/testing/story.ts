// An instrument on its usual way, step by step, for tests that begin somewhere along it. Morocco proposes; wording,
// notes and offices are invented.

import type { JsonObject, PartyCode } from "../../../acts/index.ts";
import type { Terms } from "../../terms.ts";
import { israel, morocco, termsWith, testDigest, Walk } from "../../testing/walk.ts";
import { type AccordStep, accordProcedure } from "../accord.ts";
import { type AccordData, blank } from "../data.ts";
import { exampleAnnex, examples } from "../examples.ts";

export type AccordWalk = Walk<AccordData>;
type Outcome = ReturnType<AccordWalk["make"]>;

/** Terms of two sides that have no accord yet. */
export const before: Terms = { ...termsWith(), accord: undefined };
/** The clock of the tests, after the signature in Rabat. */
export const usualTime = "2021-11-24T15:00:00Z";

export function accordWalk(terms: Terms = before): AccordWalk {
  return new Walk(accordProcedure, terms);
}

export interface Made {
  readonly side?: PartyCode;
  readonly at?: string;
  readonly change?: JsonObject;
  readonly saw?: number;
}

/** The example body of a step for the dossier as it stands. */
export function bodyOf(walk: AccordWalk, step: AccordStep, made: Made = {}): JsonObject {
  const side = made.side ?? morocco;
  const body = examples[step]({
    data: walk.folded().dossier?.data ?? blank,
    side,
    other: side === morocco ? israel : morocco,
    roles: { proposer: morocco, counterpart: israel },
    terms: walk.terms,
    time: Date.parse(made.at ?? usualTime),
    digest: testDigest,
  });
  return { ...body, ...made.change };
}

/** One side makes a step with its example body, changed as told. */
export function make(walk: AccordWalk, step: AccordStep, made: Made = {}): Outcome {
  return walk.make({
    side: made.side ?? morocco,
    step,
    body: bodyOf(walk, step, made),
    at: made.at ?? usualTime,
    ...(made.saw === undefined ? {} : { saw: made.saw }),
  });
}

/** Makes a step that must take effect. */
export function must(walk: AccordWalk, step: AccordStep, made: Made = {}): void {
  const outcome = make(walk, step, made);
  if (outcome !== "effective") throw new TypeError(`${step}: ${JSON.stringify(outcome)}`);
}

/** Both sides make the same step with the same body. */
export function both(walk: AccordWalk, step: AccordStep, made: Made = {}): void {
  const body = bodyOf(walk, step, made);
  for (const side of [morocco, israel]) walk.must({ side, step, body, at: made.at ?? usualTime });
}

const milestones = ["negotiation", "tabled", "textAgreed", "initialled", "readyToSign", "signed", "inForce"] as const;
type Milestone = (typeof milestones)[number];

/** What an instrument's annex says otherwise than the example; null leaves the field out. */
export interface AnnexChange {
  readonly duration?: JsonObject | null;
  readonly entryIntoForce?: JsonObject;
}

function table(walk: AccordWalk, change: AnnexChange): void {
  const annex = Object.entries({ ...exampleAnnex(walk), ...change });
  must(walk, "tableVersion", { change: { annex: Object.fromEntries(annex.filter(([, value]) => value !== null)) } });
  must(walk, "tableVersion", { side: israel });
}

const ways: Readonly<Record<Milestone, (walk: AccordWalk, made: { annex: AnnexChange; propose: JsonObject }) => void>> =
  {
    negotiation: (walk, made) => must(walk, "propose", { change: made.propose }),
    tabled: (walk, made) => table(walk, made.annex),
    textAgreed: (walk) => both(walk, "freezeText"),
    initialled: (walk) => both(walk, "initial"),
    readyToSign: (walk) => {
      for (const side of [morocco, israel]) {
        must(walk, "issueFullPowers", { side });
        must(walk, "confirmOriginal", { side });
      }
      both(walk, "arrangeSignature");
    },
    signed: (walk) => both(walk, "sign"),
    inForce: (walk) => {
      for (const side of [morocco, israel]) must(walk, "notifyCompletion", { side });
      for (const side of [israel, morocco]) must(walk, "receiveNote", { side });
    },
  };

/** A walk that has come so far. With the example annex it is in force as soon as both notes are received. */
export function accordUpTo(
  last: Milestone,
  made: { annex?: AnnexChange; propose?: JsonObject; terms?: Terms } = {},
): AccordWalk {
  const walk = accordWalk(made.terms);
  for (const milestone of milestones) {
    ways[milestone](walk, { annex: made.annex ?? {}, propose: made.propose ?? {} });
    if (milestone === last) return walk;
  }
  return walk;
}
