// What a list tells of one act: where it stands in its author's register, how far it has come, and what became of it.

import { type ActSummary, isoInstant, refusalTextOf } from "../../api/index.ts";
import type { Terms } from "../../procedures/index.ts";
import type { ActRow, OutcomeRow } from "../../store/index.ts";
import { keptRefusal } from "../kept-refusal.ts";
import type { RunningAccord } from "../node.ts";
import { localOf } from "./context.ts";

export async function summaryOf(input: { accord: RunningAccord; row: ActRow; terms: Terms }): Promise<ActSummary> {
  const { accord, row, terms } = input;
  const { side } = accord;
  const held = row.index < side.held(row.party);
  const origin = row.party === side.row.own ? side.row.ownOrigin : side.row.otherOrigin;
  const kept = held ? await side.store.heldCovering(origin, row.index) : undefined;
  const receipt = kept ?? side.receipts.covering(origin, row.index);
  return {
    id: row.id,
    party: row.party,
    index: row.index,
    dossier: row.dossier,
    procedure: row.procedure,
    step: row.step,
    service: row.service,
    function: row.function,
    at: isoInstant(row.at),
    local: localOf(terms, row.at),
    outcome: outcomeOf(row.outcome),
    rung: held ? "heldByBoth" : "registered",
    ...(receipt ? { heldAt: isoInstant(receipt.time * 1000) } : {}),
  };
}

export function outcomeOf(outcome: OutcomeRow): ActSummary["outcome"] {
  return outcome.kind === "void" ? { kind: "void", refusal: refusalTextOf(keptRefusal(outcome)) } : outcome;
}
