// What of an accord's communiqués this side has out, read from the dossiers as they stand by this node's clock.

import type { AccordId, DossierId } from "../../acts/index.ts";
import { Fault, isRefusal } from "../../base/index.ts";
import { calendarOf, communiqueProcedure, type ToldToPublic, toldToPublic } from "../../procedures/index.ts";
import type { DossierRow } from "../../store/index.ts";
import type { Side } from "../side/side.ts";
import { follows } from "../side/viewed.ts";

export interface Released extends ToldToPublic {
  readonly accord: AccordId;
  readonly dossier: DossierId;
  readonly side: Side;
  /** The zone of this side's calendar. */
  readonly zone: string;
}

/** A scheduled one may be out already: its list entry is written anew a moment after the hour. */
const states = ["released", "releasedByOne", "issued", "killed", "scheduled"] as const;
const pageSize = 500;
/** Rows looked at in each state; the last changed of them are told. */
const rowsMax = 5_000;

/** Those that changed last, at most so many, and all that wait for an hour. In no order. */
export async function releasedBy(side: Side, { most }: { readonly most: number }): Promise<readonly Released[]> {
  const rows: DossierRow[] = [];
  const waiting: DossierRow[] = [];
  for (const state of states) (state === "scheduled" ? waiting : rows).push(...(await rowsIn(side, state)));
  const latest = rows.toSorted((a, b) => b.changedAt - a.changedAt).slice(0, most);
  const released: Released[] = [];
  for (const { id } of [...latest, ...waiting]) {
    const viewed = await side.view(id);
    if (!viewed || !follows(viewed, communiqueProcedure)) continue;
    const { own, accord } = side.row;
    const told = toldToPublic(viewed.view.dossier, { side: own, now: side.clock.now() });
    if (told) released.push({ ...told, accord, dossier: id, side, zone: calendarOf(viewed.terms, own).zone });
  }
  return released;
}

async function rowsIn(side: Side, state: string): Promise<DossierRow[]> {
  const rows: DossierRow[] = [];
  let cursor: string | undefined;
  do {
    const query = { procedure: communiqueProcedure.name, state, limit: pageSize };
    const page = await side.store.dossiers(side.row.accord, { ...query, ...(cursor === undefined ? {} : { cursor }) });
    if (isRefusal(page)) throw new Fault("node.badCursor", "The store refused its own cursor.");
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && rows.length < rowsMax);
  return rows;
}
