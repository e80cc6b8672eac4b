// What a list tells of one act: where it stands in its author's register, how far it has come, and what became of it.

import { type ActSummary, isoInstant, refusalTextOf } from "../../api/index.ts";
import type { Terms } from "../../procedures/index.ts";
import type { ActRow, HeldRow, OutcomeRow } from "../../store/index.ts";
import { keptRefusal } from "../kept-refusal.ts";
import type { RunningAccord } from "../node.ts";
import { localOf } from "./context.ts";

interface Summarised {
  readonly accord: RunningAccord;
  readonly terms: Terms;
}

export async function summaryOf(input: Summarised & { readonly row: ActRow }): Promise<ActSummary> {
  return summary(input, await receiptOf(input.accord, input.row));
}

/** Of acts in the order of their registers: those that one receipt covers are told by looking it up once. */
export async function summariesOf(input: Summarised & { readonly rows: readonly ActRow[] }): Promise<ActSummary[]> {
  const last = new Map<string, Receipt>();
  const summaries: ActSummary[] = [];
  for (const row of input.rows) {
    const before = last.get(row.party);
    const receipt = before && before.size > row.index ? before : await receiptOf(input.accord, row);
    if (receipt) last.set(row.party, receipt);
    summaries.push(summary({ ...input, row }, receipt));
  }
  return summaries;
}

type Receipt = Pick<HeldRow, "size" | "time">;

/** The smallest that covers the act, and so every act between it and that receipt's end. */
async function receiptOf({ side }: RunningAccord, row: ActRow): Promise<Receipt | undefined> {
  const held = row.index < side.held(row.party);
  const origin = row.party === side.row.own ? side.row.ownOrigin : side.row.otherOrigin;
  const kept = held ? await side.store.heldCovering(origin, row.index) : undefined;
  return kept ?? side.receipts.covering(origin, row.index);
}

function summary(input: Summarised & { readonly row: ActRow }, receipt: Receipt | undefined): ActSummary {
  const { accord, row, terms } = input;
  const { side } = accord;
  const held = row.index < side.held(row.party);
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
