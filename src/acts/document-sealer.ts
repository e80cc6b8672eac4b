// Makes a sealed document as its content comes, in flat memory, and takes one up again that was cut off. What is
// written is always a prefix of the file that would have come of it uninterrupted.

import { concat, isRefusal, type Refusal, refuse } from "../base/index.ts";
import {
  chunkBytes,
  type Identity,
  OpenStream,
  openHeader,
  type Recipient,
  type SealingSuite,
  SealStream,
  sealedBytes,
  sealedChunkBytes,
  sealingHeader,
} from "../seal/index.ts";
import { encodeSealedHead, readSealedHead, type SealedHead } from "./sealed-head.ts";

/** Takes the content, in order; gives what is to be written. */
export class DocumentSealer {
  readonly head: SealedHead;
  readonly #stream: SealStream;
  #taken: number;

  constructor(input: { readonly stream: SealStream; readonly head: SealedHead; readonly taken: number }) {
    this.#stream = input.stream;
    this.head = input.head;
    this.#taken = input.taken;
  }

  /** Bytes of content taken so far: the place of the next. */
  get offset(): number {
    return this.#taken;
  }

  /**
   * Refused as `acts.documentSizeDiffers` when more comes than the head says; nothing of that piece is sealed. `into`:
   * as `SealStream` takes it.
   */
  update(content: Uint8Array, into?: Uint8Array): Uint8Array | Refusal {
    const came = this.#taken + content.length;
    if (came > this.head.size) return refuse("acts.documentSizeDiffers", { said: this.head.size, came });
    this.#taken = came;
    return this.#stream.update(content, into);
  }

  /** The end of the file; refused as `acts.documentSizeDiffers` while content is missing, and may be asked again. */
  final(): Uint8Array | Refusal {
    if (this.#taken !== this.head.size)
      return refuse("acts.documentSizeDiffers", { said: this.head.size, came: this.#taken });
    return this.#stream.final();
  }
}

export interface BegunDocument {
  readonly sealer: DocumentSealer;
  /** The file's first bytes. */
  readonly bytes: Uint8Array;
  /** Bytes that the whole file will have. */
  readonly size: number;
}

/** Begins a new document; refused as `sealingHeader` refuses. */
export function beginDocument(input: {
  readonly suite: SealingSuite;
  readonly recipients: Iterable<Recipient>;
  readonly head: SealedHead;
}): BegunDocument | Refusal {
  const start = sealingHeader(input);
  if (isRefusal(start)) return start;
  const stream = new SealStream({ suite: input.suite, ...start });
  const head = encodeSealedHead(input.head);
  stream.update(head);
  return {
    sealer: new DocumentSealer({ stream, head: input.head, taken: 0 }),
    bytes: start.bytes,
    size: start.bytes.length + sealedBytes(head.length + input.head.size),
  };
}

export interface ResumedDocument {
  readonly sealer: DocumentSealer;
  /** Bytes of the partial file that stand; what follows them is to be cut off before anything is written. */
  readonly keep: number;
  /** Bytes that the whole file will have. */
  readonly size: number;
}

/** As many of a file's first bytes as `resumeDocument` looks at. */
export const resumeBytes = 65_536 + 16 + sealedChunkBytes;

/**
 * Takes a partial file up at its last whole chunk: the header is opened with the own service's identity, and the head
 * read from the first chunk. `beginning`: the file's first `resumeBytes` bytes, or all it has; `size`: bytes it has.
 * The content that follows must be the same as before, from `sealer.offset` on. Refused as `acts.notResumable` before a
 * first chunk is whole, and as opening refuses.
 */
export function resumeDocument(input: {
  readonly suite: SealingSuite;
  readonly identities: Iterable<Identity>;
  readonly beginning: Uint8Array;
  readonly size: number;
}): ResumedDocument | Refusal {
  const start = openHeader({ suite: input.suite, bytes: input.beginning, identities: input.identities });
  if (isRefusal(start)) return start;
  const first = input.beginning.subarray(start.bodyAt, start.bodyAt + sealedChunkBytes);
  if (first.length < sealedChunkBytes) return refuse("acts.notResumable");
  const plain = new OpenStream({ suite: input.suite, ...start }).update(first);
  if (isRefusal(plain)) return plain;
  const read = readSealedHead(plain);
  if (read === undefined) return refuse("acts.notResumable");
  if (isRefusal(read)) return read;
  const { head, length } = read;
  // The last chunk is always made anew: only then it is known that all of the content came.
  const last = Math.ceil((length + head.size) / chunkBytes) - 1;
  const chunks = Math.min(Math.floor((input.size - start.bodyAt) / sealedChunkBytes), last);
  if (chunks < 1) return refuse("acts.notResumable");
  const stream = new SealStream({ suite: input.suite, ...start, resumeAt: chunks });
  return {
    sealer: new DocumentSealer({ stream, head, taken: chunks * chunkBytes - length }),
    keep: start.bodyAt + chunks * sealedChunkBytes,
    size: start.bodyAt + sealedBytes(length + head.size),
  };
}

/** A whole document at once, for small contents; refused as beginning and ending one. */
export function sealDocument(input: {
  readonly suite: SealingSuite;
  readonly recipients: Iterable<Recipient>;
  readonly head: SealedHead;
  readonly content: Uint8Array;
}): Uint8Array | Refusal {
  const begun = beginDocument(input);
  if (isRefusal(begun)) return begun;
  const body = begun.sealer.update(input.content);
  if (isRefusal(body)) return body;
  const end = begun.sealer.final();
  return isRefusal(end) ? end : concat([begun.bytes, body, end]);
}
