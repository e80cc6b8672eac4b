// The index of acts: which leaf is which act, in which dossier, and what became of it.

import type { AccordId, ActId, DossierId } from "../../acts/index.ts";
import { isFunctionCode, isServiceCode } from "../../acts/index.ts";
import type { ActRow, OutcomeRow, StoredAct, UnreadableRow } from "../port.ts";
import type { AccordEntry, Accords } from "./accords.ts";
import type { Connection, Statement } from "./connection.ts";
import { storeFault } from "./failure.ts";
import { indexOfKey, leafKey, registerEnd, registerOfKey } from "./keys.ts";
import { actId, bytes, damaged, idBytes, integer, named, optional, type Row, text } from "./row.ts";
import type { Words } from "./words.ts";

const columns = `act.leaf, act.id, act.dossier, act.procedure, act.step, act.service, act.function, act.at, act.sight,
  act.outcome, act.code, act.details, act.by, act.officer`;
const withLeaf = `SELECT ${columns}, leaf.bytes FROM act JOIN leaf ON leaf.no = act.leaf`;

export class Acts {
  readonly #accords: Accords;
  readonly #words: Words;
  readonly #insert: Statement;
  readonly #setOutcome: Statement;
  readonly #insertUnreadable: Statement;
  readonly #byId: Statement;
  readonly #rowById: Statement;
  readonly #ofDossier: Statement;
  readonly #latestOfDossier: Statement;
  readonly #ofProcedure: Statement;
  readonly #ofRegister: Statement;
  readonly #unreadable: Statement;
  readonly #byLeaf: Statement;
  readonly #unreadableByLeaf: Statement;

