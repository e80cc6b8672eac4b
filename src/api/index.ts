// The door of the room `api`: the contract between a node and those who call it, as data with its parsers.

export type { Answer, Keeping, Presented, StreamedContent, StreamedEvent } from "./answer.ts";
export type { Body, ByteStream } from "./body.ts";
export { type PathInput, pathOf } from "./call.ts";
export { type EventCursor, formatCursor, parseCursor } from "./cursor.ts";
export { procedureDetailOf, procedureSummaryOf } from "./describe.ts";
export { openApi } from "./openapi.ts";
export { apiPage } from "./page.ts";
export { pageStyle } from "./pageStyle.ts";
export { problemOf, problemType, type RefusalText, refusalTextOf, statusOf } from "./problem.ts";
export type { CallerKind, Input, RawInput, Route } from "./route.ts";
export { parcelBytesMax } from "./routes/link.ts";
export {
  type Callers,
  type HandledRouteName,
  type Handler,
  type Handlers,
  isRouteName,
  type Peer,
  type RimRouteName,
  type RouteInput,
  type RouteName,
  type RouteOutput,
  routeNames,
  routes,
  routeTable,
  type Visitor,
} from "./routes.ts";
export type { AccessEntry, AccessPage } from "./schemas/accessLog.ts";
export {
  type ActDetail,
  type ActSummary,
  type LogItem,
  type LogPage,
  type PreparedAct,
  type SubmissionResult,
  submissionsBytesMax,
  submissionsMax,
} from "./schemas/act.ts";
export {
  type Decision,
  findingKinds,
  type MachineDetail,
  type PolicyDetail,
  policyActions,
  type ServiceKeys,
  type WorkingCalendars,
} from "./schemas/administration.ts";
export {
  type BatchInput,
  batchBytesMax,
  batchMax,
  type DocumentDetail,
  type DocumentReference,
  type OpenedDocument,
  type UploadState,
} from "./schemas/document.ts";
export type { DossierDetail, DossierPage, DossierRow } from "./schemas/dossier.ts";
export type { DraftDetail, DraftPage, DraftRow } from "./schemas/draft.ts";
export type { ReadInjectsTable } from "./schemas/injects.ts";
export type { ImportedLabels } from "./schemas/label.ts";
export type { ApiEvent, Directory, DirectoryService, LinkDetail } from "./schemas/link.ts";
export {
  type ActsPage,
  type FoundActs,
  foundMax,
  type Listed,
  type ListedAct,
  listedMax,
} from "./schemas/listing.ts";
export type { AccordDetail, AccordSummary, Clock, NodeInfo } from "./schemas/node.ts";
export type { OfficerRecordDetail } from "./schemas/officer.ts";
export { type AwaitingDossier, type Overview, overviewRowsMax } from "./schemas/overview.ts";
export type { PlanLetter, PlanTable, PlanTableLine, ReadPlanTable } from "./schemas/plan.ts";
export { type Problem, problem } from "./schemas/problem.ts";
export type { ProcedureDetail, ProcedureSummary } from "./schemas/procedure.ts";
export type { RetentionDetail } from "./schemas/retention.ts";
export type {
  CeremonyOptions,
  DemonstrationFunctions,
  DemonstrationSignature,
  Passkey,
  PasskeyAssertion,
  PasskeyAttestation,
  Session,
} from "./schemas/session.ts";
export type { Statistics } from "./schemas/statistics.ts";
export { type Thread, type ThreadPage, threadProcedures, threadsMax } from "./schemas/thread.ts";
export type {
  LeadTimeAnswer,
  ProgrammePage,
  ProgrammeRow,
  ProgrammeVersionDetail,
  VisitPage,
  VisitRow,
} from "./schemas/visit.ts";
export type { OfficerSignature, Submission, SubmittedAct } from "./submission.ts";
export { parseTileName, type TileName } from "./tile.ts";
export { isoInstant, localTimesOf } from "./times.ts";
