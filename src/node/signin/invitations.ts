// One-time codes by which an officer enrols a first passkey, or the next after a loss. The code is told once, to be
// carried to the officer by another way; the home keeps its digest. A new invitation replaces the officer's last.

import { timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import { hex, utf8, z } from "../../base/index.ts";
import { nativeSuite, randomBytes } from "../../seal/native.ts";
import { openRecords, type Records } from "./records.ts";

const invitationSchema = z.strictObject({
  entente: z.literal("invitation/1"),
  officer: z.string(),
  /** SHA-256 of the code, hexadecimal. */
  code: z.string().regex(/^[0-9a-f]{64}$/),
  until: z.iso.datetime(),
});

type Invitation = z.output<typeof invitationSchema>;

export const invitationHours = 24;

/** Crockford's: no letter that is read as another. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 20;

export class Invitations {
  readonly #records: Records<Invitation>;
  readonly #now: () => number;

  constructor(home: { readonly folder: string }, now: () => number) {
    this.#records = openRecords(join(home.folder, "invitations"), invitationSchema);
    this.#now = now;
  }

  /** Invites the officer; the code, 100 bits in groups of five, is kept nowhere. */
  invite(officer: string): { readonly code: string; readonly until: string } {
    const code = [...randomBytes(codeLength)].map((byte) => alphabet[byte & 31]).join("");
    const until = new Date(this.#now() + invitationHours * 3_600_000).toISOString();
    this.#records.put(officer, { entente: "invitation/1", officer, code: digestOf(code), until });
    return { code: (code.match(/.{5}/g) ?? []).join("-"), until };
  }

  /** The invitation of a code as a person types it, if it still holds. Every one is compared, in constant time. */
  find(typed: string): { readonly officer: string; readonly invitation: string } | undefined {
    const wanted = Buffer.from(digestOf(normal(typed)), "hex");
    let found: Invitation | undefined;
    for (const one of this.#records.all())
      if (timingSafeEqual(wanted, Buffer.from(one.code, "hex")) && Date.parse(one.until) > this.#now()) found = one;
    return found && { officer: found.officer, invitation: found.code };
  }

  /** Uses the invitation up; false when it was used, replaced or taken back meanwhile. */
  use(officer: string, invitation: string): boolean {
    const known = this.#records.get(officer);
    if (known?.code !== invitation || Date.parse(known.until) <= this.#now()) return false;
    return this.#records.remove(officer);
  }

  /** Until when the officer's invitation holds; undefined where there is none that does. */
  until(officer: string): string | undefined {
    const known = this.#records.get(officer);
    return known && Date.parse(known.until) > this.#now() ? known.until : undefined;
  }

  /** Takes back whatever invitation the officer has. */
  withdraw(officer: string): boolean {
    return this.#records.remove(officer);
  }
}

function normal(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
}

function digestOf(code: string): string {
  return hex(nativeSuite.sha256(utf8(code)));
}
