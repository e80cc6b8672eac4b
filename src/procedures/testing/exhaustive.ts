// The exhaustive test, derived from a declaration: every state that the examples reach, every step on it by both sides,
// and every pair of possible steps that cross, with both orders of arrival.
//
// Data make dossiers without number. Two in one state are of one kind when the same steps can be made on them, by the
// same sides and to the same states, with the same halves outstanding; of each kind a few are explored.

import { isRefusal } from "../../base/index.ts";
import { firstByLanguage } from "../languages.ts";
import { problemsOfCrossing } from "./crossing.ts";
import {
  type Attempt,
  attempts,
  beginning,
  dossierAt,
  type Exploring,
  laterOn,
  type Reached,
  spoiledAttempts,
  type Thrown,
} from "./exploration.ts";
import { Frontier } from "./frontier.ts";

export interface Findings {
  /** What must not be: a throw, a state that was not declared, nodes that differ. */
  readonly problems: readonly string[];
  readonly statesNotReached: readonly string[];
  readonly stepsNotTaken: readonly string[];
  /** `state step` for each declared pair that no example took. */
  readonly gaps: readonly string[];
  /** How much was looked at. */
  readonly dossiers: number;
  readonly tried: number;
  readonly crossed: number;
}

interface Possible<Data> {
  readonly attempt: Attempt<Data>;
  readonly after: Reached<Data>;
}

/** Dossiers of one kind that are explored. */
const sameKindMax = 4;
/** Acts of one dossier at most. */
const lengthMax = 80;

/** Explores at most so many dossiers. */
export function exhaust<Data>(exploring: Exploring<Data>, dossiersMax: number): Findings {
  const exhaustion = new Exhaustion(exploring);
  exhaustion.run(dossiersMax);
  return exhaustion.findings();
}

class Exhaustion<Data> {
  readonly #exploring: Exploring<Data>;
  readonly #frontier = new Frontier<Reached<Data>>();
  readonly #problems = new Set<string>();
  readonly #kinds = new Map<string, number>();
  /** State, and the two steps that were let cross there, each with whose half of it was outstanding. */
  readonly #pairs = new Set<string>();
  readonly #spoiled = new Set<string>();
  readonly #states = new Set<string>();
  /** `state step` that took effect. */
  readonly #made = new Set<string>();
  #dossiers = 0;
  #tried = 0;

  constructor(exploring: Exploring<Data>) {
    this.#exploring = exploring;
    this.#frontier.add(beginning(exploring), { way: "", weight: 1 });
  }

