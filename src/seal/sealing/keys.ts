// The keys that documents are sealed to, as age writes them (C2SP age.md): recipients, which a side publishes, and
// identities, which stay with it. Two kinds: hybrid, safe against a quantum computer of later days, and X25519, for
// readers whose age is older. A file is sealed to one kind only. The other kinds of age (scrypt, tags of hardware
// tokens, plugins) are not keys of a service and are not read.

import { type Brand, base64url, type Refusal, refuse, utf8 } from "../../base/index.ts";
import { decodeBech32, encodeBech32 } from "./bech32.ts";
import { hybridPublicKey } from "./hybrid.ts";
import type { SealingSuite } from "./suite.ts";

/** A public key as age writes it, in lower case: `age1pq1…` or `age1…`. */
export type Recipient = Brand<string, "Recipient">;
/** A private key as age writes it, in upper case: `AGE-SECRET-KEY-PQ-1…` or `AGE-SECRET-KEY-1…`. A secret. */
export type Identity = Brand<string, "Identity">;

export const sealingKinds = {
  hybrid: { recipient: "age1pq", identity: "age-secret-key-pq-", publicBytes: 1216, algorithm: "age-hybrid" },
  x25519: { recipient: "age", identity: "age-secret-key-", publicBytes: 32, algorithm: "age-x25519" },
} as const;

export type SealingKind = keyof typeof sealingKinds;

const secretBytes = 32;

/** Which kind a recipient or identity is of. */
export function sealingKindOf(key: Recipient | Identity): SealingKind {
  return /^age1pq1|^AGE-SECRET-KEY-PQ-1/.test(key) ? "hybrid" : "x25519";
}

/** Refused as `seal.badRecipient`. Whether it is a point or lattice key that can be sealed to, sealing says. */
export function parseRecipient(text: string): Recipient | Refusal {
  const recipient = text as Recipient;
  if (text.length <= 2000 && recipientBytes(recipient)) return recipient;
  return refuse("seal.badRecipient", { value: text.slice(0, 64) });
}

/** Refused as `seal.badIdentity`, without a letter of what came: it may be a secret mistyped. */
export function parseIdentity(text: string): Identity | Refusal {
  const identity = text as Identity;
  return text.length <= 100 && identityBytes(identity) ? identity : refuse("seal.badIdentity");
}

/** Recipients as last read. A hybrid one has two thousand letters, and few are sealed to again and again. */
const readRecipients = new Map<string, Uint8Array>();
const keptRecipients = 256;

/** The public key's bytes, only lent; undefined for a text that is not of the form. */
export function recipientBytes(recipient: Recipient): Uint8Array | undefined {
  const known = readRecipients.get(recipient);
  if (known) return known;
  const kind = sealingKinds[sealingKindOf(recipient)];
  const bytes = decodeBech32(kind.recipient, recipient);
  if (bytes?.length !== kind.publicBytes) return undefined;
  if (readRecipients.size >= keptRecipients) readRecipients.clear();
  readRecipients.set(recipient, bytes);
  return bytes;
}

/** The private key's bytes; undefined for a text that is not of the form. */
export function identityBytes(identity: Identity): Uint8Array | undefined {
  if (identity !== identity.toUpperCase()) return undefined;
  const bytes = decodeBech32(sealingKinds[sealingKindOf(identity)].identity, identity.toLowerCase());
  return bytes?.length === secretBytes ? bytes : undefined;
}

/** A new private key. */
export function makeIdentity(suite: Pick<SealingSuite, "random">, kind: SealingKind): Identity {
  return identityOf(kind, suite.random(secretBytes));
}

/** The identity of a secret of 32 bytes. */
export function identityOf(kind: SealingKind, secret: Uint8Array): Identity {
  return encodeBech32(sealingKinds[kind].identity, secret).toUpperCase() as Identity;
}

/** The public half. */
export function recipientOf(suite: SealingSuite, identity: Identity): Recipient {
  const kind = sealingKindOf(identity);
  const secret = identityBytes(identity) ?? new Uint8Array(secretBytes);
  const bytes = kind === "hybrid" ? hybridPublicKey(suite, secret) : suite.x25519PublicKey(secret);
  return recipientOfKey(kind, bytes);
}

/** The recipient of a public key's bytes. */
export function recipientOfKey(kind: SealingKind, publicKey: Uint8Array): Recipient {
  return encodeBech32(sealingKinds[kind].recipient, publicKey) as Recipient;
}

/** How a file names a recipient: SHA-256 of its text, base64url, 43 characters. */
export function sealingKeyId(suite: Pick<SealingSuite, "sha256">, recipient: Recipient): string {
  return base64url(suite.sha256(utf8(recipient)));
}