  constructor(at: { readonly connection: Connection; readonly accords: Accords; readonly words: Words }) {
    const { connection } = at;
    this.#accords = at.accords;
    this.#words = at.words;
    this.#insert = connection.statement(`
      INSERT INTO act (leaf, accord, id, dossier, procedure, step, service, function, at, sight,
        outcome, code, details, by, officer)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    this.#setOutcome = connection.statement(
      "UPDATE act SET outcome = ?, code = ?, details = ?, by = ? WHERE accord = ? AND id = ?",
    );
    this.#insertUnreadable = connection.statement(
      "INSERT INTO unreadable (leaf, accord, code, details) VALUES (?, ?, ?, ?)",
    );
    this.#byId = connection.statement(`${withLeaf} WHERE act.accord = ? AND act.id = ?`);
    this.#rowById = connection.statement(`SELECT ${columns} FROM act WHERE accord = ? AND id = ?`);
    this.#ofDossier = connection.statement(`${withLeaf} WHERE act.accord = ? AND act.dossier = ? ORDER BY act.leaf`);
    this.#latestOfDossier = connection.statement(
      `SELECT ${columns} FROM act WHERE accord = ? AND dossier = ? AND leaf >= ? AND leaf < ?
       ORDER BY leaf DESC LIMIT ?`,
    );
    this.#ofProcedure = connection.statement(
      `${withLeaf} WHERE act.accord = ? AND act.procedure = ? ORDER BY act.leaf`,
    );
    this.#ofRegister = connection.statement(
      `SELECT ${columns} FROM act WHERE leaf >= ? AND leaf < ? ORDER BY leaf LIMIT ?`,
    );
    this.#unreadable = connection.statement(
      "SELECT leaf, code, details FROM unreadable WHERE accord = ? ORDER BY leaf",
    );
    this.#byLeaf = connection.statement(`${withLeaf} WHERE act.leaf = ?`);
    this.#unreadableByLeaf = connection.statement("SELECT leaf, code, details FROM unreadable WHERE leaf = ?");
  }

  /** Inside a transaction. */
  write(accord: AccordEntry, rows: readonly ActRow[]): void {
    for (const row of rows) {
      this.#insert.run(
        leafKey(this.#accords.registerOf(accord, row.party).no, row.index),
        accord.no,
        idBytes(row.id),
        idBytes(row.dossier),
        this.#words.intern(row.procedure),
        this.#words.intern(row.step),
        this.#words.intern(row.service),
        this.#words.intern(row.function),
        row.at,
        row.sight,
        ...this.#outcomeValues(row.outcome),
        row.officer === undefined ? null : this.#words.intern(row.officer),
      );
    }
  }

  /** Inside a transaction. */
  writeUnreadable(accord: AccordEntry, rows: readonly UnreadableRow[]): void {
    for (const { party, index, code, details } of rows) {
      this.#insertUnreadable.run(leafKey(this.#accords.registerOf(accord, party).no, index), accord.no, code, details);
    }
  }

  /** Inside a transaction. */
  writeOutcomes(accord: AccordEntry, changes: readonly { readonly id: ActId; readonly outcome: OutcomeRow }[]): void {
    for (const { id, outcome } of changes) {
      const changed = this.#setOutcome.run(...this.#outcomeValues(outcome), accord.no, idBytes(id));
      if (changed !== 1) throw storeFault("store.unknownAct", `No act ${id} is in the index.`);
    }
  }

  act(accord: AccordId, id: ActId): StoredAct | undefined {
    const row = this.#byId.get(this.#accords.of(accord).no, idBytes(id));
    return row === undefined ? undefined : this.#stored(row);
  }

  byId(accord: AccordId, ids: readonly ActId[]): ReadonlyMap<ActId, ActRow> {
    const { no } = this.#accords.of(accord);
    const found = new Map<ActId, ActRow>();
    for (const id of ids) {
      const row = this.#rowById.get(no, idBytes(id));
      if (row !== undefined) found.set(id, this.#row(row));
    }
    return found;
  }

  ofDossier(accord: AccordId, dossier: DossierId): readonly StoredAct[] {
    return this.#ofDossier.all(this.#accords.of(accord).no, idBytes(dossier)).map((row) => this.#stored(row));
  }

  latestOfDossier(
    accord: AccordId,
    { dossier, limit }: { readonly dossier: DossierId; readonly limit: number },
  ): readonly ActRow[] {
    const { no, own, other } = this.#accords.of(accord);
    return [own, other].flatMap((register) =>
      this.#latestOfDossier
        .all(no, idBytes(dossier), leafKey(register.no, 0), registerEnd(register.no), limit)
        .map((row) => this.#row(row))
        .reverse(),
    );
  }

  ofProcedures(accord: AccordId, procedures: readonly string[]): readonly StoredAct[] {
    const { no } = this.#accords.of(accord);
    const rows = [...new Set(procedures)].flatMap((procedure) => {
      const word = this.#words.find(procedure);
      return word === undefined ? [] : this.#ofProcedure.all(no, word);
    });
    // Each procedure's rows come in order; the sort merges them.
    return rows.sort((a, b) => integer(a, "leaf") - integer(b, "leaf")).map((row) => this.#stored(row));
  }

  ofRegister(
    accord: AccordId,
    query: Pick<ActRow, "party"> & { readonly start: number; readonly limit: number },
  ): readonly ActRow[] {
    const { no } = this.#accords.registerOf(this.#accords.of(accord), query.party);
    const rows = this.#ofRegister.all(leafKey(no, query.start), registerEnd(no), query.limit);
    return rows.map((row) => this.#row(row));
  }

  unreadable(accord: AccordId): readonly UnreadableRow[] {
    return this.#unreadable.all(this.#accords.of(accord).no).map((row) => this.#unread(row));
  }

  /** What the leaf of this key was read as; undefined while it has no index entry. */
  at(key: number): StoredAct | UnreadableRow | undefined {
    const row = this.#byLeaf.get(key);
    if (row !== undefined) return this.#stored(row);
    const unread = this.#unreadableByLeaf.get(key);
    return unread && this.#unread(unread);
  }

  #unread(row: Row): UnreadableRow {
    return { ...this.#place(row), code: text(row, "code"), details: text(row, "details") };
  }

  #place(row: Row): Pick<ActRow, "party" | "index"> {
    const key = integer(row, "leaf");
    return { party: this.#accords.registerNumbered(registerOfKey(key)).party, index: indexOfKey(key) };
  }

  #stored(row: Row): StoredAct {
    return { row: this.#row(row), leaf: bytes(row, "bytes") };
  }

  #row(row: Row): ActRow {
    const officer = optional(integer, { row, column: "officer" });
    return {
      ...this.#place(row),
      id: actId(row, "id"),
      dossier: actId(row, "dossier"),
      procedure: this.#words.textOf(integer(row, "procedure")),
      step: this.#words.textOf(integer(row, "step")),
      service: named(isServiceCode, this.#words.textOf(integer(row, "service"))),
      function: named(isFunctionCode, this.#words.textOf(integer(row, "function"))),
      at: integer(row, "at"),
      sight: integer(row, "sight"),
      outcome: this.#outcome(row),
      ...(officer !== undefined && { officer: this.#words.textOf(officer) }),
    };
  }

  #outcome(row: Row): OutcomeRow {
    const kind = integer(row, "outcome");
    if (kind === 0) return { kind: "effective" };
    if (kind === 1) {
      return { kind: "void", code: this.#words.textOf(integer(row, "code")), details: text(row, "details") };
    }
    return kind === 2 ? { kind: "crossed", by: actId(row, "by") } : damaged(`outcome ${kind}`);
  }

  /** The columns outcome, code, details and by. */
  #outcomeValues(outcome: OutcomeRow): [number, number | null, string | null, Uint8Array | null] {
    switch (outcome.kind) {
      case "effective":
        return [0, null, null, null];
      case "void":
        return [1, this.#words.intern(outcome.code), outcome.details, null];
      case "crossed":
        return [2, null, null, idBytes(outcome.by)];
    }
  }
}
