// Reads new leaves of one register as acts and says what they change: the one path for what this side registers, what
// it mirrors, and what fsck rebuilds. It changes the state in memory; whoever calls it writes the rows in the same
// transaction as the leaves, and drops the state if that write does not land.

import { type AccordId, type Act, type ActId, epochMs, type Leaf, type PartyCode } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import {
  byLanguage,
  type Folded,
  firstByLanguage,
  type KeyIdText,
  type Outcome,
  type PlacedAct,
  type Terms,
  viewOf,
} from "../../procedures/index.ts";
import type { ActRow, DocumentChanges, DossierRow, OutcomeRow, Store, UnreadableRow } from "../../store/index.ts";
import { DocumentNotes } from "../documents/naming.ts";
import { actsIn, type OpenDossier } from "./dossiers.ts";
import { outcomeRow } from "./outcomes.ts";
import type { SideState } from "./state.ts";
import { foreign } from "./unfit.ts";

export interface ReadLeaf {
  readonly leaf: Leaf | Refusal;
  /** The keys whose signatures on the leaf verify. */
  readonly signedBy: readonly KeyIdText[];
}

/** A leaf without effect, and why. */
export interface Voided {
  readonly party: PartyCode;
  readonly index: number;
  readonly refusal: Refusal;
}

export interface Readings {
  readonly acts: readonly ActRow[];
  readonly unreadable: readonly UnreadableRow[];
  readonly outcomes: readonly { readonly id: ActId; readonly outcome: OutcomeRow }[];
  readonly dossiers: readonly DossierRow[];
  /** Leaves that can take no effect, for the side that mirrors them to contest. */
  readonly voids: readonly Voided[];
  /** What the acts say of sealed documents; undefined for nothing. */
  readonly documents: DocumentChanges | undefined;
}

/** Gathers what a batch of leaves changes. One for a transaction. */
export class Reader {
  readonly #state: SideState;
  readonly #store: Store;
  readonly #accord: AccordId;
  readonly #ids = new Set<string>();
  readonly #acts: ActRow[] = [];
  readonly #byId = new Map<ActId, number>();
  readonly #unreadable: UnreadableRow[] = [];
  readonly #outcomes = new Map<ActId, Outcome>();
  readonly #touched = new Map<string, OpenDossier>();
  readonly #voids: Voided[] = [];
  readonly #documents = new DocumentNotes();
  constructor(input: { state: SideState; store: Store; accord: AccordId }) {
    this.#state = input.state;
    this.#store = input.store;
    this.#accord = input.accord;
  }

