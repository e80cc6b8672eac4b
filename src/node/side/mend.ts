// Mends the index where two processes of this side wrote at once. One that registers and one that mirrors swap
// different heads, so neither stops the other; but each folded the dossiers it touched without the other's acts.
// Whoever finds the other register moved after its own write folds those dossiers again from what is on disk.

import type { ActId, DossierId } from "../../acts/index.ts";
import { Fault } from "../../base/index.ts";
import type { DossierRow, OutcomeRow } from "../../store/index.ts";
import { outcomeRow, sameAsRow } from "./outcomes.ts";
import { dossierRow } from "./reader.ts";
import type { Side } from "./side.ts";
import { isPresent, type SideState } from "./state.ts";

/** How often dossiers are folded again because the other process wrote once more meanwhile. */
const roundsMax = 100;

/**
 * Writes the dossiers and the outcomes in them as all acts on disk make them. Inside a turn. When two processes mend at
 * once the last to write has seen that nothing moved since it read, so what stands at the end is what all acts make.
 */
export async function mend(side: Side, ids: Iterable<DossierId>): Promise<void> {
  const dossiers = [...new Set(ids)];
  for (let round = 0; round < roundsMax; round++) {
    side.drop();
    const state = await side.state();
    await side.store.commit({ accord: side.row.accord, ...(await folded(side, { state, dossiers })) });
    if (await isPresent(state, side)) return;
  }
  throw new Fault("node.contended", "Another process of this side wrote whenever this one mended the index.");
}

async function folded(
  side: Side,
  input: { state: SideState; dossiers: readonly DossierId[] },
): Promise<{ dossiers: DossierRow[]; outcomes: { id: ActId; outcome: OutcomeRow }[] }> {
  const { state } = input;
  const now = side.clock.now();
  const terms = state.ground.presentTerms(now);
  const dossiers: DossierRow[] = [];
  const outcomes: { id: ActId; outcome: OutcomeRow }[] = [];
  for (const id of input.dossiers) {
    const open = await state.dossiers.open(id);
    const row = dossierRow({ open, terms, now });
    if (row) dossiers.push(row);
    for (const stored of await side.store.actsOfDossier(side.row.accord, id)) {
      const outcome = open.outcomes.get(stored.row.id);
      if (outcome && !sameAsRow(stored.row.outcome, outcome))
        outcomes.push({ id: stored.row.id, outcome: outcomeRow(outcome) });
    }
  }
  return { dossiers, outcomes };
}
