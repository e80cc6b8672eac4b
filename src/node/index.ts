// The door of the room `node`: a side's home, its running node, and what is done to a home while no node runs.

export { type Clock, type StoryClock, storyClock, systemClock } from "./clock.ts";
export { Documents, type DocumentsParts } from "./documents/documents.ts";
export { DocumentFiles } from "./documents/files.ts";
export type { DocumentCarrier } from "./documents/link.ts";
export { type Finding, type FsckResult, fsck } from "./fsck/fsck.ts";
export { noteBackup } from "./health/backup-note.ts";
export { diskRoom, readByOthers } from "./health/room.ts";
export {
  addOfficer,
  type Config,
  createHome,
  type Home,
  type NewHome,
  type NewOfficer,
  type OfficerRecord,
  openHome,
  readToken,
} from "./home.ts";
export { makeOfficerKey, type NodeKeys, openOfficerKey } from "./keys.ts";
export { createLinkClient, type LinkClient, type LinkClientInput, usualLinkTimeouts } from "./link-client.ts";
export { clockOf, joinAccord, type Node, openStore, type RunningAccord, startNode } from "./node.ts";
export { removeOfficer } from "./officer-changes.ts";
export { type PeerCarrier, peerCarrier } from "./peer.ts";
export { freePort, portFree } from "./port.ts";
export { proveAct } from "./prove.ts";
export { Retention } from "./retention/retention.ts";
export { openSealingKeys, type SealingKey, type SealingKeys } from "./sealing/identities.ts";
export { dismissFromRecovery, enrolForRecovery, type Recovered, recoverKeys } from "./sealing/recovery.ts";
export {
  type RecoveryFolders,
  type RecoveryOfficer,
  recoveryFiles,
  recoveryOfficers,
} from "./sealing/recovery-files.ts";
export { type ResealInput, reseal } from "./sealing/reseal.ts";
export {
  type OpenedFile,
  openFromFile,
  type SealedFile,
  type SealInput,
  sealToFile,
} from "./sealing/sealed-file.ts";
export { policiesOf, type ServingNode, serveNode } from "./serve.ts";
export { type Carrier, Link } from "./side/link.ts";
export { Side } from "./side/side.ts";
export type { SideParts } from "./side/state.ts";
export type { Submission, SubmissionResult } from "./side/submission.ts";
export { Invitations } from "./signin/invitations.ts";
export { Passkeys } from "./signin/passkeys.ts";
export { createVerifier, type Verifier } from "./verifier.ts";
export { version } from "./version.ts";
