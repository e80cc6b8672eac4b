// What the pages read of a visit's dossier, as the node tells it: checked once, then known by type.

import { Fault, z } from "../../base/index.ts";

const visitor = z.looseObject({
  number: z.number(),
  function: z.string(),
  nationality: z.string(),
  clearance: z.looseObject({ level: z.string(), validUntil: z.string() }).optional(),
  details: z.string(),
});
const site = z.looseObject({ code: z.string(), name: z.string(), contact: z.string().optional() });
const mark = z.looseObject({ service: z.string(), function: z.string(), at: z.number() });
const limits = z.looseObject({
  visitors: z.array(z.number()).optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  level: z.string().optional(),
  escorted: z.literal(true).optional(),
  note: z.string().optional(),
});

const version = z.looseObject({
  number: z.number(),
  kind: z.enum(["request", "amendment", "emergency"]),
  digest: z.string(),
  from: z.string(),
  until: z.string(),
  level: z.string(),
  sites: z.array(site),
  visitors: z.array(visitor),
  neededFrom: z.string(),
});

const decision = z.looseObject({
  decision: z.enum(["approved", "approvedWithLimits", "deferred", "refused"]),
  site: z.string(),
  reason: z.string().optional(),
  until: z.string().optional(),
  limits: limits.optional(),
  by: mark,
});

const siteCount = z.looseObject({ entries: z.number(), exits: z.number(), turnedAway: z.number() });

const visitData = z.looseObject({
  request: z.looseObject({ type: z.enum(["one-time", "recurring", "emergency"]), reference: z.string() }).optional(),
  current: version.optional(),
  approved: z.array(version),
  amending: z.boolean(),
  sendBefore: z.number().optional(),
  certified: mark.optional(),
  endorsed: mark.extend({ authority: z.string(), reference: z.string() }).optional(),
  transmitted: mark.optional(),
  received: mark.extend({ reference: z.string() }).optional(),
  returns: z.array(z.looseObject({ version: z.number(), at: z.number(), codes: z.array(z.string()) })),
  offices: z.record(z.string(), z.string()),
  decisions: z.record(z.string(), decision),
  approvals: z.record(
    z.string(),
    z.looseObject({ version: z.number(), limits: limits.optional(), gate: z.string().optional() }),
  ),
  window: z.looseObject({ from: z.string(), until: z.string() }).optional(),
  emergency: z
    .looseObject({
      asked: z.looseObject({ reason: z.string(), stake: z.string(), hostContact: z.string(), dutyOfficer: z.string() }),
      hostDutyOfficer: z.string().optional(),
      writtenUp: z.boolean(),
    })
    .optional(),
  gate: z.looseObject({ passages: z.number(), entries: z.number(), sites: z.record(z.string(), siteCount) }),
  withdrawn: z.array(z.looseObject({ site: z.string(), reason: z.string(), at: z.number() })),
});

export type VisitShown = z.output<typeof visitData>;
export type Decision = z.output<typeof decision>;
export type Limits = z.output<typeof limits>;
export type VisitorShown = z.output<typeof visitor>;
export type SiteShown = z.output<typeof site>;

/** Throws a Fault for data that are no visit's. */
export function parseVisit(data: unknown): VisitShown {
  const read = visitData.safeParse(data);
  if (read.success) return read.data;
  throw new Fault("web.badAnswer", `The dossier is no request for visit: ${read.error.issues[0]?.message ?? ""}`);
}

/** A record's own value: codes come from the other side, and `constructor` is one. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
