// Documents of an act that is being written.

export { DocumentUpload, type DocumentUploadProps } from "./document-upload.tsx";
export type { Envelope } from "./envelope.ts";
export { type KeptAct, useKeptAct } from "./kept-act.ts";
export { type KeptUpload, keptOf, noUpload, parseKeptUpload, parseReference, referenceIn } from "./kept-upload.ts";
export { useBytes } from "./use-bytes.ts";
export { type EnvelopeOf, useEnvelope } from "./use-envelope.ts";
