// Uploads under way: one row each, replaced as a whole.

import type { UploadRow } from "../portDocuments.ts";
import type { Connection } from "./connection.ts";
import { digestBytes, digestText } from "./documentRow.ts";
import { integer, optional, text } from "./row.ts";

export class Uploads {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get(accord: number, id: string): UploadRow | undefined {
    const row = this.#connection.statement("SELECT * FROM upload WHERE accord = ? AND id = ?").get(accord, id);
    return (
      row && {
        id: text(row, "id"),
        officer: text(row, "officer"),
        request: text(row, "request"),
        touchedAt: integer(row, "touched_at"),
        digest: optional(digestText, { row, column: "digest" }),
      }
    );
  }

  save(accord: number, row: UploadRow): void {
    const { id, officer, request, touchedAt, digest } = row;
    this.#connection.transaction(() =>
      this.#connection
        .statement("INSERT OR REPLACE INTO upload VALUES (?, ?, ?, ?, ?, ?)")
        .run(accord, id, officer, request, touchedAt, digest === undefined ? null : digestBytes(digest)),
    );
  }

  /** Inside a transaction. */
  end(accord: number, upload: { readonly id: string; readonly digest: Uint8Array }): void {
    this.#connection
      .statement("UPDATE upload SET digest = ? WHERE accord = ? AND id = ?")
      .run(upload.digest, accord, upload.id);
  }

  remove(accord: number, id: string): void {
    this.#connection.transaction(() =>
      this.#connection.statement("DELETE FROM upload WHERE accord = ? AND id = ?").run(accord, id),
    );
  }

  idle(accord: number, query: { readonly before: number; readonly limit: number }): readonly string[] {
    const rows = this.#connection
      .statement("SELECT id FROM upload WHERE accord = ? AND touched_at < ? ORDER BY touched_at LIMIT ?")
      .all(accord, query.before, query.limit);
    return rows.map((row) => text(row, "id"));
  }
}
