// What became of an act, as the engine says it and as the store keeps it: the two forms side by side.

import type { Refusal } from "../../base/index.ts";
import { admissionCodes, type Outcome } from "../../procedures/index.ts";
import type { OutcomeRow } from "../../store/index.ts";
import { keptRefusal } from "../kept-refusal.ts";

/** An outcome as the store keeps it. */
export function outcomeRow(outcome: Outcome): OutcomeRow {
  switch (outcome.kind) {
    case "effective":
      return { kind: "effective" };
    case "void":
      return { kind: "void", code: outcome.refusal.code, details: JSON.stringify(outcome.refusal.details) };
    case "crossed":
      return { kind: "crossed", by: outcome.by };
  }
}

export function sameOutcome(a: Outcome, b: Outcome): boolean {
  if (a.kind === "void" && b.kind === "void") return a.refusal.code === b.refusal.code;
  if (a.kind === "crossed" && b.kind === "crossed") return a.by === b.by;
  return a.kind === b.kind;
}

/** Whether the store has the outcome as it is. */
export function sameAsRow(row: OutcomeRow, outcome: Outcome): boolean {
  if (row.kind === "void" && outcome.kind === "void") return row.code === outcome.refusal.code;
  if (row.kind === "crossed" && outcome.kind === "crossed") return row.by === outcome.by;
  return row.kind === outcome.kind;
}

/** What was judged for good when the act was registered; everything else is judged again by the fold. */
export function judgedForGood(outcome: OutcomeRow): Refusal | undefined {
  return outcome.kind === "void" && admissionCodes.has(outcome.code) ? keptRefusal(outcome) : undefined;
}
