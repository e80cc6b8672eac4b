// Seals a payload as it comes: age's STREAM in flat memory, one chunk held back because only the end tells which is the
// last.

import { Fault } from "../../base/index.ts";
import { payloadKey } from "./header.ts";
import { chunkBytes, chunkNonce, sealedChunkBytes } from "./stream.ts";
import { type SealingSuite, tagBytes } from "./suite.ts";

export interface StreamInput {
  readonly suite: SealingSuite;
  /** 16 bytes each, as the header gives them. */
  readonly fileKey: Uint8Array;
  readonly nonce: Uint8Array;
  /** The chunk to begin with, counted from 0: so many whole chunks are there already. */
  readonly resumeAt?: number;
}

/**
 * One payload. A seal taken up again must be given the same bytes from its chunk on: two contents under one number and
 * one file key would tell their difference to whoever has both ciphertexts. What was written of such a chunk is cut off
 * before, and has never left this machine.
 */
export class SealStream {
  readonly #suite: SealingSuite;
  readonly #key: Uint8Array;
  readonly #held = new Uint8Array(chunkBytes);
  #heldBytes = 0;
  #chunk: number;
  #ended = false;

  constructor(input: StreamInput) {
    this.#suite = input.suite;
    this.#key = payloadKey(input.suite, input);
    this.#chunk = input.resumeAt ?? 0;
  }

  /** Whole chunks sealed so far, those of an earlier attempt included. */
  get chunks(): number {
    return this.#chunk;
  }

  /**
   * Takes plaintext of any length; gives whole sealed chunks, often none. The input is only lent. With `into`, of
   * `sealedRoom` bytes or more, they are at its beginning: new memory for each costs as much as the sealing.
   */
  update(plain: Uint8Array, into?: Uint8Array): Uint8Array {
    if (this.#ended) throw new Fault("seal.ended", "The stream was ended.");
    // A full chunk is held until a byte follows it.
    const whole = Math.max(0, Math.ceil((this.#heldBytes + plain.length) / chunkBytes) - 1);
    const bytes = whole * sealedChunkBytes;
    if (into && into.length < bytes) throw new Fault("seal.noRoom", `${into.length} bytes are too few for ${bytes}.`);
    const sealed = into?.subarray(0, bytes) ?? new Uint8Array(bytes);
    let taken = 0;
    for (let i = 0; i < whole; i++) {
      const into = sealed.subarray(i * sealedChunkBytes, (i + 1) * sealedChunkBytes);
      if (this.#heldBytes === 0) {
        this.#seal(plain.subarray(taken, taken + chunkBytes), { into, place: "within" });
        taken += chunkBytes;
      } else {
        taken += this.#hold(plain.subarray(taken));
        this.#seal(this.#held, { into, place: "within" });
        this.#heldBytes = 0;
      }
    }
    this.#hold(plain.subarray(taken));
    return sealed;
  }

  /** The last chunk. */
  final(): Uint8Array {
    if (this.#ended) throw new Fault("seal.ended", "The stream was ended.");
    this.#ended = true;
    const into = new Uint8Array(this.#heldBytes + tagBytes);
    this.#seal(this.#held.subarray(0, this.#heldBytes), { into, place: "last" });
    return into;
  }

  #hold(plain: Uint8Array): number {
    const part = plain.subarray(0, chunkBytes - this.#heldBytes);
    this.#held.set(part, this.#heldBytes);
    this.#heldBytes += part.length;
    return part.length;
  }

  #seal(from: Uint8Array, to: { readonly into: Uint8Array; readonly place: "last" | "within" }): void {
    this.#suite.sealChunk({ key: this.#key, nonce: chunkNonce(this.#chunk, to.place), from, into: to.into });
    this.#chunk += 1;
  }
}
