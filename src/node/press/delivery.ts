// One public text on its way to the press office's own site: an item of the JSON Feed, signed by this node (RFC 9421)
// as the link's requests are. Its nonce names the delivery: the same text sent twice has the same one, so that a site
// that took it the first time can drop the second.

import { Fault, isRefusal } from "../../base/index.ts";
import { contentDigest, keyIdOf, signMessage } from "../../seal/index.ts";
import type { LinkSigner } from "../http/link-signature.ts";

export const pressTag = "entente-press/1";
const components = ["@method", "@authority", "@path", "content-type", "content-digest"] as const;

export interface Delivery {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** `nonce`: of base64url's letters. */
export function signedDelivery(
  { suite, signer, seconds }: LinkSigner,
  input: { readonly address: string; readonly body: Uint8Array; readonly nonce: string },
): Delivery {
  const { host, pathname, search } = new URL(input.address);
  const headers = {
    host,
    "content-type": "application/json",
    "content-digest": contentDigest(suite, input.body),
    "user-agent": "Entente",
  };
  const message = {
    kind: "request",
    method: "POST",
    authority: host,
    path: pathname,
    query: search,
    headers: new Map(Object.entries(headers)),
  } as const;
  const keyid = keyIdOf(suite, signer.publicKey);
  const parameters = { created: seconds(), keyid, nonce: input.nonce, alg: "ed25519", tag: pressTag } as const;
  const covered = search === "" ? components : [...components, "@query"];
  const signed = signMessage({ message, label: "press", components: covered, parameters, signer });
  if (isRefusal(signed)) throw new Fault("node.unsignable", `A message of this node cannot be signed: ${signed.code}.`);
  return { target: `${pathname}${search}`, headers: { ...headers, ...signed } };
}
