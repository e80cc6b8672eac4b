// The bytes of documents that are held, ciphertext as it is: small ones from the store, large ones from their file.

import type { DigestText } from "../../exchange/index.ts";
import { type DocumentRow, smallDocumentMax } from "../../store/index.ts";
import type { Side } from "../side/side.ts";
import type { DocumentFiles } from "./files.ts";

export class Reading {
  readonly #side: Side;
  readonly #files: DocumentFiles;

  constructor(parts: { readonly side: Side; readonly files: DocumentFiles }) {
    this.#side = parts.side;
    this.#files = parts.files;
  }

  /** Bytes from `offset` on, as many as there are up to `length`; undefined when they are not here. */
  async range(
    row: Pick<DocumentRow, "digest" | "size">,
    range: { readonly offset: number; readonly length: number },
  ): Promise<Uint8Array | undefined> {
    const { store, row: accord } = this.#side;
    if (row.size <= smallDocumentMax) {
      const bytes = await store.documents.bytes(accord.accord, row.digest);
      return bytes?.subarray(range.offset, range.offset + range.length);
    }
    const bytes = await this.#files.read(this.#files.path(row.digest), range);
    if (bytes === undefined) await this.#lost(row.digest);
    return bytes;
  }

  /** All of it from `offset` on, piece by piece; each is only lent until the next is asked for. */
  async *chunks(row: Pick<DocumentRow, "digest" | "size">, offset: number): AsyncGenerator<Uint8Array> {
    if (row.size > smallDocumentMax) yield* this.#files.chunks(this.#files.path(row.digest), offset);
    else {
      const bytes = await this.range(row, { offset, length: row.size });
      if (bytes !== undefined) yield bytes;
    }
  }

  /** A file that is gone is fetched again from the other side. */
  async #lost(digest: DigestText): Promise<void> {
    const { store, row, clock } = this.#side;
    const known = await store.documents.get(row.accord, digest);
    if (known?.state === "held" && known.named !== undefined)
      await store.documents.setState(row.accord, { digest, state: "expected", at: clock.now() });
  }
}
