// To whom a document of this side is sealed: the addressee's service and the own one, by the designations that this
// node knows now.

import type { ServiceCode } from "../../acts/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import { documentRecipients } from "../../procedures/index.ts";
import { parseRecipient, type Recipient } from "../../seal/index.ts";
import type { Side } from "../side/side.ts";

export interface Envelope {
  /** A service of this side. */
  readonly from: ServiceCode;
  /** A service of the other. */
  readonly to: ServiceCode;
  /** X25519 keys, for a reader whose age is older; hybrid ones otherwise. */
  readonly older: boolean;
}

/** Refused as `procedures.noSealingKey`. */
export function recipientsOf(side: Side, { from, to, older }: Envelope): Promise<readonly Recipient[] | Refusal> {
  return side.inTurn(async ({ ground }) => {
    const servicesOf = (party: typeof side.row.own) => ground.servicesAt(party, Number.POSITIVE_INFINITY);
    const found = documentRecipients({
      from: { services: servicesOf(side.row.own), service: from },
      to: { services: servicesOf(side.row.other), service: to },
      kind: older ? "x25519" : "hybrid",
    });
    if (isRefusal(found)) return found;
    const recipients: Recipient[] = [];
    for (const text of found) {
      const recipient = parseRecipient(text);
      if (isRefusal(recipient)) return recipient;
      recipients.push(recipient);
    }
    return recipients;
  });
}
