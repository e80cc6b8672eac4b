// The beginning of an age file (C2SP age.md): a header that holds the file key for each recipient, and the nonce from
// which the key of the payload comes. Recipients of one kind only: a file that one of them could open without a quantum
// computer being needed would make the care for the others vain.

import { concat, equalBytes, Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { derive } from "./hkdf.ts";
import { hybridShareBytes, unwrapHybrid, wrapHybrid } from "./hybrid.ts";
import {
  type Identity,
  identityBytes,
  type Recipient,
  recipientBytes,
  type SealingKind,
  sealingKindOf,
} from "./keys.ts";
import { badHeader, coveredHeader, endHeader, fromUnpadded, parseHeaderText, type Stanza, unpadded } from "./stanza.ts";
import { type SealingSuite, tagBytes } from "./suite.ts";
import { unwrapX25519, wrapX25519 } from "./x25519.ts";

export const fileKeyBytes = 16;
export const payloadNonceBytes = 16;
const recipientsMax = 20;

/** What a new file begins with, and what its payload is sealed by. */
export interface SealedStart {
  /** Header and nonce: the first bytes of the file. The payload follows. */
  readonly bytes: Uint8Array;
  /** 16 bytes; a secret. */
  readonly fileKey: Uint8Array;
  /** 16 bytes. */
  readonly nonce: Uint8Array;
}

/** What a file's beginning gives to one who holds an identity. */
export interface OpenedStart {
  readonly fileKey: Uint8Array;
  readonly nonce: Uint8Array;
  /** Bytes of header and nonce: where the payload begins. */
  readonly bodyAt: number;
}

const stanzaKinds = {
  hybrid: { name: "mlkem768x25519", shareBytes: hybridShareBytes },
  x25519: { name: "X25519", shareBytes: 32 },
} as const satisfies Record<SealingKind, { name: string; shareBytes: number }>;

/**
 * The beginning of a new file for these recipients, each named once or more. Refused as `seal.noRecipient`,
 * `seal.tooManyRecipients`, `seal.mixedRecipients`, `seal.badRecipient`.
 */
export function sealingHeader(input: {
  readonly suite: SealingSuite;
  readonly recipients: Iterable<Recipient>;
}): SealedStart | Refusal {
  const { suite } = input;
  const recipients = [...new Set(input.recipients)];
  const [first] = recipients;
  if (first === undefined) return refuse("seal.noRecipient");
  if (recipients.length > recipientsMax)
    return refuse("seal.tooManyRecipients", { count: recipients.length, limit: recipientsMax });
  const kind = sealingKindOf(first);
  if (recipients.some((one) => sealingKindOf(one) !== kind)) return refuse("seal.mixedRecipients");
  const fileKey = suite.random(fileKeyBytes);
  const stanzas: Stanza[] = [];
  for (const recipient of recipients) {
    const publicKey = recipientBytes(recipient);
    const wrap = kind === "hybrid" ? wrapHybrid : wrapX25519;
    const wrapped = publicKey && wrap(suite, { publicKey, fileKey });
    if (!wrapped) return refuse("seal.badRecipient", { value: recipient.slice(0, 64) });
    stanzas.push({ args: [stanzaKinds[kind].name, unpadded(wrapped.share)], body: wrapped.body });
  }
  const covered = coveredHeader(stanzas);
  const nonce = suite.random(payloadNonceBytes);
  const header = endHeader(covered, macOf(suite, { fileKey, covered }));
  return { bytes: concat([header, nonce]), fileKey, nonce };
}

/**
 * Opens the beginning of a file with whichever identity it is sealed to. `bytes`: the file's first bytes, at least the
 * header and the nonce; `headerBytesMax` and sixteen are always enough. Refused as `seal.badAgeHeader`,
 * `seal.noIdentity` or `seal.headerAltered`.
 */
export function openHeader(input: {
  readonly suite: SealingSuite;
  readonly bytes: Uint8Array;
  readonly identities: Iterable<Identity>;
}): OpenedStart | Refusal {
  const { suite, bytes } = input;
  const header = parseHeaderText(bytes);
  if (isRefusal(header)) return header;
  if (header.stanzas.length > 1 && header.stanzas.some((one) => one.args[0] === "scrypt"))
    return badHeader("a passphrase stands beside other recipients");
  const fileKey = fileKeyFrom(suite, { stanzas: header.stanzas, identities: input.identities });
  if (isRefusal(fileKey)) return fileKey;
  const mac = macOf(suite, { fileKey, covered: header.covered });
  // Whoever can tell how far two MACs agree holds the file key already; no secret hangs on the time this takes.
  if (!equalBytes(mac, header.mac)) return refuse("seal.headerAltered");
  const bodyAt = header.length + payloadNonceBytes;
  if (bytes.length < bodyAt) return badHeader("the file ends before the nonce that follows it");
  return { fileKey, nonce: bytes.slice(header.length, bodyAt), bodyAt };
}

/** The key of the payload (age.md, "Payload"). */
export function payloadKey(
  suite: SealingSuite,
  { fileKey, nonce }: { readonly fileKey: Uint8Array; readonly nonce: Uint8Array },
): Uint8Array {
  if (fileKey.length !== fileKeyBytes || nonce.length !== payloadNonceBytes)
    throw new Fault("seal.badFileKey", "A file key and its nonce have 16 bytes each.");
  return derive(suite, { secret: fileKey, salt: nonce, info: "payload" });
}

function macOf(suite: SealingSuite, of: { readonly fileKey: Uint8Array; readonly covered: Uint8Array }): Uint8Array {
  return suite.hmacSha256({ key: derive(suite, { secret: of.fileKey, info: "header" }), message: of.covered });
}

function fileKeyFrom(
  suite: SealingSuite,
  { stanzas, identities }: { readonly stanzas: readonly Stanza[]; readonly identities: Iterable<Identity> },
): Uint8Array | Refusal {
  let tried = 0;
  for (const identity of identities) {
    tried += 1;
    const kind = sealingKindOf(identity);
    const secret = identityBytes(identity);
    if (!secret) throw new Fault("seal.badIdentity", "An identity that no parser read.");
    const { name, shareBytes } = stanzaKinds[kind];
    for (const { args, body } of stanzas) {
      if (args[0] !== name) continue;
      const share = args.length === 2 ? fromUnpadded(args[1] ?? "") : undefined;
      if (share?.length !== shareBytes || body.length !== fileKeyBytes + tagBytes)
        return badHeader(`a stanza ${name} is not of its form`);
      const unwrap = kind === "hybrid" ? unwrapHybrid : unwrapX25519;
      const fileKey = unwrap(suite, { identity: secret, share, body });
      if (fileKey === "aborted") return badHeader(`a stanza ${name} holds a share of small order`);
      if (fileKey) return fileKey;
    }
  }
  return refuse("seal.noIdentity", { tried });
}
