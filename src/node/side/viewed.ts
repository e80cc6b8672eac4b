// Dossiers as they stand now: one for its page, and the list entries that time or a clock set back has put out of date.

import { levelOf } from "../../acts/index.ts";
import { Fault, isRefusal } from "../../base/index.ts";
import { type Procedure, type Terms, type View, viewOf } from "../../procedures/index.ts";
import type { DossierRow } from "../../store/index.ts";
import { mend } from "./mend.ts";
import { dossierRow } from "./reader.ts";
import type { Side } from "./side.ts";
import { isPresent, type SideState } from "./state.ts";

/** A dossier as it stands, with what its reader must be cleared for. */
export interface Viewed<Data> {
  readonly procedure: Procedure<Data>;
  readonly view: View<Data>;
  readonly terms: Terms;
  /** The rank of the highest label on its acts; above every level where a label is not of the accord's policy. */
  readonly level: number;
}

/** Whether the dossier follows this procedure, whose data it then has. */
export function follows<Data>(viewed: Viewed<unknown>, procedure: Procedure<Data>): viewed is Viewed<Data> {
  return viewed.procedure.name === procedure.name && viewed.procedure.version === procedure.version;
}

/** Dossiers written in one transaction. */
const atOnce = 500;

/** Undefined when nothing has opened the dossier. Inside a turn. */
export async function viewed(
  side: Pick<Side, "clock">,
  input: { state: SideState; id: DossierRow["id"] },
): Promise<Viewed<unknown> | undefined> {
  const { ground, dossiers } = input.state;
  const { procedure, folded, labels } = await dossiers.open(input.id);
  if (!procedure || !folded.dossier) return undefined;
  const now = side.clock.now();
  const terms = ground.presentTerms(now);
  const levels = [...labels.values()].map((label) => levelOf(terms.labels, label));
  const level = levels.reduce<number>(
    (most, one) => Math.max(most, isRefusal(one) ? terms.labels.levels.length : one),
    0,
  );
  return { procedure, view: viewOf(procedure, { dossier: folded.dossier, terms, now }), terms, level };
}

/** Writes the entries whose time has come. Gives how many. Inside a turn. */
export async function lapsed(side: Side, state: SideState): Promise<number> {
  const due = await side.store.lapsing(side.row.accord, { before: side.clock.now(), limit: atOnce });
  await write(side, { state, ids: due });
  return due.length;
}

/** Writes every entry anew. Inside a turn. */
export async function retold(side: Side, state: SideState): Promise<void> {
  const { store, row } = side;
  const ids: DossierRow["id"][] = [];
  let cursor: string | undefined;
  do {
    const page = await store.dossiers(row.accord, { limit: atOnce, ...(cursor === undefined ? {} : { cursor }) });
    if (isRefusal(page)) throw new Fault("node.badCursor", "The store refused its own cursor.");
    ids.push(...page.items.map((item) => item.id));
    cursor = page.next;
  } while (cursor !== undefined);
  for (let at = 0; at < ids.length; at += atOnce) await write(side, { state, ids: ids.slice(at, at + atOnce) });
}

async function write(side: Side, input: { state: SideState; ids: readonly DossierRow["id"][] }): Promise<void> {
  const { state, ids } = input;
  if (ids.length === 0) return;
  const now = side.clock.now();
  const terms = state.ground.presentTerms(now);
  const dossiers: DossierRow[] = [];
  for (const id of ids) {
    const row = dossierRow({ open: await state.dossiers.open(id), terms, now });
    if (row) dossiers.push(row);
    state.dossiers.trim();
  }
  await side.store.commit({ accord: side.row.accord, dossiers });
  side.announce({ acts: [], documents: undefined, dossiers });
  // Another process may have registered an act in one of them since they were read.
  if (!(await isPresent(state, side))) await mend(side, ids);
}
