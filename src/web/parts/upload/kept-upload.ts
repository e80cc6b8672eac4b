// A document in a form before its act is made: the file chosen, the upload by which it is being sealed, and at last the
// reference by which the act names it. Flat texts, so that it is kept with the half-filled form it stands in: a page
// loaded anew goes on with the same upload once the same file is chosen again. The content is never kept.

import { documentRefSchema } from "../../../acts/index.ts";
import type { DocumentReference } from "../../../api/index.ts";

/** Each "" while there is none; `size` in bytes, in decimal digits. */
export interface KeptUpload {
  readonly name: string;
  readonly size: string;
  readonly mediaType: string;
  /** The code of the level the document is sealed under. */
  readonly level: string;
  /** The service of the other side that may open it. */
  readonly to: string;
  /** What tells the same file from another one: `printOf`. */
  readonly print: string;
  /** The node's id of the upload. */
  readonly upload: string;
  /** The finished reference, as JSON. */
  readonly reference: string;
  readonly [name: string]: string;
}

export const noUpload: KeptUpload = {
  name: "",
  size: "",
  mediaType: "",
  level: "",
  to: "",
  print: "",
  upload: "",
  reference: "",
};

/** What is kept, whatever came out of the keeping: what is no text is "". */
export function parseKeptUpload(value: unknown): KeptUpload {
  if (typeof value !== "object" || value === null) return noUpload;
  const given = new Map<string, unknown>(Object.entries(value));
  const texts = Object.keys(noUpload).map((name) => {
    const one = given.get(name);
    return [name, typeof one === "string" ? one : ""] as const;
  });
  return { ...noUpload, ...Object.fromEntries(texts) };
}

/** The document that is sealed and can be named; undefined while it is not. */
export function referenceIn(kept: KeptUpload): DocumentReference | undefined {
  return kept.reference === "" ? undefined : parseReference(kept.reference);
}

/** Undefined for a text that is no reference. */
export function parseReference(text: string): DocumentReference | undefined {
  try {
    const read = documentRefSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** What is kept of a document that is sealed already: its file's name is in the sealed head alone. */
export function keptOf(reference: DocumentReference): KeptUpload {
  return { ...noUpload, mediaType: reference.mediaType, reference: JSON.stringify(reference) };
}
