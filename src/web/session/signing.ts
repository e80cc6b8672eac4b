// What the dialog of a grave step works with: the act as the node has prepared it, read from the very bytes that will
// be signed and compared with what was written; whose key signs; and the registering.

import { type Act, draftOf, parseAct, parseDraft, sameDraft } from "../../acts/index.ts";
import type { Passkey, RefusalText, SubmissionResult } from "../../api/index.ts";
import { fromBase64url, isRefusal } from "../../base/index.ts";
import { call } from "../api/index.ts";
import { type OfficerSignature, signByPasskey } from "./ceremonies.ts";
import type { Laid } from "./confirm-grave.tsx";

export interface ToSign {
  readonly act: Act;
  /** Base64url of the payload. */
  readonly payload: string;
  /** SHA-256 of the payload, hexadecimal, worked out here. */
  readonly digest: string;
  /** The act as the node words it. */
  readonly words: readonly string[];
  /** The draft that is released by it. */
  readonly laid: Laid | undefined;
}

interface Prepare {
  readonly accord: string;
  readonly draft: Readonly<Record<string, unknown>>;
  readonly laid?: Laid | undefined;
}

/** Undefined when the node has prepared something else than was written: nothing of that is signed. */
export async function prepare({ accord, draft, laid }: Prepare): Promise<ToSign | undefined> {
  const { payload, words } =
    laid === undefined
      ? await call("prepareAct", { params: { accord }, body: draft })
      : await call("prepareDraft", { params: { accord, draft: laid.draft } });
  const bytes = fromBase64url(payload);
  const act = bytes && parseAct(bytes);
  const written = parseDraft(draft);
  if (!bytes || !act || isRefusal(act) || isRefusal(written)) return undefined;
  if (act.accord !== accord || !sameDraft(draftOf(act), written)) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  return { act, payload, digest: digest.toHex(), words, laid };
}

/** By passkey; or in a demonstration by the key file that its node keeps. */
export type Signer = { readonly by: "passkey"; readonly passkey: Passkey } | { readonly by: "demonstration" };

/** Asks for the signature and registers the act; the refusal when it was not registered. */
export async function signAndRegister(
  toSign: ToSign,
  signer: Signer,
): Promise<{ readonly id: string } | { readonly refusal: RefusalText }> {
  const { act, payload, laid } = toSign;
  const { accord } = act;
  const signature: OfficerSignature =
    signer.by === "passkey"
      ? await signByPasskey(payload, signer.passkey)
      : await call("demonstrationSign", { body: { accord, payload } });
  const signed = { payload, officerSignatures: [signature] };
  const { results } =
    laid === undefined
      ? await call("registerActs", { params: { accord }, body: { acts: [signed] } })
      : await call("releaseDraft", { params: { accord, draft: laid.draft }, body: { version: laid.version, signed } });
  const [result]: readonly SubmissionResult[] = results;
  return result?.status === "refused" ? { refusal: result.refusal } : { id: act.id };
}
