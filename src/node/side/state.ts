// What one side's node holds in memory of one accord, all of it derived from the store: the ground, the dossiers lately
// worked on, and where each register stands. When a write does not land, the whole of it is dropped and read again; there
// is no other repair.

import { type Founding, parseLeaf, type PartyCode } from "../../acts/index.ts";
import { Fault, isRefusal } from "../../base/index.ts";
import { admissionCodes, allProcedures, Ground, groundProcedures, type PlacedAct } from "../../procedures/index.ts";
import { loadEdge, type TreeEdge } from "../../register/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { AccordRow, Store, StoredAct } from "../../store/index.ts";
import type { Clock } from "../clock.ts";
import type { NodeKeys } from "../keys.ts";
import type { Verifier } from "../verifier.ts";
import { digestOf, keyIdOfText } from "./digest.ts";
import { Dossiers } from "./dossiers.ts";

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
  /** The largest `seen` in each register so far. */
  readonly sights: Map<PartyCode, number>;
}

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

/** Reads the state from the store: the acts of the ground procedures, and the edges of both trees. */
export async function loadState(input: { row: AccordRow; founding: Founding; store: Store }): Promise<SideState> {
  const { row, store } = input;
  const ground = newGround(input);
  const stored = (await store.actsOfProcedures(row.accord, groundProcedures)).filter(counts);
  // Contests first: they say which dates do not count, whatever was registered before them.
  noteAll(
    ground,
    stored.filter((one) => one.row.procedure === "contest"),
  );
  noteAll(
    ground,
    stored.filter((one) => one.row.procedure !== "contest"),
  );
  const edges = new Map<PartyCode, TreeEdge>();
  const sights = new Map<PartyCode, number>();
  for (const [party, origin] of [
    [row.own, row.ownOrigin],
    [row.other, row.otherOrigin],
  ] as const) {
    const edge = await loadEdge({ reader: store, origin, suite: nativeSuite });
    edges.set(party, edge);
    sights.set(party, await lastSight({ row, store, party, size: edge.size }));
  }
  return { ground, dossiers: new Dossiers({ accord: row.accord, store, ground }), edges, sights };
}

/** Whether the fold still has a say: what was inadmissible when it was registered is so for good. */
function counts({ row: { outcome } }: StoredAct): boolean {
  return outcome.kind !== "void" || outcome.code === "procedures.datedAhead" || !admissionCodes.has(outcome.code);
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

/** The largest `seen` of the register: what its last readable act carries. */
async function lastSight(input: { row: AccordRow; store: Store; party: PartyCode; size: number }): Promise<number> {
  const { row, store, party, size } = input;
  const step = 256;
  for (let end = size; end > 0; end -= step) {
    const start = Math.max(0, end - step);
    const acts = await store.actsOfRegister(row.accord, { party, start, limit: end - start });
    const last = acts.at(-1);
    if (last) return last.sight;
  }
  return 0;
}
