// The sealed documents of one accord on this side's node: composition only. Ciphertext lies here, small ones in the
// store and large ones in files; what is opened is never written.

import { join } from "node:path";
import type { ByteStream } from "../../api/index.ts";
import { concat, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { DocumentSendLimits, HowFar } from "../../exchange/index.ts";
import type { DocumentRow } from "../../store/index.ts";
import type { SealingKeys } from "../sealing/identities.ts";
import type { Side } from "../side/side.ts";
import { type BatchItem, sealBatch } from "./batch.ts";
import { DocumentFiles } from "./files.ts";
import type { DocumentLimits } from "./limits.ts";
import { type DocumentCarrier, DocumentLink } from "./link.ts";
import { type OpenedDocument, openHeld } from "./opening.ts";
import { Reading } from "./reading.ts";
import { Receiving } from "./receiving.ts";
import { Tidying } from "./tidying.ts";
import { Uploads } from "./uploads.ts";

export interface DocumentsParts {
  readonly side: Side;
  /** The home's folder. */
  readonly home: string;
  readonly keys: SealingKeys;
  readonly limits: DocumentLimits;
  readonly carrier: DocumentCarrier;
  /** Bytes free on the disk; a test may say otherwise. */
  readonly free?: () => Promise<number>;
  /** The files themselves, where they are not the machine's: in the simulator. */
  readonly files?: DocumentFiles;
  /** How documents are sent; usual when absent. */
  readonly sending?: DocumentSendLimits;
}

export class Documents {
  readonly uploads: Uploads;
  readonly link: DocumentLink;
  readonly #parts: DocumentsParts;
  readonly #files: DocumentFiles;
  readonly #reading: Reading;
  readonly #receiving: Receiving;
  readonly #tidying: Tidying;

  private constructor(parts: DocumentsParts) {
    const { side, keys, limits, carrier } = parts;
    const files = parts.files ?? new DocumentFiles(documentsFolder(parts.home, side.row.accord), parts.free);
    this.#parts = parts;
    this.#files = files;
    this.#reading = new Reading({ side, files });
    this.#receiving = new Receiving({ side, files, limits, told: (digests) => this.#tell(digests, "held") });
    this.uploads = new Uploads({ side, files, keys, limits });
    this.#tidying = new Tidying({ side, files, receiving: this.#receiving, uploads: this.uploads });
    this.link = new DocumentLink({
      side,
      receiving: this.#receiving,
      reading: this.#reading,
      carrier,
      ...(parts.sending ? { sending: parts.sending } : {}),
      delivered: async (digests) => {
        await side.store.documents.delivered(side.row.accord, { digests, at: side.clock.now() });
        await this.#tell(digests, "delivered");
      },
    });
  }

  /** Brings store and disk to agree before anything is served. */
  static async open(parts: DocumentsParts): Promise<Documents> {
    const documents = new Documents(parts);
    await documents.#tidying.atStart();
    return documents;
  }

  /** About once a second: what was erased leaves the disk, what lies idle is forgotten. */
  sweep(): Promise<void> {
    return this.#tidying.sweep();
  }

  get(digest: string): Promise<DocumentRow | undefined> {
    const { store, row } = this.#parts.side;
    return store.documents.get(row.accord, digest);
  }

  /** Several small contents, each sealed and answered alone. */
  seal(items: readonly BatchItem[]): ReturnType<typeof sealBatch> {
    return sealBatch({ side: this.#parts.side, files: this.#files, limits: this.#parts.limits }, items);
  }

  /** Opens a document with the keys of one of this side's services. */
  openAs(service: string, row: DocumentRow): Promise<OpenedDocument | Refusal> {
    return openHeld(this.#reading, { row, identities: this.#parts.keys.identitiesOf(service) });
  }

  /** The sealed file as it lies here; refused as `node.documentErased`, `node.documentNotHere`. */
  sealed(row: DocumentRow): AsyncIterable<Uint8Array> | Refusal {
    const { digest, state, erasedBy } = row;
    if (state === "erased") return refuse("node.documentErased", { digest, act: erasedBy ?? "" });
    return state === "held" ? kept(this.#reading.chunks(row, 0)) : refuse("node.documentNotHere", { digest, state });
  }

  /** Removes a document of an act that was never made; false when an act names it. */
  forget(digest: string): Promise<boolean> {
    return this.#tidying.forget(digest);
  }

  /**
   * The sealed file of a document that an act names and that is not here, as it came by another way. What is here
   * already of it is passed over.
   */
  async put(row: DocumentRow, sealed: ByteStream): Promise<Taken | Refusal> {
    const { digest, state } = row;
    const named = (await this.#receiving.named([digest])).get(digest);
    if (named?.state !== "wanted") return refuse("node.documentNotWanted", { digest, state });
    let far: HowFar = { kind: "partial", offset: named.offset };
    let offset = 0;
    for await (const bytes of gathered(sealed)) {
      if (isRefusal(bytes)) return bytes;
      const end = offset + bytes.length;
      if (end > row.size) return refuse("exchange.documentTooLong");
      if (far.kind === "partial" && end > far.offset)
        far = (await this.#receiving.write([{ digest, offset, bytes }])).get(digest) ?? far;
      if (far.kind === "refused") return refusedPut(far.code);
      if (far.kind !== "partial") return far;
      offset = end;
    }
    await this.#receiving.settled();
    const after = await this.get(digest);
    return after?.state === "held" || after?.state === "erased" ? { kind: after.state } : { kind: "partial", offset };
  }

  async #tell(digests: readonly string[], state: "held" | "delivered"): Promise<void> {
    const { side } = this.#parts;
    const { accord } = side.row;
    for (const row of (await side.store.documents.among(accord, digests)).values()) {
      if (row.named === undefined) continue;
      const procedure = (await side.store.actsById(accord, [row.act])).get(row.act)?.procedure ?? "";
      side.events.publish({ kind: "document", digest: row.digest, dossier: row.named.dossier, procedure, state });
    }
  }
}

/** How far a document is held that an officer has put in. */
type Taken = Exclude<HowFar, { readonly kind: "refused" }>;

/** The refusal for whoever brought the bytes: a full disk passes, and anything else is in the bytes. */
function refusedPut(code: string): Refusal {
  return refuse(code === "exchange.noRoomForDocument" ? code : "exchange.documentAltered");
}

/** The pieces as their reader may keep them: what is read is only lent. */
async function* kept(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield piece.slice();
}

/** Bytes written at once: each write waits for the disk. */
const writtenAtOnce = 1024 * 1024;

/** The stream in larger pieces. */
async function* gathered(stream: ByteStream): ByteStream {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    if (isRefusal(piece)) {
      if (bytes > 0) yield concat(held);
      yield piece;
      return;
    }
    held.push(piece);
    bytes += piece.length;
    if (bytes < writtenAtOnce) continue;
    yield concat(held);
    [held, bytes] = [[], 0];
  }
  if (bytes > 0) yield concat(held);
}

/** Where the files of an accord's documents lie in a home. */
export function documentsFolder(home: string, accord: string): string {
  return join(home, "documents", accord);
}
