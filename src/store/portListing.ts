// The two registers as one list, in the order in which this node took the leaves, and the words by which acts are
// found. Both are derived from the registers and can be made anew at any time: nothing else is judged by them.
//
// A leaf is listed some time after it was committed, in batches: finding an act may lag a moment behind registering it,
// and never slows it.

import type { AccordId, PartyCode } from "../acts/index.ts";
import type { ActRow, StoredAct, UnreadableRow } from "./port.ts";

/** A leaf by its place in its author's register. */
export type LeafPlace = Pick<ActRow, "party" | "index">;

export interface NewListed extends LeafPlace {
  /** What it is found by: lowercase words of ASCII letters and digits or of other scripts' letters, space between. */
  readonly words: string;
}

export type Listed = LeafPlace &
  ({ readonly kind: "act"; readonly act: StoredAct } | { readonly kind: "unreadable"; readonly row: UnreadableRow });

/** A word of a question; with `begins`, any word that begins so. */
export interface SoughtWord {
  readonly word: string;
  readonly begins: boolean;
}

export interface ListingStore {
  /** How many leaves of both registers are listed. */
  size(accord: AccordId): Promise<number>;
  /** How many leaves of one register are: all below this index. */
  listedOf(accord: AccordId, party: PartyCode): Promise<number>;
  /** Appends to the list. A leaf that is not the next of its register is a fault, "store.listedOutOfOrder". */
  append(accord: AccordId, leaves: readonly NewListed[]): Promise<void>;
  /** From a place in the list on, in its order. A leaf that has no index entry any more is left out. */
  read(accord: AccordId, query: { readonly start: number; readonly limit: number }): Promise<readonly Listed[]>;
  /** Of one register, from an index on. */
  readRegister(
    accord: AccordId,
    query: { readonly party: PartyCode; readonly start: number; readonly limit: number },
  ): Promise<readonly Listed[]>;
  /** Leaves that have all the words, the last listed first. */
  find(
    accord: AccordId,
    query: { readonly words: readonly SoughtWord[]; readonly limit: number },
  ): Promise<readonly Listed[]>;
}
