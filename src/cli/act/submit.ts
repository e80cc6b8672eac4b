// Hands acts to the node. An answer that is lost is told as such, with the id under which the act can be sent again: it
// is registered once, however often it is sent.

import type { PreparedAct, SubmissionResult } from "../../api/index.ts";
import { base64url, fromBase64url, isRefusal, type Refusal, refuse, utf8 } from "../../base/index.ts";
import { type Ed25519Signer, keyIdOf, protectedHeader } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { type NodeClient, refusalOf } from "../client/client.ts";
import type { Framing } from "./framing.ts";

export interface DraftJson extends Framing {
  readonly id: string;
  readonly dossier: string;
  readonly procedure: string;
  readonly step: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Registered = Exclude<SubmissionResult, { status: "refused" }>;

/** Registers drafts in their order; each has its own result. */
export async function submitDrafts(
  client: NodeClient,
  input: { readonly accord: string; readonly drafts: readonly DraftJson[] },
): Promise<readonly SubmissionResult[] | Refusal> {
  const id = input.drafts.map((draft) => draft.id).join(", ");
  return send(client, { accord: input.accord, acts: input.drafts, id });
}

/** The act as it would be registered now, to be read and signed. */
export async function prepareDraft(
  client: NodeClient,
  input: { readonly accord: string; readonly draft: DraftJson },
): Promise<PreparedAct | Refusal> {
  return client.call("prepareAct", { params: { accord: input.accord }, body: input.draft });
}

/** A prepared act with the officer's signature, as the API takes it. */
export function signedDraft(prepared: PreparedAct, signer: Ed25519Signer): unknown {
  const header = protectedHeader(keyIdOf(nativeSuite, signer.publicKey));
  // RFC 7515 section 5.1: what is signed is the protected header, a dot and the payload, both in base64url.
  const signature = base64url(signer.sign(utf8(`${header}.${prepared.payload}`)));
  return { payload: prepared.payload, officerSignatures: [{ protected: header, signature }] };
}

/** Signs a prepared act with the officer's key and registers it. */
export async function submitPrepared(
  client: NodeClient,
  input: {
    readonly accord: string;
    readonly id: string;
    readonly prepared: PreparedAct;
    readonly signer: Ed25519Signer;
  },
): Promise<readonly SubmissionResult[] | Refusal> {
  const { accord, id, prepared, signer } = input;
  if (fromBase64url(prepared.payload) === undefined)
    return refuse("cli.badAnswer", { address: client.address.url.origin, problem: "the payload is not base64url" });
  return send(client, { accord, acts: [signedDraft(prepared, signer)], id });
}

async function send(
  client: NodeClient,
  input: { accord: string; acts: readonly unknown[]; id: string },
): Promise<readonly SubmissionResult[] | Refusal> {
  const answer = await client.call("registerActs", { params: { accord: input.accord }, body: { acts: input.acts } });
  if (!isRefusal(answer)) return answer.results;
  const lost = answer.code === "cli.badAnswer" || (answer.code === "cli.nodeSilent" && answer.details.sent !== false);
  if (!lost) return answer;
  return refuse("cli.answerLost", { id: input.id, problem: String(answer.details.problem ?? answer.code) });
}

/** The one result of one act; a refused one as the refusal it is. */
export function registered(results: readonly SubmissionResult[]): Registered | Refusal {
  const [result] = results;
  if (!result) return refuse("cli.badAnswer", { address: "the node", problem: "it gave no result" });
  return result.status === "refused" ? refusalOf(result.refusal) : result;
}
