// Several small contents sealed by one request: each is answered alone, and what was sealed is written together.

import { type DocumentRef, sealDocument } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { digest as digestOf, type Recipient } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { type NewDocument, smallDocumentMax } from "../../store/index.ts";
import type { Side } from "../side/side.ts";
import type { DocumentFiles } from "./files.ts";
import { type DocumentLimits, refuseBeyondRoom } from "./limits.ts";
import { type Envelope, recipientsOf } from "./recipients.ts";
import { headOf, keptOf, newRow, refFor, type UploadRequest } from "./requests.ts";

export interface BatchItem {
  readonly request: UploadRequest;
  readonly content: Uint8Array;
}

interface BatchParts {
  readonly side: Side;
  readonly files: DocumentFiles;
  readonly limits: DocumentLimits;
}

/** The reference of each, or why it has none, in the order given; on disk when it resolves. */
export async function sealBatch(
  parts: BatchParts,
  items: readonly BatchItem[],
): Promise<readonly (DocumentRef | Refusal)[]> {
  const { side, files, limits } = parts;
  const addressed = new Map<string, Promise<readonly Recipient[] | Refusal>>();
  const recipients = (envelope: Envelope): Promise<readonly Recipient[] | Refusal> => {
    const key = [envelope.from, envelope.to, envelope.older].join(" ");
    const known = addressed.get(key) ?? recipientsOf(side, envelope);
    addressed.set(key, known);
    return known;
  };
  const made: NewDocument[] = [];
  const results: (DocumentRef | Refusal)[] = [];
  for (const item of items) {
    const to = await recipients(item.request);
    const sealed = isRefusal(to) ? to : sealOne(item, to);
    results.push(isRefusal(sealed) ? sealed : sealed.ref);
    if (isRefusal(sealed) || isRefusal(to)) continue;
    const request = keptOf(item.request, to);
    made.push({ row: newRow(sealed.ref, { request, at: side.clock.now() }), bytes: sealed.bytes });
  }
  const bytes = made.reduce((sum, { row }) => sum + row.size, 0);
  const full = (await refuseBeyondRoom(files, { bytes, limits })) ?? (await writeLarge(files, made));
  if (full) return results.map((result) => (isRefusal(result) ? result : full));
  await side.store.documents.add(side.row.accord, made);
  return results;
}

function sealOne(
  { request, content }: BatchItem,
  recipients: readonly Recipient[],
): { readonly ref: DocumentRef; readonly bytes: Uint8Array } | Refusal {
  const head = headOf(request);
  if (isRefusal(head)) return head;
  const bytes = sealDocument({ suite: nativeSuite, recipients, head, content });
  if (isRefusal(bytes)) return bytes;
  return { ref: refFor({ digest: digestOf(nativeSuite, bytes), size: bytes.length, request }), bytes };
}

/** What is too large for the store goes to its file first: a row never stands without its bytes. */
async function writeLarge(files: DocumentFiles, made: readonly NewDocument[]): Promise<Refusal | undefined> {
  for (const { row, bytes } of made) {
    if (row.size <= smallDocumentMax || bytes === undefined) continue;
    const part = files.part(row.digest);
    if ((await files.append(part, { offset: 0, pieces: [bytes] })) === "full")
      return refuse("node.documentRoom", { bytes: row.size, free: await files.free() });
    await files.keep(part, row.digest);
  }
  return undefined;
}
