// The dossiers lately worked on, folded and ready to be extended. A cache and nothing more: what is not here is folded
// again from the register, and after a write that did not land everything here is forgotten.

import { type AccordId, type ActId, type DossierId, parseLeaf } from "../../acts/index.ts";
import { Fault, isRefusal, refuse } from "../../base/index.ts";
import {
  extend,
  type Folded,
  fold,
  type Ground,
  type Outcome,
  type PlacedAct,
  type Procedure,
  unopened,
} from "../../procedures/index.ts";
import type { Store, StoredAct } from "../../store/index.ts";
import { digestOf } from "./digest.ts";
import { judgedForGood, sameOutcome } from "./outcomes.ts";
import { unfit } from "./unfit.ts";

export interface OpenDossier {
  readonly id: DossierId;
  /** The act that names itself as the dossier, and the procedure it names; undefined while it has not come. */
  opening: PlacedAct | undefined;
  procedure: Procedure<unknown> | undefined;
  readonly lines: [PlacedAct[], PlacedAct[]];
  folded: Folded<unknown>;
  readonly outcomes: Map<ActId, Outcome>;
  /**
   * The officer of this side who made this side's last act here: known to this side only, for its rules of four eyes.
   */
  author: string | undefined;
}

type Changed = readonly { readonly id: ActId; readonly outcome: Outcome }[];

/** Acts kept folded in memory, over all dossiers, each dossier counting as one more: some 2 kB each. */
const keptMax = 20_000;

export class Dossiers {
  readonly #accord: AccordId;
  readonly #store: Store;
  readonly #ground: Ground;
  readonly #open = new Map<DossierId, OpenDossier>();
  #kept = 0;

  constructor(input: { accord: AccordId; store: Store; ground: Ground }) {
    this.#accord = input.accord;
    this.#store = input.store;
    this.#ground = input.ground;
  }

  /** The dossier folded over every registered act; new and empty when there is none. */
  async open(id: DossierId): Promise<OpenDossier> {
    const known = this.#open.get(id);
    if (known) {
      // Put last again: the map keeps insertion order, so its first entry is the one longest unused.
      this.#open.delete(id);
      this.#open.set(id, known);
      return known;
    }
    // Asked for even where an act opens it that is only now made: acts that name a dossier can come before its opening.
    const dossier = this.#fold(id, await this.#store.actsOfDossier(this.#accord, id));
    this.#open.set(id, dossier);
    this.#kept += weightOf(dossier);
    return dossier;
  }

  /** Why the act is unfit for its dossier; undefined when it fits. */
  unfit(dossier: OpenDossier, placed: PlacedAct): ReturnType<typeof unfit> {
    const before = dossier.lines[this.#ground.lineOf(placed.act.party)].length;
    return unfit({ placed, opening: dossier.opening, procedure: dossier.procedure, before });
  }

  /** The dossier with the act added, changing nothing; undefined when the act has crossed others. */
  extended(dossier: OpenDossier, placed: PlacedAct): Folded<unknown> | undefined {
    const procedure = dossier.procedure ?? this.#openedBy(placed);
    return procedure && extend(procedure, { folded: dossier.folded, act: placed, digest: digestOf });
  }

  /** Adds an act to its dossier. Returns the acts whose outcome it changed, itself included. */
  add(dossier: OpenDossier, placed: PlacedAct, extended = this.extended(dossier, placed)): Changed {
    if (placed.act.id === dossier.id) {
      dossier.opening = placed;
      dossier.procedure = this.#openedBy(placed);
    }
    dossier.lines[this.#ground.lineOf(placed.act.party)].push(placed);
    this.#kept += 1;
    const { procedure } = dossier;
    if (procedure) return extended ? this.#keep(dossier, extended) : this.#foldAgain(dossier, procedure);
    const outcome = withoutDossier(placed);
    dossier.outcomes.set(placed.act.id, outcome);
    return [{ id: placed.act.id, outcome }];
  }

  forget(id: DossierId): void {
    const dossier = this.#open.get(id);
    if (!dossier) return;
    this.#open.delete(id);
    this.#kept -= weightOf(dossier);
  }

  /** Lets go of the dossiers longest unused. Never during a batch: acts not yet written are only here. */
  trim(): void {
    for (const [id] of this.#open) {
      if (this.#kept <= keptMax || this.#open.size <= 1) return;
      this.forget(id);
    }
  }

  #foldAgain(dossier: OpenDossier, procedure: Procedure<unknown>): Changed {
    return this.#keep(dossier, fold(procedure, { lines: dossier.lines, digest: digestOf }));
  }

  #keep(dossier: OpenDossier, folded: Folded<unknown>): Changed {
    dossier.folded = { ...folded, outcomes: new Map() };
    const changed: { id: ActId; outcome: Outcome }[] = [];
    for (const [id, outcome] of folded.outcomes) {
      const before = dossier.outcomes.get(id);
      if (before && sameOutcome(before, outcome)) continue;
      dossier.outcomes.set(id, outcome);
      changed.push({ id, outcome });
    }
    return changed;
  }

  #fold(id: DossierId, stored: readonly StoredAct[]): OpenDossier {
    const placed = stored.map((one) => this.#placeAgain(one));
    const opening = placed.find((one) => one.act.id === id);
    const procedure = opening && this.#openedBy(opening);
    const lines: [PlacedAct[], PlacedAct[]] = [[], []];
    for (const one of placed) {
      const line = lines[this.#ground.lineOf(one.act.party)];
      const inadmissible = one.inadmissible ?? unfit({ placed: one, opening, procedure, before: line.length });
      line.push(inadmissible ? { ...one, inadmissible } : one);
    }
    const author = stored.findLast((one) => one.row.officer !== undefined)?.row.officer;
    const common = { id, opening, procedure, lines, author };
    if (!procedure) {
      const outcomes = new Map(lines.flat().map((one) => [one.act.id, withoutDossier(one)]));
      return { ...common, folded: unopened, outcomes };
    }
    const folded = fold(procedure, { lines, digest: digestOf });
    return { ...common, folded: { ...folded, outcomes: new Map() }, outcomes: new Map(folded.outcomes) };
  }

  #placeAgain(stored: StoredAct): PlacedAct {
    const leaf = parseLeaf(stored.leaf);
    if (isRefusal(leaf))
      throw new Fault("node.damagedLeaf", `Leaf ${stored.row.index} of ${stored.row.party} no longer reads as an act.`);
    const { index, sight, outcome } = stored.row;
    return this.#ground.placeAgain({ act: leaf.act, index, sight, inadmissible: judgedForGood(outcome) });
  }

  /**
   * The procedure of the act that opens a dossier; undefined for any other act, and for a procedure this node lacks.
   */
  #openedBy(placed: PlacedAct): Procedure<unknown> | undefined {
    if (placed.act.id !== placed.act.dossier) return undefined;
    const procedure = this.#ground.procedureOf(placed.act);
    return isRefusal(procedure) ? undefined : procedure;
  }
}

function weightOf(dossier: OpenDossier): number {
  return 1 + dossier.lines[0].length + dossier.lines[1].length;
}

function withoutDossier(placed: PlacedAct): Outcome {
  const { dossier } = placed.act;
  return { kind: "void", refusal: placed.inadmissible ?? refuse("procedures.noDossier", { dossier }) };
}
