// Sealed documents: what acts name and how far the bytes have come. Small ones live beside their row; of a large one
// the store knows the state and the node has the file.

import type { AccordId, ActId, DossierId } from "../../acts/index.ts";
import {
  type DocumentChanges,
  type DocumentRow,
  type DocumentStore,
  type NewDocument,
  smallDocumentMax,
  type UploadRow,
} from "../portDocuments.ts";
import type { AccordEntry, Accords } from "./accords.ts";
import type { Connection } from "./connection.ts";
import { DocumentLists } from "./documentLists.ts";
import { digestBytes, documentOf, documentStates } from "./documentRow.ts";
import { storeFault } from "./failure.ts";
import { leafKey } from "./keys.ts";
import { bytes, idBytes, integer } from "./row.ts";
import { Uploads } from "./uploads.ts";

const { expected, held, erased } = documentStates;

export class SqliteDocuments extends DocumentLists implements DocumentStore {
  readonly #connection: Connection;
  readonly #accords: Accords;
  readonly #uploads: Uploads;

  constructor(at: { readonly connection: Connection; readonly accords: Accords }) {
    super(at);
    this.#connection = at.connection;
    this.#accords = at.accords;
    this.#uploads = new Uploads(at.connection);
  }

  /** Inside a transaction. */
  write(accord: AccordEntry, changes: DocumentChanges): void {
    const { named, opened, erased: gone, at } = changes;
    for (const one of named)
      this.#connection
        .statement(
          `INSERT INTO document (accord, digest, size, reference, act, dossier, leaf, own, state, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ${expected}, ?)
            ON CONFLICT (accord, digest) DO UPDATE SET dossier = excluded.dossier, leaf = excluded.leaf
              WHERE document.leaf IS NULL AND document.act = excluded.act AND document.own = excluded.own`,
        )
        .run(
          accord.no,
          digestBytes(one.digest),
          one.size,
          one.reference,
          idBytes(one.act),
          idBytes(one.dossier),
          leafKey(this.#accords.registerOf(accord, one.party).no, one.index),
          one.party === accord.own.party ? 1 : 0,
          at,
        );
    for (const { digest, act } of opened)
      this.#connection
        .statement("UPDATE document SET opened_by = ? WHERE accord = ? AND digest = ? AND opened_by IS NULL")
        .run(idBytes(act), accord.no, digestBytes(digest));
    for (const { digest, act, on } of gone)
      if (on === undefined || on === accord.own.party) this.#erase(accord.no, { digest, act, at });
  }

  #erase(accord: number, { digest, act, at }: { digest: string; act: ActId; at: number }): void {
    const key = digestBytes(digest);
    this.#connection
      .statement(
        `DELETE FROM document_bytes WHERE document = (SELECT no FROM document WHERE accord = ? AND digest = ?)`,
      )
      .run(accord, key);
    this.#connection
      .statement(
        `UPDATE document SET state = ${erased}, erased_by = ?, changed_at = ?, unswept = 1
          WHERE accord = ? AND digest = ? AND state <> ${erased}`,
      )
      .run(idBytes(act), at, accord, key);
  }

  async get(accord: AccordId, digest: string): Promise<DocumentRow | undefined> {
    const row = this.#connection
      .statement("SELECT * FROM document WHERE accord = ? AND digest = ?")
      .get(this.#no(accord), digestBytes(digest));
    return row && documentOf(row, this.#accords);
  }

  async among(accord: AccordId, digests: readonly string[]): Promise<ReadonlyMap<string, DocumentRow>> {
    const found = new Map<string, DocumentRow>();
    for (const digest of digests) {
      const row = await this.get(accord, digest);
      if (row !== undefined) found.set(digest, row);
    }
    return found;
  }

  async ofAct(accord: AccordId, act: ActId): Promise<readonly DocumentRow[]> {
    return this.#rows("accord = ? AND act = ? ORDER BY no", this.#no(accord), idBytes(act));
  }

  async ofDossier(accord: AccordId, dossier: DossierId): Promise<readonly DocumentRow[]> {
    return this.#rows("accord = ? AND dossier = ? ORDER BY no", this.#no(accord), idBytes(dossier));
  }

  async bytes(accord: AccordId, digest: string): Promise<Uint8Array | undefined> {
    const row = this.#connection
      .statement(
        `SELECT bytes FROM document_bytes JOIN document ON document.no = document_bytes.document
          WHERE accord = ? AND digest = ?`,
      )
      .get(this.#no(accord), digestBytes(digest));
    return row && bytes(row, "bytes");
  }

  async add(accord: AccordId, documents: readonly NewDocument[]): Promise<void> {
    const no = this.#no(accord);
    this.#connection.transaction(() => {
      for (const document of documents) this.#add(no, document);
    });
  }

  #add(accord: number, { row, bytes: small, upload }: NewDocument): void {
    const key = digestBytes(row.digest);
    const known = this.#connection.statement("SELECT no FROM document WHERE accord = ? AND digest = ?");
    if (known.get(accord, key) === undefined) {
      const no = this.#connection
        .statement(
          `INSERT INTO document
            (accord, digest, size, reference, act, own, sealed_from, sealed_to, sealed_keys, state, changed_at)
            VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ${held}, ?)`,
        )
        .insert(
          accord,
          key,
          row.size,
          row.reference,
          idBytes(row.act),
          row.sealed?.from ?? null,
          row.sealed?.to ?? null,
          row.sealed?.keys.join(" ") ?? null,
          row.changedAt,
        );
      this.#keepBytes(no, { size: row.size, small });
    }
    if (upload !== undefined) this.#uploads.end(accord, { id: upload, digest: key });
  }

