// Sealed documents in files: sealing a content as it comes, opening one as it is read, and sealing one anew, each in
// flat memory. A file is there only when it is whole and synced; until then it has the ending `.part`.

import { type FileHandle, open, rename, rm } from "node:fs/promises";
import {
  beginDocument,
  type DocumentSealer,
  type HeadCheck,
  openDocument,
  resumeBytes,
  resumeDocument,
  type SealedHead,
} from "../../acts/index.ts";
import { Fault, isRefusal, type Refusal } from "../../base/index.ts";
import { headerBytesMax, type Identity, payloadNonceBytes, type Recipient } from "../../seal/index.ts";
import { nativeSuite as suite } from "../../seal/native.ts";
import { type RunningDigest, runningDigest } from "./digest.ts";

export interface SealedFile {
  /** Of the whole age file: what an act names it by. */
  readonly digest: string;
  /** Bytes of the age file. */
  readonly size: number;
}

/** Bytes read at once. */
const pieceBytes = 1 << 20;

/** Bytes after which the disk is told to take what was written. */
const flushBytes = 32 << 20;

export interface SealInput {
  readonly path: string;
  readonly recipients: Iterable<Recipient>;
  /** The own service's: with them an attempt that was cut off is taken up. */
  readonly identities: Iterable<Identity>;
  readonly head: SealedHead;
  /** The content from a place on, in pieces of any size; asked once. A refusal among them ends the sealing with it. */
  content(offset: number): AsyncIterable<Uint8Array | Refusal>;
}

/**
 * Seals a content to a file. What an earlier attempt for the same head left is gone on with, whatever ended it. Refused
 * as `sealingHeader` refuses, as `acts.documentSizeDiffers`, or as the content is; nothing is left then.
 */
export async function sealToFile(input: SealInput): Promise<SealedFile | Refusal> {
  const part = `${input.path}.part`;
  const file = await open(part, "a+", 0o600);
  const sink = new Sink(file, runningDigest(input.head.size));
  try {
    const sealer = (await resumed(input, sink)) ?? (await begun(input, sink));
    const refused = isRefusal(sealer) ? sealer : await pour(input.content(sealer.offset), { sealer, sink });
    if (refused) {
      await rm(part, { force: true });
      return refused;
    }
    const sealed = await sink.settle();
    await rename(part, input.path);
    return sealed;
  } finally {
    await sink.close();
  }
}

/** Undefined when all of the content is in the file. */
async function pour(
  content: AsyncIterable<Uint8Array | Refusal>,
  { sealer, sink }: { readonly sealer: DocumentSealer; readonly sink: Sink },
): Promise<Refusal | undefined> {
  for await (const piece of content) {
    const sealed = isRefusal(piece) ? piece : sealer.update(piece);
    if (isRefusal(sealed)) return sealed;
    await sink.write(sealed);
  }
  const end = sealer.final();
  if (isRefusal(end)) return end;
  await sink.write(end);
  return undefined;
}

async function begun(input: SealInput, sink: Sink): Promise<DocumentSealer | Refusal> {
  const made = beginDocument({ suite, recipients: input.recipients, head: input.head });
  if (isRefusal(made)) return made;
  await sink.cut(0);
  await sink.write(made.bytes);
  return made.sealer;
}

/** Undefined when there is nothing to go on from, or what there is was sealed for another head. */
async function resumed(input: SealInput, sink: Sink): Promise<DocumentSealer | undefined> {
  const { size } = await sink.file.stat();
  if (size === 0) return undefined;
  const { identities } = input;
  const made = resumeDocument({ suite, identities, beginning: await firstBytes(sink.file, resumeBytes), size });
  if (isRefusal(made) || JSON.stringify(made.sealer.head) !== JSON.stringify(input.head)) return undefined;
  await sink.cut(made.keep);
  return made.sealer;
}

export interface OpenInput {
  readonly path: string;
  readonly identities: Iterable<Identity>;
  readonly check: HeadCheck;
}

