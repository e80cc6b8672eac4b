// Explores a declaration from its opening on: a dossier with its history, the acts that can be tried on it with the
// example bodies, and what comes of each. Histories are those of two sides that have seen everything of each other;
// where acts cross is crossing.ts.

import { sampleAct, sampleId } from "../../../test/acts.ts";
import { type Act, instantText, isProcedureId, type JsonObject } from "../../acts/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import type { Procedure, Step, StepContext } from "../declaration.ts";
import { lapse } from "../engine/apply.ts";
import type { Dossier } from "../engine/dossier.ts";
import { extend, type Folded, unopened } from "../engine/fold.ts";
import { type Line, otherLine, type PlacedAct } from "../engine/order.ts";
import type { Terms } from "../terms.ts";
import { testDigest } from "./walk.ts";
import { deepFreeze } from "./world.ts";

export type ExampleContext<Data> = Pick<
  StepContext<Data>,
  "data" | "side" | "other" | "roles" | "terms" | "time" | "digest"
>;
export type Examples<Data> = Readonly<Record<string, (context: ExampleContext<Data>) => JsonObject>>;

export interface Exploring<Data> {
  readonly procedure: Procedure<Data>;
  readonly examples: Examples<Data>;
  /** Other bodies that are tried too: a refusal beside an approval. */
  readonly others?: readonly Examples<Data>[];
  readonly terms: Terms;
  /** The side that opens the dossier. */
  readonly opener: Line;
  /** The instant of the opening. */
  readonly start: string;
  /** Instants at which each dossier is looked at too; a lapse is looked at by itself. */
  readonly later?: readonly string[];
  /** False where another exploration of the same procedure lets its steps cross. */
  readonly crosses?: false;
}

/** A dossier at an instant, with the acts that made it. */
export interface Reached<Data> {
  readonly lines: readonly [readonly PlacedAct[], readonly PlacedAct[]];
  readonly folded: Folded<Data>;
  readonly now: number;
  /** The steps that led here, for a problem's words. */
  readonly way: readonly string[];
}

export interface Attempt<Data> {
  readonly name: string;
  readonly step: Step<Data>;
  readonly line: Line;
  readonly placed: PlacedAct;
  /** Which of the bodies that are given for the step. */
  readonly variant: number;
  readonly result: Reached<Data> | Refusal;
}

/** Leaves of other dossiers that each register held before this one: something must have been seen. */
const leavesBefore = 10;

export function beginning<Data>(exploring: Exploring<Data>): Reached<Data> {
  return { lines: [[], []], folded: unopened, now: Date.parse(exploring.start), way: [] };
}

/** The dossier at this instant, as time has moved it. */
export function dossierAt<Data>(exploring: Exploring<Data>, reached: Reached<Data>): Dossier<Data> | undefined {
  const { dossier } = reached.folded;
  const { procedure, terms } = exploring;
  return dossier && lapse(procedure, { dossier, until: reached.now, terms });
}

/** The same dossier at the later instants that are looked at. */
export function laterOn<Data>(exploring: Exploring<Data>, reached: Reached<Data>): Reached<Data>[] {
  const dossier = dossierAt(exploring, reached);
  if (!dossier) return [];
  const rule = exploring.procedure.states[dossier.state]?.lapse;
  const lapses = rule?.at(dossier.data, exploring.terms);
  const times = [...(exploring.later ?? []).map((text) => Date.parse(text)), ...(lapses === undefined ? [] : [lapses])];
  return times
    .filter((now) => now > reached.now)
    .map((now) => ({ ...reached, now, way: [...reached.way, new Date(now).toISOString()] }));
}

/** Every step, by both sides, with each example body; what throws is told by its message. */
export function attempts<Data>(exploring: Exploring<Data>, reached: Reached<Data>): (Attempt<Data> | Thrown)[] {
  return tried(exploring, { reached, bodies: (input) => examplesOf(exploring, { reached, ...input }) });
}

/** The same with each example spoiled, as hostile hands would send it: empty, or with a field gone or of no use. */
export function spoiledAttempts<Data>(exploring: Exploring<Data>, reached: Reached<Data>): (Attempt<Data> | Thrown)[] {
  const bodies = (input: { name: string; line: Line }): JsonObject[] => {
    const [example = {}] = examplesOf(exploring, { reached, ...input });
    return [{}, ...Object.keys(example).flatMap((key) => spoiled(example, key))];
  };
  return tried(exploring, { reached, bodies });
}

function spoiled(example: JsonObject, key: string): JsonObject[] {
  const { [key]: _, ...without } = example;
  return [without, { ...example, [key]: null }, { ...example, [key]: {} }];
}

