// The receiver's half: takes frames, keeps what joins what it has of documents that acts have named, and answers how
// far it holds each. The act goes first: bytes that nobody has named are not kept, so that nobody fills the other's
// disk with what stands in no register. The same frames again, late or out of order, change nothing.

import { isRefusal, refuse } from "../../base/index.ts";
import type { DocumentAnswer, HowFar } from "./answer.ts";
import { type DigestText, type Frame, parseFrames } from "./frames.ts";
import type { DocumentMirrorPort, NamedDocument, Piece } from "./port.ts";

/** Takes untrusted bytes, and answers when everything the answer says is on disk. */
export async function receiveDocuments(
  port: DocumentMirrorPort,
  input: { readonly bytes: Uint8Array },
): Promise<DocumentAnswer> {
  const { stopped } = await port.condition();
  if (stopped !== undefined) return { kind: "stopped", code: stopped };
  const frames = parseFrames(input.bytes);
  if (isRefusal(frames)) return { kind: "refused", code: frames.code };
  const byDigest = Map.groupBy(frames, (frame) => frame.digest);
  const named = await port.named([...byDigest.keys()]);
  const answers = new Map<DigestText, HowFar>();
  const pieces: Piece[] = [];
  for (const [digest, own] of byDigest) {
    const taken = takeFrames(own, named.get(digest));
    // Kept in the order of the request, whatever is written first.
    answers.set(digest, taken.far);
    pieces.push(...taken.pieces);
  }
  if (pieces.length > 0) for (const [digest, far] of await port.write(pieces)) answers.set(digest, far);
  return { kind: "each", documents: answers };
}

interface Taken {
  /** What is to be answered unless something is written. */
  readonly far: HowFar;
  readonly pieces: readonly Piece[];
}

/** What of these frames of one document joins what is held. */
export function takeFrames(frames: readonly Frame[], named: NamedDocument | undefined): Taken {
  const nothing = (far: HowFar): Taken => ({ far, pieces: [] });
  const [first] = frames;
  if (named === undefined || first === undefined)
    return nothing({ kind: "refused", code: refuse("exchange.unknownDocument").code });
  if (named.state !== "wanted") return nothing({ kind: named.state });
  let at = named.offset;
  const pieces: Piece[] = [];
  for (const { digest, offset, bytes } of frames) {
    const end = offset + bytes.length;
    // More bytes than the act said: none of them can be the document's, whose digest is over the size said.
    if (end > named.size) return nothing({ kind: "refused", code: refuse("exchange.documentTooLong").code });
    // Behind a gap, or nothing new: where to go on is what the answer says.
    if (offset > at || end <= at) continue;
    pieces.push({ digest, offset: at, bytes: bytes.subarray(at - offset) });
    at = end;
  }
  return { far: { kind: "partial", offset: named.offset }, pieces };
}
