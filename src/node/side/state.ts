// What one side's node holds in memory of one accord, all of it derived from the store: the ground, the dossiers lately
// worked on, and where each register stands. When a write does not land, the whole of it is dropped and read again;
// there is no other repair.

import { type Founding, type PartyCode, parseLeaf } from "../../acts/index.ts";
import { Fault, isRefusal } from "../../base/index.ts";
import { allProcedures, Ground, groundProcedures, type PlacedAct, retentionProcedure } from "../../procedures/index.ts";
import { loadEdge, type Origin, type TreeEdge } from "../../register/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { AccordRow, ActRow, Store, StoredAct } from "../../store/index.ts";
import type { Clock } from "../clock.ts";
import type { NodeKeys } from "../keys.ts";
import type { Verifier } from "../verifier.ts";
import { digestOf, keyIdOfText } from "./digest.ts";
import { Dossiers } from "./dossiers.ts";
import { judgedForGood } from "./outcomes.ts";

/** What one accord on one side is made of. */
export interface SideParts {
  readonly row: AccordRow;
  readonly founding: Founding;
  readonly store: Store;
  readonly keys: NodeKeys;
  readonly clock: Clock;
  readonly verifier: Verifier;
}

export interface SideState {
  readonly ground: Ground;
  readonly dossiers: Dossiers;
  /** The right edge of each register's tree. */
  readonly edges: Map<PartyCode, TreeEdge>;
  /**
   * How many leaves of each register have been read as acts. Fewer than the tree has only after a loss: while acts of
   * the recovered tail rest on acts of the other side that are not mirrored here again.
   */
  readonly read: Map<PartyCode, number>;
  /** The largest `seen` in each register so far. */
  readonly sights: Map<PartyCode, number>;
  /** When this side registered last, by its own clock. Milliseconds since 1970; -Infinity before its first act. */
  lastAt: number;
}

const unfitCodes: ReadonlySet<string> = new Set(["procedures.otherProcedure", "procedures.tooManyActs"]);

const procedures = new Map(allProcedures.map((procedure) => [procedure.name, procedure]));

/** A ground with nothing on it but the founding. */
export function newGround(input: { row: AccordRow; founding: Founding }): Ground {
  return new Ground({
    accord: input.row.accord,
    founding: input.founding,
    procedures,
    digest: digestOf,
    keyId: keyIdOfText,
  });
}

/** How often the state is read again because another process of this side wrote meanwhile. */
const readingsMax = 100;

/** Reads the state from the store, all of it as it was at one moment: the acts of the ground procedures, both trees. */
export async function loadState(input: { row: AccordRow; founding: Founding; store: Store }): Promise<SideState> {
  for (let i = 0; i < readingsMax; i++) {
    const state = await readState(input);
    if (await isPresent(state, input)) return state;
  }
  throw new Fault("node.contended", "Other processes of this side wrote whenever this one read.");
}

/** Whether both registers still end where the state says. */
export async function isPresent(state: SideState, from: { row: AccordRow; store: Store }): Promise<boolean> {
  for (const { party, origin } of registersOf(from.row))
    if (((await from.store.head(origin))?.size ?? 0) !== edgeOf(state, party).size) return false;
  return true;
}

export function edgeOf(state: SideState, party: PartyCode): TreeEdge {
  const edge = state.edges.get(party);
  if (!edge) throw new Fault("node.noEdge", `No tree for ${party}.`);
  return edge;
}

/** How many leaves of the party's register have been read as acts. */
export function readOf(state: SideState, party: PartyCode): number {
  return state.read.get(party) ?? 0;
}

/** Whether a register has leaves that have not been read as acts yet. */
export function isBehind(state: SideState): boolean {
  return [...state.edges].some(([party, edge]) => readOf(state, party) < edge.size);
}

export function registersOf(row: AccordRow): readonly { readonly party: PartyCode; readonly origin: Origin }[] {
  return [
    { party: row.own, origin: row.ownOrigin },
    { party: row.other, origin: row.otherOrigin },
  ];
}

