// Routes of sealed documents: contents on their way to be sealed, what became of each document, opening them; and what
// the other side's node brings and asks for.

import { contentBytesMax, sealedBytesMax } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { jsonAnswer, octetsAnswer, streamAnswer } from "../answer.ts";
import { jsonBody, noBody, octetsBody, parsedBody, streamBody } from "../body.ts";
import { route } from "../route.ts";
import { accordId, accordParams, actId, noQuery, wholeNumber } from "../schemas/common.ts";
import {
  batchBytesMax,
  batchRequest,
  batchResults,
  documentDetail,
  documentDigest,
  documentList,
  documentReference,
  openedDocument,
  openingRequest,
  parseBatch,
  putResult,
  uploadId,
  uploadRequest,
  uploadState,
} from "../schemas/document.ts";

/** Bytes of one request of frames, as docs/formats.md limits it. */
export const framesBytesMax = 8 * 1024 * 1024;

const offset = wholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER, usual: 0 });
const upload = { caller: "officer", params: z.strictObject({ accord: accordId, upload: uploadId }) } as const;
const document = { caller: "officer", params: z.strictObject({ accord: accordId, digest: documentDigest }) } as const;
const documents = "/api/accords/{accord}/documents";
const uploads = `${documents}/uploads/{upload}`;

export const documentRoutes = {
  beginUpload: route({
    method: "POST",
    path: documents,
    caller: "officer",
    params: accordParams,
    query: noQuery,
    summary: "Begins to seal a content for an act that is still to be made.",
    notes:
      "The content is sealed as it comes (PATCH) and never written in clear. Until an act names the document nothing " +
      "of it leaves this side.",
    body: jsonBody(uploadRequest),
    answer: jsonAnswer(uploadState, "The upload."),
  }),
  sealBatch: route({
    method: "POST",
    path: `${documents}/batch`,
    caller: "officer",
    params: accordParams,
    query: noQuery,
    summary: "Seals several small contents at once; each has its own result.",
    notes:
      `At most ${batchBytesMax} bytes of contents in all. A batch whose answer was lost may be sent again: what no ` +
      "act names is removed after some time.",
    body: parsedBody({ schema: batchRequest, limit: 2 * batchBytesMax, parse: parseBatch }),
    answer: jsonAnswer(batchResults, "The results, in the order of the contents."),
  }),
  appendUpload: route({
    ...upload,
    method: "PATCH",
    path: uploads,
    query: z.strictObject({ offset }),
    summary: "Takes content from `offset` on, as it comes.",
    notes:
      "What arrived before a connection broke stays sealed: a request with another offset than the upload's is " +
      "refused as node.uploadOffset, which says where to go on.",
    body: streamBody(contentBytesMax),
    answer: jsonAnswer(uploadState, "The upload as it stands now."),
  }),
  upload: route({
    ...upload,
    method: "GET",
    path: uploads,
    query: noQuery,
    summary: "How far an upload is.",
    body: noBody,
    answer: jsonAnswer(uploadState, "The upload."),
  }),
  endUpload: route({
    ...upload,
    method: "POST",
    path: `${uploads}/end`,
    query: noQuery,
    summary: "Ends an upload and gives the reference by which the act names the document.",
    notes: "May be asked again when an answer was lost.",
    body: noBody,
    answer: jsonAnswer(documentReference, "The reference."),
  }),
  dropUpload: route({
    ...upload,
    method: "DELETE",
    path: uploads,
    query: noQuery,
    summary: "Gives an upload up; what was sealed of it is removed.",
    body: noBody,
    answer: jsonAnswer(z.strictObject({ dropped: uploadId }), "The upload that is no more."),
  }),
  documentsOfDossier: route({
    method: "GET",
    path: "/api/accords/{accord}/dossiers/{dossier}/documents",
    caller: "officer",
    params: z.strictObject({ accord: accordId, dossier: actId }),
    query: noQuery,
    summary: "The sealed documents that a dossier's acts have named, and what became of each.",
    body: noBody,
    answer: jsonAnswer(documentList, "The documents, in the order in which they became known."),
  }),
  document: route({
    ...document,
    method: "GET",
    path: `${documents}/{digest}`,
    query: noQuery,
    summary: "One sealed document: which act names it, and how far it has come.",
    body: noBody,
    answer: jsonAnswer(documentDetail, "The document."),
  }),
  forgetDocument: route({
    ...document,
    method: "DELETE",
    path: `${documents}/{digest}`,
    query: noQuery,
    summary: "Removes a document that was sealed here and that no act names.",
    body: noBody,
    answer: jsonAnswer(z.strictObject({ forgotten: documentDigest }), "The document that is no more."),
  }),
  putDocument: route({
    ...document,
    method: "POST",
    path: `${documents}/{digest}/bytes`,
    query: noQuery,
    summary: "Puts in the sealed file of a document that an act names and that has not arrived.",
    notes: "For a file that came by another way than the link. It counts when it gives the digest.",
    body: streamBody(sealedBytesMax),
    answer: jsonAnswer(putResult, "How far the document is held now."),
  }),
  sealedDocument: route({
    ...document,
    method: "GET",
    path: `${documents}/{digest}/bytes`,
    query: noQuery,
    summary: "The sealed file of a document that is held here, as it is: an age file, to be carried another way.",
    notes: "Nothing is opened and nothing logged. A connection that breaks off before the end left a part only.",
    body: noBody,
    answer: streamAnswer("The sealed file."),
  }),
  openDocument: route({
    ...document,
    method: "POST",
    path: `${documents}/{digest}/opening`,
    query: noQuery,
    summary: "Opens a document's sealed head and registers that it was opened.",
    notes:
      "The decision is written to this side's access log, allowed or not. The head must agree with the act. " +
      "An opening of the other side's document is an act of the procedure, made once; later openings register nothing.",
    body: jsonBody(openingRequest),
    answer: jsonAnswer(openedDocument, "What the document is."),
  }),
  documentContent: route({
    ...document,
    method: "GET",
    path: `${documents}/{digest}/content`,
    query: z.strictObject({
      function: z.string().max(40).meta({ description: "The function in which the officer reads it." }),
    }),
    summary: "The content of a document that was opened, as a file to save.",
    notes: "Each reading is decided and logged anew. A connection that breaks off before the end left a part only.",
    body: noBody,
    answer: streamAnswer("The content."),
  }),
  peerDocuments: route({
    method: "POST",
    path: "/link/{accord}/documents",
    caller: "peer",
    params: accordParams,
    query: noQuery,
    body: octetsBody(framesBytesMax),
    summary: "Takes pieces of sealed documents that mirrored acts name and answers how far each is held.",
    answer: octetsAnswer({ description: "The receiver's answer." }),
  }),
  peerDocument: route({
    method: "GET",
    path: "/link/{accord}/documents/{digest}",
    caller: "peer",
    params: z.strictObject({ accord: accordId, digest: documentDigest }),
    query: z.strictObject({ offset }),
    body: noBody,
    summary: "Bytes of a sealed document that an act names, for a node that has lost it.",
    answer: octetsAnswer({ description: "Ciphertext from `offset` on: as much as one answer holds." }),
  }),
} as const;
