// The list of both registers and the index of words over it (SQLite FTS5). The words come normalised: the tokenizer
// only cuts at spaces. The index keeps no text, only which word stands in which leaf.

import type { AccordId, PartyCode } from "../../acts/index.ts";
import type { Listed, ListingStore, NewListed, SoughtWord } from "../portListing.ts";
import type { AccordEntry, Accords } from "./accords.ts";
import type { Acts } from "./acts.ts";
import type { Connection, Statement } from "./connection.ts";
import { storeFault } from "./failure.ts";
import { indexOfKey, leafKey, registerEnd, registerOfKey } from "./keys.ts";
import { integer } from "./row.ts";

interface At {
  readonly connection: Connection;
  readonly accords: Accords;
  readonly acts: Acts;
}

export class SqliteListing implements ListingStore {
  readonly #at: At;
  readonly #last: Statement;
  readonly #mark: Statement;

  constructor(at: At) {
    this.#at = at;
    this.#last = at.connection.statement("SELECT max(no) AS last FROM listed WHERE no >= ? AND no < ?");
    this.#mark = at.connection.statement("SELECT size FROM listed_mark WHERE register = ?");
  }

  async size(accord: AccordId): Promise<number> {
    return this.#size(this.#at.accords.of(accord));
  }

  async listedOf(accord: AccordId, party: PartyCode): Promise<number> {
    const { accords } = this.#at;
    return this.#listedOf(accords.registerOf(accords.of(accord), party).no);
  }

  async append(accord: AccordId, leaves: readonly NewListed[]): Promise<void> {
    const { connection, accords } = this.#at;
    const entry = accords.of(accord);
    const list = connection.statement("INSERT INTO listed (no, leaf) VALUES (?, ?)");
    const index = connection.statement("INSERT INTO act_words (rowid, words) VALUES (?, ?)");
    const mark = connection.statement(
      "INSERT INTO listed_mark (register, size) VALUES (?, ?) ON CONFLICT DO UPDATE SET size = excluded.size",
    );
    connection.transaction(() => {
      let place = this.#size(entry);
      for (const leaf of leaves) {
        const { no } = accords.registerOf(entry, leaf.party);
        // Another process of this side may have listed it since it was read: its batch stands, this one is dropped.
        if (leaf.index !== this.#listedOf(no)) {
          throw storeFault("store.listedOutOfOrder", `Leaf ${leaf.index} of ${leaf.party} is not the next to list.`);
        }
        const row = leafKey(entry.no, place);
        list.run(row, leafKey(no, leaf.index));
        index.run(row, leaf.words);
        mark.run(no, leaf.index + 1);
        place += 1;
      }
    });
  }

  async read(accord: AccordId, query: { start: number; limit: number }): Promise<readonly Listed[]> {
    const { no } = this.#at.accords.of(accord);
    const rows = this.#at.connection
      .statement("SELECT leaf FROM listed WHERE no >= ? AND no < ? ORDER BY no LIMIT ?")
      .all(leafKey(no, query.start), registerEnd(no), query.limit);
    return rows.flatMap((row) => this.#leaf(integer(row, "leaf")));
  }

  async readRegister(
    accord: AccordId,
    query: { party: PartyCode; start: number; limit: number },
  ): Promise<readonly Listed[]> {
    const { accords } = this.#at;
    const { no } = accords.registerOf(accords.of(accord), query.party);
    const end = Math.min(query.start + query.limit, this.#listedOf(no));
    const keys = Array.from({ length: Math.max(0, end - query.start) }, (_, i) => leafKey(no, query.start + i));
    return keys.flatMap((key) => this.#leaf(key));
  }

  async find(accord: AccordId, query: { words: readonly SoughtWord[]; limit: number }): Promise<readonly Listed[]> {
    const { no } = this.#at.accords.of(accord);
    if (query.words.length === 0) return [];
    const rows = this.#at.connection
      .statement(
        `SELECT listed.leaf FROM act_words JOIN listed ON listed.no = act_words.rowid
          WHERE act_words MATCH ? AND act_words.rowid >= ? AND act_words.rowid < ?
          ORDER BY act_words.rowid DESC LIMIT ?`,
      )
      .all(matchOf(query.words), leafKey(no, 0), registerEnd(no), query.limit);
    return rows.flatMap((row) => this.#leaf(integer(row, "leaf")));
  }

  /** Inside a transaction. Drops the list of every accord: the index of words cannot be emptied in part. */
  forget(): void {
    const { connection } = this.#at;
    connection.statement("DELETE FROM listed").run();
    connection.statement("DELETE FROM listed_mark").run();
    connection.statement("INSERT INTO act_words (act_words) VALUES ('delete-all')").run();
  }

  #size(entry: AccordEntry): number {
    const last = this.#last.get(leafKey(entry.no, 0), registerEnd(entry.no))?.last;
    return typeof last === "number" ? indexOfKey(last) + 1 : 0;
  }

  #listedOf(register: number): number {
    const row = this.#mark.get(register);
    return row === undefined ? 0 : integer(row, "size");
  }

  #leaf(key: number): Listed[] {
    const { accords, acts } = this.#at;
    const { party } = accords.registerNumbered(registerOfKey(key));
    const place = { party, index: indexOfKey(key) };
    const found = acts.at(key);
    if (found === undefined) return [];
    return "row" in found ? [{ ...place, kind: "act", act: found }] : [{ ...place, kind: "unreadable", row: found }];
  }
}

/** An FTS5 expression. Words are quoted: nothing in them is syntax. */
function matchOf(words: readonly SoughtWord[]): string {
  return words.map(({ word, begins }) => `"${word.replaceAll('"', "")}"${begins ? "*" : ""}`).join(" AND ");
}
