// A file's bytes piece by piece, read ahead in flat memory.

import type { FileHandle } from "node:fs/promises";

/** Bytes read at once. */
const pieceBytes = 1 << 20;

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

export async function firstBytes(file: FileHandle, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  const { bytesRead } = await file.read(buffer, 0, length, 0);
  return buffer.subarray(0, bytesRead);
}
