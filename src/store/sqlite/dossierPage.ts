// The query of one page of the dossier list. The index is named in the query, so that a page costs a page: what no
// index covers (a second filter) is passed over while walking the first one's.

import type { SQLInputValue } from "node:sqlite";
import type { DossierFilter } from "../port.ts";
import type { AccordEntry } from "./accords.ts";
import type { Position } from "./cursor.ts";
import type { Words } from "./words.ts";

export interface DossierPage {
  readonly sql: string;
  /** All but the last, the limit. */
  readonly values: readonly SQLInputValue[];
}

interface Asked {
  readonly entry: AccordEntry;
  readonly filter: DossierFilter;
  readonly after: Position | undefined;
  readonly words: Words;
}

/** Undefined when nothing can match: a word that no row has, a party that is none of the accord's. */
export function dossierPage({ entry, filter, after, words }: Asked): DossierPage | undefined {
  const conditions: string[] = ["accord = ?"];
  const values: SQLInputValue[] = [entry.no];
  for (const column of ["procedure", "state"] as const) {
    const asked = filter[column];
    if (asked === undefined) continue;
    const word = words.find(asked);
    if (word === undefined) return undefined;
    conditions.push(`${column} = ?`);
    values.push(word);
  }
  if (filter.turn !== undefined) {
    const own = filter.turn === entry.own.party;
    if (!own && filter.turn !== entry.other.party) return undefined;
    conditions.push(own ? "turn_own = 1" : "turn_other = 1");
  }
  if (filter.open === undefined) {
    if (after !== undefined) {
      conditions.push("(open, urgency, opened_at, id) < (?, ?, ?, ?)");
      values.push(after.open, after.urgency, after.openedAt, after.id);
    }
  } else {
    const open = filter.open ? 1 : 0;
    // All open dossiers come before all closed ones: a cursor among the closed has passed the open.
    if (after !== undefined && after.open < open) return undefined;
    conditions.push("open = ?");
    values.push(open);
    // Without `open` in the comparison: SQLite seeks by a row value only from the first column not fixed already.
    if (after !== undefined && after.open === open) {
      conditions.push("(urgency, opened_at, id) < (?, ?, ?)");
      values.push(after.urgency, after.openedAt, after.id);
    }
  }
  const sql = `SELECT * FROM dossier INDEXED BY ${indexFor(entry, filter)} WHERE ${conditions.join(" AND ")}
    ORDER BY open DESC, urgency DESC, opened_at DESC, id DESC LIMIT ?`;
  return { sql, values };
}

/** The narrowest index for a filter: a state has fewer dossiers than a turn, a turn fewer than a procedure. */
function indexFor(entry: AccordEntry, filter: DossierFilter): string {
  if (filter.state !== undefined) return "dossier_in_state";
  if (filter.turn !== undefined) return filter.turn === entry.own.party ? "dossier_turn_own" : "dossier_turn_other";
  return filter.procedure === undefined ? "dossier_listed" : "dossier_of_procedure";
}
