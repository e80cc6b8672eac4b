// How a designation publishes an officer's public key: an Ed25519 key by its text, or a passkey as a JWK with its rp id
// and origin. Inside this house both are one text, by which the key is known and has its id.

import { fromBase64url, z } from "../base/index.ts";
import { passkeySchema, passkeyText } from "../seal/index.ts";

/** Its length and form; whether it is a point of the curve is for the seal to say when it is used. */
export const publicKeySchema = z
  .string()
  .max(43)
  .refine((value) => fromBase64url(value)?.length === 32, "an Ed25519 public key of 32 bytes, base64url");

export const officerKeySchema = z.union([publicKeySchema, passkeySchema], {
  error: "an Ed25519 public key of 32 bytes in base64url, or a passkey's JWK with its rp id and origin",
});

export type OfficerKey = z.output<typeof officerKeySchema>;

/** The one text of the key. */
export function officerKeyText(key: OfficerKey): string {
  return typeof key === "string" ? key : passkeyText(key);
}

/** The text of what has a key's form anywhere in a body; undefined for anything else. */
export function publishedKey(value: unknown): string | undefined {
  const isCandidate = typeof value === "string" ? value.length === 43 : Object(value).kty === "EC";
  const parsed = isCandidate ? officerKeySchema.safeParse(value) : undefined;
  return parsed?.success ? officerKeyText(parsed.data) : undefined;
}
