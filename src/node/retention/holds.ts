// What this side holds for a reason: documents whose bytes its node erases by no act of its own, for age or on request,
// until the hold has ended or was lifted.

import type { Act } from "../../acts/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { type Procedure, retentionProcedure } from "../../procedures/index.ts";
import type { DossierRow } from "../../store/index.ts";
import type { Side } from "../side/side.ts";
import { follows, type Viewed } from "../side/viewed.ts";

export interface Hold {
  readonly dossier: DossierRow["id"];
  readonly reason: string;
  readonly until: number | undefined;
}

/** Dossiers of holds read at a time. */
const atOnce = 500;

type View = (id: DossierRow["id"]) => Promise<Viewed<unknown> | undefined>;

/** The holds in force now, by document. */
export async function holdsOf(side: Pick<Side, "store" | "row">, view: View): Promise<ReadonlyMap<string, Hold>> {
  const { store, row } = side;
  const holds = new Map<string, Hold>();
  let cursor: string | undefined;
  do {
    const page = await store.dossiers(row.accord, {
      procedure: retentionProcedure.name,
      state: "held",
      limit: atOnce,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (isRefusal(page)) throw new Fault("node.badPage", "The store refused a page of its own.");
    for (const { id } of page.items) {
      const viewed = await view(id);
      if (!viewed || !follows(viewed, retentionProcedure) || viewed.view.dossier.state !== "held") continue;
      const { data, roles } = viewed.view.dossier;
      // The other side's holds are about its own copies.
      if (roles[retentionProcedure.roles[0]] !== row.own) continue;
      for (const digest of data.documents)
        holds.set(digest, { dossier: id, reason: data.reason ?? "", until: data.until });
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return holds;
}

/** Why this side may not register the act: it would erase what this side holds. Refused as `node.documentHeld`. */
export async function heldFlaw(
  side: Pick<Side, "store" | "row">,
  asked: { readonly act: Act; readonly procedure: Procedure<unknown>; readonly view: View },
): Promise<Refusal | undefined> {
  const { act, procedure, view } = asked;
  const erasure = procedure.steps[act.step]?.erases(act.body);
  if (!erasure) return undefined;
  const holds = await holdsOf(side, view);
  for (const digest of erasure.digests) {
    const hold = holds.get(digest);
    if (hold) return refuse("node.documentHeld", { digest, hold: hold.dossier, reason: hold.reason });
  }
  return undefined;
}
