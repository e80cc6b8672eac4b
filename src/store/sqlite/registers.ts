// The registers themselves: leaves, tiles, heads. Leaves are bytes here, as they are to the room `register`.

import { type Head, parseHash, parseTreeSize, type RegisterCommit } from "../../register/index.ts";
import type { RegisterEntry } from "./accords.ts";
import type { Connection, Statement } from "./connection.ts";
import { storeFault } from "./failure.ts";
import { leafKey, registerEnd, tileKey } from "./keys.ts";
import { bytes, integer, parsed } from "./row.ts";

export class Registers {
  readonly #readHead: Statement;
  readonly #readTile: Statement;
  readonly #readLeaves: Statement;
  readonly #moveHead: Statement;
  readonly #firstHead: Statement;
  readonly #addLeaf: Statement;
  readonly #putTile: Statement;

  constructor(connection: Connection) {
    this.#readHead = connection.statement("SELECT size, root, checkpoint FROM head WHERE register = ?");
    this.#readTile = connection.statement("SELECT bytes FROM tile WHERE no = ?");
    this.#readLeaves = connection.statement("SELECT bytes FROM leaf WHERE no >= ? AND no < ? ORDER BY no");
    this.#moveHead = connection.statement(
      "UPDATE head SET size = ?, root = ?, checkpoint = ? WHERE register = ? AND size = ? AND root = ?",
    );
    this.#firstHead = connection.statement(
      "INSERT INTO head (register, size, root, checkpoint) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
    this.#addLeaf = connection.statement("INSERT INTO leaf (no, bytes) VALUES (?, ?)");
    this.#putTile = connection.statement(
      "INSERT INTO tile (no, bytes) VALUES (?, ?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes",
    );
  }

  head(register: RegisterEntry): Head | undefined {
    const row = this.#readHead.get(register.no);
    if (row === undefined) return undefined;
    return {
      origin: register.origin,
      size: parsed(parseTreeSize(integer(row, "size"))),
      root: parsed(parseHash(bytes(row, "root"))),
      checkpoint: bytes(row, "checkpoint"),
    };
  }

  tile(register: RegisterEntry, at: { readonly level: number; readonly index: number }): Uint8Array | undefined {
    const key = tileKey(register.no, at);
    const row = key === undefined ? undefined : this.#readTile.get(key);
    return row === undefined ? undefined : bytes(row, "bytes");
  }

  /** The leaves of [start, end) that are there. */
  leaves(register: RegisterEntry, range: { readonly start: number; readonly end: number }): Uint8Array[] {
    const from = leafKey(register.no, range.start);
    const to = Math.min(leafKey(register.no, range.end), registerEnd(register.no));
    return this.#readLeaves.all(from, to).map((row) => bytes(row, "bytes"));
  }

  /**
   * Moves the head and writes what it covers, or answers false, having written nothing. Inside a transaction, and
   * before anything else in it: the swap is what keeps two writers from forking a register.
   */
  append(register: RegisterEntry, commit: RegisterCommit): boolean {
    const { expected, head, leaves, tiles } = commit;
    const start = expected?.size ?? 0;
    if (head.size - start !== leaves.length || head.origin !== commit.origin) {
      const message = `The head moves from ${start} to ${head.size} with ${leaves.length} leaves.`;
      throw storeFault("store.wrongGrowth", message);
    }
    if (!this.#swap(register, commit)) return false;
    leaves.forEach((leaf, at) => {
      this.#addLeaf.run(leafKey(register.no, start + at), leaf);
    });
    for (const tile of tiles) {
      const key = tileKey(register.no, tile);
      if (key === undefined) throw storeFault("store.wrongGrowth", `No tile ${tile.index} of level ${tile.level}.`);
      this.#putTile.run(key, tile.bytes);
    }
    return true;
  }

  #swap(register: RegisterEntry, { expected, head }: RegisterCommit): boolean {
    if (expected === undefined) {
      return this.#firstHead.run(register.no, head.size, head.root, head.checkpoint) === 1;
    }
    const to = [head.size, head.root, head.checkpoint];
    return this.#moveHead.run(...to, register.no, expected.size, expected.root) === 1;
  }
}
