// Routes of a session: signing in by passkey, enrolling one, its end; and what only a demonstration has.

import { z } from "../../base/index.ts";
import { jsonAnswer } from "../answer.ts";
import { jsonBody, noBody } from "../body.ts";
import { route } from "../route.ts";
import { base64urlText } from "../schemas/act.ts";
import { accordId, noParams, noQuery } from "../schemas/common.ts";
import {
  ceremonyOptions,
  credential,
  credentials,
  demonstrationFunctions,
  enrolOptionsBody,
  enrolVerifyBody,
  officerId,
  officerSignature,
  passkeyOptionsBody,
  passkeyVerifyBody,
  session,
} from "../schemas/session.ts";

const plain = { params: noParams, query: noQuery, body: noBody } as const;
const asking = { ...plain, method: "POST", caller: "visitor" } as const;

export const sessionRoutes = {
  session: route({
    ...plain,
    method: "GET",
    path: "/api/session",
    caller: "visitor",
    summary: "Who is signed in here, and how one may sign in.",
    answer: jsonAnswer(session, "The session."),
  }),
  passkeyOptions: route({
    ...asking,
    path: "/api/session/passkey/options",
    summary: "Begins to sign in: what the browser is to ask a passkey.",
    body: jsonBody(passkeyOptionsBody),
    answer: jsonAnswer(ceremonyOptions, "The options, with user verification required."),
  }),
  passkeyVerify: route({
    ...asking,
    path: "/api/session/passkey/verify",
    summary: "Signs in with what the passkey answered; sets the session's cookie.",
    notes: "A session that was open on this browser ends: the new one has a new secret.",
    body: jsonBody(passkeyVerifyBody),
    answer: jsonAnswer(session, "The new session."),
  }),
  enrolOptions: route({
    ...asking,
    path: "/api/session/enrol/options",
    summary: "Begins to enrol a passkey, by a one-time code or by a session whose passkey was used just now.",
    body: jsonBody(enrolOptionsBody),
    answer: jsonAnswer(ceremonyOptions, "The options for a new passkey."),
  }),
  enrolVerify: route({
    ...asking,
    path: "/api/session/enrol/verify",
    summary: "Enrols the new passkey; with a code, also signs in.",
    body: jsonBody(enrolVerifyBody),
    answer: jsonAnswer(z.strictObject({ passkey: credential, session }), "The passkey and the session."),
  }),
  sessionHere: route({
    ...asking,
    path: "/api/session/here",
    summary: "A sign of the officer before the page: the session's idle time begins again.",
    notes: "Reading does not count, since a page reads by itself when the other side acts.",
    answer: jsonAnswer(session, "The session."),
  }),
  endSession: route({
    ...asking,
    path: "/api/session/end",
    summary: "Ends the session and its event streams.",
    answer: jsonAnswer(session, "No session."),
  }),
  credentials: route({
    ...plain,
    method: "GET",
    path: "/api/session/credentials",
    caller: "officer",
    query: z.strictObject({
      officer: officerId.optional().meta({ description: "Another officer's, for administrators." }),
    }),
    summary: "The passkeys of the officer.",
    answer: jsonAnswer(credentials, "Every passkey, the first enrolled first."),
  }),
  revokeCredential: route({
    ...plain,
    method: "DELETE",
    path: "/api/session/credentials/{credential}",
    caller: "officer",
    params: z.strictObject({ credential: z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/) }),
    summary: "Revokes a passkey: one's own, or for administrators anyone's. Sessions opened with it end.",
    notes: "A key that a designation has published goes on counting for acts until it is revoked there too.",
    answer: jsonAnswer(credentials, "The passkeys that are left."),
  }),
  demonstrationFunctions: route({
    ...plain,
    method: "GET",
    path: "/api/demonstration/functions",
    caller: "visitor",
    summary: "Whom one may enter as in a demonstration. No other node answers.",
    answer: jsonAnswer(demonstrationFunctions, "The officers of the story."),
  }),
  enterDemonstration: route({
    ...asking,
    path: "/api/demonstration/enter",
    summary: "Enters a demonstration as one of its officers, without proof of anything.",
    body: jsonBody(z.strictObject({ officer: officerId })),
    answer: jsonAnswer(session, "The new session."),
  }),
  demonstrationSign: route({
    ...plain,
    method: "POST",
    path: "/api/demonstration/sign",
    caller: "officer",
    summary: "Signs a prepared act with the key file that a demonstration keeps for the function. No other node does.",
    notes: "The key lies in the node's own folder: the signature shows what a passkey would do, and proves nothing.",
    body: jsonBody(
      z.strictObject({
        accord: accordId,
        payload: base64urlText.max(64_000).meta({ description: "Base64url of the payload that /acts/prepare gave." }),
      }),
    ),
    answer: jsonAnswer(officerSignature, "The signature, to be handed in with the payload."),
  }),
} as const;
