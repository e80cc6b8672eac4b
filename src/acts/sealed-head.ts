// The head of a sealed document (docs/formats.md, "Sealed documents"): what stands inside the sealed bytes before the
// content, so that the content cannot be passed off under another act or another label. A file's name lives here and
// nowhere else.

import { concat, flawOf, isRefusal, type Refusal, refuse, utf8, z } from "../base/index.ts";
import { canonical, parseCanonical } from "../seal/index.ts";
import { contentBytesMax, type DocumentRef, mediaTypeSchema } from "./document.ts";
import { type Label, labelSchema } from "./label.ts";
import { type ActId, isActId } from "./names.ts";

/** Bytes of the head's JSON. */
export const headBytesMax = 16_384;
/** The head's length stands before it, big-endian. */
export const headLengthBytes = 4;

/** Characters of Unicode that steer a display or a path and have no place in a name. */
const forbiddenInNames = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029/\\]/u;
const nameCharacters = 200;

/** Whether a text may be a file's name: no path, no control character, no turning of the writing's direction. */
export function isDocumentName(text: string): boolean {
  return (
    text.isWellFormed() &&
    text.length >= 1 &&
    text.length <= nameCharacters &&
    text === text.trim() &&
    !/^\.+$/.test(text) &&
    !forbiddenInNames.test(text)
  );
}

export const documentNameSchema = z
  .string()
  .max(nameCharacters)
  .refine(isDocumentName, "a file's name without a path and without control characters");

const headSchema = z.strictObject({
  entente: z.literal("sealed/1"),
  /** The act that names the document. */
  act: z.string().max(64).refine(isActId, "a lowercase UUIDv7"),
  label: labelSchema,
  mediaType: mediaTypeSchema,
  name: documentNameSchema,
  /** Bytes of the content. */
  size: z.number().int().min(0).max(contentBytesMax),
});

export type SealedHead = {
  readonly entente: "sealed/1";
  readonly act: ActId;
  readonly label: Label;
  readonly mediaType: string;
  readonly name: string;
  readonly size: number;
};

/** A head from what an officer gives; refused as `acts.badSealedHead`. */
export function parseSealedHead(value: unknown): SealedHead | Refusal {
  const parsed = headSchema.safeParse(value);
  return parsed.success ? (parsed.data as SealedHead) : refuse("acts.badSealedHead", flawOf(parsed.error));
}

/** Length and canonical JSON: the first bytes of the plaintext. */
export function encodeSealedHead(head: SealedHead): Uint8Array {
  const json = utf8(canonical(head));
  const length = new Uint8Array(headLengthBytes);
  new DataView(length.buffer).setUint32(0, json.length);
  return concat([length, json]);
}

/**
 * Reads a head at the beginning of untrusted plaintext; undefined while more of it is needed. Refused as
 * `acts.badSealedHead` or as canonical JSON is. `length`: bytes of the whole head; the content follows.
 */
export function readSealedHead(plain: Uint8Array): { head: SealedHead; length: number } | Refusal | undefined {
  if (plain.length < headLengthBytes) return undefined;
  const bytes = new DataView(plain.buffer, plain.byteOffset).getUint32(0);
  if (bytes > headBytesMax)
    return refuse("acts.badSealedHead", { path: "(length)", problem: `${bytes} bytes, more than ${headBytesMax}` });
  const length = headLengthBytes + bytes;
  if (plain.length < length) return undefined;
  const json = parseCanonical(plain.subarray(headLengthBytes, length), { maxBytes: headBytesMax, maxDepth: 4 });
  if (isRefusal(json)) return json;
  const head = parseSealedHead(json.value);
  return isRefusal(head) ? head : { head, length };
}

/**
 * Undefined when the head says what the act says of the document. Refused as `acts.documentOfOtherAct`,
 * `acts.documentLabelDiffers` or `acts.documentTypeDiffers`.
 */
export function checkSealedHead(
  head: SealedHead,
  expected: { readonly act: ActId; readonly ref: Pick<DocumentRef, "label" | "mediaType"> },
): Refusal | undefined {
  const { act, ref } = expected;
  if (head.act !== act) return refuse("acts.documentOfOtherAct", { named: head.act, act });
  if (canonical(head.label) !== canonical(ref.label))
    return refuse("acts.documentLabelDiffers", { inside: canonical(head.label), act: canonical(ref.label) });
  if (head.mediaType === ref.mediaType) return undefined;
  return refuse("acts.documentTypeDiffers", { inside: head.mediaType, act: ref.mediaType });
}
