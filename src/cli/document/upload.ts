// Sends a file to the node to be sealed, a piece at a time and never as a whole in memory. A connection that is cut, or
// a node that is restarted, is waited for: the node says where to go on. What was begun before, by a command that was
// killed, goes on where it stopped.

import { createReadStream } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { DocumentReference, UploadState } from "../../api/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import type { NodeClient } from "../client/client.ts";
import { refuseChanged, type Source } from "./source.ts";

/** Sent in one request: after it the node has said that it has it. */
const pieceBytes = 16 * 1024 * 1024;
/** How long a node that does not answer is waited for: half a minute in all. */
const waitsMs = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000] as const;

export interface Sealing {
  readonly client: NodeClient;
  readonly accord: string;
  readonly source: Source;
  /** What the node is asked to seal: act, label, services. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** An upload that was begun for it before. */
  readonly known: string | undefined;
  /** Called when an upload is begun, before anything is sent. */
  begun(upload: string): void;
  told(offset: number): void;
}

/** The reference for the act. Refused as the node refuses, and as `cli.fileChanged`. */
export async function sealFile(sealing: Sealing): Promise<DocumentReference | Refusal> {
  let upload = sealing.known;
  let state: UploadState | undefined;
  for (let failures = 0; ; ) {
    const next = state ? await onwards(sealing, state) : await standing(sealing, upload);
    if (!isRefusal(next)) {
      [failures, upload, state] = [0, next.upload, next];
      sealing.told(next.offset);
      if (next.document) return next.document;
      continue;
    }
    const wait = waitsMs[failures];
    if (wait === undefined || !(isGone(next) || isPassing(next))) return next;
    // What is known of it is asked for again, or it is begun anew.
    if (isGone(next)) upload = undefined;
    state = undefined;
    failures += 1;
    await sleep(wait);
  }
}

/** Nothing of the upload is left on the node. */
const isGone = ({ code }: Refusal): boolean => code === "api.unknown" || code === "node.uploadLost";

/** The connection or the node will be there again, or the upload stands elsewhere than was thought. */
const isPassing = ({ code }: Refusal): boolean =>
  code === "cli.nodeSilent" || code === "node.uploadOffset" || code === "node.uploadBusy" || code === "api.badRequest";

/** Where the upload stands; begins it when there is none. */
async function standing(sealing: Sealing, upload: string | undefined): Promise<UploadState | Refusal> {
  const { client, accord, asked } = sealing;
  if (upload !== undefined) return client.call("upload", { params: { accord, upload } });
  const begun = await client.call("beginUpload", { params: { accord }, body: asked });
  if (!isRefusal(begun)) sealing.begun(begun.upload);
  return begun;
}

/** Sends the next piece, or ends the upload when all was sent. */
async function onwards(sealing: Sealing, state: UploadState): Promise<UploadState | Refusal> {
  const { client, accord, source } = sealing;
  const changed = refuseChanged(source);
  if (changed) return changed;
  const { upload, offset, size } = state;
  const params = { accord, upload };
  if (offset === size) {
    const document = await client.call("endUpload", { params });
    return isRefusal(document) ? document : { ...state, document };
  }
  const length = Math.min(pieceBytes, size - offset);
  const pieces = createReadStream(source.file, { start: offset, end: offset + length - 1, highWaterMark: 256 * 1024 });
  return client.call("appendUpload", { params, query: { offset }, content: { length, pieces } });
}
