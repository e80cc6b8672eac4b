// A programme on its usual way, step by step, for tests that begin somewhere along it. Morocco is the host, Israel
// visits; functions, places and references are invented.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import { examples } from "../programme/examples.ts";
import { type ProgrammeData, programmeProcedure } from "../programme/index.ts";
import type { Terms } from "../terms.ts";
import { israel, morocco, termsWith, testDigest, Walk } from "./walk.ts";

export type ProgrammeWalk = Walk<ProgrammeData>;

const visitorSteps = [
  "accept",
  "decline",
  "acceptDates",
  "tableDelegation",
  "reviseDelegation",
  "deliver",
  "requestChange",
  "acceptChange",
  "declineChange",
  "takeNote",
];

export function programmeBodyFor(walk: ProgrammeWalk, step: string, change: JsonObject = {}): JsonObject {
  const data = walk.lines[0].length + walk.lines[1].length === 0 ? programmeProcedure.blank() : walk.data;
  const example = examples[step];
  if (!example) throw new TypeError(`No example of ${step}.`);
  const roles: Record<string, PartyCode> = { host: morocco, visitor: israel };
  return { ...example({ data, roles, terms: walk.terms, digest: testDigest }), ...change };
}

export interface Making {
  readonly side?: PartyCode;
  readonly change?: JsonObject;
  readonly body?: JsonObject;
  readonly at?: string;
  readonly saw?: number;
}

/** Makes a step with its example body, changed as told, by the side whose step it usually is. */
export function make(walk: ProgrammeWalk, step: string, made: Making = {}): ReturnType<ProgrammeWalk["make"]> {
  return walk.make({
    side: made.side ?? (visitorSteps.includes(step) ? israel : morocco),
    step,
    body: made.body ?? programmeBodyFor(walk, step, made.change),
    at: made.at ?? "2031-01-10T10:00:00Z",
    ...(made.saw === undefined ? {} : { saw: made.saw }),
  });
}

const way = ["invite", "accept", "acceptDates", "tableDelegation", "tableProgramme", "submitProgramme"] as const;

/** A walk up to and with `last`; each step must take effect. `agreed` and `frozen` are by both sides. */
export function programmeUpTo(
  last: (typeof way)[number] | "agreed" | "frozen",
  made: { terms?: Terms; programme?: JsonObject } = {},
): ProgrammeWalk {
  const walk = new Walk(programmeProcedure, made.terms ?? termsWith());
  const must = (step: string, making: Making = {}): void => {
    const outcome = make(walk, step, making);
    if (outcome !== "effective") throw new TypeError(`${step}: ${JSON.stringify(outcome)}`);
  };
  for (const step of way) {
    must(step, step === "tableProgramme" && made.programme ? { body: made.programme } : {});
    if (step === last) return walk;
  }
  for (const side of [morocco, israel]) must("agreeProgramme", { side });
  if (last === "frozen") for (const side of [morocco, israel]) must("freeze", { side });
  return walk;
}