  run(dossiersMax: number): void {
    for (let reached = this.#frontier.next(); reached; reached = this.#frontier.next()) {
      if (this.#dossiers >= dossiersMax) return;
      this.#look(reached);
    }
  }

  findings(): Findings {
    const { states, steps } = this.#exploring.procedure;
    const declared = Object.entries(steps).flatMap(([name, step]) =>
      step.from === "opening" ? [` ${name}`] : step.from.map((state) => `${state} ${name}`),
    );
    const taken = new Set([...this.#made].map((pair) => pair.split(" ")[1]));
    return {
      problems: [...this.#problems],
      statesNotReached: Object.keys(states).filter((name) => !this.#states.has(name)),
      stepsNotTaken: Object.keys(steps).filter((name) => !taken.has(name)),
      gaps: declared.filter((pair) => !this.#made.has(pair)),
      dossiers: this.#dossiers,
      tried: this.#tried,
      crossed: this.#pairs.size,
    };
  }

  #look(reached: Reached<Data>): void {
    const state = dossierAt(this.#exploring, reached)?.state ?? "";
    const possible = this.#attempt(attempts(this.#exploring, reached));
    if (this.#seen(this.#kindOf(reached, possible), sameKindMax)) return;
    this.#dossiers += 1;
    this.#states.add(state);
    for (const { attempt, after } of possible) {
      this.#made.add(`${state} ${attempt.name}`);
      for (const problem of this.#problemsOfStep(reached, { attempt, after })) this.#problems.add(problem);
      const length = after.lines[0].length + after.lines[1].length;
      const way = {
        way: `${state} ${attempt.line}${attempt.name}${attempt.variant}`,
        weight: attempt.step.expected ? 1 : 2,
      };
      if (length < lengthMax) this.#frontier.add(after, way);
    }
    for (const later of laterOn(this.#exploring, reached))
      this.#frontier.add(later, { way: `${state} later`, weight: 1 });
    if (!this.#spoiled.has(state)) this.#attempt(spoiledAttempts(this.#exploring, reached));
    this.#spoiled.add(state);
    if (this.#exploring.crosses !== false) this.#cross(reached, possible);
  }

  #attempt(all: readonly (Attempt<Data> | Thrown)[]): Possible<Data>[] {
    this.#tried += all.length;
    const possible: Possible<Data>[] = [];
    for (const one of all)
      if ("thrown" in one) this.#problems.add(`${one.where}: thrown ${one.thrown}`);
      else if (!isRefusal(one.result)) possible.push({ attempt: one, after: one.result });
    return possible;
  }

  /** Every pair of possible acts of the two sides. */
  #cross(reached: Reached<Data>, possible: readonly Possible<Data>[]): void {
    const dossier = dossierAt(this.#exploring, reached);
    const halfOf = (name: string): string => `${name} ${dossier?.half[name]?.side ?? ""}`;
    for (const { attempt: first } of possible)
      for (const { attempt: second } of possible) {
        const pair = [dossier?.state, halfOf(first.name), halfOf(second.name)].join(" ");
        if (first.line !== 0 || second.line !== 1 || this.#pairs.has(pair)) continue;
        this.#pairs.add(pair);
        const acts = [first, second] as const;
        for (const problem of problemsOfCrossing({ exploring: this.#exploring, reached, acts }))
          this.#problems.add(problem);
      }
  }

  #seen(kind: string, most: number): boolean {
    const count = this.#kinds.get(kind) ?? 0;
    this.#kinds.set(kind, count + 1);
    return count >= most;
  }

  #kindOf(reached: Reached<Data>, possible: readonly Possible<Data>[]): string {
    const dossier = dossierAt(this.#exploring, reached);
    const halves = Object.entries(dossier?.half ?? {}).map(([name, half]) => `${name}:${half.side}`);
    const steps = possible.map(({ attempt, after }) => {
      return `${attempt.line}${attempt.name}>${after.folded.dossier?.state}`;
    });
    return [dossier?.state ?? "", halves.sort().join(), [...new Set(steps)].sort().join(), shapeOf(dossier?.data)].join(
      " | ",
    );
  }

  #problemsOfStep(reached: Reached<Data>, { attempt, after }: Possible<Data>): string[] {
    const { procedure } = this.#exploring;
    const before = dossierAt(this.#exploring, { ...reached, now: after.now });
    const dossier = after.folded.dossier;
    const where = `${attempt.name} after ${reached.way.join(" > ")}`;
    if (!dossier) return [`${where}: took effect on no dossier`];
    const { to } = attempt.step;
    const stays = before?.state === dossier.state && (to.includes("same") || Object.hasOwn(dossier.half, attempt.name));
    const problems: string[] = [];
    if (!stays && !to.includes(dossier.state)) problems.push(`${where}: leads to ${dossier.state} undeclared`);
    if (before && procedure.states[before.state]?.final) problems.push(`${where}: moves a dossier that is closed`);
    if (typeof procedure.title(dossier.data, firstByLanguage) !== "string") problems.push(`${where}: leaves no title`);
    return problems;
  }
}

/** Which fields are there, whatever they hold: numbered names and the members of a list count as one. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[${shapeOf(value[0])}]`;
  if (typeof value !== "object" || value === null) return typeof value;
  const fields = Object.entries(value).map(([name, inner]) => `${name.replace(/\d+/g, "#")}:${shapeOf(inner)}`);
  return `{${[...new Set(fields)].sort().join()}}`;
}
