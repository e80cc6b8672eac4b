// What a store promises to the node; SQLite and PostgreSQL fulfil it, and one contract test runs on both.
//
// Durability: when `commit` answers "committed" the bytes are on disk (an fsync has returned). Concurrency: `commit` is
// one transaction and a compare-and-swap on the register's head, so that two writers, in one process or in two, can
// never fork a register: one commits, the other gets "conflict" and nothing of it is written.
//
// Faults: a call that throws has answered nothing. A write that throws has not been acknowledged and has written
// nothing, unless the machine failed at its very end: whoever tries again reads the head first.

import type { AccordId, ActId, DossierId, FunctionCode, PartyCode, ServiceCode } from "../acts/index.ts";
import type { Refusal } from "../base/index.ts";
import type { Origin, RegisterCommit, RegisterReader } from "../register/index.ts";
import type { Page, PageRequest } from "./page.ts";
import type { DocumentChanges, DocumentStore } from "./portDocuments.ts";
import type { ListingStore } from "./portListing.ts";
import type { AccessLog, Drafts } from "./portOffice.ts";
import type { OverviewStore } from "./portOverview.ts";

export type { Page, PageRequest };

/** What became of an act. `void`: it never could take effect; `crossed`: an act it had not seen prevailed. */
export type OutcomeRow =
  | { readonly kind: "effective" }
  | { readonly kind: "void"; readonly code: string; readonly details: string }
  | { readonly kind: "crossed"; readonly by: ActId };

/** The index entry of one leaf that could be read as an act. Leaves that could not are in the register only. */
export interface ActRow {
  readonly party: PartyCode;
  readonly index: number;
  readonly id: ActId;
  readonly dossier: DossierId;
  /** Name without version. */
  readonly procedure: string;
  readonly step: string;
  readonly service: ServiceCode;
  readonly function: FunctionCode;
  /** The author's clock, milliseconds since 1970. */
  readonly at: number;
  /** How much of the other register its author had seen, at this act or before. */
  readonly sight: number;
  readonly outcome: OutcomeRow;
  /**
   * The officer of this side who made it, by the id in this side's own directory; absent for the other side's acts and
   * for what the node registers by itself. Never leaves this side, and is lost when the index is rebuilt from the
   * leaves.
   */
  readonly officer?: string | undefined;
}

/** A leaf of the other side (or a broken one of ours found by fsck) that is no act at all, with the reason. */
export interface UnreadableRow {
  readonly party: PartyCode;
  readonly index: number;
  readonly code: string;
  readonly details: string;
}

export interface DossierRow {
  readonly id: DossierId;
  readonly procedure: string;
  readonly version: number;
  /** In the first of its languages by their codes. */
  readonly title: string;
  /** By language; empty where the title is the same in all of them. */
  readonly titles: Readonly<Record<string, string>>;
  readonly state: string;
  readonly final: boolean;
  /** Whose turn it is: none, one or both. */
  readonly turn: readonly PartyCode[];
  /** The nearest deadline and who owes it. */
  readonly due: { readonly name: string; readonly at: number; readonly owners: readonly PartyCode[] } | undefined;
  readonly openedAt: number;
  readonly changedAt: number;
  readonly acts: number;
  /** When time alone moves it on, milliseconds since 1970; undefined when time does not. */
  readonly lapsesAt: number | undefined;
}

/** A cosignature the other side gave on a checkpoint of this register: all leaves below `size` are held by both. */
export interface HeldRow {
  readonly origin: Origin;
  readonly size: number;
  /** The cosignature's own time, POSIX seconds. */
  readonly time: number;
  /** The checkpoint of that size with the author's and the cosigner's signatures, a signed note. */
  readonly note: Uint8Array;
}

export interface AccordRow {
  readonly accord: AccordId;
  readonly own: PartyCode;
  readonly other: PartyCode;
  readonly ownOrigin: Origin;
  readonly otherOrigin: Origin;
  /** The founding, canonical JSON. */
  readonly founding: Uint8Array;
}

/** The link as it stands: kept so that a stop outlives a restart. */
export interface LinkRow {
  /** Why nothing is signed or exchanged, or undefined while the link is open. */
  readonly stopped: { readonly code: string; readonly details: string; readonly at: number } | undefined;
  /** The evidence file of a stop, as text. */
  readonly evidence: string | undefined;
  /** Set by a restore: nothing is signed until the own tail has been recovered from the other side's mirror. */
  readonly recovering: boolean;
  readonly lastContact: number | undefined;
}

/**
 * One transaction. An act whose id is indexed already, or whose leaf is not there, is a fault: the caller asks
 * `actsById` first, and indexes a second leaf of one id as unreadable.
 */
