// Sealed documents as the store keeps them: what acts name, how far the bytes have come, the bytes of small ones, and
// uploads under way. What names a document in a register is written in one transaction with its leaf
// (Commit.documents); everything here is this node's own affair. The bytes of large ones are the node's files.
//
// Durability is the store's: what a call has answered is on disk.

import type { AccordId, ActId, DossierId, PartyCode } from "../acts/index.ts";

/** Up to this size, in bytes, a document lives in the store itself. */
export const smallDocumentMax = 65_536;

/**
 * `expected`: no byte of it here; `partial`: some; `held`: all of it, and it gives its digest; `erased`: by an act, for
 * good.
 */
export type DocumentState = "expected" | "partial" | "held" | "erased";

export interface DocumentRow {
  /** `sha256:` and 64 hexadecimal digits of the whole age file. */
  readonly digest: string;
  /** Bytes of the age file. */
  readonly size: number;
  /** The reference as the act has it, canonical JSON. */
  readonly reference: string;
  /** The act it was sealed for: the first that names it, or the one it was uploaded for. */
  readonly act: ActId;
  /** Where that act stands; undefined while no act in a register names it: until then it never leaves this side. */
  readonly named: { readonly party: PartyCode; readonly index: number; readonly dossier: DossierId } | undefined;
  /** Whose act names it, or will. */
  readonly author: PartyCode;
  /** The services it was sealed from and to, and the ids of the keys, where this node sealed it. */
  readonly sealed: { readonly from: string; readonly to: string; readonly keys: readonly string[] } | undefined;
  readonly state: DocumentState;
  /** Milliseconds since 1970, by this node's clock. */
  readonly changedAt: number;
  /** When the other node answered that it holds all of it; own documents only. */
  readonly deliveredAt: number | undefined;
  /** The act that says it was opened. */
  readonly openedBy: ActId | undefined;
  readonly erasedBy: ActId | undefined;
}

/** What the acts of one commit say of documents. */
export interface DocumentChanges {
  /** Expected from now on, unless it is known already; an upload for this very act becomes named. */
  readonly named: readonly {
    readonly digest: string;
    readonly size: number;
    readonly reference: string;
    readonly act: ActId;
    readonly dossier: DossierId;
    readonly party: PartyCode;
    readonly index: number;
  }[];
  readonly opened: readonly { readonly digest: string; readonly act: ActId }[];
  /** Their bytes here go in the same transaction, or are marked for the sweep where they are files. */
  readonly erased: readonly {
    readonly digest: string;
    readonly act: ActId;
    /** The only side whose node erases it; undefined when both do. */
    readonly on: PartyCode | undefined;
  }[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface UploadRow {
  readonly id: string;
  /** By the id in this side's own directory: nobody else goes on with it. */
  readonly officer: string;
  /** Canonical JSON: act, label, media type, size, services. Not the name. */
  readonly request: string;
  readonly touchedAt: number;
  /** The document it became. */
  readonly digest: string | undefined;
}

/** A document that this node sealed or was given whole. */
export interface NewDocument {
  readonly row: Pick<DocumentRow, "digest" | "size" | "reference" | "act" | "sealed" | "changedAt">;
  /** Of a small document; the file of a large one is in its place already. */
  readonly bytes: Uint8Array | undefined;
  /** The upload it ends. */
  readonly upload?: string;
}

export interface DocumentStore {
  get(accord: AccordId, digest: string): Promise<DocumentRow | undefined>;
  /** Those of these that are known. */
  among(accord: AccordId, digests: readonly string[]): Promise<ReadonlyMap<string, DocumentRow>>;
  ofAct(accord: AccordId, act: ActId): Promise<readonly DocumentRow[]>;
  /** Every document that acts of the dossier named first. */
  ofDossier(accord: AccordId, dossier: DossierId): Promise<readonly DocumentRow[]>;
  /** Every document, or those that are files, in the order in which they became known, after `after`. */
  page(
    accord: AccordId,
    query: { readonly after: number; readonly limit: number; readonly kept?: "files" },
  ): Promise<{ readonly items: readonly DocumentRow[]; readonly next: number | undefined }>;
  /** The bytes of a small document that is held. */
  bytes(accord: AccordId, digest: string): Promise<Uint8Array | undefined>;

  /** Own documents, sealed here, that no act names yet; in one transaction. One that is known stays as it is. */
  add(accord: AccordId, documents: readonly NewDocument[]): Promise<void>;
  /** Removes a document that no act names, with its bytes; false when an act names it or it is not known. */
  forget(accord: AccordId, digest: string): Promise<boolean>;
  /**
   * Documents that have arrived whole, in one transaction: `bytes` of small ones. An erased one stays erased; those
   * that are held now are in the answer.
   */
  arrived(
    accord: AccordId,
    arrival: {
      readonly documents: readonly { readonly digest: string; readonly bytes: Uint8Array | undefined }[];
      readonly at: number;
    },
  ): Promise<ReadonlySet<string>>;
  /** Some bytes are here, or none any more. An erased one stays erased. */
  setState(
    accord: AccordId,
    change: { readonly digest: string; readonly state: "expected" | "partial"; readonly at: number },
  ): Promise<void>;
  delivered(accord: AccordId, delivery: { readonly digests: readonly string[]; readonly at: number }): Promise<void>;

  /** Own, held, named below `heldSize` of the own register, and not delivered: small ones first. */
  toDeliver(
    accord: AccordId,
    query: { readonly heldSize: number; readonly limit: number },
  ): Promise<readonly Pick<DocumentRow, "digest" | "size">[]>;
  /** Named and not whole here: own ones, and those of the other side unchanged since `before`. */
  missing(
    accord: AccordId,
    query: { readonly before: number; readonly limit: number },
  ): Promise<readonly DocumentRow[]>;
  /** Not named by any act and unchanged since `before`. */
  unnamed(
    accord: AccordId,
    query: { readonly before: number; readonly limit: number },
  ): Promise<readonly DocumentRow[]>;
  /** Erased ones whose file may still be there. */
  unswept(accord: AccordId, limit: number): Promise<readonly string[]>;
  swept(accord: AccordId, digests: readonly string[]): Promise<void>;
  /** Bytes that a side's documents take here, those under way counted whole. */
  usage(accord: AccordId, author: PartyCode): Promise<number>;
  /**
   * Documents whose dossier is closed, and whose bytes are not erased, in the order in which they became known, with
   * the dossier's procedure and when it was closed.
   */
  ofClosed(
    accord: AccordId,
    query: { readonly after: number; readonly limit: number },
  ): Promise<{
    readonly items: readonly {
      readonly document: DocumentRow;
      readonly procedure: string;
      readonly closedAt: number;
    }[];
    readonly next: number | undefined;
  }>;
  /** Gives the room of what was erased back to the disk and overwrites it in the file. */
  scrub(): Promise<void>;

  upload(accord: AccordId, id: string): Promise<UploadRow | undefined>;
  /** Inserts or replaces. */
  saveUpload(accord: AccordId, row: UploadRow): Promise<void>;
  removeUpload(accord: AccordId, id: string): Promise<void>;
  /** Untouched since `before`. */
  idleUploads(accord: AccordId, query: { readonly before: number; readonly limit: number }): Promise<readonly string[]>;
}