  /** Looks up which of these ids are registered already; `read` then refuses them. */
  async expect(ids: readonly ActId[]): Promise<void> {
    for (const id of (await this.#store.actsById(this.#accord, ids)).keys()) this.#ids.add(id);
  }

  /** Reads one leaf. `party` is whose register it stands in. */
  async read(input: { party: PartyCode; index: number; read: ReadLeaf }): Promise<void> {
    const { party, index, read } = input;
    if ("kind" in read.leaf) return this.#unread({ party, index, refusal: read.leaf });
    const { act } = read.leaf;
    const refusal = foreign(act, { accord: this.#accord, party }) ?? this.#repeated(act, index);
    if (refusal) return this.#unread({ party, index, refusal });
    const placed = await this.place({ party, index, act, signedBy: read.signedBy });
    await this.take({ placed, dossier: await this.dossierOf(placed), party });
  }

  /** Judges whether the act may stand at this place. */
  async place(input: {
    party: PartyCode;
    index: number;
    act: Act;
    signedBy: readonly KeyIdText[];
  }): Promise<PlacedAct> {
    const { party, index, act, signedBy } = input;
    const sight = Math.max(this.#state.sights.get(party) ?? 0, act.seen);
    const placed = this.#state.ground.place({ act, index, sight, party, signedBy });
    if (placed.inadmissible) return placed;
    const inadmissible = this.#state.dossiers.unfit(await this.dossierOf(placed), placed);
    return inadmissible ? { ...placed, inadmissible } : placed;
  }

  dossierOf(placed: PlacedAct): Promise<OpenDossier> {
    return this.#state.dossiers.open(placed.act.dossier);
  }

  /** Gives the act its effect, or finds that it has none, and keeps the rows to be written. */
  async take(input: {
    placed: PlacedAct;
    dossier: OpenDossier;
    party: PartyCode;
    /** The dossier extended by the act, when it was worked out already. */
    extended?: Folded<unknown> | undefined;
    /** The officer who made it, for an act of this side. */
    officer?: string | undefined;
  }): Promise<Outcome> {
    const { placed, dossier, party, officer } = input;
    const { act, index, sight } = placed;
    this.#ids.add(act.id);
    this.#state.sights.set(party, sight);
    let own: Outcome = { kind: "effective" };
    for (const { id, outcome } of await this.#state.dossiers.add(dossier, placed, input.extended)) {
      if (id === act.id) own = outcome;
      else this.#changed(id, outcome);
    }
    this.#byId.set(act.id, this.#acts.length);
    this.#acts.push({
      party,
      index,
      id: act.id,
      dossier: act.dossier,
      procedure: act.procedure.slice(0, act.procedure.indexOf("/")),
      step: act.step,
      service: act.service,
      function: act.function,
      at: epochMs(act.at.instant),
      sight,
      outcome: outcomeRow(own),
      officer,
    });
    if (officer !== undefined) dossier.author = officer;
    if (dossier.procedure) this.#touched.set(dossier.id, dossier);
    if (own.kind === "void") this.#voids.push({ party, index, refusal: own.refusal });
    const holds = this.#holdsOfOther(act, party);
    this.#documents.note({ act, party, index, outcome: own, procedure: dossier.procedure, holds });
    this.#state.ground.note(placed);
    return own;
  }

  /** The rows of everything read so far, with each dossier as it stands at `now`. */
  readings(now: number): Readings {
    const terms = this.#state.ground.presentTerms(now);
    const dossiers: DossierRow[] = [];
    for (const open of this.#touched.values()) {
      const row = dossierRow({ open, terms, now });
      if (row) dossiers.push(row);
    }
    return {
      acts: this.#acts,
      unreadable: this.#unreadable,
      outcomes: [...this.#outcomes].map(([id, outcome]) => ({ id, outcome: outcomeRow(outcome) })),
      dossiers,
      voids: this.#voids,
      documents: this.#documents.changes(now),
    };
  }

  /** Whether the other side than an act's holds a document: as far as its register is known here. */
  #holdsOfOther(act: Act, party: PartyCode): (digest: string) => boolean {
    const { ground } = this.#state;
    const other = ground.parties.find((one) => one !== party) ?? party;
    const point = { index: Number.POSITIVE_INFINITY, at: epochMs(act.at.instant) };
    return (digest) => ground.holdsOf(other).holdOn(digest, point) !== undefined;
  }

  #unread(input: { party: PartyCode; index: number; refusal: Refusal }): void {
    const { party, index, refusal } = input;
    this.#unreadable.push({ party, index, code: refusal.code, details: JSON.stringify(refusal.details) });
    this.#voids.push({ party, index, refusal });
  }

  #repeated(act: Act, index: number): Refusal | undefined {
    return this.#ids.has(act.id) ? refuse("procedures.repeatedId", { id: act.id, index }) : undefined;
  }

  #changed(id: ActId, outcome: Outcome): void {
    const inBatch = this.#byId.get(id);
    const row = inBatch === undefined ? undefined : this.#acts[inBatch];
    if (inBatch !== undefined && row) this.#acts[inBatch] = { ...row, outcome: outcomeRow(outcome) };
    else this.#outcomes.set(id, outcome);
  }
}

/** The list entry of a dossier at `now`; undefined while nothing has opened it. */
export function dossierRow(input: { open: OpenDossier; terms: Terms; now: number }): DossierRow | undefined {
  const { open, terms, now } = input;
  const { procedure } = open;
  const folded = open.folded.dossier;
  if (!procedure || !folded) return undefined;
  const view = viewOf(procedure, { dossier: folded, terms, now });
  const due = view.deadlines[0];
  return {
    id: open.id,
    procedure: procedure.name,
    version: procedure.version,
    title: procedure.title(view.dossier.data, firstByLanguage),
    titles: byLanguage((read) => procedure.title(view.dossier.data, read)),
    state: view.dossier.state,
    final: view.final,
    turn: view.turn,
    due,
    openedAt: folded.openedAt,
    changedAt: folded.time,
    acts: actsIn(open),
    lapsesAt: view.lapsesAt,
  };
}
