// The digests of documents while their bytes come, so that a large one is not read again when it is whole. A cache:
// what is not here, after a restart or after too many others, is read from the file.

import { createHash, type Hash } from "node:crypto";

const keptMax = 64;

export class RunningDigests {
  readonly #running = new Map<string, { readonly hash: Hash; at: number }>();

  /** Bytes that were written at `offset` of what `key` names. */
  advance(key: string, input: { readonly offset: number; readonly bytes: Uint8Array }): void {
    const { offset, bytes } = input;
    const known = this.#running.get(key);
    const running = offset === 0 ? { hash: createHash("sha256"), at: 0 } : known;
    this.#running.delete(key);
    if (running?.at !== offset) return;
    running.hash.update(bytes);
    running.at += bytes.length;
    this.#running.set(key, running);
    for (const oldest of this.#running.keys()) {
      if (this.#running.size <= keptMax) return;
      this.#running.delete(oldest);
    }
  }

  /** The digest of all `size` bytes, when they have all been seen; it is forgotten with the asking. */
  finish(key: string, size: number): string | undefined {
    const running = this.#running.get(key);
    this.#running.delete(key);
    return running?.at === size ? `sha256:${running.hash.digest("hex")}` : undefined;
  }

  forget(key: string): void {
    this.#running.delete(key);
  }
}
