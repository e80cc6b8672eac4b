// An officer's contents on their way to sealed documents: begun, sealed piece by piece as they come, and ended as a
// reference for an act. Plaintext is never written: what is cut off before its first chunk is whole is begun anew, and
// anything later goes on from its last whole chunk, also after a restart.

import { randomUUID } from "node:crypto";
import { beginDocument, type DocumentRef } from "../../acts/index.ts";
import type { ByteStream } from "../../api/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { NewDocument, UploadRow } from "../../store/index.ts";
import type { SealingKeys } from "../sealing/identities.ts";
import type { Side } from "../side/side.ts";
import type { DocumentFiles } from "./files.ts";
import { type DocumentLimits, refuseBeyondRoom } from "./limits.ts";
import { refOf } from "./opening.ts";
import { recipientsOf } from "./recipients.ts";
import {
  encodeRequest,
  headOf,
  type KeptRequest,
  keptOf,
  newRow,
  parseRequest,
  refFor,
  type UploadRequest,
} from "./requests.ts";
import { SealingUpload } from "./upload-files.ts";

/** Uploads open in memory at a time: some 200 kB each. */
const openMax = 128;

export interface UploadState {
  readonly upload: string;
  /** Bytes of content taken: where to go on. */
  readonly offset: number;
  readonly size: number;
  /** The reference, once it was ended. */
  readonly document?: DocumentRef;
}

interface Open {
  readonly sealing: SealingUpload;
  busy: boolean;
}

export class Uploads {
  readonly #side: Side;
  readonly #files: DocumentFiles;
  readonly #keys: SealingKeys;
  readonly #limits: DocumentLimits;
  readonly #open = new Map<string, Open>();

  constructor(parts: {
    readonly side: Side;
    readonly files: DocumentFiles;
    readonly keys: SealingKeys;
    readonly limits: DocumentLimits;
  }) {
    this.#side = parts.side;
    this.#files = parts.files;
    this.#keys = parts.keys;
    this.#limits = parts.limits;
  }

