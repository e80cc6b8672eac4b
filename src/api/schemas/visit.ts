// Visits and programmes as lists and calendars need them, the lead time of a request, and one version of a programme.

import { z } from "../../base/index.ts";
import { actId, count, cursor, inLanguages, instant, localTimes, partyCode, wholeNumber } from "./common.ts";
import { dossierRow } from "./dossier.ts";

const date = z.iso.date().meta({ description: "A date such as 2021-11-24." });

export const journeyQuery = z.strictObject({
  state: z.string().max(40).optional(),
  turn: partyCode.optional(),
  open: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional()
    .meta({ description: "Open dossiers only (true), closed only (false)." }),
  from: date.optional().meta({ description: "Only what ends on this date or later, on the host's calendar." }),
  until: date.optional().meta({ description: "Only what begins on this date or earlier, on the host's calendar." }),
  limit: wholeNumber({ min: 1, max: 200, usual: 50 }),
  cursor: cursor.optional().meta({ description: "`next` of the page before." }),
});

const days = { from: date.optional(), until: date.optional() } as const;

const visitRow = z
  .strictObject({
    row: dossierRow,
    requester: partyCode,
    host: partyCode,
    /** The requester's own reference. */
    reference: z.string(),
    type: z.enum(["one-time", "recurring", "emergency"]),
    ...days,
    /** The code of the highest level expected. */
    level: z.string(),
    visitors: count,
    sites: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        /** On the version under way; absent while the site has not decided. */
        decision: z.enum(["approved", "approvedWithLimits", "deferred", "refused"]).optional(),
        /** Whether the site may be entered: an approval that holds, of this version or an earlier one. */
        approved: z.boolean(),
      }),
    ),
    /** Whether the version under way changes a visit that already has an approval. */
    amending: z.boolean(),
    /** The dossier of the programme it serves. */
    programme: actId.optional(),
  })
  .meta({ id: "VisitRow" });

const programmeRow = z
  .strictObject({
    row: dossierRow,
    host: partyCode,
    titles: inLanguages,
    ...days,
    zone: z.string().optional(),
    /** The number of the latest version; 0 before one is tabled. */
    version: count,
    /** Clashes in the latest version. */
    clashes: count,
    /** Whether both sides have agreed to the latest version. */
    agreed: z.boolean(),
  })
  .meta({ id: "ProgrammeRow" });

const order = "Open before closed, then by nearest deadline, then newest first; a page may hold less than its limit.";
export const visitPage = z
  .strictObject({ items: z.array(visitRow), next: cursor.optional() })
  .meta({ id: "VisitPage", description: order });
export const programmePage = z
  .strictObject({ items: z.array(programmeRow), next: cursor.optional() })
  .meta({ id: "ProgrammePage", description: order });

export const leadTimeQuery = z.strictObject({
  from: date.meta({ description: "The first day of the visit, or of what an amendment changes; the host's date." }),
  type: z.enum(["one-time", "recurring", "emergency", "amendment"]),
  level: z.string().max(40).meta({ description: "The code of the highest level expected." }),
  amends: z
    .enum(["one-time", "recurring", "emergency"])
    .optional()
    .meta({ description: "For an amendment, the type of the request it changes." }),
});

export const leadTime = z
  .strictObject({
    host: partyCode,
    /** The rule that the annex sets; absent where none is set, and for an emergency. */
    rule: z.strictObject({ type: z.string(), level: z.string().optional(), workingDays: count }).optional(),
    /** The request must be sent before this instant. */
    before: instant.optional(),
    beforeLocal: localTimes.optional(),
    /** Whether that instant has passed by this node's clock. */
    late: z.boolean(),
    /** By party, on its own working calendar; negative when the instant has passed. */
    workingDaysLeft: z.record(z.string(), z.number().int()).optional(),
  })
  .meta({ id: "LeadTime", description: "By when a request for visit must be sent." });

export const programmeVersion = z
  .strictObject({
    number: count,
    digest: z.string(),
    at: instant,
    local: localTimes,
    /** The step and the act that made it. */
    step: z.string(),
    act: actId,
    party: partyCode,
    /** The lines in running order, as the programme's form has them. */
    engagements: z.array(z.record(z.string(), z.unknown())),
  })
  .meta({ id: "ProgrammeVersion", description: "One version of a programme, its content found by its digest." });

export type VisitRow = z.input<typeof visitRow>;
export type VisitPage = z.input<typeof visitPage>;
export type ProgrammeRow = z.input<typeof programmeRow>;
export type ProgrammePage = z.input<typeof programmePage>;
export type LeadTimeAnswer = z.input<typeof leadTime>;
export type ProgrammeVersionDetail = z.input<typeof programmeVersion>;
