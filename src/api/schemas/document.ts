// Sealed documents as officers see them: what they ask to have sealed, how far an upload is, and what became of a
// document. A file's name is told only when a document was opened.

import { labelSchema, mediaTypeSchema } from "../../acts/index.ts";
import { fromBase64, isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { readPart } from "../body.ts";
import { actId, count, functionCode, instant, partyCode, refusalText, serviceCode } from "./common.ts";

export const documentDigest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .meta({
    id: "DocumentDigest",
    description: "The digest of the whole sealed file: sha256: and 64 hexadecimal digits.",
  });

export const uploadId = z
  .string()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .meta({ id: "UploadId" });

/** As an act names a sealed document (docs/formats.md). */
export const documentReference = z
  .strictObject({
    entente: z.literal("sealed/1"),
    digest: documentDigest,
    size: count,
    mediaType: z.string(),
    label: labelSchema,
  })
  .meta({ id: "DocumentRef", description: "How an act names a sealed document: put it into the act's body as it is." });

const asked = {
  act: actId.meta({ description: "The id that the act which will name the document has, chosen before." }),
  label: labelSchema,
  mediaType: mediaTypeSchema,
  name: z.string().max(200).meta({ description: "The file's name, without a path. Sealed with the content." }),
  from: serviceCode.meta({ description: "The service of this side whose document it is." }),
  to: serviceCode.meta({ description: "The service of the other side that may open it." }),
  older: z
    .boolean()
    .default(false)
    .meta({ description: "Seals to X25519 keys, for a reader whose age does not know the hybrid ones." }),
} as const;

export const uploadRequest = z
  .strictObject({ ...asked, size: count.meta({ description: "Bytes of the content." }) })
  .meta({ id: "UploadRequest" });

export const uploadState = z
  .strictObject({
    upload: uploadId,
    /** Bytes of content taken: where to go on. */
    offset: count,
    size: count,
    document: documentReference.optional(),
  })
  .meta({ id: "Upload", description: "offset: how much of the content is sealed. document: once it was ended." });

/** Documents in one batch, and bytes of their contents in all. */
export const batchMax = 256;
export const batchBytesMax = 8 * 1024 * 1024;

export const batchRequest = z
  .strictObject({
    documents: z
      .array(z.strictObject({ ...asked, content: z.string().meta({ description: "The content, base64." }) }))
      .min(1)
      .max(batchMax),
  })
  .meta({ id: "DocumentBatch" });

export const batchResults = z
  .strictObject({
    results: z.array(
      z.discriminatedUnion("status", [
        z.strictObject({ status: z.literal("sealed"), document: documentReference }),
        z.strictObject({ status: z.literal("refused"), refusal: refusalText }),
      ]),
    ),
  })
  .meta({ id: "DocumentBatchResults", description: "One result for each content, in the order given." });

export const documentState = z.enum(["expected", "partial", "held", "erased"]).meta({
  id: "DocumentState",
  description: "expected: no byte of it here; partial: some; held: all of it; erased: by an act, for good.",
});

export const documentDetail = z
  .strictObject({
    document: documentReference,
    author: partyCode,
    act: actId,
    /** Absent while no act in a register names it. */
    dossier: actId.optional(),
    state: documentState,
    /** How far it has come, the last rung reached; each is reached only after those before it. */
    rung: z.enum(["sealed", "registered", "heldByBoth", "delivered", "opened"]).meta({
      description:
        "registered: an act in its author's register names it; heldByBoth: the other side has cosigned that act; " +
        "delivered: all its bytes are on the other side's node; opened: the addressee's service has opened it.",
    }),
    deliveredAt: instant.optional(),
    openedBy: actId.optional(),
    erasedBy: actId.optional(),
    /** Why the other side's node takes nothing of it for now; its own word. */
    refusedThere: z.string().optional(),
  })
  .meta({ id: "DocumentDetail" });

export const documentList = z.strictObject({ items: z.array(documentDetail) }).meta({ id: "DocumentList" });

export const openingRequest = z
  .strictObject({
    id: actId.meta({ description: "The id of the act that will say it was opened: once for each opening." }),
    function: functionCode,
  })
  .meta({ id: "OpeningRequest" });

export const openedDocument = z
  .strictObject({
    document: documentReference,
    name: z.string(),
    mediaType: z.string(),
    size: count,
    /** The act by which the opening is registered; absent for an own document. */
    openedBy: actId.optional(),
  })
  .meta({ id: "OpenedDocument", description: "What the sealed head says, found to agree with the register." });

export const putResult = z.strictObject({ state: documentState, offset: count.optional() }).meta({ id: "PutDocument" });

/** One content of a batch, decoded. */
export type BatchInput = Omit<z.output<typeof batchRequest>["documents"][number], "content"> & {
  readonly content: Uint8Array;
};

/**
 * The contents of a batch; refused as `api.badInput` where one is not base64, `api.tooLarge` where they are too many.
 */
export function parseBatch(value: unknown): readonly BatchInput[] | Refusal {
  const read: z.output<typeof batchRequest> | Refusal = readPart(batchRequest, { where: "body", value });
  if (isRefusal(read)) return read;
  const items: BatchInput[] = [];
  let bytes = 0;
  for (const [at, { content, ...rest }] of read.documents.entries()) {
    const decoded = fromBase64(content);
    if (decoded === undefined)
      return refuse("api.badInput", { where: "body", path: `documents.${at}.content`, problem: "not base64" });
    bytes += decoded.length;
    items.push({ ...rest, content: decoded });
  }
  return bytes > batchBytesMax ? refuse("api.tooLarge", { limit: batchBytesMax }) : items;
}

export type DocumentDetail = z.input<typeof documentDetail>;
export type DocumentReference = z.input<typeof documentReference>;
export type UploadState = z.input<typeof uploadState>;
export type OpenedDocument = z.input<typeof openedDocument>;
