// One act on one dossier: whether the step can be made here, by this side, now, and what the dossier is afterwards.
// Pure. What the act rests on (service, key, article, label) is judged before, in admission.ts.

import { type Act, epochMs, type PartyCode } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Mover, Procedure, Role, StateName, Step, StepContext } from "../declaration.ts";
import type { Terms } from "../terms.ts";
import type { Dossier } from "./dossier.ts";

/** What the engine is handed beside the acts. */
export interface Surroundings {
  readonly terms: Terms;
  /** `sha256:` and 64 hexadecimal digits of the canonical form of a value. */
  digest(value: unknown): string;
}

/** The dossier after the act, or why the act cannot take effect on it. */
export function apply<Data>(
  procedure: Procedure<Data>,
  input: { dossier: Dossier<Data> | undefined; act: Act; surroundings: Surroundings },
): Dossier<Data> | Refusal {
  const { act, surroundings } = input;
  const step = Object.hasOwn(procedure.steps, act.step) ? procedure.steps[act.step] : undefined;
  if (!step)
    return refuse("procedures.unknownStep", {
      got: act.step,
      procedure: procedure.name,
      steps: Object.keys(procedure.steps),
    });
  const at = epochMs(act.at.instant);
  if (step.from === "opening") {
    if (input.dossier) return refuse("procedures.alreadyOpen", { dossier: act.dossier });
    if (act.dossier !== act.id) return refuse("procedures.openingNamesItself", { dossier: act.dossier, act: act.id });
    return open(procedure, { step, act, at, surroundings });
  }
  if (!input.dossier) return refuse("procedures.noDossier", { dossier: act.dossier });
  const dossier = lapse(procedure, { dossier: input.dossier, until: at, terms: surroundings.terms });
  const misplaced = outOfPlace(procedure, { dossier, act, step });
  if (misplaced) return misplaced;
  return take(procedure, { dossier, step, act, surroundings });
}

/** Why the step cannot be made in the dossier's state, or by this side; undefined when both fit. */
function outOfPlace<Data>(
  procedure: Procedure<Data>,
  input: { dossier: Dossier<Data>; act: Act; step: Step<Data> },
): Refusal | undefined {
  const { dossier, act, step } = input;
  if (!step.from.includes(dossier.state))
    return refuse("procedures.wrongState", {
      step: act.step,
      state: dossier.state,
      from: step.from === "opening" ? [] : [...step.from],
      possible: stepsFrom(procedure, dossier, act.party),
    });
  if (!mayMove(step.by, { roles: dossier.roles, side: act.party }))
    return refuse("procedures.wrongSide", { step: act.step, side: act.party, mover: step.by });
  return undefined;
}

/** The names of the steps this side may make in the dossier's state. */
export function stepsFrom<Data>(procedure: Procedure<Data>, dossier: Dossier<Data>, side: PartyCode): string[] {
  return Object.entries(procedure.steps)
    .filter(([, step]) => {
      if (step.from === "opening" || !step.from.includes(dossier.state)) return false;
      return mayMove(step.by, { roles: dossier.roles, side });
    })
    .map(([name]) => name);
}

function mayMove(by: Mover, input: { roles: Readonly<Record<Role, PartyCode>>; side: PartyCode }): boolean {
  return by === "either" || by === "both" || input.roles[by] === input.side;
}

/**
 * The dossier as time alone has moved it until `until`. For an act that is the act's own date and no other act's: a
 * date set far ahead by one side moves nothing that the other side does.
 */
export function lapse<Data>(
  procedure: Procedure<Data>,
  input: { dossier: Dossier<Data>; until: number; terms: Terms },
): Dossier<Data> {
  let dossier = input.dossier;
  // A state can lapse into one that lapses too; each state is passed at most once, so a cycle of lapses ends.
  for (const _ of Object.keys(procedure.states)) {
    const rule = procedure.states[dossier.state]?.lapse;
    const at = rule?.at(dossier.data, input.terms);
    if (!rule || at === undefined || at > input.until) break;
    dossier = { ...dossier, state: rule.to, since: Math.max(at, dossier.since), half: {} };
  }
  return input.until > dossier.time ? { ...dossier, time: input.until } : dossier;
}

function open<Data>(
  procedure: Procedure<Data>,
  input: { step: Step<Data>; act: Act; at: number; surroundings: Surroundings },
): Dossier<Data> | Refusal {
  const { step, act, at, surroundings } = input;
  const [opener, answerer] = procedure.roles;
  const other = otherOf(surroundings.terms, act.party);
  const roles = { [opener]: act.party, [answerer]: other };
  const taken = step.take(contextOf({ data: procedure.blank(), act, other, roles, time: at, surroundings }));
  if (isRefusal(taken)) return taken;
  return {
    id: act.dossier,
    roles,
    state: declared(procedure, { step: act.step, to: taken.to }),
    data: taken.data,
    since: at,
    time: at,
    half: {},
    openedAt: at,
    acts: 1,
  };
}

function take<Data>(
  procedure: Procedure<Data>,
  input: { dossier: Dossier<Data>; step: Step<Data>; act: Act; surroundings: Surroundings },
): Dossier<Data> | Refusal {
  const { dossier, step, act, surroundings } = input;
  const other = otherOf(surroundings.terms, act.party);
  const at = epochMs(act.at.instant);
  const context = contextOf({ ...dossier, time: at, act, other, surroundings });
  const taken = step.take(context);
  if (isRefusal(taken)) return taken;
  const acts = dossier.acts + 1;
  if (step.by === "both") {
    const value = step.agreedValue(context);
    if (isRefusal(value)) return value;
    const half = dossier.half[act.step];
    const own = half?.side === act.party;
    if (own && half.value === value) return refuse("procedures.alreadyMade", { step: act.step, side: act.party });
    if (half && !own && half.value !== value)
      return refuse("procedures.notTheSame", { step: act.step, side: half.side, other: half.act });
    // A side may replace its own part while the other has not matched it: else a part that the other side will not give
    // again, or that what was tabled since has outdated, could never be made right.
    if (!half || own)
      return { ...dossier, half: { ...dossier.half, [act.step]: { side: act.party, value, act: act.id } }, acts };
  }
  const to = taken.to === "same" ? dossier.state : declared(procedure, { step: act.step, to: taken.to });
  const moved = to !== dossier.state;
  return {
    ...dossier,
    state: to,
    data: taken.data,
    since: moved ? at : dossier.since,
    half: moved ? {} : without(dossier.half, act.step),
    acts,
  };
}

function declared<Data>(procedure: Procedure<Data>, input: { step: string; to: StateName }): StateName {
  if (Object.hasOwn(procedure.states, input.to)) return input.to;
  throw new TypeError(`${procedure.name}.${input.step} leads to no state: ${input.to}`);
}

function contextOf<Data>(input: {
  data: Data;
  act: Act;
  other: PartyCode;
  roles: Readonly<Record<Role, PartyCode>>;
  time: number;
  surroundings: Surroundings;
}): StepContext<Data> {
  return {
    data: input.data,
    act: input.act,
    side: input.act.party,
    other: input.other,
    roles: input.roles,
    terms: input.surroundings.terms,
    time: input.time,
    digest: input.surroundings.digest,
  };
}

function otherOf(terms: Terms, party: PartyCode): PartyCode {
  return terms.parties[0] === party ? terms.parties[1] : terms.parties[0];
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  if (!(name in record)) return record;
  const { [name]: _, ...rest } = record;
  return rest;
}
