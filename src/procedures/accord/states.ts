// The states of an instrument and what time alone changes: the entry into force, the expiry, the end of a notice.

import { epochMs } from "../../acts/index.ts";
import type { DeadlineRule, State } from "../declaration.ts";
import type { AccordData } from "./data.ts";
import { endOfDay, expiryOf } from "./force.ts";

/** The ceremony both arranged. */
const sign: DeadlineRule<AccordData> = {
  name: "sign",
  owner: "both",
  usual: { hours: 0 },
  before: (data) => data.ceremony && epochMs(data.ceremony.at),
};

/** A limited time ends of itself unless both renew before. */
const renew: DeadlineRule<AccordData> = { name: "renew", owner: "both", usual: { hours: 0 }, before: expiryOf };

const entersIntoForce = { to: "inForce", at: (data: AccordData) => data.inForceFrom } as const;
const expires = { to: "expired", at: expiryOf } as const;

export const states = {
  negotiation: {},
  textAgreed: {},
  initialled: {},
  readyToSign: { deadlines: [sign] },
  /** Where the rule is "on signature", its articles apply at once; the day is left for the exchange of folders. */
  signed: { lapse: { to: "inForce", at: (data) => data.inForceFrom && endOfDay(data, data.inForceFrom) } },
  awaitingProcedures: {},
  /** Both notes received; the date is known. */
  proceduresCompleted: { lapse: entersIntoForce },
  inForce: { deadlines: [renew], lapse: expires },
  suspended: { deadlines: [renew], lapse: expires },
  /** Denounced, and the receipt not yet registered: the clock of the notice does not run. */
  denounced: { lapse: expires },
  underNotice: {
    lapse: {
      to: "terminated",
      at: (data) => {
        const ends = [data.denunciation?.effect, expiryOf(data)].filter((end) => end !== undefined);
        return ends.length === 0 ? undefined : Math.min(...ends);
      },
    },
  },
  terminated: { final: true },
  expired: { final: true },
  superseded: { final: true },
  withdrawn: { final: true },
} satisfies Readonly<Record<string, State<AccordData>>>;
