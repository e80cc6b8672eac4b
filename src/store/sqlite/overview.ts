// The overview of an accord, read from the dossier list's own index and from counts kept by triggers.

import type { AccordId } from "../../acts/index.ts";
import type { DossierRow } from "../port.ts";
import type { OverviewStore, TurnCount } from "../portOverview.ts";
import type { Accords } from "./accords.ts";
import type { Connection, Statement } from "./connection.ts";
import type { Dossiers } from "./dossiers.ts";
import { integer } from "./row.ts";
import type { Words } from "./words.ts";

export class SqliteOverview implements OverviewStore {
  readonly #accords: Accords;
  readonly #words: Words;
  readonly #dossiers: Dossiers;
  readonly #turns: Statement;
  readonly #due: Statement;

  constructor(at: {
    readonly connection: Connection;
    readonly accords: Accords;
    readonly words: Words;
    readonly dossiers: Dossiers;
  }) {
    this.#accords = at.accords;
    this.#words = at.words;
    this.#dossiers = at.dossiers;
    this.#turns = at.connection.statement("SELECT procedure, own, other FROM turn_tally WHERE accord = ?");
    // `urgency` is the deadline negated: the nearest is the greatest.
    this.#due = at.connection.statement(`
      SELECT * FROM dossier INDEXED BY dossier_listed
      WHERE accord = ? AND open = 1 AND urgency > ? AND urgency <= ?
      ORDER BY urgency DESC, opened_at DESC, id DESC LIMIT ?`);
  }

  async turns(accord: AccordId): Promise<TurnCount[]> {
    return this.#turns
      .all(this.#accords.of(accord).no)
      .map((row) => ({
        procedure: this.#words.textOf(integer(row, "procedure")),
        own: integer(row, "own"),
        other: integer(row, "other"),
      }))
      .sort((a, b) => (a.procedure < b.procedure ? -1 : 1));
  }

  async dueBetween(
    accord: AccordId,
    span: { readonly from: number; readonly until: number; readonly limit: number },
  ): Promise<DossierRow[]> {
    const entry = this.#accords.of(accord);
    const rows = this.#due.all(entry.no, -span.until, -span.from, span.limit);
    return rows.map((row) => this.#dossiers.read(entry, row));
  }
}
