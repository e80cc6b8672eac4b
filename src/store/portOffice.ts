// What a side keeps for itself and never sends: drafts of acts, and who had which sealed document opened. Neither is in
// a register, and neither can be had again from the other side: a backup is the only copy.
//
// Durability is the store's: what a call has answered is on disk.

import type { AccordId, ActId, DossierId, FunctionCode, ServiceCode } from "../acts/index.ts";
import type { Refusal } from "../base/index.ts";
import type { Page, PageRequest } from "./page.ts";

/** One decision to open a sealed document, or to give out what was opened; allowed or not. */
export interface NewAccess {
  /** Milliseconds since 1970, by this side's clock. */
  readonly at: number;
  /** By the id in this side's own directory. */
  readonly officer: string;
  readonly service: ServiceCode;
  /** The function the officer asked in. */
  readonly function: FunctionCode;
  /** "open": its head was to be opened; "content": its content was to be read. */
  readonly action: "open" | "content";
  /** `sha256:` and 64 hexadecimal digits of the sealed document. */
  readonly document: string;
  /** The act that names the document, and its dossier. */
  readonly act: ActId;
  readonly dossier: DossierId;
  /** The rank of the label that was judged. */
  readonly level: number;
  readonly allowed: boolean;
  /** The rules of the policy that allowed or forbade it; none when no rule allows. */
  readonly rules: readonly string[];
  /** The refusal's code, where it was not allowed or failed after it was. */
  readonly code?: string | undefined;
}

export interface AccessRow extends NewAccess {
  /** Its place in the log of this accord, from 0, without gaps. */
  readonly index: number;
}

/** Only grows: nothing changes or removes an entry, not even a statement past this port. */
export interface AccessLog {
  /** Gives the entry's index. */
  record(accord: AccordId, entry: NewAccess): Promise<number>;
  /** Entries from `start` on, in order; `size` is how many there are. `limit` 1 to 1,000. */
  page(
    accord: AccordId,
    query: { readonly start: number; readonly limit: number },
  ): Promise<{ readonly size: number; readonly items: readonly AccessRow[] }>;
}

/**
 * `composed`: waits for release; `returned`: waits for its composer; `releasing`: handed to the register and not known
 * to be there; `released`: registered, and never changed again.
 */
export type DraftState = "composed" | "returned" | "releasing" | "released";

export interface DraftRow {
  /** The id the act will have. */
  readonly id: ActId;
  readonly state: DraftState;
  /** Counts the changes, from 1. */
  readonly version: number;
  /** What the author chooses of the act: canonical JSON. */
  readonly draft: string;
  readonly dossier: DossierId;
  /** Name without version. */
  readonly procedure: string;
  readonly step: string;
  readonly composer: string;
  /** Milliseconds since 1970. */
  readonly composedAt: number;
  readonly changedAt: number;
  /** Who releases or has released it; present in these two states only. */
  readonly releaser?: string | undefined;
}

export interface DraftEvent {
  /** `refused`: a release that the register did not take. */
  readonly kind: "composed" | "changed" | "returned" | "released" | "refused";
  readonly officer: string;
  readonly at: number;
  /** Why it was returned, or the code it was refused with. */
  readonly reason?: string | undefined;
}

export interface DraftFilter {
  readonly state?: DraftState;
  readonly dossier?: DossierId;
}

export interface Drafts {
  get(accord: AccordId, id: ActId): Promise<DraftRow | undefined>;
  /** What was done with it, in order. */
  history(accord: AccordId, id: ActId): Promise<readonly DraftEvent[]>;
  /** The last composed first. Refused ("store.badCursor") when the cursor is none of ours. */
  list(accord: AccordId, query: DraftFilter & PageRequest): Promise<Page<DraftRow> | Refusal>;
  /**
   * Adds a draft of version 1, or replaces the one of the version before, and notes what was done. "conflict": another
   * was first, and nothing is written. A released draft is a fault to change.
   */
  save(
    accord: AccordId,
    change: { readonly row: DraftRow; readonly event?: DraftEvent },
  ): Promise<"saved" | "conflict">;
  /** Removes a draft of this version that is neither released nor on its way. */
  remove(accord: AccordId, draft: Pick<DraftRow, "id" | "version">): Promise<"removed" | "conflict">;
}
