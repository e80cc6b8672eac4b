// The door of the official programme, for the rest of this room.

export type { Acknowledged, AdvanceVisit, Dates, Delegation, ProgrammeRecord } from "./bodies.ts";
export { applyChanges, type Change, changeSchema } from "./changes.ts";
export {
  type AgreedDates,
  type ChangeRequest,
  type ProgrammeData,
  type ProgrammeVersion,
  versionDigest,
} from "./data.ts";
export { type Engagement, engagementSchema, instantOf, type Start } from "./engagement.ts";
export { examples as programmeExamples } from "./examples.ts";
export { programmeProcedure } from "./programme.ts";
export { type Proposal, type ProposalKind, proposals } from "./proposals.ts";
export { type Audience, audiences, type OrderLine, runningOrder } from "./running-order.ts";
export { clashesOf, type Slack, slackOf, type Unknown } from "./slack.ts";
export { digestOf as programmeDigest } from "./versions.ts";
