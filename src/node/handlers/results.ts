// What is told of one act that was handed in.

import { refusalTextOf, type SubmissionResult } from "../../api/index.ts";
import type { Refusal } from "../../base/index.ts";
import type { SubmissionResult as Registered } from "../side/submission.ts";
import { outcomeOf } from "./summary.ts";

export function resultOf(id: string | undefined, result: Registered): SubmissionResult {
  if (result.status === "refused") return refusedResult(id, result.refusal);
  const { row } = result;
  return { status: result.status, id: row.id, party: row.party, index: row.index, outcome: outcomeOf(row.outcome) };
}

export function refusedResult(id: string | undefined, refusal: Refusal): SubmissionResult {
  return { status: "refused", refusal: refusalTextOf(refusal), ...(id === undefined ? {} : { id }) };
}
