// Routes about drafts: an officer composes an act, another releases it or returns it with a reason.

import { parseDraft } from "../../acts/index.ts";
import { isRefusal, z } from "../../base/index.ts";
import { jsonAnswer } from "../answer.ts";
import { jsonBody, noBody, parsedBody, readPart, usualBodyBytes } from "../body.ts";
import { route } from "../route.ts";
import { draft, preparedAct, signedDraft, submissionResults } from "../schemas/act.ts";
import { accordId, accordParams, actId, noQuery } from "../schemas/common.ts";
import { draftDetail, draftPage, draftQuery, returnReason, version } from "../schemas/draft.ts";
import { parseSigned } from "../submission.ts";

const oneDraft = {
  caller: "officer",
  params: z.strictObject({ accord: accordId, draft: actId }),
  query: noQuery,
} as const;

/** A draft's JSON may be escaped throughout: six characters for one of the payload. */
const draftBytes = 6 * usualBodyBytes;

const changed = z.strictObject({ version, draft: z.unknown() });
const release = z.strictObject({ version, signed: signedDraft.optional() });

export const draftRoutes = {
  composeDraft: route({
    method: "POST",
    path: "/api/accords/{accord}/drafts",
    caller: "officer",
    params: accordParams,
    query: noQuery,
    summary: "Composes an act for another officer to release. Nothing is registered.",
    notes: "The same draft sent again by the same officer is answered as the first time.",
    body: parsedBody({ schema: draft, limit: draftBytes, parse: parseDraft }),
    answer: jsonAnswer(draftDetail, "The draft, and what stands in the way of registering it now."),
  }),
  drafts: route({
    method: "GET",
    path: "/api/accords/{accord}/drafts",
    caller: "officer",
    params: accordParams,
    query: draftQuery,
    summary: "This side's drafts that the officer may read, the last composed first.",
    body: noBody,
    answer: jsonAnswer(draftPage, "One page."),
  }),
  draft: route({
    ...oneDraft,
    method: "GET",
    path: "/api/accords/{accord}/drafts/{draft}",
    summary: "One draft with its history, and what stands in the way of releasing it.",
    body: noBody,
    answer: jsonAnswer(draftDetail, "The draft."),
  }),
  changeDraft: route({
    ...oneDraft,
    method: "POST",
    path: "/api/accords/{accord}/drafts/{draft}/change",
    summary: "Writes a draft anew. Whoever has changed it has composed it, and another releases it.",
    body: parsedBody({
      schema: z.strictObject({ version, draft }),
      limit: draftBytes,
      parse(value) {
        const read = readPart(changed, { where: "body", value });
        if (isRefusal(read)) return read;
        const parsed = parseDraft(read.draft);
        return isRefusal(parsed) ? parsed : { version: read.version, draft: parsed };
      },
    }),
    answer: jsonAnswer(draftDetail, "The draft as it is now."),
  }),
  returnDraft: route({
    ...oneDraft,
    method: "POST",
    path: "/api/accords/{accord}/drafts/{draft}/return",
    summary: "Gives a draft back to its composer with a reason.",
    body: jsonBody(z.strictObject({ version, reason: returnReason })),
    answer: jsonAnswer(draftDetail, "The draft as it is now."),
  }),
  prepareDraft: route({
    ...oneDraft,
    method: "POST",
    path: "/api/accords/{accord}/drafts/{draft}/prepare",
    summary: "Completes the draft of a grave step for its releasing officer to sign. Registers nothing.",
    body: noBody,
    answer: jsonAnswer(preparedAct, "The payload to sign, and its content in words."),
  }),
  releaseDraft: route({
    ...oneDraft,
    method: "POST",
    path: "/api/accords/{accord}/drafts/{draft}/release",
    summary: "Registers a draft that another officer has composed.",
    notes: "An answer that was lost may be asked for again: a released draft is answered as it was.",
    body: parsedBody({
      schema: release,
      limit: draftBytes,
      parse(value) {
        const read = readPart(release, { where: "body", value });
        if (isRefusal(read)) return read;
        const signed = read.signed === undefined ? undefined : parseSigned(read.signed, "signed");
        return isRefusal(signed) ? signed : { version: read.version, signed };
      },
    }),
    answer: jsonAnswer(submissionResults, "The one result, as registering acts gives it."),
  }),
  removeDraft: route({
    ...oneDraft,
    method: "POST",
    path: "/api/accords/{accord}/drafts/{draft}/remove",
    summary: "Removes a draft that is not released, and frees what was uploaded for it.",
    body: jsonBody(z.strictObject({ version })),
    answer: jsonAnswer(z.strictObject({ removed: actId }), "What was removed."),
  }),
} as const;
