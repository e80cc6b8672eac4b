// What an officer asks to have sealed, as it is asked, as it is kept, and as the reference that comes of it.

import {
  type ActId,
  contentBytesMax,
  type DocumentRef,
  isActId,
  isServiceCode,
  type Label,
  labelSchema,
  parseSealedHead,
  type SealedHead,
} from "../../acts/index.ts";
import { Fault, type Refusal, refuse, z } from "../../base/index.ts";
import { canonical, type Recipient, sealingKeyId } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { NewDocument, UploadRow } from "../../store/index.ts";
import type { Envelope } from "./recipients.ts";

/** What an officer asks to have sealed. */
export interface UploadRequest extends Envelope {
  /** The act that will name the document: its id is chosen before. */
  readonly act: ActId;
  readonly label: Label;
  readonly mediaType: string;
  readonly name: string;
  /** Bytes of the content. */
  readonly size: number;
}

/** What is kept of it: the name stands in the sealed head alone; and the ids of the keys it is sealed to. */
export type KeptRequest = Omit<UploadRequest, "name"> & { readonly keys: readonly string[] };

const requestSchema = z.strictObject({
  act: z.string().refine(isActId),
  label: labelSchema,
  mediaType: z.string(),
  size: z.number().int(),
  from: z.string().refine(isServiceCode),
  to: z.string().refine(isServiceCode),
  older: z.boolean(),
  keys: z.array(z.string()),
});

export function headOf({ act, label, mediaType, name, size }: UploadRequest): SealedHead | Refusal {
  if (size > contentBytesMax) return refuse("node.documentTooLarge", { bytes: size, limit: contentBytesMax });
  return parseSealedHead({ entente: "sealed/1", act, label, mediaType, name, size });
}

/** The reference for the act. */
export function refFor(of: {
  digest: string;
  size: number;
  request: Pick<KeptRequest, "label" | "mediaType">;
}): DocumentRef {
  const { digest, size, request } = of;
  return { entente: "sealed/1", digest, size, mediaType: request.mediaType, label: request.label };
}

export function parseRequest(row: UploadRow): KeptRequest {
  const parsed = requestSchema.safeParse(JSON.parse(row.request));
  if (!parsed.success) throw new Fault("node.damagedUpload", `The upload ${row.id} is damaged.`);
  return parsed.data as KeptRequest;
}

/** Canonical JSON. */
export function encodeRequest(request: KeptRequest): string {
  return canonical(request);
}

/** The request without the name, and with the ids of the keys. */
export function keptOf({ name: _, ...request }: UploadRequest, recipients: readonly Recipient[]): KeptRequest {
  return { ...request, keys: recipients.map((one) => sealingKeyId(nativeSuite, one)) };
}

/** The row of a document that this node has sealed. */
export function newRow(
  ref: DocumentRef,
  made: { readonly request: KeptRequest; readonly at: number },
): NewDocument["row"] {
  const { request, at } = made;
  const { digest, size } = ref;
  const sealed = { from: request.from, to: request.to, keys: request.keys };
  return { digest, size, reference: canonical(ref), act: request.act, sealed, changedAt: at };
}
