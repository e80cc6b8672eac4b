// Sealed documents in files: sealing a content as it comes, opening one as it is read, and sealing one anew, each in
// flat memory. A file is there only when it is whole and synced; until then it has the ending `.part`.

import { constants } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
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
import { firstBytes, piecesOf } from "./pieces.ts";
import { type SealedFile, Sink, sealedAtOnce } from "./sink.ts";

export type { SealedFile };

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
  const file = await open(part, constants.O_RDWR | constants.O_CREAT, 0o600);
  const sink = new Sink(file, input.head.size);
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
    if (isRefusal(piece)) return piece;
    for (let at = 0; at < piece.length; at += sealedAtOnce) {
      const part = piece.subarray(at, at + sealedAtOnce);
      const sealed = sealer.update(part, await sink.room(part.length));
      if (isRefusal(sealed)) return sealed;
      sink.filled(sealed.length);
    }
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
