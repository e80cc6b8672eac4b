// To which keys a document is sealed: those that both services' designations publish where its act stands. A key that
// is revoked while a document is under way does not undo the act; it is told, and what is still needed is sealed anew.

import { kindOfRecipient, type ServiceCode } from "../acts/index.ts";
import { type Refusal, refuse } from "../base/index.ts";
import type { Service, Services } from "./services.ts";

export type DocumentKind = "hybrid" | "x25519";

/** One service, among those its side had designated at a place. */
export interface Office {
  readonly services: Services;
  readonly service: ServiceCode;
}

/**
 * The recipients of a document: the sealing keys of one kind of the addressee's service and of the author's own, in the
 * order of their designations. Refused as `procedures.noSealingKey` when either has none, or is withdrawn or unknown.
 */
export function documentRecipients(input: {
  readonly from: Office;
  readonly to: Office;
  readonly kind: DocumentKind;
}): readonly string[] | Refusal {
  const found: string[] = [];
  for (const office of [input.to, input.from]) {
    const service = office.services.get(office.service);
    const recipients = service && !service.withdrawn ? sealingKeysOf(service, input.kind) : [];
    if (recipients.length === 0)
      return refuse("procedures.noSealingKey", { service: office.service, kind: input.kind });
    found.push(...recipients);
  }
  return [...new Set(found)];
}

/** The service's sealing keys of one kind that count. */
export function sealingKeysOf(service: Service, kind: DocumentKind): readonly string[] {
  return [...service.sealing].filter((one) => kindOfRecipient(one) === kind);
}

/**
 * The keys that counted where an act stands and count no more: a document of that act may be sealed to them. None of
 * them: it is sealed to what counts today.
 */
export function lapsedSealingKeys(input: {
  readonly before: Service | undefined;
  readonly today: Service | undefined;
}): readonly string[] {
  return [...(input.before?.sealing ?? [])].filter((one) => !input.today?.sealing.has(one));
}
