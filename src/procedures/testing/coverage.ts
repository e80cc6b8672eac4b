// Visits a procedure's states breadth first with the example bodies, and lets time pass where a state lapses: which
// steps took effect in which states. A step that an example never takes from a state it is declared for shows in the
// gaps.

import { type Act, isInstantText, type JsonObject, type PartyCode } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import type { Procedure, StepContext } from "../declaration.ts";
import { apply, lapse } from "../engine/apply.ts";
import type { Dossier } from "../engine/dossier.ts";
import type { Terms } from "../terms.ts";
import { actId, israel, morocco, testDigest, Walk } from "./walk.ts";

export type Examples<Data> = Readonly<
  Record<string, (context: Pick<StepContext<Data>, "data" | "roles" | "terms" | "digest">) => JsonObject>
>;

interface Covering<Data> {
  readonly procedure: Procedure<Data>;
  readonly examples: Examples<Data>;
  /** Other bodies that are tried too: a refusal beside an approval. */
  readonly others?: Examples<Data>;
  readonly terms: Terms;
  readonly start: string;
  /** Instants that each dossier is also looked at; a lapse happens by itself. */
  readonly later?: readonly string[];
  /** What sets apart two dossiers in one state. */
  readonly aspect?: (dossier: Dossier<Data>) => string;
}

/** Dossiers looked at of one state and aspect. */
const variantsMax = 4;

export interface Coverage {
  readonly states: ReadonlySet<string>;
  /** `state step` for every declared pair that never took effect. */
  readonly gaps: readonly string[];
}

export function coverageOf<Data>(covering: Covering<Data>): Coverage {
  const { procedure } = covering;
  const seen = new Map<string, number>();
  const done = new Set<string>();
  const queue = Object.entries(procedure.steps)
    .filter(([, step]) => step.from === "opening")
    .flatMap(([name]) => opened(covering, name));
  for (let dossier = queue.shift(); dossier; dossier = queue.shift()) {
    const key = `${dossier.state} ${Object.keys(dossier.half).join()} ${covering.aspect?.(dossier) ?? ""}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count > variantsMax) continue;
    for (const until of laterTimes(covering, dossier))
      queue.push(lapse(procedure, { dossier, until, terms: covering.terms }));
    for (const [name, step] of Object.entries(procedure.steps)) {
      if (!step.from.includes(dossier.state)) continue;
      const results = [morocco, israel].flatMap((side) => made(covering, { dossier, name, side }));
      if (results.length > 0) done.add(`${dossier.state} ${name}`);
      queue.push(...results);
    }
  }
  const declared = Object.entries(procedure.steps).flatMap(([name, step]) =>
    step.from === "opening" ? [] : step.from.map((state) => `${state} ${name}`),
  );
  const states = new Set([...seen.keys()].map((key) => key.split(" ")[0] ?? ""));
  return { states, gaps: declared.filter((pair) => !done.has(pair)) };
}

function opened<Data>({ procedure, examples, others, terms, start }: Covering<Data>, name: string): Dossier<Data>[] {
  const roles = { [procedure.roles[0]]: morocco, [procedure.roles[1]]: israel };
  return [examples[name], others?.[name]].flatMap((example) => {
    if (!example) return [];
    const walk = new Walk(procedure, terms);
    const body = example({ data: procedure.blank(), roles, terms, digest: testDigest });
    walk.must({ side: morocco, step: name, body, at: start });
    return [walk.dossier];
  });
}

function laterTimes<Data>({ procedure, terms, later }: Covering<Data>, dossier: Dossier<Data>): number[] {
  const lapses = procedure.states[dossier.state]?.lapse?.at(dossier.data, terms);
  const times = [...(later ?? []).map((text) => Date.parse(text)), ...(lapses === undefined ? [] : [lapses])];
  return times.filter((time) => time > dossier.time);
}

function made<Data>(
  { examples, others, terms, procedure }: Covering<Data>,
  input: { dossier: Dossier<Data>; name: string; side: PartyCode },
): Dossier<Data>[] {
  const { dossier, name, side } = input;
  const { data, roles } = dossier;
  return [examples[name], others?.[name]].flatMap((example) => {
    if (!example) return [];
    const body = example({ data, roles, terms, digest: testDigest });
    const act = actOf({ procedure, terms, name, side, body, time: dossier.time });
    const result = apply(procedure, { dossier, act, surroundings: { terms, digest: testDigest } });
    return isRefusal(result) ? [] : [result];
  });
}

function actOf<Data>(input: {
  procedure: Procedure<Data>;
  terms: Terms;
  name: string;
  side: PartyCode;
  body: JsonObject;
  time: number;
}): Act {
  const walk = new Walk(input.procedure, input.terms);
  const at = `${new Date(input.time).toISOString().slice(0, 19)}Z`;
  walk.make({ side: input.side, step: input.name, body: input.body, at });
  const act = [...walk.lines[0], ...walk.lines[1]][0]?.act;
  if (!act || !isInstantText(at)) throw new TypeError(at);
  return { ...act, id: actId(1) };
}
