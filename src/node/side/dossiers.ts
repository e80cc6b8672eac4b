// The dossiers lately worked on, folded and ready to be extended. A cache and nothing more: what is not here is folded
// again from the register, and after a write that did not land everything here is forgotten.

import { type AccordId, type ActId, type DossierId, parseLeaf } from "../../acts/index.ts";
import { Fault, isRefusal, refuse } from "../../base/index.ts";
import {
  admissionCodes,
  extend,
  fold,
  type Folded,
  type Ground,
  type Outcome,
  type PlacedAct,
  type Procedure,
  unopened,
} from "../../procedures/index.ts";
import type { OutcomeRow, Store, StoredAct } from "../../store/index.ts";
import { digestOf } from "./digest.ts";

export interface OpenDossier {
  readonly id: DossierId;
  /** Set by the opening act; undefined while only acts without an opening have come. */
  procedure: Procedure<unknown> | undefined;
  readonly lines: [PlacedAct[], PlacedAct[]];
  folded: Folded<unknown>;
  readonly outcomes: Map<ActId, Outcome>;
  /** The officer of this side who made this side's last act here: known to this side only, for its rules of four eyes. */
  author: string | undefined;
}

/** Acts kept folded in memory, over all dossiers: some 2 kB each. */
const keptActsMax = 20_000;

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
    const dossier = this.#fold(id, await this.#store.actsOfDossier(this.#accord, id));
    this.#open.set(id, dossier);
    this.#kept += dossier.lines[0].length + dossier.lines[1].length;
    return dossier;
  }

  /** A dossier that its opening act is about to open: nothing of it can be in the register. */
  begin(id: DossierId): OpenDossier {
    const dossier: OpenDossier = {
      id,
      procedure: undefined,
      lines: [[], []],
      folded: unopened,
      outcomes: new Map(),
      author: undefined,
    };
    this.#open.set(id, dossier);
    return dossier;
  }

  has(id: DossierId): boolean {
    return this.#open.has(id);
  }

  /** The dossier with the act added, changing nothing; undefined when the act has crossed others. */
  extended(dossier: OpenDossier, placed: PlacedAct): Folded<unknown> | undefined {
    const procedure = dossier.procedure ?? openingProcedure(this.#ground, placed);
    return procedure && extend(procedure, { folded: dossier.folded, act: placed, digest: digestOf });
  }

  /** Adds an act to its dossier. Returns the acts whose outcome it changed, itself included. */
  add(
    dossier: OpenDossier,
    placed: PlacedAct,
    extended = this.extended(dossier, placed),
  ): readonly { readonly id: ActId; readonly outcome: Outcome }[] {
    const line = this.#ground.lineOf(placed.act.party);
    dossier.procedure ??= openingProcedure(this.#ground, placed);
    dossier.lines[line].push(placed);
    this.#kept += 1;
    const procedure = dossier.procedure;
    if (!procedure) {
      const refusal = placed.inadmissible ?? refuse("procedures.noDossier", { dossier: dossier.id });
      const outcome: Outcome = { kind: "void", refusal };
      dossier.outcomes.set(placed.act.id, outcome);
      return [{ id: placed.act.id, outcome }];
    }
    return extended ? this.#keep(dossier, extended) : this.#foldAgain(dossier, procedure);
  }

  /** Judges one act of a dossier again, after a contest of its date. Returns the acts whose outcome that changed. */
  contested(dossier: OpenDossier, leaf: { line: 0 | 1; index: number }): { id: ActId; outcome: Outcome }[] {
    const line = dossier.lines[leaf.line];
    const position = line.findIndex((placed) => placed.index === leaf.index);
    const placed = line[position];
    if (!placed || !dossier.procedure) return [];
    line[position] = this.#ground.placeAgain(placed);
    return this.#foldAgain(dossier, dossier.procedure);
  }

  forget(id: DossierId): void {
    const dossier = this.#open.get(id);
    if (!dossier) return;
    this.#open.delete(id);
    this.#kept -= dossier.lines[0].length + dossier.lines[1].length;
  }

  #foldAgain(dossier: OpenDossier, procedure: Procedure<unknown>): { id: ActId; outcome: Outcome }[] {
    return this.#keep(dossier, fold(procedure, { lines: dossier.lines, digest: digestOf }));
  }

  #keep(dossier: OpenDossier, folded: Folded<unknown>): { id: ActId; outcome: Outcome }[] {
    dossier.folded = { ...folded, outcomes: new Map() };
    const changed: { id: ActId; outcome: Outcome }[] = [];
    for (const [id, outcome] of folded.outcomes) {
      if (sameOutcome(dossier.outcomes.get(id), outcome)) continue;
      dossier.outcomes.set(id, outcome);
      changed.push({ id, outcome });
    }
    return changed;
  }

  /** Lets go of the dossiers longest unused. Never during a batch: acts not yet written are only here. */
  trim(): void {
    for (const [id] of this.#open) {
      if (this.#kept <= keptActsMax || this.#open.size <= 1) return;
      this.forget(id);
    }
  }

  #fold(id: DossierId, stored: readonly StoredAct[]): OpenDossier {
    const lines: [PlacedAct[], PlacedAct[]] = [[], []];
    for (const one of stored) lines[this.#ground.lineOf(one.row.party)].push(this.#placeAgain(one));
    const opening = lines.flat().find((placed) => placed.act.id === id);
    const procedure = opening && openingProcedure(this.#ground, opening);
    const author = stored.findLast((one) => one.row.officer !== undefined)?.row.officer;
    if (procedure) {
      const folded = fold(procedure, { lines, digest: digestOf });
      const outcomes = new Map(folded.outcomes);
      return { id, procedure, lines, folded: { ...folded, outcomes: new Map() }, outcomes, author };
    }
    const outcomes = new Map<ActId, Outcome>(
      lines.flat().map((placed) => [
        placed.act.id,
        { kind: "void", refusal: placed.inadmissible ?? refuse("procedures.noDossier", { dossier: id }) },
      ]),
    );
    return { id, procedure: undefined, lines, folded: unopened, outcomes, author };
  }

  #placeAgain(stored: StoredAct): PlacedAct {
    const leaf = parseLeaf(stored.leaf);
    if (isRefusal(leaf))
      throw new Fault("node.damagedLeaf", `Leaf ${stored.row.index} of ${stored.row.party} no longer reads as an act.`);
    return this.#ground.placeAgain({
      act: leaf.act,
      index: stored.row.index,
      sight: stored.row.sight,
      inadmissible: keptRefusal(stored.row.outcome),
    });
  }
}

