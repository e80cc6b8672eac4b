// The door of the room `seal`: canonical JSON, hashes, signatures, keys and sealed documents. The only cryptography of
// the house. The machine's own implementation of its two ports has a door of its own, native.ts, because it needs Node.

export { assertionChallenge, encodeAssertion } from "./assertion.ts";
export { canonical, canonicalOf, type JsonValue } from "./canonical.ts";
export {
  type CosignedSubtree,
  ed25519CosignedMessage,
  mlDsa44CosignedMessage,
} from "./cosignedMessage.ts";
export { canonicalDigest, digest } from "./digest.ts";
export {
  type Envelope,
  type EnvelopeAlgorithm,
  type EnvelopeSignature,
  encodeEnvelope,
  maxEnvelopeSignatures,
  parseEnvelope,
  protectedHeader,
} from "./envelope.ts";
export {
  isSigned,
  type SignatureCheck,
  signatureCheck,
  signEnvelope,
  verifyEnvelopeSignature,
} from "./envelopeSignature.ts";
export {
  type Component,
  type HttpMessage,
  type HttpRequest,
  type HttpResponse,
  type SignatureParameters,
  signatureBase,
} from "./httpMessage.ts";
export {
  contentDigest,
  type OptionalParameter,
  type SignatureHeaders,
  signMessage,
  type VerifiedMessage,
  verifyMessage,
} from "./httpSignature.ts";
export { type KeyId, keyIdOf, parseKeyId } from "./keyId.ts";
export {
  formatNote,
  formatNoteSignatureLine,
  isNoteKeyName,
  maxNoteBytes,
  maxNoteSignatures,
  type Note,
  type NoteSignature,
  parseNote,
  parseNoteSignatureLine,
} from "./note.ts";
export {
  encodeVerifierKey,
  type NoteKey,
  type NoteKeyKind,
  noteKeyId,
  noteKeyTypes,
  parseVerifierKey,
} from "./noteKey.ts";
export {
  cosignNoteEd25519,
  cosignNoteMlDsa44,
  type SignedTree,
  signNote,
  verifyNoteCosignatureEd25519,
  verifyNoteCosignatureMlDsa44,
  verifyNoteSignature,
} from "./noteSignature.ts";
export { type CanonicalJson, type CanonicalLimits, parseCanonical } from "./parseCanonical.ts";
export {
  type P256PublicKey,
  type Passkey,
  type PasskeyJwk,
  parseP256PublicKey,
  parsePasskey,
  passkeyJwk,
  passkeySchema,
  passkeyText,
} from "./passkey.ts";
export { isStrictEd25519Signature, parseEd25519PublicKey, parseMlDsa44PublicKey } from "./publicKeys.ts";
export {
  fileKeyBytes,
  type OpenedStart,
  openHeader,
  payloadNonceBytes,
  type SealedStart,
  sealingHeader,
} from "./sealing/header.ts";
export {
  type Identity,
  identityOf,
  makeIdentity,
  parseIdentity,
  parseRecipient,
  type Recipient,
  recipientOf,
  recipientOfKey,
  type SealingKind,
  sealingKeyId,
  sealingKindOf,
  sealingKinds,
} from "./sealing/keys.ts";
export { OpenStream } from "./sealing/openStream.ts";
export { SealStream, type StreamInput } from "./sealing/sealStream.ts";
export { headerBytesMax } from "./sealing/stanza.ts";
export { chunkBytes, sealedBytes, sealedChunkBytes, sealedRoom } from "./sealing/stream.ts";
export type { SealingSuite } from "./sealing/suite.ts";
export { openWhole, sealWhole } from "./sealing/whole.ts";
export { parseSignerKey, type SignerKey, signerKeyId, textKeyId } from "./signerKey.ts";
export type { Ed25519PublicKey, Ed25519Signer, MlDsa44PublicKey, MlDsa44Signer, Suite } from "./suite.ts";
