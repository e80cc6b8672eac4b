// What a person or a program hands to this side's node to be registered, and what it is told.

import { type Act, type Draft, draftOf, type PartyCode, parseAct, parseLeaf, sameDraft } from "../../acts/index.ts";
import type { Submission as ApiSubmission } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { type EnvelopeSignature, encodeEnvelope, maxEnvelopeSignatures, parseEnvelope } from "../../seal/index.ts";
import type { ActRow, StoredAct } from "../../store/index.ts";

interface Submitted {
  /** The officer of this side who makes it. */
  readonly officer?: string;
  /**
   * Asked when the act's turn has come, and all before it are registered: may this officer make it after `author`, the
   * officer of this side who made the dossier's last act? A rule of four eyes must not be asked any earlier.
   */
  readonly permit?: (author: string) => Refusal | undefined;
}

/** A draft, which the node completes and signs; or a prepared act that an officer has signed already. */
export type Submission =
  | (Submitted & { readonly kind: "draft"; readonly draft: Draft })
  | (Submitted & {
      readonly kind: "prepared";
      readonly act: Act;
      readonly payload: Uint8Array;
      readonly officers: readonly { readonly entry: EnvelopeSignature; readonly protected: string }[];
    });

export type SubmissionResult =
  | { readonly status: "registered" | "repeated"; readonly row: ActRow }
  | { readonly status: "refused"; readonly refusal: Refusal };

/** Reads a signed submission's payload and holds the officers' headers to the form every leaf is held to. */
export function readSubmission(given: ApiSubmission): Submission | Refusal {
  if (given.kind === "draft") return given;
  const { payload, officerSignatures } = given;
  const act = parseAct(payload);
  if (isRefusal(act)) return act;
  // The service's own signature is the one more that an envelope must have room for.
  if (officerSignatures.length === 0 || officerSignatures.length >= maxEnvelopeSignatures)
    return refuse("node.badPrepared", {
      problem: `it has ${officerSignatures.length} officers' signatures, not 1 to 3`,
    });
  const envelope = parseEnvelope(encodeEnvelope({ payload, signatures: officerSignatures }));
  if (isRefusal(envelope)) return envelope;
  const officers = envelope.signatures.map((entry, i) => ({
    entry,
    protected: officerSignatures[i]?.protected ?? "",
  }));
  return { kind: "prepared", act, payload, officers };
}

export function draftOfSubmission(submission: Submission): Draft {
  return submission.kind === "draft" ? submission.draft : draftOf(submission.act);
}

/** Whether both ask for the same act. */
export function sameSubmission(one: Submission, other: Submission): boolean {
  return sameDraft(draftOfSubmission(one), draftOfSubmission(other));
}

/**
 * The answer to an id that is registered already: the original one for the same draft, a refusal for another and for an
 * act of the other side.
 */
export function repeated(submission: Submission, input: { own: PartyCode; stored: StoredAct }): SubmissionResult {
  const { row, leaf: bytes } = input.stored;
  const leaf = parseLeaf(bytes);
  const draft = draftOfSubmission(submission);
  if (row.party === input.own && !isRefusal(leaf) && sameDraft(draftOf(leaf.act), draft))
    return { status: "repeated", row };
  const refusal = refuse("node.idReused", { id: draft.id, index: row.index, party: row.party });
  return { status: "refused", refusal };
}
