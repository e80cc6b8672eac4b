// Opens a payload as it comes: nothing is given out before its chunk has been authenticated, and an end that is not
// marked as one is refused, so that a file cut at any byte never passes for a shorter one.

import { type Refusal, refuse } from "../../base/index.ts";
import { payloadKey } from "./header.ts";
import type { StreamInput } from "./sealStream.ts";
import { chunkBytes, chunkNonce, sealedChunkBytes } from "./stream.ts";
import { type SealingSuite, tagBytes } from "./suite.ts";

/**
 * One payload. Whoever reads it must end with `final`: only then it is whole. After a refusal each call gives the same.
 */
export class OpenStream {
  readonly #suite: SealingSuite;
  readonly #key: Uint8Array;
  readonly #held = new Uint8Array(sealedChunkBytes);
  #heldBytes = 0;
  #chunk: number;
  #last = false;
  #refused: Refusal | undefined;

  constructor(input: StreamInput) {
    this.#suite = input.suite;
    this.#key = payloadKey(input.suite, input);
    this.#chunk = input.resumeAt ?? 0;
  }

  /**
   * Takes ciphertext of any length; gives the plaintext of whole chunks, often none. Refused as `seal.bodyAltered` or
   * `seal.bodyAfterEnd`; what was opened before, also by the same call, is given out first, and the refusal by the
   * next.
   */
  update(sealed: Uint8Array): Uint8Array | Refusal {
    if (this.#refused) return this.#refused;
    const plain = new Uint8Array(Math.floor((this.#heldBytes + sealed.length) / sealedChunkBytes) * chunkBytes);
    let given = 0;
    for (let taken = 0; taken < sealed.length; ) {
      if (this.#last) return this.#refuse(refuse("seal.bodyAfterEnd"), plain.subarray(0, given));
      const { from, used } = this.#nextChunk(sealed.subarray(taken));
      taken += used;
      if (!from) break;
      if (!this.#openWhole(from, plain.subarray(given, given + chunkBytes)))
        return this.#refuse(this.#altered(), plain.subarray(0, given));
      given += chunkBytes;
    }
    return plain;
  }

  /** The rest, and whether it was the end. Refused as `seal.bodyTruncated` or `seal.bodyAltered`. */
  final(): Uint8Array | Refusal {
    if (this.#refused) return this.#refused;
    const none = new Uint8Array();
    if (this.#last) return none;
    const chunk = this.#chunk;
    if (this.#heldBytes < tagBytes) return this.#refuse(refuse("seal.bodyTruncated", { chunk }), none);
    const from = this.#held.subarray(0, this.#heldBytes);
    const plain = new Uint8Array(from.length - tagBytes);
    const nonce = chunkNonce(chunk, "last");
    const opened = this.#suite.openChunk({ key: this.#key, nonce, from, into: plain });
    // An empty last chunk after others is a second encoding of the same content (age.md, "Payload").
    if (!opened || (plain.length === 0 && chunk > 0)) return this.#refuse(this.#altered(), none);
    this.#last = true;
    return plain;
  }

  /** The next whole chunk of what was held and what came, or what came held with the rest. */
  #nextChunk(sealed: Uint8Array): { readonly from?: Uint8Array; readonly used: number } {
    if (this.#heldBytes === 0 && sealed.length >= sealedChunkBytes)
      return { from: sealed.subarray(0, sealedChunkBytes), used: sealedChunkBytes };
    const part = sealed.subarray(0, sealedChunkBytes - this.#heldBytes);
    this.#held.set(part, this.#heldBytes);
    this.#heldBytes += part.length;
    if (this.#heldBytes < sealedChunkBytes) return { used: part.length };
    this.#heldBytes = 0;
    return { from: this.#held, used: part.length };
  }

  /** A chunk of full size: one of those within, or the last when the content fills it. */
  #openWhole(from: Uint8Array, into: Uint8Array): boolean {
    const key = this.#key;
    if (!this.#suite.openChunk({ key, nonce: chunkNonce(this.#chunk, "within"), from, into })) {
      if (!this.#suite.openChunk({ key, nonce: chunkNonce(this.#chunk, "last"), from, into })) return false;
      this.#last = true;
    }
    this.#chunk += 1;
    return true;
  }

  #altered(): Refusal {
    return refuse("seal.bodyAltered", { chunk: this.#chunk });
  }

  /** Ends the stream. What the same call has opened already goes out first. */
  #refuse(refusal: Refusal, opened: Uint8Array): Uint8Array | Refusal {
    this.#refused = refusal;
    return opened.length > 0 ? opened : refusal;
  }
}
