// The forms of the steps that follow the request: certification, decisions, amendments, the emergency path, the gate
// log and the record of a briefing. Schemas only.

import { isInstantText } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import {
  day,
  digestText,
  functionText,
  level,
  reason,
  siteCode,
  siteList,
  visitorList,
  visitorNumber,
} from "./request.ts";

const instant = z.string().refine(isInstantText, "an instant in UTC to the second").meta({ format: "instant" });
const reference = z.string().min(1).max(60);
const note = z.string().min(1).max(600);
const siteCodes = z.array(siteCode).min(1).max(100);
const visitorNumbers = z.array(visitorNumber).min(1).max(200);

/** Certification, endorsement and transmission name the version they are about by its digest. */
export const certifyBody = z.strictObject({ request: digestText, statement: note.optional() });
export const endorseBody = z.strictObject({ request: digestText, authority: functionText, reference });
export const transmitBody = z.strictObject({ request: digestText, remarks: note.optional() });
export const receiveBody = z.strictObject({ reference });

/** Why a request comes back: a closed list, so that reasons can be counted. */
export const returnReasons = [
  "missingField",
  "unknownSite",
  "clearanceUnconfirmed",
  "datesUnclear",
  "justificationInsufficient",
  "duplicate",
  "otherForm",
  "other",
] as const;

export const returnBody = z.strictObject({
  reasons: z
    .array(z.strictObject({ code: z.enum(returnReasons), field: z.string().min(1).max(60).optional(), note }))
    .min(1)
    .max(20),
});

export const staffBody = z.strictObject({
  offices: z
    .array(z.strictObject({ site: siteCode, office: functionText }))
    .min(1)
    .max(100),
});

/** Conditions of an approval. Each narrows what was asked; a visitor not named, when any is, is not admitted. */
export const limitsSchema = z
  .strictObject({
    visitors: visitorNumbers.optional(),
    from: day.optional(),
    until: day.optional(),
    level: level.optional(),
    escorted: z.literal(true).optional(),
    note: note.optional(),
  })
  .refine((limits) => Object.keys(limits).length > 0, "at least one limit");
export type Limits = z.infer<typeof limitsSchema>;

export const decisionBody = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("approved"), site: siteCode }),
  z.strictObject({ decision: z.literal("approvedWithLimits"), site: siteCode, limits: limitsSchema }),
  z.strictObject({ decision: z.literal("deferred"), site: siteCode, reason, until: day.optional() }),
  z.strictObject({ decision: z.literal("refused"), site: siteCode, reason }),
]);
export type Decision = z.infer<typeof decisionBody>;

const gate = z.strictObject({ site: siteCode, gate: z.string().min(1).max(80), function: functionText });

/** The gates that were told, beside the requester whom the act itself tells. */
export const notifyBody = z.strictObject({ gates: z.array(gate).max(100), note: note.optional() });

/** A decision on a deferred site tells its gate in the same act. */
export const deferredDecisionBody = z.strictObject({ decision: decisionBody, gate: gate.optional() });

export const withdrawBody = z.strictObject({ sites: siteCodes.optional(), reason });
export const cancelBody = z.strictObject({ reason });

/**
 * What changes; what is not named stays. A higher level is refused by a guard that says why, so it can be named here.
 */
export const amendmentBody = z.strictObject({
  reason,
  /** The first day the change is needed for: the lead time is counted to it. */
  effectiveFrom: day,
  from: day.optional(),
  until: day.optional(),
  addVisitors: visitorList.min(1).optional(),
  dropVisitors: visitorNumbers.optional(),
  addSites: siteList.min(1).optional(),
  dropSites: siteCodes.optional(),
  level: level.optional(),
});
export type Amendment = z.infer<typeof amendmentBody>;

/** What is said by telephone before the request is written. */
export const emergencyBody = z.strictObject({
  /** Why the normal delay was impossible. */
  reason,
  stake: z.enum(["governmentContract", "tender", "safety", "other"]),
  /** The host's point of contact who confirmed the need, and when. */
  hostContact: functionText,
  confirmedAt: instant,
  /** The requester's duty officer; the host's is named when the host confirms. */
  dutyOfficer: functionText,
  reference,
  level,
  from: day,
  until: day,
  sites: siteList.min(1),
  visitors: visitorList.min(1),
});
export type Emergency = z.infer<typeof emergencyBody>;

export const confirmEmergencyBody = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("confirmed"), dutyOfficer: functionText, gates: z.array(gate).min(1).max(100) }),
  z.strictObject({ decision: z.literal("refused"), dutyOfficer: functionText, reason }),
]);

/** One passage of a gate. Kept short: an exercise of a few weeks brings thousands. */
export const gateBody = z.strictObject({
  site: siteCode,
  visitor: visitorNumber,
  direction: z.enum(["in", "out", "turnedAway"]),
  at: instant,
});
export type GateEntry = z.infer<typeof gateBody>;

/** The short record of what was disclosed, under what measures and to whom. */
export const briefingBody = z.strictObject({
  site: siteCode,
  date: day,
  topics: z
    .array(z.strictObject({ heading: z.string().min(1).max(200), level }))
    .min(1)
    .max(40),
  measures: z.array(z.string().min(1).max(200)).max(20),
  attendees: visitorNumbers,
  notesCollected: z.boolean(),
  /** Of the full record, where it is kept sealed. */
  record: digestText.optional(),
});
export type Briefing = z.infer<typeof briefingBody>;

export const closeBody = z.strictObject({ outcome: z.enum(["held", "notHeld"]), note: note.optional() });
