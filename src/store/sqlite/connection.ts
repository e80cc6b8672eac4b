// One connection to one database file: statements prepared once, and transactions that end in one of two ways.

import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { faultOf } from "./failure.ts";
import type { Row } from "./row.ts";

export interface Statement {
  /** Runs it; the number of rows it changed. */
  run(...values: SQLInputValue[]): number;
  /** Runs an INSERT; the key of the row it made. */
  insert(...values: SQLInputValue[]): number;
  get(...values: SQLInputValue[]): Row | undefined;
  all(...values: SQLInputValue[]): Row[];
}

export class Connection {
  readonly database: DatabaseSync;
  readonly #statements = new Map<string, Statement>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** The statement of this text, prepared at its first use. Texts are a closed set: values are always bound. */
  statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = statementOf(guarded(() => this.database.prepare(sql)));
    this.#statements.set(sql, made);
    return made;
  }

  /**
   * Runs `work` in one transaction that holds the write lock from its start. Committed, and on disk, when this returns;
   * when `work` or the commit throws, nothing of it is written, and the error is thrown on as a fault.
   */
  transaction<T>(work: () => T): T {
    return guarded(() => {
      this.statement("BEGIN IMMEDIATE").run();
      try {
        const result = work();
        // A crash before this line leaves nothing; one after it, everything. SQLite returns from COMMIT after the
        // write-ahead log's fsync (synchronous=FULL).
        this.statement("COMMIT").run();
        return result;
      } catch (cause) {
        // A full disk has ended the transaction already.
        if (this.database.isTransaction) this.statement("ROLLBACK").run();
        throw cause;
      }
    });
  }

  close(): void {
    guarded(() => this.database.close());
  }
}

function statementOf(prepared: StatementSync): Statement {
  return {
    // Writes run inside `transaction`, which guards them all at once.
    run: (...values) => Number(prepared.run(...values).changes),
    insert: (...values) => Number(prepared.run(...values).lastInsertRowid),
    get: (...values) => guarded(() => prepared.get(...values)),
    all: (...values) => guarded(() => prepared.all(...values)),
  };
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw faultOf(cause);
  }
}