/** The procedure of the act that opens a dossier; undefined for any other act, and for a procedure this node lacks. */
function openingProcedure(ground: Ground, placed: PlacedAct): Procedure<unknown> | undefined {
  if (placed.act.id !== placed.act.dossier) return undefined;
  const procedure = ground.procedureOf(placed.act);
  return isRefusal(procedure) ? undefined : procedure;
}

/** What was judged for good when the act was registered; everything else is judged again by the fold. */
function keptRefusal(outcome: OutcomeRow): ReturnType<typeof refuse> | undefined {
  if (outcome.kind !== "void" || !admissionCodes.has(outcome.code) || outcome.code === "procedures.datedAhead")
    return undefined;
  return { kind: "refused", code: outcome.code as Parameters<typeof refuse>[0], details: JSON.parse(outcome.details) };
}

function sameOutcome(a: Outcome | undefined, b: Outcome): boolean {
  if (a?.kind !== b.kind) return false;
  if (a.kind === "void" && b.kind === "void") return a.refusal.code === b.refusal.code;
  if (a.kind === "crossed" && b.kind === "crossed") return a.by === b.by;
  return true;
}

/** An outcome as the store keeps it. */
export function outcomeRow(outcome: Outcome): OutcomeRow {
  switch (outcome.kind) {
    case "effective":
      return { kind: "effective" };
    case "void":
      return { kind: "void", code: outcome.refusal.code, details: JSON.stringify(outcome.refusal.details) };
    case "crossed":
      return { kind: "crossed", by: outcome.by };
  }
}
