export type {
  AccordRow,
  ActRow,
  Commit,
  DossierFilter,
  DossierRow,
  HeldRow,
  LinkRow,
  OutcomeRow,
  Page,
  PageRequest,
  Store,
  StoredAct,
  UnreadableRow,
} from "./port.ts";
export {
  type DocumentChanges,
  type DocumentRow,
  type DocumentState,
  type DocumentStore,
  type NewDocument,
  smallDocumentMax,
  type UploadRow,
} from "./portDocuments.ts";
export type { LeafPlace, Listed, ListingStore, NewListed, SoughtWord } from "./portListing.ts";
export type {
  AccessLog,
  AccessRow,
  DraftEvent,
  DraftFilter,
  DraftRow,
  DraftState,
  Drafts,
  NewAccess,
} from "./portOffice.ts";
export type { OverviewStore, TurnCount } from "./portOverview.ts";
export type { SqliteOptions } from "./sqlite/open.ts";
export { openSqliteStore } from "./sqlite/store.ts";
