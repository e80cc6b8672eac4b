export { type AccordData, accordProcedure, alternat, explainEntryIntoForce } from "./accord/index.ts";
export { admissionCodes, admit } from "./admission.ts";
export { type Amount, type Annex, annexSchema, type Domain, domains, type LeadTime } from "./annex.ts";
export { addAmount, isWorkingDay, localDate, startOfDay, subtractAmount, workingDaysBetween } from "./calendar.ts";
export { allProcedures } from "./catalogue.ts";
export { channelOf, channelProcedure } from "./channel/index.ts";
export {
  type CommitteeData,
  committeeExamples,
  committeeProcedure,
  minutesIn,
  openActions,
  versionsOf,
} from "./committee/index.ts";
export {
  type CommuniqueData,
  communiqueExamples,
  communiqueProcedure,
  freedBy,
  isPlaced,
  type PublicText,
  type PublicVersion,
  publicText,
  releasedAt,
  type ToldToPublic,
  toldToPublic,
  uncleared,
} from "./communique/index.ts";
export { contestedLeaf, contestProcedure } from "./contest/index.ts";
export {
  type BoardRow,
  boardRow,
  type CourseData,
  courseExamples,
  courseProcedure,
  type Iteration,
  isLiveIteration,
  nomineeSchema,
  type Seat,
  seatStatuses,
  waitingList,
} from "./course/index.ts";
export type { Dated } from "./dates.ts";
export {
  type DeadlineRule,
  type Erasure,
  isAtEnd,
  type Lowering,
  type Mover,
  type Procedure,
  type Role,
  type State,
  type Step,
  type StepContext,
} from "./declaration.ts";
export { deadlineTable, formSchema, mermaid, stepTable } from "./describe.ts";
export { designatedKeys } from "./designated-keys.ts";
export { type DesignationData, designationProcedure } from "./designation/index.ts";
export { type DispatchData, dispatchProcedure } from "./dispatch/index.ts";
export { type AccordLevel, inAccordPolicy, refuseDocuments, tablesInForce } from "./document-labels.ts";
export {
  type DossierDocument,
  isDestroyed,
  isLive,
  isOutstanding,
  type OnChannel,
  openedBody,
} from "./dossier-documents.ts";
export { type EndUseData, type EndUseLine, endUseExamples, endUseLines, endUseProcedure } from "./end-use/index.ts";
export { apply, lapse, stepsFrom } from "./engine/apply.ts";
export type { Dossier } from "./engine/dossier.ts";
export { type Digest, extend, type Folded, fold, type Outcome, unopened } from "./engine/fold.ts";
export type { Lines, PlacedAct } from "./engine/order.ts";
export { type Deadline, type NextAction, type View, viewOf } from "./engine/view.ts";
export { type EntryIntoForce, explanationLine } from "./entry-into-force.ts";
export { equivalenceProcedure } from "./equivalence/index.ts";
export {
  type CalledConference,
  type ExerciseData,
  exerciseExamples,
  exerciseProcedure,
  type Interruption,
  type Lesson,
  openLessons,
  type TrackedTask,
} from "./exercise/index.ts";
export { Ground, groundProcedures, type Place } from "./ground.ts";
export { type Hold, HoldsHistory } from "./holds.ts";
export { type IncidentData, incidentProcedure } from "./incident/index.ts";
export {
  eventSchema,
  exampleFrame,
  exampleInject,
  type Incident,
  type Inject,
  type InjectRow,
  type InjectStage,
  type InjectsData,
  type InjectsRow,
  incidentSchema,
  injectMeans,
  injectMovesMax,
  injectRowsMax,
  injectSchema,
  injectStages,
  injectsExamples,
  injectsInOrder,
  injectsOpenBody,
  injectsProcedure,
  injectsWriteBody,
  injectTypes,
  type ListEvent,
  type Objective,
  objectiveSchema,
} from "./injects/index.ts";
export { byLanguage, firstByLanguage } from "./languages.ts";
export { amountOf, minorUnits } from "./money.ts";
export { type OffsetData, offsetAccount, offsetExamples, offsetProcedure } from "./offset/index.ts";
export {
  exampleLine,
  type Letter,
  type Line,
  lineSchema,
  linesMax,
  type PlanData,
  type PlanLine,
  planExamples,
  planProcedure,
  type Reported,
  reportOf,
  statuses as planStatuses,
} from "./plan/index.ts";
export {
  type CaseLine,
  type CaseMoney,
  caseLines,
  caseMoney,
  gatesOf,
  holdsAt,
  type ProcurementData,
  procurementExamples,
  procurementProcedure,
} from "./procurement/index.ts";
export {
  type Audience,
  applyChanges,
  audiences,
  type Change,
  changeSchema,
  clashesOf,
  type Engagement,
  engagementSchema,
  instantOf,
  type OrderLine,
  type ProgrammeData,
  type Proposal,
  type ProposalKind,
  programmeDigest,
  programmeProcedure,
  proposals,
  runningOrder,
  type Slack,
  type Start,
  slackOf,
} from "./programme/index.ts";
export {
  answerWord,
  gateRecord,
  ledgerDigest,
  type ProjectData,
  paidBy,
  presentPhase,
  projectExamples,
  projectProcedure,
  shareOf,
  transfersLeft,
} from "./project/index.ts";
export { type ReleaseData, releaseProcedure } from "./release/index.ts";
export { openRequestStates, type RequestData, requestProcedure } from "./request/index.ts";
export { type RetentionData, retentionProcedure } from "./retention/index.ts";
export {
  type DocumentKind,
  documentRecipients,
  lapsedSealingKeys,
  type Office,
  sealingKeysOf,
} from "./sealing-keys.ts";
export type { KeyIdText, Service, Services } from "./services.ts";
export {
  type AccordInForce,
  articleApplies,
  type Calendar,
  type Channel,
  calendarOf,
  type EquivalenceRow,
  type EquivalenceTable,
  type NationalPolicy,
  type Terms,
} from "./terms.ts";
export {
  type LatestDate,
  latestDateToSend,
  type VisitData,
  type VisitRequest,
  visitProcedure,
} from "./visit/index.ts";
