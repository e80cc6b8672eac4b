// Opens a sealed document with the keys of the service that asks: first its head, which must be for the act and under
// the label that the register says; then the content, authenticated piece by piece. Plaintext is in memory only, a
// piece at a time, and goes to no file, no log and no message.

import {
  checkSealedHead,
  type DocumentOpener,
  type DocumentRef,
  openDocument,
  parseDocumentRef,
  type SealedHead,
} from "../../acts/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { headerBytesMax, type Identity, sealedChunkBytes } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { DocumentRow } from "../../store/index.ts";
import type { Reading } from "./reading.ts";

/** The reference as the act has it. */
export function refOf(row: Pick<DocumentRow, "digest" | "reference">): DocumentRef {
  const ref = parseDocumentRef(JSON.parse(row.reference));
  if (isRefusal(ref)) throw new Fault("node.damagedDocument", `The reference of ${row.digest} is damaged.`);
  return ref;
}

export interface OpenedDocument {
  readonly head: SealedHead;
  /** The content from its beginning. Throws a Fault where the rest does not open: what came before it is authentic. */
  content(): AsyncGenerator<Uint8Array>;
}

/**
 * Refused as `node.documentNotHere` while the bytes are not on this node, as `node.documentErased`, as
 * `seal.noIdentity` when it is sealed to none of these keys, and as the seal and the head are refused.
 */
export async function openHeld(
  reading: Reading,
  input: { readonly row: DocumentRow; readonly identities: Iterable<Identity> },
): Promise<OpenedDocument | Refusal> {
  const { row, identities } = input;
  if (row.state === "erased") return refuse("node.documentErased", { digest: row.digest, act: row.erasedBy ?? "" });
  const away = refuse("node.documentNotHere", { digest: row.digest, state: row.state });
  if (row.state !== "held") return away;
  const ref = refOf(row);
  const beginning = await reading.range(row, { offset: 0, length: headerBytesMax + 16 + sealedChunkBytes });
  if (beginning === undefined) return away;
  const check = (head: SealedHead): Refusal | undefined => checkSealedHead(head, { act: row.act, ref });
  const opening = openDocument({ suite: nativeSuite, bytes: beginning, identities, check });
  if (isRefusal(opening)) return opening;
  const { opener, bodyAt } = opening;
  // One sealed chunk has the whole head; of a shorter document the end is met with it.
  const first = beginning.subarray(bodyAt, bodyAt + sealedChunkBytes);
  const plain = opener.update(first);
  if (isRefusal(plain)) return plain;
  const all = first.length < sealedChunkBytes || bodyAt + first.length === row.size;
  const rest = all ? opener.final() : new Uint8Array();
  if (isRefusal(rest)) return rest;
  const { head } = opener;
  if (!head) return refuse("acts.badSealedHead", { path: "(length)", problem: "it is longer than its place" });
  return { head, content: () => contentOf(reading, { row, opener, opened: [plain, rest], at: bodyAt + first.length }) };
}

async function* contentOf(
  reading: Reading,
  from: {
    readonly row: DocumentRow;
    readonly opener: DocumentOpener;
    readonly opened: readonly Uint8Array[];
    readonly at: number;
  },
): AsyncGenerator<Uint8Array> {
  for (const piece of from.opened) if (piece.length > 0) yield piece;
  if (from.at === from.row.size) return;
  for await (const sealed of reading.chunks(from.row, from.at)) {
    const piece = whole(from.opener.update(sealed), from.row);
    if (piece.length > 0) yield piece;
  }
  const last = whole(from.opener.final(), from.row);
  if (last.length > 0) yield last;
}

function whole(piece: Uint8Array | Refusal, row: DocumentRow): Uint8Array {
  if (!isRefusal(piece)) return piece;
  throw new Fault("node.documentDamaged", `The document ${row.digest} does not open to its end: ${piece.code}.`);
}
