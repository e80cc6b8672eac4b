// What the pages read of the dossiers: a channel's terms, and what the procedures that go by a channel keep of their
// documents. A part that is not of this form is left out, never guessed.

import { z } from "../../base/index.ts";
import type { JsonValue } from "../../seal/index.ts";

const label = z.looseObject({
  policy: z.string(),
  classification: z.string(),
  releasableTo: z.array(z.string()),
  caveats: z.array(z.string()).optional(),
});
export type LabelRead = z.output<typeof label>;

export function parseLabelRead(value: unknown): LabelRead | undefined {
  const read = label.safeParse(value);
  return read.success ? read.data : undefined;
}

const contact = z.looseObject({ office: z.string(), function: z.string(), phone: z.string().optional() });
export type ContactRead = z.output<typeof contact>;

const channelTerms = z.looseObject({
  title: z.string(),
  reference: z.string().optional(),
  services: z.record(z.string(), z.string()),
  articles: z.array(z.string()),
  cap: z.string(),
  releasableTo: z.array(z.string()),
  contacts: z.record(z.string(), contact),
});
export type TermsRead = z.output<typeof channelTerms>;

const channelData = z.looseObject({
  terms: channelTerms.optional(),
  proposal: z.string().optional(),
  suspendedBy: z.array(z.string()).default([]),
  reason: z.string().optional(),
});
export type ChannelRead = z.output<typeof channelData>;

export function parseChannel(data: unknown): ChannelRead | undefined {
  const read = channelData.safeParse(data);
  return read.success ? read.data : undefined;
}

const document = z.looseObject({
  digest: z.string(),
  mediaType: z.string(),
  size: z.number(),
  label,
  /** The side whose document it is. */
  by: z.string(),
  act: z.string(),
  openedAt: z.number().optional(),
  supersededBy: z.string().optional(),
  recalledAt: z.number().optional(),
  refusedAt: z.number().optional(),
  destroyedAt: z.number().optional(),
});
export type DocumentRead = z.output<typeof document>;

const threadData = z.looseObject({
  channel: z.string().optional(),
  documents: z.array(document).default([]),
  /** Of a request: each answer with its document, where there is one. */
  answers: z.array(z.looseObject({ document: z.string().optional() })).optional(),
  /** Of a request when an answer is of value no more, and when it is promised; milliseconds since 1970. */
  ltiov: z.number().optional(),
  promised: z.number().optional(),
  /** Of a release: the dossier the material came by, and what of it is asked for. */
  asked: z.looseObject({ dossier: z.string().optional(), documents: z.array(z.string()).optional() }).optional(),
  granted: z.array(z.string()).optional(),
  outcome: z.string().optional(),
});
export type ThreadRead = z.output<typeof threadData>;

const noThread: ThreadRead = { documents: [] };

export function parseThread(data: unknown): ThreadRead {
  const read = threadData.safeParse(data);
  return read.success ? read.data : noThread;
}

const json: z.ZodType<JsonValue> = z.json();
const act = z.looseObject({ body: json, label, articles: z.array(z.string()) });
export type ActRead = z.output<typeof act>;

/** Of an act as its author signed it, what a message shows. */
export function parseActRead(value: unknown): ActRead | undefined {
  const read = act.safeParse(value);
  return read.success ? read.data : undefined;
}

const reference = z.looseObject({
  entente: z.literal("sealed/1"),
  digest: z.string(),
  size: z.number(),
  mediaType: z.string(),
  label,
});
export type ReferenceRead = z.output<typeof reference>;

export function parseReferenceRead(value: unknown): ReferenceRead | undefined {
  const read = reference.safeParse(value);
  return read.success ? read.data : undefined;
}
