// The sealed documents of a course: nominees' details, joining instructions, certificates. Who sent one opens nothing
// of it here; who erases what, and when, follows its seat.

import type { DocumentRef, PartyCode } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import type { eraseGrounds } from "./bodies.ts";
import { type CourseData, type CourseDocument, type Iteration, isOver, type Seat } from "./data.ts";
import { type CourseContext, dateAt, personalDataDue } from "./guards.ts";

type Ref = Pick<DocumentRef, "digest">;

/** The documents with those an act sends; one that is there already stays whose it was. */
export function withDocuments(
  data: CourseData,
  sent: { readonly refs: readonly (Ref | undefined)[]; readonly by: PartyCode; readonly kind: CourseDocument["kind"] },
): readonly CourseDocument[] {
  const known = new Set(data.documents.map((one) => one.digest));
  const added = sent.refs.flatMap((ref): CourseDocument[] =>
    ref === undefined || known.has(ref.digest) ? [] : [{ digest: ref.digest, by: sent.by, kind: sent.kind }],
  );
  return [...data.documents, ...added];
}

/** A document that is there already is not sent for another nominee: it would be erased with the first. */
export function refuseSentBefore(data: CourseData, refs: readonly (Ref | undefined)[]): Refusal | undefined {
  const digests = refs.flatMap((ref) => (ref === undefined ? [] : [ref.digest]));
  const again = digests.filter(
    (digest, i) => digests.indexOf(digest) !== i || data.documents.some((one) => one.digest === digest),
  );
  return again.length > 0 ? refuse("procedures.courseSame", { got: again }) : undefined;
}

export function withMarked(
  data: CourseData,
  input: { readonly named: readonly string[]; readonly mark: Pick<CourseDocument, "openedAt" | "erasedAt"> },
): CourseData {
  const { named, mark } = input;
  return { ...data, documents: data.documents.map((one) => (named.includes(one.digest) ? { ...one, ...mark } : one)) };
}

function refuseGone(data: CourseData, named: readonly string[]): Refusal | undefined {
  const unknown = named.filter((digest) => !data.documents.some((one) => one.digest === digest));
  if (unknown.length > 0) return refuse("procedures.documentUnknown", { documents: unknown });
  const gone = data.documents.filter((one) => named.includes(one.digest) && one.erasedAt !== undefined);
  if (gone.length === 0) return undefined;
  return refuse("procedures.documentDestroyed", { documents: gone.map((one) => one.digest) });
}

/** Of the other side, there, and not opened before. */
export function refuseOpened({ data, side }: CourseContext, named: readonly string[]): Refusal | undefined {
  const refusal = refuseGone(data, named);
  if (refusal) return refusal;
  const found = data.documents.filter((one) => named.includes(one.digest));
  const own = found.filter((one) => one.by === side);
  if (own.length > 0) return refuse("procedures.ownDocument", { documents: own.map((one) => one.digest) });
  const opened = found.filter((one) => one.openedAt !== undefined);
  return opened.length > 0
    ? refuse("procedures.documentOpened", { documents: opened.map((one) => one.digest) })
    : undefined;
}

/**
 * A side erases what it has sent once nothing more is expected of the seat, or at once when it was sealed wrongly; what
 * the other has sent, when its time has come.
 */
export function refuseErasing(
  context: CourseContext,
  input: { readonly documents: readonly string[]; readonly ground: (typeof eraseGrounds)[number] },
): Refusal | undefined {
  const { data, side, time } = context;
  const refusal = refuseGone(data, input.documents);
  if (refusal) return refusal;
  for (const document of data.documents.filter((one) => input.documents.includes(one.digest))) {
    const { digest } = document;
    if (document.by === side && input.ground === "sealedWrongly") continue;
    const of = seatOf(data, digest);
    // Joining instructions belong to no seat: they go by each side's rules of retention.
    if (!of) return refuse("procedures.courseNeeded", { document: digest, from: "none" });
    const due = personalDataDue(context, of.seat, of.iteration);
    const own = document.by === side && input.ground === "seatOver" && (isOver(of.seat) || due !== undefined);
    if (own || (input.ground === "due" && due !== undefined && due <= time)) continue;
    return refuse("procedures.courseNeeded", {
      document: digest,
      from: due === undefined ? "none" : dateAt(context, due),
    });
  }
  return undefined;
}

/** The seat whose personal data a document has. */
export function seatOf(
  data: CourseData,
  digest: string,
): { readonly seat: Seat; readonly iteration: Iteration } | undefined {
  for (const iteration of data.iterations) {
    const seat = iteration.seats.find((one) => one.details === digest || one.certificate?.document === digest);
    if (seat) return { seat, iteration };
  }
  return undefined;
}

/** Personal data that is still there, with when its seat was over; undefined of a seat that is not. */
export function lingering(data: CourseData): readonly { readonly digest: string; readonly from: number }[] {
  return data.documents.flatMap(({ digest, erasedAt }) => {
    if (erasedAt !== undefined) return [];
    const of = seatOf(data, digest);
    const from = of && (of.seat.overAt ?? of.iteration.overAt);
    return from === undefined ? [] : [{ digest, from }];
  });
}
