// Two nodes and one dossier: each side appends acts to its own register, learns of the other's leaves in order and as
// late as the test likes, and keeps the dossier folded as a node does: extended where it can be, folded afresh where
// not. All that is handed to the engine is frozen, so that an input it changes is a thrown error.

import { sampleAct, sampleId, sampleInstant } from "../../../test/acts.ts";
import type { Act, ActId, JsonObject } from "../../acts/index.ts";
import type { Refusal } from "../../base/index.ts";
import type { Procedure } from "../declaration.ts";
import type { Dossier } from "../engine/dossier.ts";
import { extend, type Folded, fold, type Outcome, unopened } from "../engine/fold.ts";
import { type Line, otherLine, type PlacedAct } from "../engine/order.ts";
import type { Terms } from "../terms.ts";
import { testDigest } from "./walk.ts";

export interface Made {
  readonly line: Line;
  readonly step: string;
  readonly body?: JsonObject;
  /** Seconds after the start of the tests' time. */
  readonly at?: number;
  /** For what the register's history allows no effect. */
  readonly inadmissible?: Refusal;
  /** So many leaves more than its side has are claimed to have been seen. */
  readonly claims?: number;
}

export class World<Data> {
  readonly procedure: Procedure<Data>;
  readonly terms: Terms;
  /** Every leaf of each register; undefined for a leaf of another dossier. */
  readonly registers: [(PlacedAct | undefined)[], (PlacedAct | undefined)[]] = [[], []];
  readonly nodes: readonly [DossierNode<Data>, DossierNode<Data>];
  /** How many leaves of the other's register each node has. */
  readonly mirrored: [number, number] = [0, 0];
  readonly #sights: [number, number] = [0, 0];
  #acts = 0;

  constructor(procedure: Procedure<Data>, terms: Terms) {
    this.procedure = procedure;
    this.terms = deepFreeze(terms);
    this.nodes = [new DossierNode(procedure), new DossierNode(procedure)];
  }

  /** A side registers an act; its own node folds it at once. The first act of all gives the dossier its id. */
  make(made: Made): PlacedAct {
    this.#acts += 1;
    const seen = this.mirrored[made.line] + (made.claims ?? 0);
    this.#sights[made.line] = Math.max(this.#sights[made.line], seen);
    const sight = this.#sights[made.line];
    const register = this.registers[made.line];
    const act: Act = sampleAct({
      id: sampleId(this.#acts),
      party: this.terms.parties[made.line],
      dossier: sampleId(1),
      procedure: `${this.procedure.name}/${this.procedure.version}`,
      step: made.step,
      body: made.body ?? {},
      seen,
      at: { instant: sampleInstant(made.at ?? this.#acts), zone: "Africa/Casablanca" },
    });
    const { inadmissible } = made;
    const placed = deepFreeze({ act, index: register.length, sight, terms: this.terms, inadmissible });
    register.push(placed);
    this.nodes[made.line].add(made.line, placed);
    return placed;
  }

  /** A side registers an act of another dossier. */
  makeElsewhere(line: Line): void {
    this.registers[line].push(undefined);
  }

  /** A node learns of the next leaves of the other's register; of all there are, unless told how many. */
  receive(line: Line, leaves = Number.POSITIVE_INFINITY): void {
    const from = otherLine(line);
    const register = this.registers[from];
    for (let left = leaves; left > 0 && this.mirrored[line] < register.length; left--) {
      const placed = register[this.mirrored[line]];
      this.mirrored[line] += 1;
      if (placed) this.nodes[line].add(from, placed);
    }
  }

  receiveAll(): void {
    this.receive(0);
    this.receive(1);
  }
}

/** One node's view of the dossier. */
export class DossierNode<Data> {
  readonly procedure: Procedure<Data>;
  readonly lines: [PlacedAct[], PlacedAct[]] = [[], []];
  readonly outcomes = new Map<ActId, Outcome>();
  folded: Folded<Data> = unopened;
  /** How often an act could not extend what was folded. */
  refolds = 0;

  constructor(procedure: Procedure<Data>) {
    this.procedure = procedure;
  }

  add(line: Line, placed: PlacedAct): void {
    this.lines[line].push(placed);
    const extended = extend(this.procedure, { folded: this.folded, act: placed, digest: testDigest });
    if (!extended) this.refolds += 1;
    this.folded = extended ?? this.whole();
    deepFreeze(this.folded.dossier);
    for (const [id, outcome] of this.folded.outcomes) this.outcomes.set(id, outcome);
  }

  /** Everything this node knows, folded afresh. */
  whole(): Folded<Data> {
    return fold(this.procedure, { lines: this.lines, digest: testDigest });
  }

  get dossier(): Dossier<Data> | undefined {
    return this.folded.dossier;
  }

  outcomeOf(placed: PlacedAct): Outcome | undefined {
    return this.outcomes.get(placed.act.id);
  }
}

/** Freezes plain objects and arrays all the way down. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
