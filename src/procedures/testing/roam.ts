// Roams through a declaration for tests: from the opening on, one possible step after another with its example body,
// until the dossier ends. The choice is seeded, so a walk is the same every time.

import { type Act, isInstantText, isZoneName, type JsonObject, type PartyCode } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import type { Procedure, StepContext } from "../declaration.ts";
import { apply, stepsFrom } from "../engine/apply.ts";
import type { Dossier } from "../engine/dossier.ts";
import type { Terms } from "../terms.ts";
import { actId, israel, morocco, testDigest, Walk } from "./walk.ts";

type Context<Data> = Pick<StepContext<Data>, "data" | "side" | "other" | "roles" | "terms" | "time" | "digest">;

export interface Roaming<Data> {
  readonly examples: Readonly<Record<string, (context: Context<Data>) => JsonObject>>;
  readonly terms: Terms;
  readonly seeds: number;
  /** Steps of one walk at most. */
  readonly length: number;
}

const start = Date.parse("2021-11-24T15:00:00Z");

/** The steps that took effect on at least one of the walks. */
export function roam<Data>(procedure: Procedure<Data>, roaming: Roaming<Data>): ReadonlySet<string> {
  const taken = new Set<string>();
  for (let seed = 1; seed <= roaming.seeds; seed++) {
    const random = numbers(seed);
    const template = opening(procedure, roaming);
    let dossier = step(procedure, { dossier: undefined, act: template, roaming });
    if (dossier) taken.add(template.step);
    let time = start;
    for (let made = 1; dossier && made < roaming.length; made++) {
      time += random(30) * 86_400_000;
      const side: PartyCode = random(2) === 0 ? morocco : israel;
      const name = choose(procedure, { dossier, side, random, taken });
      if (name === undefined) continue;
      const act = { ...template, id: actId(seed * 1000 + made), party: side, step: name, at: clock(time) };
      const body = bodyOf(roaming, { dossier, act, time });
      const other = { ...act, party: side === morocco ? israel : morocco, body };
      let next = step(procedure, { dossier, act: { ...act, body }, roaming });
      if (next && procedure.steps[name]?.by === "both") next = step(procedure, { dossier: next, act: other, roaming });
      if (next) taken.add(name);
      dossier = next ?? dossier;
    }
  }
  return taken;
}

function opening<Data>(procedure: Procedure<Data>, roaming: Roaming<Data>): Act {
  const walk = new Walk(procedure, roaming.terms);
  const name = Object.entries(procedure.steps).find(([, one]) => one.from === "opening")?.[0] ?? "";
  const [first, second] = procedure.roles;
  const roles = { [first]: morocco, [second]: israel };
  const context = { side: morocco, other: israel, roles, terms: roaming.terms, time: start, digest: testDigest };
  const body = roaming.examples[name]?.({ ...context, data: procedure.blank() }) ?? {};
  walk.make({ side: morocco, step: name, body, at: clock(start).instant });
  const act = walk.lines[0][0]?.act;
  if (!act) throw new TypeError("The walk has no opening.");
  return act;
}

function bodyOf<Data>(roaming: Roaming<Data>, input: { dossier: Dossier<Data>; act: Act; time: number }): JsonObject {
  const { dossier, act, time } = input;
  const other = act.party === morocco ? israel : morocco;
  const { data, roles } = dossier;
  return (
    roaming.examples[act.step]?.({
      data,
      side: act.party,
      other,
      roles,
      terms: roaming.terms,
      time,
      digest: testDigest,
    }) ?? {}
  );
}

function step<Data>(
  procedure: Procedure<Data>,
  input: { dossier: Dossier<Data> | undefined; act: Act; roaming: Roaming<Data> },
): Dossier<Data> | undefined {
  const surroundings = { terms: input.roaming.terms, digest: testDigest };
  const result = apply(procedure, { dossier: input.dossier, act: input.act, surroundings });
  return isRefusal(result) ? undefined : result;
}

/** Mostly a step that is waited for, so that a walk comes far; now and then one that no walk has made yet, or any. */
function choose<Data>(
  procedure: Procedure<Data>,
  input: { dossier: Dossier<Data>; side: PartyCode; random: (below: number) => number; taken: ReadonlySet<string> },
): string | undefined {
  const { dossier, side, random } = input;
  const possible = stepsFrom(procedure, dossier, side);
  const waited = possible.filter((name) => procedure.steps[name]?.expected);
  const fresh = possible.filter((name) => !input.taken.has(name));
  const chance = random(8);
  const among = chance < 4 && waited.length > 0 ? waited : chance < 7 && fresh.length > 0 ? fresh : possible;
  return among[random(Math.max(among.length, 1))];
}

function clock(time: number): Act["at"] {
  const instant = `${new Date(time).toISOString().slice(0, 19)}Z`;
  const zone = "Africa/Casablanca";
  if (!isInstantText(instant) || !isZoneName(zone)) throw new TypeError(instant);
  return { instant, zone };
}

/** A linear congruential generator (Numerical Recipes' constants): small, and the same on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
