// What sealing and opening a payload share (C2SP age.md, "Payload"): chunks of 64 KiB, each under its number, the last
// one marked.

import { tagBytes } from "./suite.ts";

export const chunkBytes = 65_536;
export const sealedChunkBytes = chunkBytes + tagBytes;

/** The nonce of a chunk: eleven bytes of its number, big-endian, and whether it is the last. */
export function chunkNonce(chunk: number, place: "last" | "within"): Uint8Array {
  const nonce = new Uint8Array(12);
  const view = new DataView(nonce.buffer);
  view.setUint32(3, Math.floor(chunk / 2 ** 32));
  view.setUint32(7, chunk % 2 ** 32);
  nonce[11] = place === "last" ? 1 : 0;
  return nonce;
}

/** The most that sealing so many bytes gives at once: with the chunk that was held before them. */
export function sealedRoom(plain: number): number {
  return Math.ceil((plain + chunkBytes) / chunkBytes) * sealedChunkBytes;
}

/** Bytes of the payload of `plain` bytes of plaintext, without header and nonce. */
export function sealedBytes(plain: number): number {
  return plain + tagBytes * Math.max(1, Math.ceil(plain / chunkBytes));
}
