// Lines that several commands show of dossiers: whose turn, what can be done, when on both clocks.

import type { DossierDetail, DossierRow } from "../../api/index.ts";

/** An instant on both sides' clocks: `MA 2021-11-24T15:30+01:00, IL 2021-11-24T16:30+02:00`. */
export function localText(local: Readonly<Record<string, string>>): string {
  return Object.entries(local)
    .map(([party, text]) => `${party} ${text.replace(/\[.*\]$/, "")}`)
    .join(", ");
}

export function turnText(row: Pick<DossierRow, "turn" | "final">): string {
  if (row.final) return "closed";
  return row.turn.length === 0 ? "nobody's turn" : `turn: ${row.turn.join(" and ")}`;
}

export function rowLines(row: DossierRow): readonly string[] {
  const due = row.due ? [`    ${row.due.name} due ${localText(row.due.local)} (${row.due.owners.join(" and ")})`] : [];
  return [`${row.dossier}  ${row.procedure}  ${row.state}  ${turnText(row)}  ${row.title}`, ...due];
}

/** Next actions, those waited for first. */
export function actionLines(detail: DossierDetail): readonly string[] {
  const { actions } = detail;
  if (actions.length === 0) return ["Next: nothing"];
  const marks = (action: (typeof actions)[number]): string =>
    [
      ...(action.grave ? ["grave"] : []),
      ...(action.awaited ? ["the other side has made its part"] : []),
      ...(action.expected ? [] : ["optional"]),
    ].join(", ");
  return actions
    .toSorted((a, b) => Number(b.expected) - Number(a.expected))
    .map((action) => `Next: ${action.side} ${action.step}${marks(action) === "" ? "" : ` (${marks(action)})`}`);
}

export function deadlineLines(detail: DossierDetail): readonly string[] {
  return detail.deadlines.map((deadline) => {
    const left = Object.entries(deadline.workingDaysLeft).map(([party, days]) => `${party} ${days}`);
    const owed = `${deadline.name} by ${deadline.owners.join(" and ")}`;
    return `Due: ${owed}, ${localText(deadline.local)}; working days left: ${left.join(", ")}`;
  });
}