/** A document whose head was found right. */
export interface OpenedFile {
  readonly head: SealedHead;
  /**
   * In pieces; a refusal as the last of them where the file does not open to its end: what was given before is then
   * authentic, and not whole.
   */
  readonly content: AsyncIterable<Uint8Array | Refusal>;
  /** For whoever does not read to the end. */
  close(): Promise<void>;
}

/** Opens a sealed file as far as its head. Throws what reading a file throws. */
export async function openFromFile(input: OpenInput): Promise<OpenedFile | Refusal> {
  let head: SealedHead | undefined;
  const check: HeadCheck = (found) => {
    const refused = input.check(found);
    if (!refused) head = found;
    return refused;
  };
  const pieces = piecesOpened({ ...input, check });
  for (;;) {
    const next = await pieces.next();
    if (next.done) throw new Fault("node.noHead", `${input.path} opened to its end without a head.`);
    if (head) {
      const close = async (): Promise<void> => void (await pieces.return(undefined));
      return { head, content: goOn(next.value, pieces), close };
    }
    if (!isRefusal(next.value)) continue;
    await pieces.return(undefined);
    return next.value;
  }
}

async function* goOn<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  // Ending here early ends the rest too, which closes the file.
  yield* rest;
}

async function* piecesOpened(input: OpenInput): AsyncGenerator<Uint8Array | Refusal> {
  const file = await open(input.path, "r");
  try {
    const bytes = await firstBytes(file, headerBytesMax + payloadNonceBytes);
    const opening = openDocument({ suite, bytes, identities: input.identities, check: input.check });
    if (isRefusal(opening)) return yield opening;
    const { opener, bodyAt } = opening;
    for await (const sealed of piecesOf(file, bodyAt)) {
      const content = opener.update(sealed);
      yield content;
      if (isRefusal(content)) return;
    }
    yield opener.final();
  } finally {
    await file.close();
  }
}

/**
 * A file's bytes from a place on, the next piece being read while one is looked at. Each is only lent until the next is
 * asked for.
 */
export async function* piecesOf(file: FileHandle, from: number): AsyncGenerator<Uint8Array> {
  let [current, other] = [new Uint8Array(pieceBytes), new Uint8Array(pieceBytes)];
  let position = from;
  let reading = file.read(current, 0, pieceBytes, position);
  for (;;) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) return;
    position += bytesRead;
    reading = file.read(other, 0, pieceBytes, position);
    // Its failure is told when it is awaited; whoever stops reading before that has no use for it.
    reading.catch(() => undefined);
    yield current.subarray(0, bytesRead);
    [current, other] = [other, current];
  }
}

async function firstBytes(file: FileHandle, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  const { bytesRead } = await file.read(buffer, 0, length, 0);
  return buffer.subarray(0, bytesRead);
}

/** The file being written, and its digest as far as it goes. One piece is written while the next is sealed. */
class Sink {
  readonly file: FileHandle;
  readonly #digest: RunningDigest;
  #size = 0;
  #writing: Promise<void> = Promise.resolve();
  #flushing: Promise<void> = Promise.resolve();
  #unflushed = 0;

  constructor(file: FileHandle, digest: RunningDigest) {
    this.file = file;
    this.#digest = digest;
  }

  /** Keeps so many of the file's bytes and goes on from there. */
  async cut(size: number): Promise<void> {
    await this.file.truncate(size);
    for await (const piece of piecesOf(this.file, 0)) await this.#digest.update(piece.slice());
    this.#size = size;
  }

  /**
   * Takes the bytes over and returns before they are written: what fails is thrown by the next call, or by `settle`.
   */
  async write(bytes: Uint8Array): Promise<void> {
    await this.#writing;
    this.#size += bytes.length;
    this.#writing = this.#writeAll(bytes);
    this.#writing.catch(() => undefined);
  }

  /** Durable when it returns. */
  async settle(): Promise<SealedFile> {
    await this.#writing;
    await this.#flushing;
    await this.file.sync();
    return { digest: await this.#digest.digest(), size: this.#size };
  }

  async close(): Promise<void> {
    await this.#digest.close();
    await this.file.close();
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) at += (await this.file.write(bytes, at)).bytesWritten;
    this.#unflushed += bytes.length;
    await this.#digest.update(bytes);
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