function tried<Data>(
  exploring: Exploring<Data>,
  input: { reached: Reached<Data>; bodies: (of: { name: string; line: Line }) => JsonObject[] },
): (Attempt<Data> | Thrown)[] {
  const { reached } = input;
  const opened = reached.folded.dossier !== undefined;
  return Object.entries(exploring.procedure.steps).flatMap(([name, step]) =>
    // A dossier is opened by the one side that this exploration is of.
    ([0, 1] as const).flatMap((line) => {
      if (!opened && line !== exploring.opener) return [];
      return input.bodies({ name, line }).map((body, variant): Attempt<Data> | Thrown => {
        const placed = placedAct(exploring, { reached, name, line, body });
        const result = taken(exploring, { reached, placed, line });
        if ("thrown" in result) return { ...result, where: whereOf(reached, name) };
        return { name, step, line, placed, variant, result };
      });
    }),
  );
}

export interface Thrown {
  readonly thrown: string;
  readonly where: string;
}

export const whereOf = (reached: { readonly way: readonly string[] }, name: string): string =>
  [...reached.way, name].join(" > ");

/** The example body of a step and the others that are tried; of a step by both, what the other side gave before all. */
function examplesOf<Data>(
  exploring: Exploring<Data>,
  input: { reached: Reached<Data>; name: string; line: Line },
): JsonObject[] {
  const { procedure, terms, others = [] } = exploring;
  const { reached, name, line } = input;
  const dossier = dossierAt(exploring, reached);
  const [opener, answerer] = [terms.parties[exploring.opener], terms.parties[otherLine(exploring.opener)]];
  const context: ExampleContext<Data> = {
    data: dossier?.data ?? procedure.blank(),
    side: terms.parties[line],
    other: terms.parties[otherLine(line)],
    roles: { [procedure.roles[0]]: opener, [procedure.roles[1]]: answerer },
    terms,
    time: timeOf(reached),
    digest: testDigest,
  };
  const half = dossier?.half[name];
  const given = half && reached.lines.flat().find(({ act }) => act.id === half.act && act.party !== context.side);
  const examples = [exploring.examples, ...others].flatMap((each) => {
    const body = each[name]?.(context);
    return body ? [body] : [];
  });
  return given ? [given.act.body, ...examples] : examples;
}

/** An act a second later than everything so far. */
export function placedAct<Data>(
  exploring: Exploring<Data>,
  input: { reached: Reached<Data>; name: string; line: Line; body: JsonObject },
): PlacedAct {
  const { procedure, terms } = exploring;
  const { reached, name, line, body } = input;
  const { lines } = reached;
  const made = lines[0].length + lines[1].length;
  const id = sampleId((made + 1) * 2 + line);
  const sight = leavesBefore + lines[otherLine(line)].length;
  const named = `${procedure.name}/${procedure.version}`;
  const instant = instantText(timeOf(reached));
  if (!isProcedureId(named) || isRefusal(instant)) throw new TypeError(`${named} at ${timeOf(reached)}`);
  const act: Act = {
    ...template,
    id,
    party: terms.parties[line],
    dossier: reached.folded.dossier?.id ?? id,
    procedure: named,
    step: name,
    body: deepFreeze(body),
    seen: sight,
    at: { ...template.at, instant },
  };
  return { act: Object.freeze(act), index: leavesBefore + lines[line].length, sight, terms, inadmissible: undefined };
}

/** What no exploration changes of an act; parsed once, since thousands are made. */
const template = deepFreeze(sampleAct());

function timeOf<Data>({ now, folded }: Reached<Data>): number {
  return (Math.floor(Math.max(now, folded.dossier?.time ?? 0) / 1000) + 1) * 1000;
}

function taken<Data>(
  exploring: Exploring<Data>,
  input: { reached: Reached<Data>; placed: PlacedAct; line: Line },
): Reached<Data> | Refusal | { readonly thrown: string } {
  const { reached, placed, line } = input;
  try {
    const folded = extend(exploring.procedure, { folded: reached.folded, act: placed, digest: testDigest });
    const outcome = folded?.outcomes.get(placed.act.id);
    if (!folded || outcome?.kind === "crossed") return { thrown: "An act that has seen everything crossed something." };
    if (outcome?.kind === "void" && isRefusal(outcome.refusal)) return outcome.refusal;
    return {
      lines:
        line === 0
          ? [[...reached.lines[0], placed], reached.lines[1]]
          : [reached.lines[0], [...reached.lines[1], placed]],
      folded: { ...folded, dossier: deepFreeze(folded.dossier) },
      now: Date.parse(placed.act.at.instant),
      way: [...reached.way, `${placed.act.party}:${placed.act.step}`],
    };
  } catch (cause) {
    return { thrown: cause instanceof Error ? `${cause.message}\n${cause.stack}` : String(cause) };
  }
}
