// One register's leaves in order, parsed, with the keys whose signatures verify and the index's own row beside each.
// The next chunks are read and sent to the verifying threads while the present one is being folded, so that the threads
// are never without work.

import { type PartyCode, parseLeaf } from "../../acts/index.ts";
import { Fault } from "../../base/index.ts";
import type { Ground } from "../../procedures/index.ts";
import type { Origin } from "../../register/index.ts";
import type { KeyId } from "../../seal/index.ts";
import type { ActRow, Store } from "../../store/index.ts";
import type { ReadLeaf } from "../side/reader.ts";
import { signedBy } from "../side/signatures.ts";
import type { SideParts } from "../side/state.ts";

/** Leaves read and verified at a time. */
const chunkLeaves = 2_048;
/** Chunks under way beside the present one: one being verified, one waiting for it. */
const chunksAhead = 2;

export interface StreamedLeaf {
  readonly index: number;
  readonly leaf: ReadLeaf["leaf"];
  readonly signedBy: readonly KeyId[];
  /** What the index says of this leaf; undefined where it has no row for it. */
  readonly row: ActRow | undefined;
}

interface Chunk {
  readonly start: number;
  readonly leaves: readonly ReadLeaf["leaf"][];
  readonly signers: readonly (readonly KeyId[])[];
  readonly rows: ReadonlyMap<number, ActRow>;
}

export class LeafStream {
  readonly #parts: SideParts & { readonly ground: Ground };
  readonly #party: PartyCode;
  readonly #origin: Origin;
  readonly #size: number;
  #present: Chunk | undefined;
  readonly #ahead: Promise<{ readonly chunk: Chunk } | { readonly cause: unknown }>[] = [];
  /** Where the next chunk to be read starts. */
  #unread = 0;
  #next = 0;

  constructor(input: { parts: SideParts; ground: Ground; party: PartyCode; origin: Origin; size: number }) {
    this.#parts = { ...input.parts, ground: input.ground };
    this.#party = input.party;
    this.#origin = input.origin;
    this.#size = input.size;
  }

  /** How many leaves have been taken. */
  get taken(): number {
    return this.#next;
  }

  /** The next leaf without taking it; undefined at the end. */
  async peek(): Promise<StreamedLeaf | undefined> {
    if (this.#next >= this.#size) return undefined;
    let chunk = this.#present;
    if (!chunk || this.#next >= chunk.start + chunk.leaves.length) {
      chunk = await this.#nextChunk();
      this.#present = chunk;
    }
    const position = this.#next - chunk.start;
    const leaf = chunk.leaves[position];
    if (leaf === undefined) throw new Fault("node.lostLeaf", `Leaf ${this.#next} of ${this.#party} is not there.`);
    return { index: this.#next, leaf, signedBy: chunk.signers[position] ?? [], row: chunk.rows.get(this.#next) };
  }

  take(): void {
    this.#next += 1;
  }

  async #nextChunk(): Promise<Chunk> {
    this.#readAhead();
    const read = await this.#ahead.shift();
    if (!read) throw new Fault("node.lostLeaf", `Leaf ${this.#next} of ${this.#party} is not there.`);
    if ("cause" in read) throw read.cause;
    this.#readAhead();
    return read.chunk;
  }

  #readAhead(): void {
    while (this.#ahead.length <= chunksAhead && this.#unread < this.#size) {
      const end = Math.min(this.#size, this.#unread + chunkLeaves);
      // What it throws is kept until the chunk is asked for.
      const read = this.#read({ start: this.#unread, end });
      this.#ahead.push(
        read.then(
          (chunk) => ({ chunk }),
          (cause: unknown) => ({ cause }),
        ),
      );
      this.#unread = end;
    }
  }

  async #read({ start, end }: { readonly start: number; readonly end: number }): Promise<Chunk> {
    const { store, row, verifier, ground } = this.#parts;
    const bytes = await store.leaves({ origin: this.#origin, start, end });
    if (bytes.length !== end - start)
      throw new Fault("node.lostLeaf", `Leaf ${start + bytes.length} of ${this.#party} is not there.`);
    const leaves = bytes.map((leaf) => parseLeaf(leaf));
    const signers = signedBy({ leaves, ground, verifier });
    const acts = await rowsOf({ store, accord: row.accord, party: this.#party, start, end });
    return { start, leaves, signers: await signers, rows: new Map(acts.map((act) => [act.index, act])) };
  }
}

async function rowsOf(input: {
  store: Store;
  accord: SideParts["row"]["accord"];
  party: PartyCode;
  start: number;
  end: number;
}): Promise<readonly ActRow[]> {
  const { store, accord, party, start, end } = input;
  const rows = await store.actsOfRegister(accord, { party, start, limit: end - start });
  return rows.filter((row) => row.index < end);
}
