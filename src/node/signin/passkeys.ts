// The passkeys enrolled at this node: whose each is, its public key, and where it can be used. Nothing here is secret;
// what can sign never leaves the authenticator. One file each, so that removing the file revokes the passkey.

import { join } from "node:path";
import { Fault, hex, isRefusal, utf8, z } from "../../base/index.ts";
import {
  type KeyId,
  type PasskeyJwk,
  parsePasskey,
  passkeySchema,
  passkeyText,
  signerKeyId,
} from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { openRecords, type Records } from "./records.ts";

const base64urlText = z.string().regex(/^[A-Za-z0-9_-]+$/);

const enrolledSchema = z.strictObject({
  entente: z.literal("passkey/1"),
  /** The credential's id, base64url. */
  credential: base64urlText.max(1400),
  officer: z.string(),
  label: z.string().max(80),
  /** As a designation publishes it, with the rp id and the origin it was enrolled at. */
  key: passkeySchema,
  /** The same as WebAuthn gave it: a COSE_Key (RFC 9052), base64url. */
  cose: base64urlText.max(2000),
  /** How often it signed, by its own count; 0 for those that do not count. */
  counter: z.number().int().min(0),
  transports: z.array(z.string().max(20)).max(8),
  backedUp: z.boolean(),
  addedAt: z.iso.datetime(),
  usedAt: z.iso.datetime().optional(),
});

export type EnrolledPasskey = z.output<typeof enrolledSchema>;

export const passkeysMax = 12;

export class Passkeys {
  readonly #records: Records<EnrolledPasskey>;

  constructor(home: { readonly folder: string }) {
    this.#records = openRecords(join(home.folder, "passkeys"), enrolledSchema);
  }

  byId(credential: string): EnrolledPasskey | undefined {
    return this.#records.get(passkeyName(credential));
  }

  /** The first enrolled first. */
  of(officer: string): readonly EnrolledPasskey[] {
    return this.#records
      .all()
      .filter((one) => one.officer === officer)
      .sort((a, b) => a.addedAt.localeCompare(b.addedAt));
  }

  keep(passkey: EnrolledPasskey): void {
    this.#records.put(passkeyName(passkey.credential), passkey);
  }

  /** Whether a passkey of this name is enrolled for the officer. */
  isEnrolled(name: string, officer: string): boolean {
    return this.#records.get(name)?.officer === officer;
  }

  revoke(credential: string): boolean {
    return this.#records.remove(passkeyName(credential));
  }

  revokeAll(officer: string): number {
    return this.of(officer).filter((one) => this.revoke(one.credential)).length;
  }
}

/** The name of a passkey's record: credential ids may be longer than a file's name. */
export function passkeyName(credential: string): string {
  return hex(nativeSuite.sha256(utf8(credential)));
}

export function passkeyKid(jwk: PasskeyJwk): KeyId {
  const key = parsePasskey(passkeyText(jwk));
  if (isRefusal(key)) throw new Fault("node.badPasskey", "A passkey was enrolled whose key is no key.");
  return signerKeyId(nativeSuite, key);
}
