// The sealed documents that a dossier has carried, each with what became of it: opened by the addressee, corrected,
// lowered, recalled, destroyed or refused destruction. Originator control is here: only the side that sent a document
// lowers or recalls it, only the other opens it or answers for its destruction. Of the bytes nothing is known here; a
// node erases them where a step says so.

import {
  type ActId,
  type DocumentRef,
  type DossierId,
  documentsIn,
  type Label,
  type PartyCode,
} from "../acts/index.ts";
import { type Refusal, refuse, z } from "../base/index.ts";
import { refuseOutsideChannel } from "./channel-guard.ts";
import type { StepContext } from "./declaration.ts";
import { digests } from "./forms.ts";

export interface DossierDocument {
  readonly digest: string;
  readonly mediaType: string;
  readonly size: number;
  /** As it stands: the label it was sent with, or the one it was lowered to. */
  readonly label: Label;
  /** The side whose document it is. */
  readonly by: PartyCode;
  readonly act: ActId;
  /** Instants in milliseconds since 1970, by the clock of the act. */
  readonly openedAt?: number;
  /** The act that put another document in its place. */
  readonly supersededBy?: ActId;
  readonly recalledAt?: number;
  readonly refusedAt?: number;
  readonly destroyedAt?: number;
}

/** What the data of every procedure that goes by a channel has. */
export interface OnChannel {
  readonly channel?: DossierId | undefined;
  readonly documents: readonly DossierDocument[];
}

type Context<Data extends OnChannel> = StepContext<Data>;

/** The body of the step by which the addressee says that it has opened documents. */
export const openedBody = z.strictObject({ documents: digests });

/** For an act that sends something: the dossier's channel must stand open. */
export function refuseSending<Data extends OnChannel>(context: Context<Data>): Refusal | undefined {
  return refuseOutsideChannel(context, { channel: context.data.channel, carries: true });
}

/** For an act that answers for what was sent: possible whatever has become of the channel. */
export function refuseAnswering<Data extends OnChannel>(context: Context<Data>): Refusal | undefined {
  return refuseOutsideChannel(context, { channel: context.data.channel, carries: false });
}

/** The dossier's documents with those this act sends. One that is there already stays whose it was. */
export function withSent<Data extends OnChannel>(context: Context<Data>): readonly DossierDocument[] {
  const { data, act, side } = context;
  const known = new Set(data.documents.map((one) => one.digest));
  const sent = documentsIn(act.body).filter((ref) => !known.has(ref.digest));
  return [...data.documents, ...sent.map((ref) => sentBy(ref, { by: side, act: act.id }))];
}

function sentBy(
  { digest, mediaType, size, label }: DocumentRef,
  from: Pick<DossierDocument, "by" | "act">,
): DossierDocument {
  return { digest, mediaType, size, label, ...from };
}

/** The documents with a change to those named. */
export function withChanged<Data extends OnChannel>(
  data: Data,
  change: { readonly named: readonly string[]; readonly to: Partial<DossierDocument> },
): readonly DossierDocument[] {
  return data.documents.map((one) => (change.named.includes(one.digest) ? { ...one, ...change.to } : one));
}

/** Recalled, and not yet answered for. */
export const isOutstanding = (one: DossierDocument): boolean =>
  one.recalledAt !== undefined && one.refusedAt === undefined && one.destroyedAt === undefined;

/** Recalled, refused destruction, and still there. */
export const isRefused = (one: DossierDocument): boolean =>
  one.refusedAt !== undefined && one.destroyedAt === undefined;

const destroyedShape = z.looseObject({
  documents: z.array(z.looseObject({ digest: z.string(), destroyedAt: z.number().optional() })),
});

/** Whether the data of some procedure says that the document's destruction was attested. */
export function isDestroyed(data: unknown, digest: string): boolean {
  const read = destroyedShape.safeParse(data);
  return read.success && read.data.documents.some((one) => one.digest === digest && one.destroyedAt !== undefined);
}

/** What is still valid of the dossier: neither put in another's place nor destroyed. */
export const isLive = (one: DossierDocument): boolean =>
  one.supersededBy === undefined && one.destroyedAt === undefined;

/** When the earliest recall that waits for an answer from this side was made; undefined for none. */
export function recalledFrom(data: OnChannel, originator: PartyCode | undefined): number | undefined {
  const times = data.documents.flatMap((one) =>
    isOutstanding(one) && (originator === undefined || one.by === originator) ? [one.recalledAt ?? 0] : [],
  );
  return times.length > 0 ? Math.min(...times) : undefined;
}

export function refuseUnknown<Data extends OnChannel>(
  { data }: Context<Data>,
  named: readonly string[],
): Refusal | undefined {
  const unknown = named.filter((digest) => !data.documents.some((one) => one.digest === digest));
  return unknown.length > 0 ? refuse("procedures.documentUnknown", { documents: unknown }) : undefined;
}

/** Refused unless every document named is of the side that makes the act. */
export function refuseUnlessOwn<Data extends OnChannel>(
  context: Context<Data>,
  named: readonly string[],
): Refusal | undefined {
  const others = ofSide(context, { named, side: context.other });
  if (others.length > 0) return refuse("procedures.notOriginator", { documents: others, originator: context.other });
  return refuseUnknown(context, named) ?? refuseGone(context, named);
}

/** Refused unless every document named is of the other side. */
export function refuseUnlessReceived<Data extends OnChannel>(
  context: Context<Data>,
  named: readonly string[],
): Refusal | undefined {
  const own = ofSide(context, { named, side: context.side });
  if (own.length > 0) return refuse("procedures.ownDocument", { documents: own });
  return refuseUnknown(context, named) ?? refuseGone(context, named);
}

function ofSide<Data extends OnChannel>(
  { data }: Context<Data>,
  input: { named: readonly string[]; side: PartyCode },
): readonly string[] {
  return data.documents
    .filter((one) => one.by === input.side && input.named.includes(one.digest))
    .map((one) => one.digest);
}

function refuseGone<Data extends OnChannel>({ data }: Context<Data>, named: readonly string[]): Refusal | undefined {
  const gone = data.documents.filter((one) => named.includes(one.digest) && one.destroyedAt !== undefined);
  return gone.length > 0
    ? refuse("procedures.documentDestroyed", { documents: gone.map((one) => one.digest) })
    : undefined;
}