  /** Refused for a name that is none, a size beyond the disk's room or 10 GiB, and a service without sealing keys. */
  async begin(request: UploadRequest, officer: string): Promise<UploadState | Refusal> {
    const head = headOf(request);
    if (isRefusal(head)) return head;
    const recipients = await recipientsOf(this.#side, request);
    if (isRefusal(recipients)) return recipients;
    const begun = beginDocument({ suite: nativeSuite, recipients, head });
    if (isRefusal(begun)) return begun;
    const full = await refuseBeyondRoom(this.#files, { bytes: begun.size, limits: this.#limits });
    if (full) return full;
    if (!this.#makeRoom()) return refuse("node.tooManyUploads", { limit: openMax });
    const id = randomUUID();
    const sealing = SealingUpload.begin({ id, files: this.#files, ...begun });
    await this.#save({
      id,
      officer,
      request: encodeRequest(keptOf(request, recipients)),
      touchedAt: this.#side.clock.now(),
      digest: undefined,
    });
    this.#open.set(id, { sealing, busy: false });
    return { upload: id, offset: 0, size: request.size };
  }

  /**
   * Content from `offset` on, as it comes. What was sealed when the stream was cut off stays; the answer to a wrong
   * offset, `node.uploadOffset`, says where to go on.
   */
  async append(
    id: string,
    input: { readonly offset: number; readonly content: ByteStream; readonly officer: string },
  ): Promise<UploadState | Refusal> {
    const found = await this.#find(id, input.officer);
    if (isRefusal(found)) return found;
    if (found.row.digest !== undefined) return refuse("node.uploadEnded", { upload: id });
    const open = await this.#opened(found.row);
    if (isRefusal(open)) return open;
    const { sealing } = open;
    if (open.busy) return refuse("node.uploadBusy", { upload: id });
    if (sealing.sealer.offset !== input.offset)
      return refuse("node.uploadOffset", { got: input.offset, offset: sealing.sealer.offset });
    open.busy = true;
    try {
      const cut = await takeAll(sealing, input.content);
      const full = await sealing.flush();
      await this.#save({ ...found.row, touchedAt: this.#side.clock.now() });
      return cut ?? full ?? { upload: id, offset: sealing.sealer.offset, size: sealing.sealer.head.size };
    } catch (cause) {
      // What is in memory and what is on disk may differ now: it is taken up again from the disk.
      this.#open.delete(id);
      throw cause;
    } finally {
      open.busy = false;
    }
  }

  async state(id: string, officer: string): Promise<UploadState | Refusal> {
    const found = await this.#find(id, officer);
    if (isRefusal(found)) return found;
    const { request, row } = found;
    if (row.digest !== undefined)
      return { upload: id, offset: request.size, size: request.size, document: await this.#ended(row.digest) };
    const open = await this.#opened(row);
    return isRefusal(open) ? open : { upload: id, offset: open.sealing.sealer.offset, size: request.size };
  }

  /** The reference for the act. May be asked again; refused as `acts.documentSizeDiffers` while content is missing. */
  async end(id: string, officer: string): Promise<DocumentRef | Refusal> {
    const found = await this.#find(id, officer);
    if (isRefusal(found)) return found;
    const { row, request } = found;
    if (row.digest !== undefined) return await this.#ended(row.digest);
    const open = await this.#opened(row);
    if (isRefusal(open)) return open;
    if (open.busy) return refuse("node.uploadBusy", { upload: id });
    open.busy = true;
    try {
      const ended = await open.sealing.end();
      if (isRefusal(ended)) return ended;
      this.#open.delete(id);
      const { digest, bytes } = ended;
      const { size } = open.sealing;
      if (bytes === undefined) await this.#files.keep(this.#files.upload(id), digest);
      // A crash before this line leaves a file that nothing names, which the next start removes, and an upload that is
      // begun anew.
      const ref = refFor({ digest, size, request });
      await this.#add([{ row: newRow(ref, { request, at: this.#side.clock.now() }), bytes, upload: id }]);
      return ref;
    } finally {
      open.busy = false;
    }
  }

  /** Gives an upload up; what was sealed of it is removed. */
  async drop(id: string, officer: string): Promise<Refusal | undefined> {
    const found = await this.#find(id, officer);
    if (isRefusal(found)) return found;
    await this.forget(id);
    return undefined;
  }

  async forget(id: string): Promise<void> {
    this.#open.delete(id);
    await this.#files.remove(this.#files.upload(id));
    await this.#side.store.documents.removeUpload(this.#side.row.accord, id);
  }

  #add(documents: readonly NewDocument[]): Promise<void> {
    return this.#side.store.documents.add(this.#side.row.accord, documents);
  }

  async #ended(digest: string): Promise<DocumentRef> {
    const row = await this.#side.store.documents.get(this.#side.row.accord, digest);
    if (!row) throw new Fault("node.lostDocument", `The upload's document ${digest} is not known.`);
    return refOf(row);
  }

  async #find(
    id: string,
    officer: string,
  ): Promise<{ readonly row: UploadRow; readonly request: KeptRequest } | Refusal> {
    const row = await this.#side.store.documents.upload(this.#side.row.accord, id);
    // Another officer's is not even told to be there.
    if (!row || row.officer !== officer) return refuse("api.unknown", { what: "upload", got: id });
    return { row, request: parseRequest(row) };
  }

  /** The upload in memory, or taken up again from its file. */
  async #opened(row: UploadRow): Promise<Open | Refusal> {
    const known = this.#open.get(row.id);
    if (known) return known;
    if (!this.#makeRoom()) return refuse("node.tooManyUploads", { limit: openMax });
    const { from } = parseRequest(row);
    const sealing = await SealingUpload.resume({
      id: row.id,
      files: this.#files,
      identities: this.#keys.identitiesOf(from),
    });
    if (isRefusal(sealing)) return sealing;
    const open = this.#open.get(row.id) ?? { sealing, busy: false };
    this.#open.set(row.id, open);
    return open;
  }

  /** Lets go of the upload longest unused that can be taken up again from its file. */
  #makeRoom(): boolean {
    if (this.#open.size < openMax) return true;
    for (const [id, { sealing, busy }] of this.#open) {
      if (busy || sealing.small) continue;
      this.#open.delete(id);
      return true;
    }
    return false;
  }

  #save(row: UploadRow): Promise<void> {
    return this.#side.store.documents.saveUpload(this.#side.row.accord, row);
  }
}

/** Seals the stream's bytes; the refusal that ended it before its end, or undefined. */
async function takeAll(sealing: SealingUpload, content: ByteStream): Promise<Refusal | undefined> {
  for await (const chunk of content) {
    if (isRefusal(chunk)) return chunk;
    const refused = await sealing.take(chunk);
    if (refused) return refused;
  }
  return undefined;
}
