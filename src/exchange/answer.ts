// What the mirror answers to a parcel. UTF-8 text whose lines end with a newline, and nothing before or after:
//
//   entente/answer@v1
//   held                    then an empty line and the mirror's newest checkpoint of the author's register, a signed
//                           note with the author's signatures and the mirror's cosignatures, to the end. It covers the
//                           parcel, or more: every leaf below its size is on the mirror's disk
//   behind <size>           the parcel began after the mirror's end; send from <size> on
//   refused <code>          then one line of canonical JSON, the details: nothing of this parcel was kept
//   stopped <code>          the link is stopped here, for the reason of this code; nothing of this parcel was kept
//
// An answer proves nothing by itself but for the note inside `held`, which is signed. A lost answer loses nothing: the
// same parcel sent again is answered again.

import { concat, fromUtf8, isRefusal, type Refusal, type RefusalDetails, refuse, utf8 } from "../base/index.ts";
import { parseTreeSize, type TreeSize } from "../register/index.ts";
import { canonical, parseCanonical } from "../seal/index.ts";

const magic = "entente/answer@v1\n";
const heldMagic = utf8(`${magic}held\n\n`);

/** A held answer carries two notes' worth of signatures; a refusal's details are short. */
export const answerLimit = 128 * 1024;

export type Answer =
  | { readonly kind: "held"; readonly note: Uint8Array }
  | { readonly kind: "behind"; readonly size: TreeSize }
  /** `code` is the other side's word: it may be one that this version does not know. */
  | { readonly kind: "refused"; readonly code: string; readonly details: RefusalDetails }
  | { readonly kind: "stopped"; readonly code: string };

/**
 * An answer under a name of its own: bare, a refused one that came from the other side would pass for a refusal of
 * ours.
 */
export interface ReadAnswer {
  readonly answer: Answer;
}

export function encodeAnswer(answer: Answer): Uint8Array {
  switch (answer.kind) {
    case "held":
      return concat([heldMagic, answer.note]);
    case "behind":
      return utf8(`${magic}behind ${answer.size}\n`);
    case "refused":
      return utf8(`${magic}refused ${answer.code}\n${canonical(answer.details)}\n`);
    case "stopped":
      return utf8(`${magic}stopped ${answer.code}\n`);
  }
}

/**
 * Reads untrusted bytes as one answer, or refuses them as `exchange.badAnswer`. The note of `held` is not read here.
 */
export function parseAnswer(bytes: Uint8Array): ReadAnswer | Refusal {
  if (bytes.length > answerLimit) return bad(`it has ${bytes.length} bytes, more than ${answerLimit}`);
  const text = fromUtf8(bytes);
  if (text === undefined) return bad("it is not UTF-8");
  if (!text.startsWith(magic)) return bad("its first line is another");
  if (text.startsWith("held\n\n", magic.length))
    return { answer: { kind: "held", note: bytes.subarray(heldMagic.length) } };
  const lines = text.slice(magic.length).split("\n");
  const [first = "", second = "", third] = lines;
  const [kind, value = ""] = first.split(" ");
  if (kind === "refused" && lines.length === 3 && third === "") return parseRefused(first, second);
  if (lines.length !== 2 || second !== "") return bad("its lines are not those of its kind");
  if (kind === "behind" && /^behind (0|[1-9][0-9]{0,15})$/.test(first)) return parseBehind(value);
  if (kind === "stopped" && codeLine.test(first)) return { answer: { kind: "stopped", code: value } };
  return bad("its second line is none of held, behind, refused, stopped");
}

const codeLine = /^(?:refused|stopped) [a-z]{2,20}\.[a-z][A-Za-z0-9]{1,40}$/;

function parseBehind(digits: string): ReadAnswer | Refusal {
  const size = parseTreeSize(Number(digits));
  return isRefusal(size) ? size : { answer: { kind: "behind", size } };
}

function parseRefused(line: string, json: string): ReadAnswer | Refusal {
  if (!codeLine.test(line)) return bad("its code is not a room, a dot and a name");
  const parsed = parseCanonical(utf8(json), { maxBytes: 16_384, maxDepth: 2 });
  if (isRefusal(parsed)) return parsed;
  const details = detailsOf(parsed.value);
  if (details === undefined) return bad("its details are not plain values by name");
  return { answer: { kind: "refused", code: line.slice("refused ".length), details } };
}

function detailsOf(value: unknown): RefusalDetails | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries: [string, RefusalDetails[string]][] = [];
  for (const [name, detail] of Object.entries(value)) {
    if (!isDetail(detail)) return undefined;
    entries.push([name, detail]);
  }
  // Not by assignment: a name may be "__proto__".
  return Object.fromEntries(entries);
}

function isDetail(value: unknown): value is RefusalDetails[string] {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function bad(reason: string): Refusal {
  return refuse("exchange.badAnswer", { reason });
}
