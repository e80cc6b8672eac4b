// Making acts and reading them back. A request carries drafts, which the node completes and signs with its services'
// keys, or acts that were prepared before and carry officers' own signatures.

import { draftSchema } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { actId, actSummary, count, instant, localTimes, outcome, partyCode, refusalText, rung } from "./common.ts";

/** Acts in one request. */
export const submissionsMax = 500;
/** Bytes of one such request. */
export const submissionsBytesMax = 8 * 1024 * 1024;

export const base64urlText = z.string().regex(/^[A-Za-z0-9_-]*$/);

export const draft = draftSchema.meta({
  id: "Draft",
  description: "What the author chooses of an act; the node adds accord, party, what it has seen, and the time.",
});

export const signedDraft = z
  .strictObject({
    payload: base64urlText.max(64_000).meta({ description: "Base64url of the payload that /acts/prepare gave." }),
    officerSignatures: z
      .array(z.strictObject({ protected: base64urlText.max(400), signature: base64urlText.min(86).max(820) }))
      .min(1)
      .max(3),
  })
  .meta({
    id: "SignedDraft",
    description:
      "A prepared payload with officers' signatures over protected + '.' + payload (RFC 7515), both base64url: " +
      "Ed25519, or a passkey's assertion whose challenge is the SHA-256 of that text (docs/formats.md).",
  });

export const submissions = z
  .strictObject({
    acts: z
      .array(z.union([draft, signedDraft]))
      .min(1)
      .max(submissionsMax),
  })
  .meta({ id: "Submissions" });

const result = z
  .discriminatedUnion("status", [
    z.strictObject({ status: z.literal("registered"), id: actId, party: partyCode, index: count, outcome }),
    z.strictObject({ status: z.literal("repeated"), id: actId, party: partyCode, index: count, outcome }),
    z.strictObject({ status: z.literal("refused"), id: z.string().optional(), refusal: refusalText }),
  ])
  .meta({
    id: "SubmissionResult",
    description: "registered: durable now; repeated: the same act was registered before; refused: nothing was written.",
  });

export const submissionResults = z
  .strictObject({ results: z.array(result) })
  .meta({ id: "SubmissionResults", description: "One result for each act, in the order of the request." });

export const preparedAct = z
  .strictObject({
    payload: base64urlText,
    digest: z.string(),
    /** The id of the service key that will sign beside the officer. */
    keyed: z.strictObject({ service: z.string() }),
    /** What is signed, in plain lines. */
    words: z.array(z.string()),
  })
  .meta({ id: "PreparedAct" });

export const actDetail = z
  .strictObject({
    act: z.record(z.string(), z.unknown()).meta({ description: "The act as its author signed it." }),
    /** Base64 of the leaf: the signed envelope's bytes. */
    leaf: z.string(),
    party: partyCode,
    index: count,
    local: localTimes,
    outcome,
    rung,
    heldAt: instant.optional(),
  })
  .meta({ id: "ActDetail" });

const logItem = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("act"), index: count, act: actSummary }),
    z.strictObject({ kind: z.literal("unreadable"), index: count, refusal: refusalText }),
  ])
  .meta({ id: "LogItem", description: "A leaf of a register: an act, or why it could not be read as one." });

export const logPage = z
  .strictObject({
    party: partyCode,
    size: count,
    items: z.array(logItem),
    /** Where the next page starts; absent on the last. */
    next: count.optional(),
  })
  .meta({ id: "LogPage" });

export type SubmissionResult = z.input<typeof result>;
export type PreparedAct = z.input<typeof preparedAct>;
export type ActDetail = z.input<typeof actDetail>;
export type ActSummary = z.input<typeof actSummary>;
export type LogItem = z.input<typeof logItem>;
export type LogPage = z.input<typeof logPage>;