export interface Commit {
  readonly accord: AccordId;
  /** Absent when only an index is rewritten. */
  readonly register?: RegisterCommit;
  /** Of several for one size the first is kept: its time is the earliest proof. */
  readonly held?: readonly HeldRow[];
  readonly acts?: readonly ActRow[];
  readonly unreadable?: readonly UnreadableRow[];
  /** Earlier acts whose outcome an act that arrived out of order has changed. */
  readonly outcomes?: readonly { readonly id: ActId; readonly outcome: OutcomeRow }[];
  /** Inserted or replaced. */
  readonly dossiers?: readonly DossierRow[];
  /** What these acts say of sealed documents. */
  readonly documents?: DocumentChanges;
}

export interface DossierFilter {
  readonly procedure?: string;
  readonly state?: string;
  readonly turn?: PartyCode;
  /** Open dossiers only (true), closed only (false). */
  readonly open?: boolean;
}

export interface StoredAct {
  readonly row: ActRow;
  readonly leaf: Uint8Array;
}

export interface Store extends RegisterReader {
  /** Both registers as one list, and the words by which acts are found. */
  readonly listing: ListingStore;
  /** Drafts of this side's acts: its own, never sent. */
  readonly drafts: Drafts;
  /** Who had which sealed document opened: this side's own, never sent. */
  readonly accessLog: AccessLog;
  /** Sealed documents: what acts name, and their bytes or how far they have come. */
  readonly documents: DocumentStore;
  /** Whose turn it is, counted, and the deadlines of a time. */
  readonly overview: OverviewStore;

  /** Adds an accord with two empty registers; "exists" when it is there already with the same founding. */
  addAccord(row: AccordRow): Promise<"added" | "exists">;
  accords(): Promise<readonly AccordRow[]>;

  commit(commit: Commit): Promise<"committed" | "conflict">;

  act(accord: AccordId, id: ActId): Promise<StoredAct | undefined>;
  /** The ids of these that are registered already, with their rows. */
  actsById(accord: AccordId, ids: readonly ActId[]): Promise<ReadonlyMap<ActId, ActRow>>;
  /** Every readable act of a dossier, each side's in the order of its register. */
  actsOfDossier(accord: AccordId, dossier: DossierId): Promise<readonly StoredAct[]>;
  /** The last `limit` readable acts of a dossier in each register, each register's in order, without their leaves. */
  latestActsOfDossier(
    accord: AccordId,
    query: { readonly dossier: DossierId; readonly limit: number },
  ): Promise<readonly ActRow[]>;
  /**
   * Every readable act of these procedures, each side's in the order of its register: what a node reads at its start.
   */
  actsOfProcedures(accord: AccordId, procedures: readonly string[]): Promise<readonly StoredAct[]>;
  /** Acts of one register from `start` on, in order. */
  actsOfRegister(
    accord: AccordId,
    query: { readonly party: PartyCode; readonly start: number; readonly limit: number },
  ): Promise<readonly ActRow[]>;
  unreadable(accord: AccordId): Promise<readonly UnreadableRow[]>;

  dossier(accord: AccordId, id: DossierId): Promise<DossierRow | undefined>;
  /** The rows of these, in no order; those that are not there are left out. At most some thousands. */
  dossiersById(accord: AccordId, ids: readonly DossierId[]): Promise<readonly DossierRow[]>;
  /**
   * Open before closed, then by nearest deadline (those without one last), then the last opened first. Refused
   * ("store.badCursor") when the cursor, which comes back from outside, is none of ours. A cursor holds a place in the
   * list, whatever the filter.
   */
  dossiers(accord: AccordId, query: DossierFilter & PageRequest): Promise<Page<DossierRow> | Refusal>;
  /** The dossiers whose `lapsesAt` is at or before `before`, the earliest first: their rows are out of date. */
  lapsing(accord: AccordId, query: { readonly before: number; readonly limit: number }): Promise<readonly DossierId[]>;
  /** Sorted by procedure. */
  counts(
    accord: AccordId,
  ): Promise<readonly { readonly procedure: string; readonly open: number; readonly all: number }[]>;

  /** The smallest cosigned checkpoint of the register that covers `index`, or undefined while none does. */
  heldCovering(origin: Origin, index: number): Promise<HeldRow | undefined>;
  /** The largest cosigned checkpoint, or undefined. */
  heldLatest(origin: Origin): Promise<HeldRow | undefined>;

  link(accord: AccordId): Promise<LinkRow>;
  saveLink(accord: AccordId, link: LinkRow): Promise<void>;

  /**
   * Removes every index row of the accord (acts, dossiers, unreadable); registers and cosignatures stay. For a rebuild.
   */
  forgetIndex(accord: AccordId): Promise<void>;

  /**
   * A consistent copy of everything in one new file, made while the node runs and synced before this answers. Refused
   * when the target exists ("store.targetExists"), cannot be written, or does not fit on its disk; then no file is left
   * there.
   */
  backup(path: string): Promise<"written" | Refusal>;
  /** Integrity check of the file itself; undefined when it is sound. */
  integrity(): Promise<string | undefined>;
  /** Bytes on disk, the write-ahead log included. */
  bytesOnDisk(): Promise<number>;
  close(): Promise<void>;
}
