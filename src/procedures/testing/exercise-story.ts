// An exercise and its main events list on their usual way, step by step, for tests that begin somewhere along it.
// Morocco proposes and keeps the list; what is played is invented.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import type { Procedure } from "../declaration.ts";
import { type ExerciseData, exerciseExamples, exerciseProcedure } from "../exercise/index.ts";
import { type InjectsData, injectsExamples, injectsProcedure } from "../injects/index.ts";
import { codeOf, israel, morocco, termsWith, testDigest, Walk } from "./walk.ts";

export interface Making {
  readonly side?: PartyCode;
  readonly change?: JsonObject;
  readonly body?: JsonObject;
  readonly at?: string;
  readonly saw?: number;
}

type Context<Data> = {
  readonly data: Data;
  readonly side: PartyCode;
  readonly other: PartyCode;
  readonly time: number;
  readonly digest: (value: unknown) => string;
};
type Examples<Data> = Readonly<Record<string, (context: Context<Data>) => JsonObject>>;

/** A walk whose steps have their example bodies, changed as told; by Morocco unless told otherwise. */
export class ExampleWalk<Data> extends Walk<Data> {
  readonly examples: Examples<Data>;

  constructor(procedure: Procedure<Data>, examples: Examples<Data>) {
    super(procedure, termsWith());
    this.examples = examples;
  }

  /** The code of the refusal, or what became of it. */
  step(step: string, made: Making = {}): string {
    const side = made.side ?? morocco;
    const at = made.at ?? "2031-01-16T10:00:00Z";
    const opened = this.lines[0].length + this.lines[1].length > 0;
    const data = opened ? this.data : this.procedure.blank();
    const other = side === morocco ? israel : morocco;
    const body = made.body ?? {
      ...this.examples[step]?.({ data, side, other, time: Date.parse(at), digest: testDigest }),
      ...made.change,
    };
    return codeOf(this.make({ side, step, body, at, ...(made.saw === undefined ? {} : { saw: made.saw }) }));
  }

  all(...steps: readonly (readonly [step: string, ...sides: PartyCode[]])[]): this {
    for (const [name, ...sides] of steps)
      for (const side of sides) {
        const outcome = this.step(name, { side });
        if (outcome !== "effective") throw new TypeError(`${name} by ${side}: ${outcome}`);
      }
    return this;
  }
}

const both = [morocco, israel] as const;
const planning: readonly (readonly [string, ...PartyCode[]])[] = [
  ["propose", morocco],
  ["accept", israel],
  ["specify", morocco],
  ["agreeSpecification", ...both],
  ["callConferences", morocco],
  ["holdInitialConference", ...both],
  ["callConferences", israel],
  ["holdMainConference", ...both],
  ["writePlan", morocco],
  ["signPlan", ...both],
  ["callConferences", morocco],
  ["holdFinalConference", ...both],
  ["declareReady", ...both],
  ["startExercise", ...both],
  ["endExercise", ...both],
  ["giveImpression", ...both],
  ["draftReport", israel],
  ["adoptReport", ...both],
];

/** An exercise in this state. */
export function exerciseIn(state: string): ExampleWalk<ExerciseData> {
  const walk = new ExampleWalk(exerciseProcedure, exerciseExamples);
  for (const [name, ...sides] of planning) {
    if (walk.lines[0].length > 0 && walk.stateAt() === state) break;
    walk.all([name, ...sides]);
  }
  if (walk.stateAt() !== state) throw new TypeError(`${state} was not come to.`);
  return walk;
}

/** A list with one inject of each side, scheduled; or one that is being played. */
export function injectsIn(state: "drafting" | "scheduled" | "frozen" | "running"): ExampleWalk<InjectsData> {
  const walk = new ExampleWalk(injectsProcedure, injectsExamples);
  walk.all(["open", morocco], ["write", ...both]);
  if (state === "drafting") return walk;
  walk.all(["review", ...both], ["approve", ...both], ["schedule", ...both]);
  if (state === "scheduled") return walk;
  walk.all(["freeze", ...both]);
  return state === "frozen" ? walk : walk.all(["begin", ...both]);
}
