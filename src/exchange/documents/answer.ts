// What the receiver of documents answers: how far it holds each one that it was sent a piece of. UTF-8 text whose lines
// end with a newline, and nothing before or after:
//
//   entente/documents-answer@v1
//   <64 hex> held               all of it is on this node's disk and gives its digest
//   <64 hex> partial <offset>   so many bytes are; offset = size while the whole is still being checked
//   <64 hex> erased             an act has erased it: it is not to be sent again
//   <64 hex> refused <code>     nothing of what was sent of it was kept
//
// or, after the first line, only `stopped <code>`: the link is stopped here; or `refused <code>`: the request was none.
// An answer proves nothing by itself. A lost one loses nothing: the same pieces sent again are answered again.

import { fromUtf8, type Refusal, refuse, utf8 } from "../../base/index.ts";
import type { DigestText } from "./frames.ts";

const magic = "entente/documents-answer@v1\n";

/** A line a document, of a whole request's. */
export const documentAnswerLimit = 1024 * 1024;

export type HowFar =
  | { readonly kind: "held" }
  | { readonly kind: "erased" }
  | { readonly kind: "partial"; readonly offset: number }
  /** `code` is the other side's word: it may be one that this version does not know. */
  | { readonly kind: "refused"; readonly code: string };

export type DocumentAnswer =
  | { readonly kind: "each"; readonly documents: ReadonlyMap<DigestText, HowFar> }
  | { readonly kind: "stopped"; readonly code: string }
  | { readonly kind: "refused"; readonly code: string };

/** Under a name of its own: bare, one that came from the other side would pass for a refusal of ours. */
export interface ReadDocumentAnswer {
  readonly answer: DocumentAnswer;
}

export function encodeDocumentAnswer(answer: DocumentAnswer): Uint8Array {
  if (answer.kind !== "each") return utf8(`${magic}${answer.kind} ${answer.code}\n`);
  const lines = [...answer.documents].map(([digest, far]) => `${digest.slice("sha256:".length)} ${lineOf(far)}\n`);
  return utf8(magic + lines.join(""));
}

function lineOf(far: HowFar): string {
  if (far.kind === "partial") return `partial ${far.offset}`;
  return far.kind === "refused" ? `refused ${far.code}` : far.kind;
}

const codeForm = "[a-z]{2,20}\\.[a-z][A-Za-z0-9]{1,40}";
const whole = new RegExp(`^(stopped|refused) (${codeForm})$`);
const line = new RegExp(`^([0-9a-f]{64}) (?:(held|erased)|partial (0|[1-9][0-9]{0,15})|refused (${codeForm}))$`);

/** Reads untrusted bytes as one answer, or refuses them as `exchange.badDocumentAnswer`. */
export function parseDocumentAnswer(bytes: Uint8Array): ReadDocumentAnswer | Refusal {
  if (bytes.length > documentAnswerLimit) return bad(`it has ${bytes.length} bytes, more than ${documentAnswerLimit}`);
  const text = fromUtf8(bytes);
  if (text === undefined) return bad("it is not UTF-8");
  if (!text.startsWith(magic) || !text.endsWith("\n")) return bad("its first line is another, or its last is cut");
  const lines = text.slice(magic.length).split("\n").slice(0, -1);
  const [, kind, code] = lines.length === 1 ? (whole.exec(lines[0] ?? "") ?? []) : [];
  if (code !== undefined && (kind === "stopped" || kind === "refused")) return { answer: { kind, code } };
  const documents = new Map<DigestText, HowFar>();
  for (const each of lines) {
    const [, hex, done, offset, refused] = line.exec(each) ?? [];
    if (hex === undefined) return bad("a line says nothing of a document");
    const digest = `sha256:${hex}`;
    if (documents.has(digest)) return bad("it speaks twice of one document");
    documents.set(digest, howFar({ done, offset, refused }));
  }
  return { answer: { kind: "each", documents } };
}

function howFar(read: {
  readonly done: string | undefined;
  readonly offset: string | undefined;
  readonly refused: string | undefined;
}): HowFar {
  if (read.done === "held" || read.done === "erased") return { kind: read.done };
  if (read.refused !== undefined) return { kind: "refused", code: read.refused };
  return { kind: "partial", offset: Number(read.offset) };
}

function bad(reason: string): Refusal {
  return refuse("exchange.badDocumentAnswer", { reason });
}
