// The door of the room `exchange`: how two nodes mirror each other's registers, by link and by bag, with the same
// bytes. It moves leaves it cannot read, knows no HTTP and no storage, and signs nothing that is not durable.

export { type Answer, answerLimit, encodeAnswer, parseAnswer, type ReadAnswer } from "./answer.ts";
export { readerOfParcels } from "./bagReader.ts";
export {
  type DocumentAnswer,
  documentAnswerLimit,
  encodeDocumentAnswer,
  type HowFar,
  parseDocumentAnswer,
} from "./documents/answer.ts";
export { DocumentFetcher, usualFetchLimits } from "./documents/fetch.ts";
export {
  bytesOfDigest,
  type DigestText,
  digestOfBytes,
  encodeFrames,
  type Frame,
  frameLimits,
  parseFrames,
} from "./documents/frames.ts";
export type {
  DocumentFetchPort,
  DocumentMirrorPort,
  DocumentSendPort,
  DocumentSink,
  Due,
  NamedDocument,
  Piece,
} from "./documents/port.ts";
export { receiveDocuments } from "./documents/receive.ts";
export {
  DocumentSender,
  type DocumentSendLimits,
  type DocumentSendState,
  usualDocumentSendLimits,
} from "./documents/send.ts";
export { type ProvedEvidence, type ProvedFork, verifyEvidence } from "./evidence.ts";
export { signingGuard } from "./guard.ts";
export { receiveParcel } from "./mirror.ts";
export { encodeParcel, type Parcel, type ParcelParts, parcelLimits, parseParcel } from "./parcel.ts";
export type {
  HeldCheckpoint,
  LinkCondition,
  LinkPort,
  LinkStop,
  MirrorCommit,
  MirrorPort,
  OwnCommit,
  PeerReader,
  PushPort,
  RecoveryPort,
  RegisterIdentity,
  Sides,
} from "./port.ts";
export { type Prepared, prepareParcel } from "./prepare.ts";
export { createPusher, type Pusher, type PushLimits, type PushState, usualPushLimits } from "./push.ts";
export { acceptReceipt, type ReceiptOutcome } from "./receipt.ts";
export { type RecoveryOutcome, recoverOwnTail } from "./recover.ts";
export { encodeSeenFuture, type KeysOf, type ProvedSeenFuture, type SeenFuture } from "./seenFuture.ts";