async function readState(input: { row: AccordRow; founding: Founding; store: Store }): Promise<SideState> {
  const { row, store } = input;
  const edges = new Map<PartyCode, TreeEdge>();
  const read = new Map<PartyCode, number>();
  const sights = new Map<PartyCode, number>();
  let lastAt = Number.NEGATIVE_INFINITY;
  const unreadable = await store.unreadable(row.accord);
  for (const { party, origin } of registersOf(row)) {
    const edge = await loadEdge({ reader: store, origin, suite: nativeSuite });
    edges.set(party, edge);
    const last = await lastAct({ row, store, party, size: edge.size });
    sights.set(party, last?.sight ?? 0);
    const ends = unreadable.filter((leaf) => leaf.party === party).map((leaf) => leaf.index + 1);
    read.set(
      party,
      ends.reduce((most, end) => Math.max(most, end), (last?.index ?? -1) + 1),
    );
    if (party === row.own && last) lastAt = last.at;
  }
  const ground = await groundOf(input);
  return { ground, dossiers: new Dossiers({ accord: row.accord, store, ground }), edges, read, sights, lastAt };
}

async function groundOf(input: { row: AccordRow; founding: Founding; store: Store }): Promise<Ground> {
  const ground = newGround(input);
  const stored = (await input.store.actsOfProcedures(input.row.accord, groundProcedures)).filter(counts);
  noteAll(ground, stored);
  for (const stored of await actsOfHolds(input)) if (counts(stored)) ground.note(placedAgain(ground, stored));
  return ground;
}

/** Dossiers read at a time. */
const atOnce = 500;

/**
 * The acts of every hold there ever was, each dossier's in order. By the list of dossiers and not by the procedure: of
 * the erasures, which the same procedure has, there are as many as of dossiers that have ended.
 */
async function actsOfHolds({ row, store }: { row: AccordRow; store: Store }): Promise<readonly StoredAct[]> {
  const acts: StoredAct[] = [];
  for (const state of ["held", "lifted", "ended"]) {
    let cursor: string | undefined;
    do {
      const query = { procedure: retentionProcedure.name, state, limit: atOnce, ...(cursor ? { cursor } : {}) };
      const page = await store.dossiers(row.accord, query);
      if (isRefusal(page)) throw new Fault("node.badPage", "The store refused a page of its own.");
      for (const { id } of page.items) acts.push(...(await store.actsOfDossier(row.accord, id)));
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return acts;
}

/** Whether the fold still has a say: what was inadmissible when it was registered is so for good. */
function counts({ row: { outcome } }: StoredAct): boolean {
  if (outcome.kind === "void" && unfitCodes.has(outcome.code)) return false;
  return judgedForGood(outcome) === undefined;
}

/** Notes acts in an order in which each comes after what its author had seen. */
function noteAll(ground: Ground, stored: readonly StoredAct[]): void {
  const lines = ground.parties.map((party) => stored.filter((one) => one.row.party === party));
  const [first = [], second = []] = lines;
  let i = 0;
  let j = 0;
  while (i < first.length || j < second.length) {
    const a = first[i];
    const b = second[j];
    const takeFirst = a !== undefined && (b === undefined || b.row.index >= a.row.sight || a.row.index < b.row.sight);
    const one = takeFirst ? a : b;
    if (takeFirst) i += 1;
    else j += 1;
    if (one) ground.note(placedAgain(ground, one));
  }
}

function placedAgain(ground: Ground, { row, leaf }: StoredAct): PlacedAct {
  const parsed = parseLeaf(leaf);
  if (isRefusal(parsed))
    throw new Fault("node.damagedLeaf", `Leaf ${row.index} of ${row.party} no longer reads as an act.`);
  return ground.placeAgain({ act: parsed.act, index: row.index, sight: row.sight, inadmissible: undefined });
}

/** The last act of the register that could be read; its sight is the largest of them all. */
async function lastAct(input: {
  row: AccordRow;
  store: Store;
  party: PartyCode;
  size: number;
}): Promise<ActRow | undefined> {
  const { row, store, party, size } = input;
  const step = 256;
  for (let end = size; end > 0; end -= step) {
    const start = Math.max(0, end - step);
    const acts = await store.actsOfRegister(row.accord, { party, start, limit: end - start });
    const last = acts.filter((act) => act.index < end).at(-1);
    if (last) return last;
  }
  return undefined;
}
