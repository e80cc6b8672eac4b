// Personal data of visitors on their way out of the page. The register carries one digest a visitor; what it is the
// digest of is a small document with the data and 32 random bytes, without which a name and a birthday could be guessed
// until the digest fits. The document goes to the host by a channel, sealed; the page keeps nothing of it.

import { hex, utf8 } from "../../base/index.ts";
import { canonical } from "../../seal/index.ts";
import type { PersonalDetails, ReadVisitor } from "./visitors.ts";

/** The document of one visitor, whose digest the request carries. */
export interface DetailsDocument {
  readonly entente: "visitor-details/1";
  readonly number: number;
  readonly personal: PersonalDetails;
  /** 32 random bytes, hexadecimal. */
  readonly salt: string;
}

/** What the machine gives: random bytes and SHA-256. */
export interface Machine {
  randomBytes(count: number): Uint8Array;
  sha256(bytes: Uint8Array): Promise<Uint8Array>;
}

export const browserMachine: Machine = {
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes))),
};

export interface Sealed {
  /** As the request has them. */
  readonly visitors: readonly {
    readonly number: number;
    readonly function: string;
    readonly nationality: string;
    readonly clearance?: { readonly level: string; readonly validUntil: string };
    readonly details: string;
  }[];
  /** To be sent sealed; one for each visitor whose data were in the file. */
  readonly documents: readonly DetailsDocument[];
}

/** Visitors without their personal data, and the documents that hold them. */
export async function withoutPersonal(visitors: readonly ReadVisitor[], machine: Machine): Promise<Sealed> {
  const made = await Promise.all(visitors.map((visitor) => detailsOf(visitor, machine)));
  return {
    visitors: visitors.map(({ number, function: office, nationality, clearance }, i) => ({
      number,
      function: office,
      nationality,
      ...(clearance ? { clearance } : {}),
      details: made[i]?.digest ?? "",
    })),
    documents: made.flatMap((one) => one.document ?? []),
  };
}

interface Details {
  readonly digest: string;
  readonly document: DetailsDocument | undefined;
}

async function detailsOf(visitor: ReadVisitor, machine: Machine): Promise<Details> {
  if (visitor.details !== undefined) return { digest: visitor.details, document: undefined };
  const { number, personal } = visitor;
  const document = { entente: "visitor-details/1", number, personal, salt: hex(machine.randomBytes(32)) } as const;
  const bytes = documentBytes(document);
  return { digest: `sha256:${hex(await machine.sha256(bytes))}`, document };
}

/** The bytes whose digest is meant: canonical JSON (RFC 8785). */
export function documentBytes(document: DetailsDocument): Uint8Array {
  const { entente, number, salt } = document;
  const personal = Object.fromEntries(Object.entries(document.personal));
  return utf8(canonical({ entente, number, personal, salt }));
}
