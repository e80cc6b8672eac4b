// Acts as a request hands them in. One act that cannot be read does not refuse the others: each has its own result.

import { type Draft, parseDraft } from "../acts/index.ts";
import { fromBase64url, isRefusal, type Refusal, refuse, z } from "../base/index.ts";
import { readPart } from "./body.ts";
import { signedDraft, submissionsMax } from "./schemas/act.ts";

/** A prepared payload with officers' signatures. */
export interface SubmittedSignatures {
  readonly kind: "signed";
  /** The payload as it was prepared. Not yet read as an act. */
  readonly payload: Uint8Array;
  readonly officerSignatures: readonly OfficerSignature[];
}

export type Submission = { readonly kind: "draft"; readonly draft: Draft } | SubmittedSignatures;

export interface OfficerSignature {
  /** Base64url of the protected header, exactly as it was signed. */
  readonly protected: string;
  /** 64 bytes of Ed25519, or a passkey's assertion. */
  readonly signature: Uint8Array;
}

/** One act of a request: what it asks for or why it cannot be read, and the id it claims, for its result. */
export interface SubmittedAct {
  readonly id: string | undefined;
  readonly submission: Submission | Refusal;
}

const envelope = z.strictObject({ acts: z.array(z.unknown()).min(1).max(submissionsMax) });
const claimed = z.looseObject({ id: z.string().max(64) });

export function parseSubmissions(value: unknown): readonly SubmittedAct[] | Refusal {
  const read = readPart(envelope, { where: "body", value });
  if (isRefusal(read)) return read;
  return read.acts.map((act, index) => {
    const id = claimed.safeParse(act);
    return { id: id.success ? id.data.id : undefined, submission: parseSubmission(act, index) };
  });
}

function parseSubmission(value: unknown, index: number): Submission | Refusal {
  if (typeof value === "object" && value !== null && "payload" in value) return parseSigned(value, `acts.${index}`);
  const draft = parseDraft(value);
  return isRefusal(draft) ? draft : { kind: "draft", draft };
}

/** `at`: where it stands in the request's body, for the refusal. */
export function parseSigned(value: unknown, at: string): SubmittedSignatures | Refusal {
  const read = readPart(signedDraft, { where: "body", value });
  if (isRefusal(read)) return read;
  const payload = fromBase64url(read.payload);
  if (payload === undefined) return badBase64url(`${at}.payload`);
  const officerSignatures: OfficerSignature[] = [];
  for (const [place, one] of read.officerSignatures.entries()) {
    const signature = fromBase64url(one.signature);
    const here = `${at}.officerSignatures.${place}`;
    if (signature === undefined) return badBase64url(`${here}.signature`);
    if (fromBase64url(one.protected) === undefined) return badBase64url(`${here}.protected`);
    officerSignatures.push({ protected: one.protected, signature });
  }
  return { kind: "signed", payload, officerSignatures };
}

function badBase64url(path: string): Refusal {
  return refuse("api.badInput", { where: "body", path, problem: "not canonical base64url without padding" });
}
