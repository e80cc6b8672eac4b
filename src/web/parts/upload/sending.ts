// A content on its way to the node, piece by piece: each piece is sealed before the next is sent, so a way that is cut
// costs one piece at most. It gives up only for a refusal; a node that does not answer is asked again until the officer
// stops it.

import type { DocumentReference, UploadState } from "../../../api/index.ts";
import { Refused, Unreachable } from "../../api/index.ts";

/** Bytes of one piece. */
export const pieceBytes = 2 * 1024 * 1024;

/** The node as an upload needs it. Each answer rejects with `Refused` or `Unreachable`. */
export interface UploadPort {
  append(piece: Blob, offset: number): Promise<UploadState>;
  state(): Promise<UploadState>;
  end(): Promise<DocumentReference>;
  /** Waits so many milliseconds; rejects when the officer stops it. */
  pause(ms: number): Promise<void>;
}

export interface Sending {
  readonly port: UploadPort;
  readonly file: Blob;
  /** Bytes that are sealed, and whether the node answers. */
  onProgress(progress: { readonly offset: number; readonly away: boolean }): void;
}

const longestPauseMs = 15_000;

/** Sends what the node has not yet; the reference when all of it is sealed. Rejects with `Refused`, or when stopped. */
export async function sealContent({ port, file, onProgress }: Sending): Promise<DocumentReference> {
  let offset: number | undefined;
  let failures = 0;
  for (;;) {
    try {
      if (offset === undefined) offset = (await port.state()).offset;
      onProgress({ offset, away: false });
      if (offset >= file.size) return await port.end();
      offset = (await port.append(file.slice(offset, offset + pieceBytes), offset)).offset;
      failures = 0;
    } catch (cause) {
      if (!goesOn(cause)) throw cause;
      onProgress({ offset: offset ?? 0, away: cause instanceof Unreachable });
      // What the node took of a piece whose answer was lost only the node can tell.
      offset = undefined;
      await port.pause(Math.min(longestPauseMs, 500 * 2 ** failures));
      failures += 1;
    }
  }
}

/** A node that is away, or still busy with the piece whose connection was cut, or that is further than was thought. */
function goesOn(cause: unknown): boolean {
  if (cause instanceof Unreachable) return true;
  return cause instanceof Refused && ["node.uploadBusy", "node.uploadOffset"].includes(cause.refusal.code);
}
