// The dossiers lately worked on, folded and ready to be extended. A cache and nothing more: what is not here is folded
// again from the register, and after a write that did not land everything here is forgotten. Where memory runs short a
// dossier first lets go of its acts, which only a crossing needs again, and keeps what they folded to.

import { setImmediate } from "node:timers/promises";
import { type AccordId, type ActId, type DossierId, type Label, parseLeaf } from "../../acts/index.ts";
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
  /** The acts of each line that are held here: the last ones. */
  readonly lines: [PlacedAct[], PlacedAct[]];
  /** How many acts of each line stand before those, in the store alone. */
  readonly released: [number, number];
  folded: Folded<unknown>;
  /** What became of the acts held here. */
  readonly outcomes: Map<ActId, Outcome>;
  /** Every label on its acts, each once, by policy and classification. */
  readonly labels: Map<string, Label>;
  /**
   * The officer of this side who made this side's last act here: known to this side only, for its rules of four eyes.
   */
  author: string | undefined;
}

type Changed = readonly { readonly id: ActId; readonly outcome: Outcome }[];

/**
 * Acts and dossiers held in memory, over all: some 2 kB an act, and about as much as `dossierWeight` acts a dossier.
 */
const keptMax = 20_000;
const dossierWeight = 4;

/** After so many acts folded in one go, whoever waits for the node to read or answer has a turn: some 100 ms. */
const foldedAtOnce = 1_000;

export class Dossiers {
  readonly #accord: AccordId;
  readonly #store: Store;
  readonly #ground: Ground;
  readonly #open = new Map<DossierId, OpenDossier>();
  #kept = 0;
  /** Acts folded since others last had a turn. */
  #folding = 0;

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
    const stored = await this.#store.actsOfDossier(this.#accord, id);
    await this.#pause(stored.length);
    const dossier = this.#fold(id, stored);
    this.#open.set(id, dossier);
    this.#kept += weightOf(dossier);
    return dossier;
  }

  async #pause(next: number): Promise<void> {
    if (this.#folding > 0 && this.#folding + next > foldedAtOnce) {
      this.#folding = 0;
      await setImmediate();
    }
    this.#folding += next;
  }

  /** Why the act is unfit for its dossier; undefined when it fits. */
  unfit(dossier: OpenDossier, placed: PlacedAct): ReturnType<typeof unfit> {
    const line = this.#ground.lineOf(placed.act.party);
    const before = dossier.released[line] + dossier.lines[line].length;
    return unfit({ placed, opening: dossier.opening, procedure: dossier.procedure, before });
  }

  /** The dossier with the act added, changing nothing; undefined when the act has crossed others. */
  extended(dossier: OpenDossier, placed: PlacedAct): Folded<unknown> | undefined {
    const procedure = dossier.procedure ?? this.#openedBy(placed);
    return procedure && extend(procedure, { folded: dossier.folded, act: placed, digest: digestOf });
  }

  /** Adds an act to its dossier. Gives the acts whose outcome it changed, itself included. */
  async add(dossier: OpenDossier, placed: PlacedAct, extended = this.extended(dossier, placed)): Promise<Changed> {
    if (!extended) await this.#recall(dossier);
    if (placed.act.id === dossier.id) {
      dossier.opening = placed;
      dossier.procedure = this.#openedBy(placed);
    }
    dossier.lines[this.#ground.lineOf(placed.act.party)].push(placed);
    noteLabel(dossier.labels, placed.act.label);
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

  /**
   * Lets go of the acts of the dossiers longest unused, then of those dossiers. Never during a batch: acts not yet
   * written are only here. `most`: how much may be held after it.
   */
  trim(most = keptMax): void {
    for (const dossier of this.#open.values()) {
      if (this.#kept <= most) return;
      this.#release(dossier);
    }
    for (const [id] of this.#open) {
      if (this.#kept <= most || this.#open.size <= 1) return;
      this.forget(id);
    }
  }

  /** What nobody has opened is small, and has no state to go on from. */
  #release(dossier: OpenDossier): void {
    if (!dossier.procedure) return;
    for (const line of [0, 1] as const) {
      dossier.released[line] += dossier.lines[line].length;
      this.#kept -= dossier.lines[line].length;
      dossier.lines[line] = [];
    }
    dossier.outcomes.clear();
  }

  /** Reads again what was let go: acts have crossed, and all are to be folded afresh. */
  async #recall(dossier: OpenDossier): Promise<void> {
    if (dossier.released[0] === 0 && dossier.released[1] === 0) return;
    const whole = this.#fold(dossier.id, await this.#store.actsOfDossier(this.#accord, dossier.id));
    for (const line of [0, 1] as const) {
      // Acts of this batch are not in the store yet; all others are, those held here too.
      dossier.lines[line] = [...whole.lines[line].slice(0, dossier.released[line]), ...dossier.lines[line]];
      this.#kept += dossier.released[line];
      dossier.released[line] = 0;
    }
    for (const [id, outcome] of whole.outcomes) if (!dossier.outcomes.has(id)) dossier.outcomes.set(id, outcome);
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
    const labels = new Map<string, Label>();
    for (const { act } of placed) noteLabel(labels, act.label);
    const released: [number, number] = [0, 0];
    const common = { id, opening, procedure, lines, released, labels, author };
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
  return dossierWeight + dossier.lines[0].length + dossier.lines[1].length;
}

/** How many acts of both lines the dossier has. */
export function actsIn({ released, lines }: OpenDossier): number {
  return released[0] + lines[0].length + released[1] + lines[1].length;
}

function noteLabel(labels: Map<string, Label>, label: Label): void {
  labels.set(`${label.classification} ${label.policy}`, label);
}

function withoutDossier(placed: PlacedAct): Outcome {
  const { dossier } = placed.act;
  return { kind: "void", refusal: placed.inadmissible ?? refuse("procedures.noDossier", { dossier }) };
}