  #keepBytes(document: number, { size, small }: { size: number; small: Uint8Array | undefined }): void {
    if (size > smallDocumentMax) return;
    if (small?.length !== size) throw storeFault("store.lostBytes", "A small document came without its bytes.");
    this.#connection.statement("INSERT OR REPLACE INTO document_bytes VALUES (?, ?)").run(document, small);
  }

  async forget(accord: AccordId, digest: string): Promise<boolean> {
    const no = this.#no(accord);
    return this.#connection.transaction(
      () =>
        this.#connection
          .statement("DELETE FROM document WHERE accord = ? AND digest = ? AND leaf IS NULL")
          .run(no, digestBytes(digest)) > 0,
    );
  }

  async arrived(
    accord: AccordId,
    arrival: {
      readonly documents: readonly { readonly digest: string; readonly bytes: Uint8Array | undefined }[];
      readonly at: number;
    },
  ): Promise<ReadonlySet<string>> {
    const no = this.#no(accord);
    const done = new Set<string>();
    this.#connection.transaction(() => {
      for (const { digest, bytes: small } of arrival.documents) {
        const key = digestBytes(digest);
        const row = this.#connection
          .statement(`SELECT no, size FROM document WHERE accord = ? AND digest = ? AND state <> ${erased}`)
          .get(no, key);
        if (row === undefined) continue;
        this.#connection
          .statement(`UPDATE document SET state = ${held}, changed_at = ? WHERE no = ?`)
          .run(arrival.at, integer(row, "no"));
        this.#keepBytes(integer(row, "no"), { size: integer(row, "size"), small });
        done.add(digest);
      }
    });
    return done;
  }

  async setState(
    accord: AccordId,
    change: { readonly digest: string; readonly state: "expected" | "partial"; readonly at: number },
  ): Promise<void> {
    const no = this.#no(accord);
    this.#connection.transaction(() =>
      this.#connection
        .statement(
          `UPDATE document SET state = ?, changed_at = ? WHERE accord = ? AND digest = ? AND state <> ${erased}`,
        )
        .run(documentStates[change.state], change.at, no, digestBytes(change.digest)),
    );
  }

  async delivered(
    accord: AccordId,
    delivery: { readonly digests: readonly string[]; readonly at: number },
  ): Promise<void> {
    const no = this.#no(accord);
    this.#connection.transaction(() => {
      for (const digest of delivery.digests)
        this.#connection
          .statement("UPDATE document SET delivered_at = ? WHERE accord = ? AND digest = ? AND delivered_at IS NULL")
          .run(delivery.at, no, digestBytes(digest));
    });
  }

  async swept(accord: AccordId, digests: readonly string[]): Promise<void> {
    const no = this.#no(accord);
    this.#connection.transaction(() => {
      for (const digest of digests)
        this.#connection
          .statement("UPDATE document SET unswept = 0 WHERE accord = ? AND digest = ?")
          .run(no, digestBytes(digest));
    });
  }

  async scrub(): Promise<void> {
    // Overwritten pages stand in the log until they are in the file, and the log keeps old ones until it is cut.
    this.#connection.statement("PRAGMA wal_checkpoint(TRUNCATE)").get();
  }

  async upload(accord: AccordId, id: string): Promise<UploadRow | undefined> {
    return this.#uploads.get(this.#no(accord), id);
  }

  async saveUpload(accord: AccordId, row: UploadRow): Promise<void> {
    this.#uploads.save(this.#no(accord), row);
  }

  async removeUpload(accord: AccordId, id: string): Promise<void> {
    this.#uploads.remove(this.#no(accord), id);
  }

  async idleUploads(
    accord: AccordId,
    query: { readonly before: number; readonly limit: number },
  ): Promise<readonly string[]> {
    return this.#uploads.idle(this.#no(accord), query);
  }

  #no(accord: AccordId): number {
    return this.#accords.of(accord).no;
  }

  #rows(condition: string, ...values: (number | Uint8Array)[]): readonly DocumentRow[] {
    const rows = this.#connection.statement(`SELECT * FROM document WHERE ${condition}`).all(...values);
    return rows.map((row) => documentOf(row, this.#accords));
  }
}
