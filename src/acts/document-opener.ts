// Opens a sealed document as its bytes come, in flat memory. Nothing of the content is given out before its head was
// read and found to be what the act says, and no byte more or fewer than the head says.

import { concat, isRefusal, type Refusal, refuse } from "../base/index.ts";
import { type Identity, type OpenedStart, OpenStream, openHeader, type SealingSuite } from "../seal/index.ts";
import { readSealedHead, type SealedHead } from "./sealed-head.ts";

/** What must hold of the head before any content is given out; undefined when it does. */
export type HeadCheck = (head: SealedHead) => Refusal | undefined;

/**
 * Takes the payload, in order; gives content. Whoever reads it must end with `final`: only then the content is whole.
 * After a refusal every further call gives the same one.
 */
export class DocumentOpener {
  readonly #stream: OpenStream;
  readonly #check: HeadCheck;
  #head: SealedHead | undefined;
  /** Plaintext until the head is read; a chunk or less. */
  #before: Uint8Array = new Uint8Array();
  #given = 0;
  #refused: Refusal | undefined;

  constructor(input: { readonly suite: SealingSuite; readonly start: OpenedStart; readonly check: HeadCheck }) {
    this.#stream = new OpenStream({ suite: input.suite, ...input.start });
    this.#check = input.check;
  }

  /** Once it was read and found right. */
  get head(): SealedHead | undefined {
    return this.#head;
  }

  update(sealed: Uint8Array): Uint8Array | Refusal {
    return this.#refused ?? this.#take(this.#stream.update(sealed));
  }

  /** The rest; refused when the file, its head or its content is not whole. */
  final(): Uint8Array | Refusal {
    if (this.#refused) return this.#refused;
    const rest = this.#take(this.#stream.final());
    if (isRefusal(rest)) return rest;
    const head = this.#head;
    if (!head)
      return this.#refuse(refuse("acts.badSealedHead", { path: "(length)", problem: "the document ends within it" }));
    if (this.#given === head.size) return rest;
    return this.#refuse(refuse("acts.documentSizeDiffers", { said: head.size, came: this.#given }));
  }

  #take(plain: Uint8Array | Refusal): Uint8Array | Refusal {
    if (isRefusal(plain)) return this.#refuse(plain);
    const content = this.#head ? plain : this.#afterHead(plain);
    if (isRefusal(content)) return this.#refuse(content);
    const said = this.#head?.size ?? 0;
    const came = this.#given + content.length;
    if (came > said) return this.#refuse(refuse("acts.documentSizeDiffers", { said, came }));
    this.#given = came;
    return content;
  }

  #afterHead(plain: Uint8Array): Uint8Array | Refusal {
    const before = this.#before.length === 0 ? plain : concat([this.#before, plain]);
    const read = readSealedHead(before);
    if (isRefusal(read)) return read;
    if (read === undefined) {
      this.#before = before;
      return new Uint8Array();
    }
    const refused = this.#check(read.head);
    if (refused) return refused;
    this.#head = read.head;
    this.#before = new Uint8Array();
    return before.subarray(read.length);
  }

  #refuse(refusal: Refusal): Refusal {
    this.#refused = refusal;
    return refusal;
  }
}

export interface OpeningDocument {
  readonly opener: DocumentOpener;
  /** Where the payload begins in the file. */
  readonly bodyAt: number;
}

/**
 * Begins to open a document. `bytes`: the file's first `headerBytesMax` and 16 bytes, or all; refused as `openHeader`.
 */
export function openDocument(input: {
  readonly suite: SealingSuite;
  readonly bytes: Uint8Array;
  readonly identities: Iterable<Identity>;
  readonly check: HeadCheck;
}): OpeningDocument | Refusal {
  const start = openHeader(input);
  if (isRefusal(start)) return start;
  return { opener: new DocumentOpener({ suite: input.suite, start, check: input.check }), bodyAt: start.bodyAt };
}

/** A whole document at once, for small contents. */
export function openWholeDocument(input: {
  readonly suite: SealingSuite;
  readonly bytes: Uint8Array;
  readonly identities: Iterable<Identity>;
  readonly check: HeadCheck;
}): { readonly head: SealedHead; readonly content: Uint8Array } | Refusal {
  const opening = openDocument(input);
  if (isRefusal(opening)) return opening;
  const { opener, bodyAt } = opening;
  const body = opener.update(input.bytes.subarray(bodyAt));
  if (isRefusal(body)) return body;
  const rest = opener.final();
  if (isRefusal(rest)) return rest;
  const { head } = opener;
  if (!head) return refuse("acts.badSealedHead", { path: "(length)", problem: "there is none" });
  return { head, content: concat([body, rest]) };
}
