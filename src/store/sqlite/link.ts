// The link of each accord as it stood: one row, whole, replaced at each change.

import type { LinkRow } from "../port.ts";
import type { AccordEntry } from "./accords.ts";
import type { Connection } from "./connection.ts";
import { flag, integer, optional, type Row, text } from "./row.ts";

/** Before anything was saved: open, whole, never in contact. */
const untouched: LinkRow = { stopped: undefined, evidence: undefined, recovering: false, lastContact: undefined };

export function readLink(connection: Connection, accord: AccordEntry): LinkRow {
  const row = connection.statement("SELECT * FROM link WHERE accord = ?").get(accord.no);
  if (row === undefined) return untouched;
  return {
    stopped: stopOf(row),
    evidence: optional(text, { row, column: "evidence" }),
    recovering: flag(row, "recovering"),
    lastContact: optional(integer, { row, column: "last_contact" }),
  };
}

function stopOf(row: Row): LinkRow["stopped"] {
  const code = optional(text, { row, column: "stopped_code" });
  if (code === undefined) return undefined;
  return { code, details: text(row, "stopped_details"), at: integer(row, "stopped_at") };
}

export function writeLink(
  connection: Connection,
  save: { readonly accord: AccordEntry; readonly link: LinkRow },
): void {
  const { stopped, evidence, recovering, lastContact } = save.link;
  connection
    .statement(
      `INSERT OR REPLACE INTO link
        (accord, stopped_code, stopped_details, stopped_at, evidence, recovering, last_contact)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      save.accord.no,
      stopped?.code ?? null,
      stopped?.details ?? null,
      stopped?.at ?? null,
      evidence ?? null,
      recovering ? 1 : 0,
      lastContact ?? null,
    );
}
