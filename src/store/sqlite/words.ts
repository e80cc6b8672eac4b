// Words that repeat in every act, kept once and named by number. The numbers are this file's own: they mean nothing
// outside it and are never shown.

import type { Connection, Statement } from "./connection.ts";
import { damaged, integer, text } from "./row.ts";

/**
 * The other side's acts choose steps and services freely: what is remembered of them is bounded, not what is stored.
 */
const rememberedMax = 20_000;

export class Words {
  readonly #numbers = new Map<string, number>();
  readonly #texts = new Map<number, string>();
  /** Added in the transaction under way: should it fail, these numbers do not exist. */
  #fresh: string[] = [];
  readonly #find: Statement;
  readonly #read: Statement;
  readonly #add: Statement;

  constructor(connection: Connection) {
    this.#find = connection.statement("SELECT no FROM word WHERE text = ?");
    this.#read = connection.statement("SELECT text FROM word WHERE no = ?");
    this.#add = connection.statement("INSERT INTO word (text) VALUES (?)");
  }

  /** The number of a word that is known, or undefined. */
  find(word: string): number | undefined {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const row = this.#find.get(word);
    if (row === undefined) return undefined;
    const number = integer(row, "no");
    this.#remember(word, number);
    return number;
  }

  /** The number of a word, new or known. Only inside a transaction, which `settle` or `undo` must follow. */
  intern(word: string): number {
    const known = this.find(word);
    if (known !== undefined) return known;
    const number = this.#add.insert(word);
    this.#remember(word, number);
    this.#fresh.push(word);
    return number;
  }

  textOf(number: number): string {
    const known = this.#texts.get(number);
    if (known !== undefined) return known;
    const row = this.#read.get(number);
    if (row === undefined) return damaged(`word ${number}`);
    const word = text(row, "text");
    this.#remember(word, number);
    return word;
  }

  /** The transaction was committed. */
  settle(): void {
    this.#fresh = [];
  }

  /** The transaction was rolled back: another may give the same numbers to other words. */
  undo(): void {
    for (const word of this.#fresh) {
      const number = this.#numbers.get(word);
      this.#numbers.delete(word);
      if (number !== undefined) this.#texts.delete(number);
    }
    this.#fresh = [];
  }

  #remember(word: string, number: number): void {
    // Never forgotten in the middle of a transaction: `undo` must find what it is to forget.
    if (this.#numbers.size >= rememberedMax && this.#fresh.length === 0) {
      this.#numbers.clear();
      this.#texts.clear();
    }
    this.#numbers.set(word, number);
    this.#texts.set(number, word);
  }
}
