// What a document belongs to, for the policy to judge by: its act, the dossier and the procedure; and how high it is to
// be taken.

import { type Act, type DossierId, documentsIn, type Label, parseLeaf } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import { inAccordPolicy } from "../../procedures/index.ts";
import type { DocumentRow } from "../../store/index.ts";
import { refOf } from "../documents/opening.ts";
import type { RunningAccord } from "../node.ts";
import { levelFor } from "./context.ts";

export interface DocumentPlace {
  readonly procedure: string;
  readonly dossier: DossierId;
  /** The act that names it; undefined while none does. */
  readonly act: Act | undefined;
}

/** Where its act stands; before there is one, where a draft that names it would. */
export async function documentPlace(accord: RunningAccord, row: DocumentRow): Promise<DocumentPlace> {
  const { store, row: side } = accord.side;
  const stored = row.named && (await store.act(side.accord, row.act));
  const leaf = stored && parseLeaf(stored.leaf);
  if (stored && leaf && !isRefusal(leaf))
    return { procedure: stored.row.procedure, dossier: stored.row.dossier, act: leaf.act };
  const draft = await store.drafts.get(side.accord, row.act);
  return { procedure: draft?.procedure ?? "document", dossier: draft?.dossier ?? row.act, act: undefined };
}

/**
 * The rank of a document for its reader: of its label as it stands now, lowered or not, and never below its act's. A
 * label that no table in force takes to the accord's policy counts as the highest.
 */
export async function documentLevel(
  accord: RunningAccord,
  document: DocumentRow | { readonly label: Label },
): Promise<number> {
  const { side } = accord;
  const terms = await side.terms();
  const rankOf = (label: Label): number => {
    const level = inAccordPolicy({ terms, label, at: side.clock.now() });
    return isRefusal(level) ? terms.labels.levels.length - 1 : level.rank;
  };
  if ("label" in document) return rankOf(document.label);
  const lowered = await loweredLabel(accord, document);
  if (lowered) return rankOf(lowered);
  const { act } = await documentPlace(accord, document);
  return Math.max(rankOf(refOf(document).label), act ? levelFor(accord, act.label) : 0);
}

/** The label that the originator has lowered the document to by a later act of its dossier. */
async function loweredLabel(accord: RunningAccord, row: DocumentRow): Promise<Label | undefined> {
  const { side } = accord;
  if (row.named === undefined) return undefined;
  let lowered: Label | undefined;
  for (const { row: stored, leaf } of await side.store.actsOfDossier(side.row.accord, row.named.dossier)) {
    const read = stored.outcome.kind === "effective" ? parseLeaf(leaf) : undefined;
    if (!read || isRefusal(read)) continue;
    const procedure = side.procedureOf(read.act);
    const change = isRefusal(procedure) ? undefined : procedure.steps[stored.step]?.lowers(read.act.body);
    if (change?.digests.includes(row.digest)) lowered = change.label;
    // One that is sent again in another act is as that act says.
    if (documentsIn(read.act.body).some((ref) => ref.digest === row.digest)) lowered = undefined;
  }
  return lowered;
}
