// The log of who had which sealed document opened: appended to and read, nothing else. The schema's triggers hold it to
// that against any statement.

import { type AccordId, isFunctionCode, isServiceCode } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import type { AccessLog, AccessRow, NewAccess } from "../portOffice.ts";
import type { Accords } from "./accords.ts";
import type { Connection } from "./connection.ts";
import { storeFault } from "./failure.ts";
import { actId, damaged, flag, idBytes, integer, named, optional, type Row, text } from "./row.ts";

const limitMax = 1_000;
const ruleNames = z.array(z.string());

export class SqliteAccessLog implements AccessLog {
  readonly #connection: Connection;
  readonly #accords: Accords;

  constructor(at: { readonly connection: Connection; readonly accords: Accords }) {
    this.#connection = at.connection;
    this.#accords = at.accords;
  }

  async record(accord: AccordId, entry: NewAccess): Promise<number> {
    const { no } = this.#accords.of(accord);
    return this.#connection.transaction(() => {
      const index = this.#size(no);
      this.#connection
        .statement(
          `INSERT INTO access (accord, no, at, officer, service, function, action, document, act, dossier, level,
            allowed, rules, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          no,
          index,
          entry.at,
          entry.officer,
          entry.service,
          entry.function,
          entry.action,
          entry.document,
          idBytes(entry.act),
          idBytes(entry.dossier),
          entry.level,
          entry.allowed ? 1 : 0,
          JSON.stringify(entry.rules),
          entry.code ?? null,
        );
      return index;
    });
  }

  async page(
    accord: AccordId,
    query: { readonly start: number; readonly limit: number },
  ): Promise<{ readonly size: number; readonly items: readonly AccessRow[] }> {
    const { start, limit } = query;
    if (limit < 1 || limit > limitMax) throw storeFault("store.wrongLimit", `A page has 1 to ${limitMax} entries.`);
    const { no } = this.#accords.of(accord);
    const rows = this.#connection
      .statement("SELECT * FROM access WHERE accord = ? AND no >= ? ORDER BY no LIMIT ?")
      .all(no, start, limit);
    return { size: this.#size(no), items: rows.map(accessOf) };
  }

  #size(accord: number): number {
    const row = this.#connection
      .statement("SELECT coalesce(max(no) + 1, 0) AS size FROM access WHERE accord = ?")
      .get(accord);
    return row === undefined ? 0 : integer(row, "size");
  }
}

function accessOf(row: Row): AccessRow {
  const action = text(row, "action");
  const rules = ruleNames.safeParse(JSON.parse(text(row, "rules")));
  const code = optional(text, { row, column: "code" });
  return {
    index: integer(row, "no"),
    at: integer(row, "at"),
    officer: text(row, "officer"),
    service: named(isServiceCode, text(row, "service")),
    function: named(isFunctionCode, text(row, "function")),
    action: action === "open" || action === "content" ? action : damaged(action),
    document: text(row, "document"),
    act: actId(row, "act"),
    dossier: actId(row, "dossier"),
    level: integer(row, "level"),
    allowed: flag(row, "allowed"),
    rules: rules.success ? rules.data : damaged("the rules of an access"),
    ...(code === undefined ? {} : { code }),
  };
}
