// Documents by what is to be done with them: sent, fetched, swept, counted, looked through.

import type { AccordId, PartyCode } from "../../acts/index.ts";
import { type DocumentRow, type DocumentStore, smallDocumentMax } from "../portDocuments.ts";
import type { Accords } from "./accords.ts";
import type { Connection } from "./connection.ts";
import { digestText, documentOf, documentStates } from "./documentRow.ts";
import { leafKey } from "./keys.ts";
import { integer, type Row, text } from "./row.ts";

const { held, erased } = documentStates;

type Listing = "page" | "toDeliver" | "missing" | "unnamed" | "unswept" | "usage" | "ofClosed";

export class DocumentLists implements Pick<DocumentStore, Listing> {
  readonly #connection: Connection;
  readonly #accords: Accords;

  constructor(at: { readonly connection: Connection; readonly accords: Accords }) {
    this.#connection = at.connection;
    this.#accords = at.accords;
  }

  async page(
    accord: AccordId,
    { after, limit, kept }: { readonly after: number; readonly limit: number; readonly kept?: "files" },
  ): Promise<{ readonly items: readonly DocumentRow[]; readonly next: number | undefined }> {
    const files = kept === "files" ? `AND size > ${smallDocumentMax}` : "";
    const rows = this.#connection
      .statement(`SELECT * FROM document WHERE accord = ? AND no > ? ${files} ORDER BY no LIMIT ?`)
      .all(this.#no(accord), after, limit);
    return { items: rows.map((row) => documentOf(row, this.#accords)), next: nextOf(rows, limit) };
  }

  async toDeliver(
    accord: AccordId,
    { heldSize, limit }: { readonly heldSize: number; readonly limit: number },
  ): Promise<readonly Pick<DocumentRow, "digest" | "size">[]> {
    const { no, own } = this.#accords.of(accord);
    const rows = this.#connection
      .statement(
        `SELECT digest, size FROM document INDEXED BY document_to_deliver
          WHERE accord = ? AND own = 1 AND state = ${held} AND delivered_at IS NULL AND leaf IS NOT NULL AND leaf < ?
          ORDER BY size, no LIMIT ?`,
      )
      .all(no, leafKey(own.no, heldSize), limit);
    return rows.map((row) => ({ digest: digestText(row, "digest"), size: integer(row, "size") }));
  }

  async missing(
    accord: AccordId,
    { before, limit }: { readonly before: number; readonly limit: number },
  ): Promise<readonly DocumentRow[]> {
    const condition = `accord = ? AND state IN (0, 1) AND leaf IS NOT NULL AND (own = 1 OR changed_at < ?)
      ORDER BY changed_at LIMIT ?`;
    return this.#rows(condition, this.#no(accord), before, limit);
  }

  async unnamed(
    accord: AccordId,
    { before, limit }: { readonly before: number; readonly limit: number },
  ): Promise<readonly DocumentRow[]> {
    return this.#rows("accord = ? AND leaf IS NULL AND changed_at < ? LIMIT ?", this.#no(accord), before, limit);
  }

  async unswept(accord: AccordId, limit: number): Promise<readonly string[]> {
    const rows = this.#connection
      .statement("SELECT digest FROM document WHERE accord = ? AND unswept = 1 LIMIT ?")
      .all(this.#no(accord), limit);
    return rows.map((row) => digestText(row, "digest"));
  }

  async usage(accord: AccordId, author: PartyCode): Promise<number> {
    const { no, own } = this.#accords.of(accord);
    const row = this.#connection
      .statement("SELECT bytes FROM document_tally WHERE accord = ? AND own = ?")
      .get(no, author === own.party ? 1 : 0);
    return row === undefined ? 0 : integer(row, "bytes");
  }

  async ofClosed(
    accord: AccordId,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): ReturnType<DocumentStore["ofClosed"]> {
    const rows = this.#connection
      .statement(
        `SELECT document.*, word.text AS closed_procedure, dossier.changed_at AS closed_at
          FROM document JOIN dossier ON dossier.accord = document.accord AND dossier.id = document.dossier
          JOIN word ON word.no = dossier.procedure
          WHERE document.accord = ? AND document.no > ? AND document.state <> ${erased} AND dossier.open = 0
          ORDER BY document.no LIMIT ?`,
      )
      .all(this.#no(accord), after, limit);
    const items = rows.map((row) => ({
      document: documentOf(row, this.#accords),
      procedure: text(row, "closed_procedure"),
      closedAt: integer(row, "closed_at"),
    }));
    return { items, next: nextOf(rows, limit) };
  }

  #no(accord: AccordId): number {
    return this.#accords.of(accord).no;
  }

  #rows(condition: string, ...values: (number | Uint8Array)[]): readonly DocumentRow[] {
    const rows = this.#connection.statement(`SELECT * FROM document WHERE ${condition}`).all(...values);
    return rows.map((row) => documentOf(row, this.#accords));
  }
}

/** Where the next page begins; undefined when this one was the last. */
function nextOf(rows: readonly Row[], limit: number): number | undefined {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return last && integer(last, "no");
}
