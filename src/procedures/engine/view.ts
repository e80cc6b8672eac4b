// What a reader is told of a dossier at an instant: its state as time has moved it, whose turn it is, what can be done
// next, and the deadlines that run. All derived from the declaration.

import type { PartyCode } from "../../acts/index.ts";
import { addAmount, subtractAmount } from "../calendar.ts";
import type { DeadlineRule, Mover, Procedure, Step } from "../declaration.ts";
import { calendarOf, type Terms } from "../terms.ts";
import { lapse, stepsFrom } from "./apply.ts";
import type { Dossier } from "./dossier.ts";

export interface Deadline {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Who must act by then; the time runs on the first one's working calendar. */
  readonly owners: readonly PartyCode[];
}

export interface NextAction {
  readonly step: string;
  readonly side: PartyCode;
  readonly grave: boolean;
  /** Waited for, as against a step one may make at any time. */
  readonly expected: boolean;
  /** Both sides make it before it takes effect; true when the other has made its part. */
  readonly awaited: boolean;
}

export interface View<Data> {
  readonly dossier: Dossier<Data>;
  readonly final: boolean;
  /** None when nothing is waited for, one side, or both. In the founding's order. */
  readonly turn: readonly PartyCode[];
  readonly actions: readonly NextAction[];
  /** Nearest first. */
  readonly deadlines: readonly Deadline[];
  /** When time alone will change the state; undefined when it will not. Milliseconds since 1970. */
  readonly lapsesAt: number | undefined;
}

/** The dossier as it stands at `now` (milliseconds since 1970). */
export function viewOf<Data>(
  procedure: Procedure<Data>,
  input: { dossier: Dossier<Data>; terms: Terms; now: number },
): View<Data> {
  const dossier = lapse(procedure, { dossier: input.dossier, until: input.now, terms: input.terms });
  const actions = input.terms.parties.flatMap((side) =>
    stepsFrom(procedure, dossier, side).map((name) => actionOf(procedure, { dossier, side, name })),
  );
  const final = procedure.states[dossier.state]?.final === true;
  const waitedFor = new Set(actions.filter((action) => action.expected).map((action) => action.side));
  return {
    dossier,
    final,
    turn: final ? [] : input.terms.parties.filter((side) => waitedFor.has(side)),
    actions,
    deadlines: deadlinesOf(procedure, { dossier, terms: input.terms }),
    lapsesAt: procedure.states[dossier.state]?.lapse?.at(dossier.data, input.terms),
  };
}

function actionOf<Data>(
  procedure: Procedure<Data>,
  input: { dossier: Dossier<Data>; side: PartyCode; name: string },
): NextAction {
  const step: Step<Data> | undefined = procedure.steps[input.name];
  if (!step) throw new TypeError(`${procedure.name} has no step ${input.name}.`);
  const half = input.dossier.half[input.name];
  return {
    step: input.name,
    side: input.side,
    grave: step.grave,
    // A side that has made its part may replace it, but is not waited for.
    expected: step.expected && half?.side !== input.side && (step.waits?.(input.dossier.data, input.side) ?? true),
    awaited: half !== undefined && half.side !== input.side,
  };
}

function deadlinesOf<Data>(
  procedure: Procedure<Data>,
  input: { dossier: Dossier<Data>; terms: Terms },
): readonly Deadline[] {
  const { dossier, terms } = input;
  const found: Deadline[] = [];
  for (const rule of procedure.states[dossier.state]?.deadlines ?? []) {
    const owners = ownersOf(rule, { dossier, terms });
    const owner = owners[0];
    const at = owner === undefined ? undefined : dueAt(procedure.name, { rule, dossier, terms, owner });
    if (at !== undefined) found.push({ name: rule.name, at, owners });
  }
  return found.sort((a, b) => a.at - b.at);
}

function dueAt<Data>(
  procedure: string,
  input: { rule: DeadlineRule<Data>; dossier: Dossier<Data>; terms: Terms; owner: PartyCode },
): number | undefined {
  const { rule, dossier, terms, owner } = input;
  const amount = terms.accord?.annex.deadlines[`${procedure}.${rule.name}`] ?? rule.usual;
  const calendar = calendarOf(terms, owner);
  if (rule.before) {
    const event = rule.before(dossier.data);
    return event === undefined ? undefined : subtractAmount({ calendar, before: event, amount });
  }
  const from = rule.from ? rule.from(dossier.data, dossier.since) : dossier.since;
  return from === undefined ? undefined : addAmount({ calendar, from, amount });
}

function ownersOf<Data>(
  rule: DeadlineRule<Data>,
  input: { dossier: Dossier<Data>; terms: Terms },
): readonly PartyCode[] {
  const owner: Mover = rule.owner;
  if (owner === "both") return input.terms.parties;
  const party = input.dossier.roles[owner];
  return party === undefined ? [] : [party];
}
