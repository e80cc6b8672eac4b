// A sealed file while it is written: sealed bytes are gathered in a few pieces of memory that are used again and again,
// each written to the disk and read for the digest while the next is filled. New memory for each piece would cost more
// than sealing it.

import type { FileHandle } from "node:fs/promises";
import { chunkBytes, sealedRoom } from "../../seal/index.ts";
import { type RunningDigest, runningDigest } from "./digest.ts";
import { piecesOf } from "./pieces.ts";

export interface SealedFile {
  /** Of the whole age file: what an act names it by. */
  readonly digest: string;
  /** Bytes of the age file. */
  readonly size: number;
}

/** The most content that is sealed at once. */
export const sealedAtOnce = 1 << 20;
const slots = 4;
const slotBytes = sealedRoom(sealedAtOnce);
/** Bytes after which the disk is told to take what was written. */
const flushBytes = 32 << 20;

interface Slot {
  readonly bytes: Uint8Array;
  /** When what was in it is written and hashed. */
  free: Promise<unknown>;
}

/** What fails is thrown by the next call, or by `settle`. */
export class Sink {
  readonly file: FileHandle;
  readonly #digest: RunningDigest;
  readonly #slots: Slot[] = [];
  #current: Slot;
  #filled = 0;
  /** Where the current slot's bytes go. */
  #position = 0;
  #writing: Promise<void> = Promise.resolve();
  #flushing: Promise<void> = Promise.resolve();
  #unflushed = 0;

  /** `size`: about how many bytes will come. */
  constructor(file: FileHandle, size: number) {
    this.file = file;
    this.#digest = runningDigest(size);
    this.#current = this.#newSlot();
  }

  /** Keeps so many of the file's bytes and goes on from there. */
  async cut(size: number): Promise<void> {
    await this.file.truncate(size);
    for await (const piece of piecesOf(this.file, 0)) await this.#digest.update(piece);
    this.#position = size;
  }

  /** Room for what becomes of `content` bytes, at most `sealedAtOnce`. What is put there is said by `filled`. */
  async room(content: number): Promise<Uint8Array> {
    if (this.#filled + sealedRoom(content) > slotBytes) await this.#send();
    return this.#current.bytes.subarray(this.#filled);
  }

  filled(bytes: number): void {
    this.#filled += bytes;
  }

  /** Bytes that were made elsewhere: a header, a last chunk. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      const part = bytes.subarray(at, at + chunkBytes);
      (await this.room(part.length)).set(part);
      this.filled(part.length);
    }
  }

  /** Durable when it returns. */
  async settle(): Promise<SealedFile> {
    await this.#send();
    for (const { free } of this.#slots) await free;
    await this.#flushing;
    await this.file.sync();
    return { digest: await this.#digest.digest(), size: this.#position };
  }

  async close(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#digest.close();
    await this.file.close();
  }

  /** Gives the current slot away and takes one that is free. */
  async #send(): Promise<void> {
    const slot = this.#current;
    const bytes = slot.bytes.subarray(0, this.#filled);
    const at = this.#position;
    this.#position += bytes.length;
    this.#filled = 0;
    // One after the other: a process that is killed leaves a beginning of the file, and no gap in it.
    this.#writing = this.#writing.then(() => this.#writeAll(bytes, at));
    slot.free = Promise.all([this.#writing, this.#digest.update(bytes)]);
    slot.free.catch(() => undefined);
    this.#writing.catch(() => undefined);
    const place = this.#slots.indexOf(slot) + 1;
    this.#current = this.#slots[place] ?? (place < slots ? this.#newSlot() : (this.#slots[0] ?? slot));
    await this.#current.free;
  }

  #newSlot(): Slot {
    const slot = { bytes: new Uint8Array(new SharedArrayBuffer(slotBytes)), free: Promise.resolve() };
    this.#slots.push(slot);
    return slot;
  }

  async #writeAll(bytes: Uint8Array, position: number): Promise<void> {
    for (let at = 0; at < bytes.length; )
      at += (await this.file.write(bytes, at, bytes.length - at, position + at)).bytesWritten;
    this.#unflushed += bytes.length;
    if (this.#unflushed >= flushBytes) await this.#flush();
  }

  /** The disk is given its work while there is more to seal, and the last sync has little left. One at a time. */
  async #flush(): Promise<void> {
    this.#unflushed = 0;
    await this.#flushing;
    this.#flushing = this.file.datasync();
    this.#flushing.catch(() => undefined);
  }
}
