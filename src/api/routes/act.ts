// Routes about acts: making them, reading them back with their proof, and the registers in order.

import { parseDraft } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { jsonAnswer, textAnswer } from "../answer.ts";
import { noBody, parsedBody, usualBodyBytes } from "../body.ts";
import { route } from "../route.ts";
import {
  actDetail,
  draft,
  logPage,
  preparedAct,
  submissionResults,
  submissions,
  submissionsBytesMax,
} from "../schemas/act.ts";
import { accordId, accordParams, actId, noQuery, partyCode, wholeNumber } from "../schemas/common.ts";
import { actsPage, actsQuery, foundActs, searchQuery } from "../schemas/listing.ts";
import { parseSubmissions } from "../submission.ts";

const oneAct = {
  method: "GET",
  caller: "officer",
  params: z.strictObject({ accord: accordId, act: actId }),
  query: noQuery,
  body: noBody,
} as const;

export const actRoutes = {
  registerActs: route({
    method: "POST",
    path: "/api/accords/{accord}/acts",
    caller: "officer",
    params: accordParams,
    query: noQuery,
    summary: "Registers acts: each is judged alone, and each has its own result.",
    notes:
      "The answer is 200 even when acts were refused. An act is on disk when its result says registered. Send an act " +
      "again under the same id when an answer was lost: it is registered once.",
    body: parsedBody({ schema: submissions, limit: submissionsBytesMax, parse: parseSubmissions }),
    answer: jsonAnswer(submissionResults, "The results, in the order of the acts."),
  }),
  prepareAct: route({
    method: "POST",
    path: "/api/accords/{accord}/acts/prepare",
    caller: "officer",
    params: accordParams,
    query: noQuery,
    summary: "Completes an act without registering it, for an officer to sign: a grave step.",
    notes: "The officer signs base64url(protected header) + '.' + payload with the designated key (RFC 7515).",
    // A draft's JSON may be escaped throughout: six characters for one of the payload.
    body: parsedBody({ schema: draft, limit: 6 * usualBodyBytes, parse: parseDraft }),
    answer: jsonAnswer(preparedAct, "The payload to sign, and its content in words."),
  }),
  act: route({
    ...oneAct,
    path: "/api/accords/{accord}/acts/{act}",
    summary: "One act: what it says, its leaf, where it stands and what became of it.",
    answer: jsonAnswer(actDetail, "The act."),
  }),
  actProof: route({
    ...oneAct,
    path: "/api/accords/{accord}/acts/{act}/proof",
    summary: "The proof that an act is in its author's register and held by both, for anyone to check offline.",
    notes: "Refused as api.notYetHeld until the other side has cosigned a checkpoint that covers the act.",
    answer: textAnswer({ description: "The proof file (C2SP tlog-proof)." }),
  }),
  acts: route({
    method: "GET",
    path: "/api/accords/{accord}/acts",
    caller: "officer",
    params: accordParams,
    query: actsQuery,
    summary: "Both registers as one list, or one side's, from the first act on.",
    notes: "The order is that in which this node took the acts: it never changes, and each side's acts keep their own.",
    body: noBody,
    answer: jsonAnswer(actsPage, "One page of the list."),
  }),
  searchActs: route({
    method: "GET",
    path: "/api/accords/{accord}/search",
    caller: "officer",
    params: accordParams,
    query: searchQuery,
    summary: "Acts found by words, number or digest, and by what they are.",
    body: noBody,
    answer: jsonAnswer(foundActs, "The acts found."),
  }),
  log: route({
    method: "GET",
    path: "/api/accords/{accord}/log",
    caller: "officer",
    params: accordParams,
    query: z.strictObject({
      party: partyCode,
      start: wholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER, usual: 0 }),
      limit: wholeNumber({ min: 1, max: 500, usual: 100 }),
    }),
    summary: "One side's register in order, the leaves that are no acts included.",
    body: noBody,
    answer: jsonAnswer(logPage, "One page of the register."),
  }),
} as const;
