// The steps by which an originator keeps control of what it sent, and the other side answers, for every procedure that
// carries documents: opened, lowered, recalled, destroyed or refused destruction. A procedure says from which states
// each can be made and which state the documents' own leads to.
//
// After the recipient's obligation of security agreements: what is recalled is destroyed, and the destruction attested;
// or it is kept for a reason that is given. Either can be proved from the register when the bytes are gone.

import { type Label, levelOf } from "../acts/index.ts";
import { type Refusal, refuse, z } from "../base/index.ts";
import { type Mover, type StateName, type Step, type StepContext, type StepName, step } from "./declaration.ts";
import {
  isOutstanding,
  type OnChannel,
  openedBody,
  refuseAnswering,
  refuseUnlessOwn,
  refuseUnlessReceived,
  withChanged,
} from "./dossier-documents.ts";
import { digests, instant, label, note, reason, reasonsOf } from "./forms.ts";
import type { Terms } from "./terms.ts";

export const lowerBody = z.strictObject({ documents: digests, label, reason });
export const recallBody = z.strictObject({ documents: digests, reason, instructions: note.optional() });

export const attestBody = z.strictObject({
  documents: digests,
  /** What was done, with the copies and notes that were made: the signed word of the officer who answers for it. */
  statement: note,
  destroyedAt: instant,
});

/** Why a recalled document is kept: a closed list, so that reasons can be counted. */
export const keepingReasons = ["legalHold", "investigation", "alreadyUsed", "notFound", "other"] as const;
export const refuseBody = z.strictObject({ documents: digests, reasons: reasonsOf(keepingReasons) });

interface Control<Data extends OnChannel> {
  /** Who sends the documents, and who receives them: `either` where both do. */
  readonly originator: Mover;
  readonly addressee: Mover;
  readonly opened: readonly StateName[];
  readonly lower: readonly StateName[];
  readonly recall: readonly StateName[];
  readonly attest: readonly StateName[];
  readonly refuse: readonly StateName[];
  /** All the states to which the documents can lead; absent: the dossier stays where it is. */
  readonly states?: readonly StateName[];
  readonly leads?: (data: Data) => StateName;
  readonly recallOver: readonly StepName[];
  readonly openedOver: readonly StepName[];
}

export interface ControlSteps<Data> {
  readonly opened: Step<Data>;
  readonly lower: Step<Data>;
  readonly recall: Step<Data>;
  readonly attestDestruction: Step<Data>;
  readonly refuseDestruction: Step<Data>;
}

export function controlSteps<Data extends OnChannel>(control: Control<Data>): ControlSteps<Data> {
  const moved = {
    to: control.states ?? "same",
    ...(control.leads ? { leads: control.leads } : {}),
    expected: false,
  } as const;
  return {
    opened: step<Data, typeof openedBody>({
      ...moved,
      from: control.opened,
      by: control.addressee,
      opens: true,
      body: openedBody,
      // What was opened was opened: it is told beside whatever ended the dossier meanwhile.
      prevailsOver: control.openedOver,
      guard: (context, { documents }) => refuseAnswering(context) ?? refuseOpened(context, documents),
      effect: ({ data, time }, { documents }) => ({
        ...data,
        documents: withChanged(data, { named: documents, to: { openedAt: time } }),
      }),
    }),
    lower: step<Data, typeof lowerBody>({
      from: control.lower,
      to: "same",
      expected: false,
      by: control.originator,
      body: lowerBody,
      guard: (context, body) =>
        refuseAnswering(context) ?? refuseUnlessOwn(context, body.documents) ?? refuseNotLower(context, body),
      effect: ({ data }, body) => ({
        ...data,
        documents: withChanged(data, { named: body.documents, to: { label: labelOf(body.label) } }),
      }),
      lowers: ({ documents, ...body }) => ({ digests: documents, label: labelOf(body.label) }),
    }),
    recall: step<Data, typeof recallBody>({
      ...moved,
      from: control.recall,
      by: control.originator,
      body: recallBody,
      prevailsOver: control.recallOver,
      guard: (context, { documents }) =>
        refuseAnswering(context) ?? refuseUnlessOwn(context, documents) ?? refuseRecalled(context, documents),
      effect: ({ data, time }, { documents }) => ({ ...data, documents: recalled(data, { named: documents, time }) }),
    }),
    ...answers(control, moved),
  };
}

