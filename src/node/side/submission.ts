// What a person or a program hands to this side's node to be registered, and what it is told.

import { type Act, type Draft, draftOf, parseAct, parseLeaf, sameDraft } from "../../acts/index.ts";
import type { Submission as ApiSubmission } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { encodeEnvelope, type EnvelopeSignature, parseEnvelope } from "../../seal/index.ts";
import type { ActRow, StoredAct } from "../../store/index.ts";

/** A draft, which the node completes and signs; or a prepared act that an officer has signed already. */
export type Submission =
  | { readonly kind: "draft"; readonly draft: Draft; readonly officer?: string }
  | {
      readonly kind: "prepared";
      readonly officer?: string;
      readonly act: Act;
      readonly payload: Uint8Array;
      readonly officers: readonly { readonly entry: EnvelopeSignature; readonly protected: string }[];
    };

export type SubmissionResult =
  | { readonly status: "registered" | "repeated"; readonly row: ActRow }
  | { readonly status: "refused"; readonly refusal: Refusal };

/** Reads a signed submission's payload and holds the officers' headers to the form every leaf is held to. */
export function readSubmission(given: ApiSubmission): Submission | Refusal {
  if (given.kind === "draft") return given;
  const { payload, officerSignatures } = given;
  const act = parseAct(payload);
  if (isRefusal(act)) return act;
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

/** The answer to an id that is registered already: the original one for the same draft, a refusal for another. */
export function repeated(submission: Submission, stored: StoredAct): SubmissionResult {
  const leaf = parseLeaf(stored.leaf);
  const draft = draftOfSubmission(submission);
  if (!isRefusal(leaf) && sameDraft(draftOf(leaf.act), draft)) return { status: "repeated", row: stored.row };
  return { status: "refused", refusal: refuse("node.idReused", { id: draft.id, index: stored.row.index }) };
}
