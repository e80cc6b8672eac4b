// The reference by which an act names a sealed document: what a register keeps of bytes that lie beside it. The
// document is an age file (C2SP age.md); its form stands in docs/formats.md, "Sealed documents". A body names documents
// anywhere, each in this one shape; names of files are nowhere in it, for a register can never forget one.

import { flawOf, isRefusal, type Refusal, refuse, z } from "../base/index.ts";
import { canonical, type JsonValue } from "../seal/index.ts";
import type { JsonObject } from "./act.ts";
import { type Label, labelSchema } from "./label.ts";

/** Bytes of one age file: a content of 10 GiB with its sixteen bytes a chunk, and room to spare. */
export const sealedBytesMax = 11 * 2 ** 30;
/** Bytes of the content of one document. */
export const contentBytesMax = 10 * 2 ** 30;
/** Documents that one act may name. */
export const documentsMax = 64;

const digestShape = /^sha256:[0-9a-f]{64}$/;
/** A media type without parameters (RFC 6838 section 4.2), in lower case. */
const mediaTypeShape = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/;

export const mediaTypeSchema = z
  .string()
  .max(127)
  .regex(mediaTypeShape, "a media type in lower case, such as text/plain");

export const documentRefSchema = z.strictObject({
  entente: z.literal("sealed/1"),
  /** Of the whole age file, header included. */
  digest: z.string().regex(digestShape, "sha256: and 64 hexadecimal digits"),
  /** Bytes of the age file. */
  size: z.number().int().min(1).max(sealedBytesMax),
  mediaType: mediaTypeSchema,
  /** Of the document itself; the act's own label must dominate it. */
  label: labelSchema,
});

export type DocumentRef = {
  readonly entente: "sealed/1";
  readonly digest: string;
  readonly size: number;
  readonly mediaType: string;
  readonly label: Label;
};

/** Whether a text names a document: the digest of its age file. */
export const isDocumentDigest = (text: string): boolean => digestShape.test(text);

/** A reference as it comes from outside; refused as `acts.badDocument`. */
export function parseDocumentRef(value: unknown): DocumentRef | Refusal {
  const parsed = documentRefSchema.safeParse(value);
  return parsed.success ? (parsed.data as DocumentRef) : refuse("acts.badDocument", flawOf(parsed.error));
}

/**
 * Every document that a body names, each digest once, at most 64, in the order of the body's canonical form. What is
 * only like a reference is passed over: whether a body may hold it is for `checkDocuments` to say.
 */
export function documentsIn(body: JsonObject): readonly DocumentRef[] {
  const found = new Map<string, DocumentRef>();
  for (const { value } of claimsIn(body, "body")) {
    const ref = parseDocumentRef(value);
    if (!isRefusal(ref) && found.size < documentsMax && !found.has(ref.digest)) found.set(ref.digest, ref);
  }
  return [...found.values()];
}

/**
 * Undefined when every claim to be a reference is one, no digest is described in two ways, and there are no more than
 * 64 documents. Refused as `acts.badDocument`, `acts.documentTwice` or `acts.tooManyDocuments`.
 */
export function checkDocuments(body: JsonObject): Refusal | undefined {
  const found = new Map<string, string>();
  for (const { path, value } of claimsIn(body, "body")) {
    const ref = parseDocumentRef(value);
    if (isRefusal(ref))
      return refuse("acts.badDocument", { path: `${path}.${ref.details.path}`, problem: `${ref.details.problem}` });
    const text = canonical(ref);
    if ((found.get(ref.digest) ?? text) !== text) return refuse("acts.documentTwice", { digest: ref.digest, path });
    found.set(ref.digest, text);
    if (found.size > documentsMax) return refuse("acts.tooManyDocuments", { limit: documentsMax });
  }
  return undefined;
}

/** An object that says it is a sealed document, and where it stands. */
interface Claim {
  readonly path: string;
  readonly value: JsonValue;
}

/** In the order of the canonical form, so that both nodes count alike. */
function* claimsIn(value: JsonValue, path: string): Generator<Claim> {
  if (typeof value !== "object" || value === null) return;
  const inner = new Map<string, JsonValue>(Object.entries(value));
  if (!Array.isArray(value) && inner.get("entente") === "sealed/1") {
    yield { path, value };
    return;
  }
  const names = Array.isArray(value) ? [...inner.keys()] : [...inner.keys()].sort();
  for (const name of names) yield* claimsIn(inner.get(name) ?? null, `${path}.${name}`);
}