function answers<Data extends OnChannel>(
  control: Control<Data>,
  moved: { readonly to: StateName | readonly StateName[]; readonly leads?: (data: Data) => StateName },
): Pick<ControlSteps<Data>, "attestDestruction" | "refuseDestruction"> {
  const answer = {
    ...moved,
    expected: true,
    by: control.addressee,
    waits: (data: Data, side: string) => data.documents.some((one) => one.by !== side && isOutstanding(one)),
  } as const;
  const guard = (
    context: StepContext<Data>,
    { documents }: { readonly documents: readonly string[] },
  ): Refusal | undefined =>
    refuseAnswering(context) ?? refuseUnlessReceived(context, documents) ?? refuseNotRecalled(context, documents);
  return {
    attestDestruction: step<Data, typeof attestBody>({
      ...answer,
      from: control.attest,
      grave: true,
      body: attestBody,
      guard,
      effect: ({ data, time }, { documents }) => ({
        ...data,
        documents: withChanged(data, { named: documents, to: { destroyedAt: time } }),
      }),
      erases: ({ documents }) => ({ digests: documents, on: "both" }),
    }),
    refuseDestruction: step<Data, typeof refuseBody>({
      ...answer,
      from: control.refuse,
      body: refuseBody,
      guard: (context, body) => guard(context, body) ?? refuseAnswered(context, body.documents),
      effect: ({ data, time }, { documents }) => ({
        ...data,
        documents: withChanged(data, { named: documents, to: { refusedAt: time } }),
      }),
    }),
  };
}

/** A recall made anew takes the place of a refusal to the one before. */
function recalled<Data extends OnChannel>(
  data: Data,
  input: { named: readonly string[]; time: number },
): Data["documents"] {
  return data.documents.map((one) => {
    if (!input.named.includes(one.digest)) return one;
    const { refusedAt: _, ...rest } = one;
    return { ...rest, recalledAt: input.time };
  });
}

/** The label of a form as an act bears it: without caveats where there are none. */
function labelOf({ policy, classification, releasableTo, caveats }: z.output<typeof label>): Label {
  return { policy, classification, releasableTo, ...(caveats ? { caveats } : {}) };
}

function refuseOpened<Data extends OnChannel>(
  context: StepContext<Data>,
  named: readonly string[],
): Refusal | undefined {
  const refusal = refuseUnlessReceived(context, named);
  if (refusal) return refusal;
  const known = context.data.documents.filter((one) => named.includes(one.digest) && one.openedAt !== undefined);
  return known.length > 0
    ? refuse("procedures.documentOpened", { documents: known.map((one) => one.digest) })
    : undefined;
}

function refuseRecalled<Data extends OnChannel>(
  { data }: StepContext<Data>,
  named: readonly string[],
): Refusal | undefined {
  const outstanding = data.documents.filter(
    (one) => named.includes(one.digest) && one.recalledAt !== undefined && one.refusedAt === undefined,
  );
  if (outstanding.length === 0) return undefined;
  return refuse("procedures.documentRecalled", { documents: outstanding.map((one) => one.digest) });
}

function refuseNotRecalled<Data extends OnChannel>(
  { data }: StepContext<Data>,
  named: readonly string[],
): Refusal | undefined {
  const kept = data.documents.filter((one) => named.includes(one.digest) && one.recalledAt === undefined);
  return kept.length > 0
    ? refuse("procedures.documentNotRecalled", { documents: kept.map((one) => one.digest) })
    : undefined;
}

function refuseAnswered<Data extends OnChannel>(
  { data }: StepContext<Data>,
  named: readonly string[],
): Refusal | undefined {
  const answered = data.documents.filter((one) => named.includes(one.digest) && one.refusedAt !== undefined);
  return answered.length > 0
    ? refuse("procedures.destructionRefused", { documents: answered.map((one) => one.digest) })
    : undefined;
}

/** A lower level of the same policy, or the same with fewer caveats; whom it may be released to is not touched. */
function refuseNotLower<Data extends OnChannel>(
  { data, terms }: StepContext<Data>,
  body: z.output<typeof lowerBody>,
): Refusal | undefined {
  const after = labelOf(body.label);
  for (const { digest, label: before } of data.documents.filter((one) => body.documents.includes(one.digest)))
    if (!isLower(terms, { before, after }))
      return refuse("procedures.notLower", { digest, before: before.classification, after: after.classification });
  return undefined;
}

function isLower(terms: Terms, { before, after }: { before: Label; after: Label }): boolean {
  if (before.policy !== after.policy || before.releasableTo.join() !== after.releasableTo.join()) return false;
  const policies = [terms.labels, ...terms.equivalence.flatMap((table) => table.policies)];
  const policy = policies.find((one) => one.policy === before.policy);
  if (!policy) return false;
  const [from, to] = [levelOf(policy, before), levelOf(policy, after)];
  if (typeof from !== "number" || typeof to !== "number") return false;
  const [more, fewer] = [before.caveats ?? [], after.caveats ?? []];
  if (to > from || !fewer.every((caveat) => more.includes(caveat))) return false;
  return to < from || fewer.length < more.length;
}
