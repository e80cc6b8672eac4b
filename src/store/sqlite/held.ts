// The cosignatures the other side gave: one row for each checkpoint it cosigned. The first is kept: its time is the
// earliest proof that both sides held those leaves.

import type { HeldRow } from "../port.ts";
import type { RegisterEntry } from "./accords.ts";
import type { Connection, Statement } from "./connection.ts";
import { indexOfKey, leafKey, registerEnd } from "./keys.ts";
import { bytes, integer, type Row } from "./row.ts";

export class Held {
  readonly #insert: Statement;
  readonly #covering: Statement;
  readonly #latest: Statement;

  constructor(connection: Connection) {
    this.#insert = connection.statement("INSERT INTO held (no, time, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    this.#covering = connection.statement(
      "SELECT no, time, note FROM held WHERE no > ? AND no < ? ORDER BY no LIMIT 1",
    );
    this.#latest = connection.statement(
      "SELECT no, time, note FROM held WHERE no >= ? AND no < ? ORDER BY no DESC LIMIT 1",
    );
  }

  /** Inside a transaction. */
  write(register: RegisterEntry, row: HeldRow): void {
    this.#insert.run(leafKey(register.no, row.size), row.time, row.note);
  }

  covering(register: RegisterEntry, index: number): HeldRow | undefined {
    return heldRow(register, this.#covering.get(leafKey(register.no, index), registerEnd(register.no)));
  }

  latest(register: RegisterEntry): HeldRow | undefined {
    return heldRow(register, this.#latest.get(leafKey(register.no, 0), registerEnd(register.no)));
  }
}

function heldRow(register: RegisterEntry, row: Row | undefined): HeldRow | undefined {
  if (row === undefined) return undefined;
  const size = indexOfKey(integer(row, "no"));
  return { origin: register.origin, size, time: integer(row, "time"), note: bytes(row, "note") };
}
