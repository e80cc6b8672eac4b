// A visit on its usual way, step by step, for tests that begin somewhere along it. Israel asks, Morocco is the host;
// people, sites and references are invented.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import type { Terms } from "../terms.ts";
import { examples } from "../visit/examples.ts";
import { type VisitData, visitProcedure } from "../visit/index.ts";
import { israel, morocco, termsWith, testDigest, Walk } from "./walk.ts";

export type VisitWalk = Walk<VisitData>;

/** The lead times of these tests: 20 working days of the host, 7 for amendments. */
export const leadTimes = [
  { host: morocco, type: "one-time", workingDays: 20 },
  { host: morocco, type: "amendment", workingDays: 7 },
] as const;

export const visitTerms: Terms = termsWith({ leadTimes: [...leadTimes] });

export function visitWalk(terms: Terms = visitTerms): VisitWalk {
  return new Walk(visitProcedure, terms);
}

/** The example body of a step for the dossier as it stands. */
export function bodyFor(walk: VisitWalk, step: string, change: JsonObject = {}): JsonObject {
  const data = walk.lines[0].length + walk.lines[1].length === 0 ? visitProcedure.blank() : walk.data;
  const example = examples[step];
  if (!example) throw new TypeError(`No example of ${step}.`);
  const roles: Record<string, PartyCode> = { requester: israel, host: morocco };
  return { ...example({ data, roles, terms: walk.terms, digest: testDigest }), ...change };
}

const hostSteps = [
  "receive",
  "returnIncomplete",
  "staff",
  "decideSite",
  "notify",
  "decideDeferred",
  "withdrawApproval",
  "confirmEmergency",
  "logGate",
  "recordBriefing",
  "close",
];

/** Makes a step with its example body, changed as told; the side that makes it follows from the step. */
export function take(
  walk: VisitWalk,
  step: string,
  made: { change?: JsonObject; at?: string; saw?: number; body?: JsonObject } = {},
): ReturnType<VisitWalk["make"]> {
  const at = made.at ?? "2031-01-10T10:00:00Z";
  return walk.make({
    side: hostSteps.includes(step) ? morocco : israel,
    step,
    body: made.body ?? bodyFor(walk, step, made.change),
    at,
    ...(made.saw === undefined ? {} : { saw: made.saw }),
  });
}

const way = [
  "draft",
  "certify",
  "endorse",
  "transmit",
  "receive",
  "staff",
  "decideSite",
  "decideSite",
  "notify",
] as const;

/** A walk after the first steps of the usual way, up to and with `last`; each must take effect. */
export function visitUpTo(
  last: (typeof way)[number] | "allApproved",
  made: { terms?: Terms; draft?: JsonObject } = {},
): VisitWalk {
  const walk = visitWalk(made.terms);
  for (const step of way) {
    const change = step === "draft" ? made.draft : undefined;
    const site = Object.keys(walk.lines[0].length > 0 ? walk.data.decisions : {}).length + 1;
    const approved = last === "allApproved" && step === "decideSite";
    const outcome = take(walk, step, {
      ...(change ? { change } : {}),
      ...(approved ? { body: { decision: "approved", site: `site-${site}` } } : {}),
    });
    if (outcome !== "effective") throw new TypeError(`${step}: ${JSON.stringify(outcome)}`);
    if (step === last && !(step === "decideSite" && site === 1)) return walk;
  }
  return walk;
}
