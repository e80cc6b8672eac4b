// The dossier list: one row for each dossier as the engine last folded it, and the pages read from its indexes.

import type { AccordId, DossierId } from "../../acts/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import type { DossierFilter, DossierRow, Page, PageRequest } from "../port.ts";
import type { AccordEntry, Accords } from "./accords.ts";
import type { Connection, Statement } from "./connection.ts";
import { formatCursor, parseCursor } from "./cursor.ts";
import { dossierPage } from "./dossierPage.ts";
import { storeFault } from "./failure.ts";
import { actId, bytes, flag, idBytes, integer, optional, type Row, text, texts } from "./row.ts";
import type { Words } from "./words.ts";

/** In the column `urgency`: no deadline. */
const noDeadline = -Number.MAX_SAFE_INTEGER;

export class Dossiers {
  readonly #connection: Connection;
  readonly #accords: Accords;
  readonly #words: Words;
  readonly #touch: Statement;
  readonly #put: Statement;
  readonly #byId: Statement;
  readonly #lapsing: Statement;
  readonly #counts: Statement;

  constructor(at: { readonly connection: Connection; readonly accords: Accords; readonly words: Words }) {
    this.#connection = at.connection;
    this.#accords = at.accords;
    this.#words = at.words;
    // Most acts leave a dossier where it is in every list: then no index is touched.
    this.#touch = at.connection.statement(`
      UPDATE dossier SET title = ?1, due_name = ?2, due_own = ?3, due_other = ?4, changed_at = ?5, acts = ?6,
        version = ?7, titles = ?18
      WHERE accord = ?8 AND id = ?9 AND state = ?10 AND open = ?11 AND urgency = ?12 AND opened_at = ?13
        AND turn_own = ?14 AND turn_other = ?15 AND procedure = ?16 AND lapses_at IS ?17`);
    this.#put = at.connection.statement(`
      INSERT INTO dossier (title, due_name, due_own, due_other, changed_at, acts, version,
        accord, id, state, open, urgency, opened_at, turn_own, turn_other, procedure, lapses_at, titles)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
      ON CONFLICT DO UPDATE SET title = excluded.title, due_name = excluded.due_name, due_own = excluded.due_own,
        due_other = excluded.due_other, changed_at = excluded.changed_at, acts = excluded.acts,
        version = excluded.version, state = excluded.state, open = excluded.open, urgency = excluded.urgency,
        opened_at = excluded.opened_at, turn_own = excluded.turn_own, turn_other = excluded.turn_other,
        procedure = excluded.procedure, lapses_at = excluded.lapses_at, titles = excluded.titles`);
    this.#byId = at.connection.statement("SELECT * FROM dossier WHERE accord = ? AND id = ?");
    this.#lapsing = at.connection.statement(
      "SELECT id FROM dossier WHERE accord = ? AND lapses_at <= ? ORDER BY lapses_at, id LIMIT ?",
    );
    this.#counts = at.connection.statement("SELECT procedure, open, total FROM tally WHERE accord = ?");
  }

  /** Inserts or replaces, inside a transaction. */
  write(accord: AccordEntry, rows: readonly DossierRow[]): void {
    for (const row of rows) {
      const turn = this.#sides(accord, row.turn);
      const owners = this.#sides(accord, row.due?.owners ?? []);
      const values = [
        row.title,
        row.due?.name ?? null,
        owners.own,
        owners.other,
        row.changedAt,
        row.acts,
        row.version,
        accord.no,
        idBytes(row.id),
        this.#words.intern(row.state),
        row.final ? 0 : 1,
        row.due === undefined ? noDeadline : -row.due.at,
        row.openedAt,
        turn.own,
        turn.other,
        this.#words.intern(row.procedure),
        row.lapsesAt ?? null,
        JSON.stringify(row.titles),
      ] as const;
      if (this.#touch.run(...values) === 0) this.#put.run(...values);
    }
  }

  dossier(accord: AccordId, id: DossierId): DossierRow | undefined {
    const entry = this.#accords.of(accord);
    const row = this.#byId.get(entry.no, idBytes(id));
    return row === undefined ? undefined : this.#row(entry, row);
  }

  dossiersById(accord: AccordId, ids: readonly DossierId[]): readonly DossierRow[] {
    const entry = this.#accords.of(accord);
    return [...new Set(ids)].flatMap((id) => {
      const row = this.#byId.get(entry.no, idBytes(id));
      return row === undefined ? [] : [this.#row(entry, row)];
    });
  }

  /** A row of the table, as the list tells it. */
  read(accord: AccordEntry, row: Row): DossierRow {
    return this.#row(accord, row);
  }

  list(accord: AccordId, query: DossierFilter & PageRequest): Page<DossierRow> | Refusal {
    const { limit } = query;
    if (!Number.isInteger(limit) || limit < 1 || limit > 500) {
      throw storeFault("store.wrongLimit", `A page has 1 to 500 rows, not ${limit}.`);
    }
    const entry = this.#accords.of(accord);
    const after = query.cursor === undefined ? undefined : parseCursor(query.cursor);
    if (isRefusal(after)) return after;
    const page = dossierPage({ entry, filter: query, after, words: this.#words });
    if (page === undefined) return { items: [], next: undefined };
    // One more than asked tells whether there is a next page.
    const rows = this.#connection.statement(page.sql).all(...page.values, limit + 1);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { items: shown.map((row) => this.#row(entry, row)), next: last && formatCursor(positionOf(last)) };
  }

  lapsing(accord: AccordId, query: { readonly before: number; readonly limit: number }): DossierId[] {
    const { no } = this.#accords.of(accord);
    return this.#lapsing.all(no, query.before, query.limit).map((row) => actId(row, "id"));
  }

  counts(accord: AccordId): { procedure: string; open: number; all: number }[] {
    return this.#counts
      .all(this.#accords.of(accord).no)
      .map((row) => ({
        procedure: this.#words.textOf(integer(row, "procedure")),
        open: integer(row, "open"),
        all: integer(row, "total"),
      }))
      .sort((a, b) => (a.procedure < b.procedure ? -1 : 1));
  }

  /** Which sides are among these parties, as the columns have it. */
  #sides(accord: AccordEntry, parties: DossierRow["turn"]): { readonly own: number; readonly other: number } {
    for (const party of parties) this.#accords.registerOf(accord, party);
    const has = (party: DossierRow["turn"][number]): number => (parties.includes(party) ? 1 : 0);
    return { own: has(accord.own.party), other: has(accord.other.party) };
  }

  #row(accord: AccordEntry, row: Row): DossierRow {
    const parties = (own: string, other: string): DossierRow["turn"] => [
      ...(flag(row, own) ? [accord.own.party] : []),
      ...(flag(row, other) ? [accord.other.party] : []),
    ];
    const urgency = integer(row, "urgency");
    return {
      id: actId(row, "id"),
      procedure: this.#words.textOf(integer(row, "procedure")),
      version: integer(row, "version"),
      title: text(row, "title"),
      titles: texts(row, "titles"),
      state: this.#words.textOf(integer(row, "state")),
      final: !flag(row, "open"),
      turn: parties("turn_own", "turn_other"),
      due:
        urgency === noDeadline
          ? undefined
          : { name: text(row, "due_name"), at: -urgency, owners: parties("due_own", "due_other") },
      openedAt: integer(row, "opened_at"),
      changedAt: integer(row, "changed_at"),
      acts: integer(row, "acts"),
      lapsesAt: optional(integer, { row, column: "lapses_at" }),
    };
  }
}

function positionOf(row: Row): Parameters<typeof formatCursor>[0] {
  return {
    open: integer(row, "open"),
    urgency: integer(row, "urgency"),
    openedAt: integer(row, "opened_at"),
    id: bytes(row, "id"),
  };
}
