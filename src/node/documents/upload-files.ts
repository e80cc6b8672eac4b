// One document being sealed: its sealer, its digest so far, and where its bytes go. A small one is kept in memory until
// it is whole; a large one is a file that a crash leaves as a beginning of what it was to be.

import { type DocumentSealer, resumeBytes, resumeDocument } from "../../acts/index.ts";
import { concat, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Identity } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { smallDocumentMax } from "../../store/index.ts";
import type { DocumentFiles } from "./files.ts";
import { RunningDigests } from "./running-digests.ts";

/** Sealed bytes gathered before they are written. */
const writtenAtOnce = 1024 * 1024;

export class SealingUpload {
  readonly sealer: DocumentSealer;
  /** Bytes that the whole sealed document will have. */
  readonly size: number;
  readonly #id: string;
  readonly #files: DocumentFiles;
  readonly #digest = new RunningDigests();
  /** Sealed and not written: all of a small one, or less than `writtenAtOnce`. */
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #written: number;

  private constructor(parts: {
    id: string;
    files: DocumentFiles;
    sealer: DocumentSealer;
    size: number;
    written: number;
  }) {
    this.#id = parts.id;
    this.#files = parts.files;
    this.sealer = parts.sealer;
    this.size = parts.size;
    this.#written = parts.written;
  }

  static begin(parts: {
    readonly id: string;
    readonly files: DocumentFiles;
    readonly sealer: DocumentSealer;
    readonly size: number;
    /** The file's first bytes. */
    readonly bytes: Uint8Array;
  }): SealingUpload {
    const upload = new SealingUpload({ ...parts, written: 0 });
    upload.#put(parts.bytes);
    return upload;
  }

  /** Takes up the file of an upload that another process of this node began. Refused as `node.uploadLost`. */
  static async resume(parts: {
    readonly id: string;
    readonly files: DocumentFiles;
    readonly identities: Iterable<Identity>;
  }): Promise<SealingUpload | Refusal> {
    const { id, files, identities } = parts;
    const path = files.upload(id);
    const size = await files.size(path);
    const beginning = await files.read(path, { offset: 0, length: resumeBytes });
    if (size === undefined || beginning === undefined) return refuse("node.uploadLost", { upload: id });
    const resumed = resumeDocument({ suite: nativeSuite, identities, beginning, size });
    if (isRefusal(resumed))
      return resumed.code === "acts.notResumable" ? refuse("node.uploadLost", { upload: id }) : resumed;
    const { keep } = resumed;
    await files.append(path, { offset: keep, pieces: [] });
    const upload = new SealingUpload({ id, files, sealer: resumed.sealer, size: resumed.size, written: keep });
    let at = 0;
    for await (const bytes of files.chunks(path)) {
      upload.#digest.advance(id, { offset: at, bytes });
      at += bytes.length;
    }
    return upload;
  }

  get small(): boolean {
    return this.size <= smallDocumentMax;
  }

  /** Seals content. Refused when it is more than was announced, and as `node.documentRoom` when the disk is full. */
  async take(content: Uint8Array): Promise<Refusal | undefined> {
    const sealed = this.sealer.update(content);
    if (isRefusal(sealed)) return sealed;
    this.#put(sealed);
    return this.#pendingBytes >= writtenAtOnce && !this.small ? await this.flush() : undefined;
  }

  /** Writes what is sealed; on disk when it resolves. A small one stays in memory. */
  async flush(): Promise<Refusal | undefined> {
    if (this.small || this.#pendingBytes === 0) return undefined;
    const path = this.#files.upload(this.#id);
    const pieces = this.#pending;
    if ((await this.#files.append(path, { offset: this.#written, pieces })) === "full")
      return refuse("node.documentRoom", { bytes: this.size, free: await this.#files.free() });
    this.#pending = [];
    this.#pendingBytes = 0;
    for (const bytes of pieces) {
      this.#digest.advance(this.#id, { offset: this.#written, bytes });
      this.#written += bytes.length;
    }
    return undefined;
  }

  /** The end of it. Refused while content is missing, and may be asked again. `bytes`: all of a small one. */
  async end(): Promise<{ readonly digest: string; readonly bytes: Uint8Array | undefined } | Refusal> {
    const last = this.sealer.final();
    if (isRefusal(last)) return last;
    this.#put(last);
    if (this.small) {
      const bytes = concat(this.#pending);
      this.#digest.advance(this.#id, { offset: 0, bytes });
      return { digest: this.#finished(), bytes };
    }
    const full = await this.flush();
    if (full) return full;
    return { digest: this.#finished(), bytes: undefined };
  }

  #finished(): string {
    const digest = this.#digest.finish(this.#id, this.size);
    if (digest === undefined) throw new TypeError("Sealed bytes that no digest saw.");
    return digest;
  }

  #put(sealed: Uint8Array): void {
    if (sealed.length === 0) return;
    this.#pending.push(sealed);
    this.#pendingBytes += sealed.length;
  }
}
