// The door of the request for visit, for the rest of this room.

export type { Briefing, Decision, Emergency, GateEntry, Limits } from "./bodies.ts";
export { returnReasons } from "./bodies.ts";
export {
  approvalAt,
  type GateCounts,
  type SiteApproval,
  type SiteCount,
  undecidedSites,
  type VisitData,
  type VisitVersion,
  type VisitWindow,
  visitorsInside,
} from "./data.ts";
export { examples as visitExamples } from "./examples.ts";
export { type ClockTime, type LatestDate, latestDateToSend, leadTimeOf } from "./lead-time.ts";
export { recurringOpenings } from "./openings.ts";
export { type Site, type Visitor, type VisitRequest, type VisitType, visitTypes } from "./request.ts";
export { isOverLimits, partCount, type RequestPart, type Splittable, splitRequest, type VisitLimits } from "./split.ts";
export { visitProcedure } from "./visit.ts";
