// A draft in lines for a reader.

import type { DraftDetail, DraftRow } from "../../api/index.ts";
import { done, type Outcome } from "../command.ts";

export function draftLine(row: DraftRow): string {
  const released = row.releaser === undefined ? "" : `, released by ${row.releaser}`;
  return `${row.id}  ${row.procedure} ${row.step}  ${row.state}  by ${row.composer}${released}  ${row.classification}`;
}

export function toldDraft(draft: DraftDetail): Outcome {
  const { flaw, barred } = draft;
  return done(
    [
      draftLine(draft),
      `Version: ${draft.version}`,
      ...draft.history.map(
        (one) => `${one.at}  ${one.kind} by ${one.officer}${one.reason === undefined ? "" : `: ${one.reason}`}`,
      ),
      ...(flaw ? [`It could not be registered now (${flaw.code}): ${flaw.failed}`] : []),
      ...(barred ? [`You may not release it (${barred.code}): ${barred.failed}`] : []),
    ],
    { ...draft },
  );
}
