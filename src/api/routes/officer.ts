// Routes about this side's officers: who there is, and what they are cleared for.

import { z } from "../../base/index.ts";
import { jsonAnswer } from "../answer.ts";
import { jsonBody, noBody } from "../body.ts";
import { route } from "../route.ts";
import { noParams, noQuery } from "../schemas/common.ts";
import {
  clearance,
  invitation,
  newOfficer,
  officerPlace,
  officerRecord,
  officerRecords,
  removedOfficer,
} from "../schemas/officer.ts";

const one = { caller: "officer", params: z.strictObject({ officer: z.string().max(40) }), query: noQuery } as const;

export const officerRoutes = {
  officers: route({
    method: "GET",
    path: "/api/officers",
    caller: "officer",
    params: noParams,
    query: noQuery,
    summary: "This side's officers, their functions and clearances.",
    body: noBody,
    answer: jsonAnswer(officerRecords, "The officers."),
  }),
  addOfficer: route({
    method: "POST",
    path: "/api/officers",
    caller: "officer",
    params: noParams,
    query: noQuery,
    summary: "Adds an officer. For administrators.",
    notes: "Without a clearance and without a way in: invite the officer next. A token for programs lies in the home.",
    body: jsonBody(newOfficer),
    answer: jsonAnswer(officerRecord, "The officer as the directory has it now."),
  }),
  changeOfficer: route({
    ...one,
    method: "POST",
    path: "/api/officers/{officer}",
    summary: "Changes an officer's service, functions and dossiers, from the next request on. For administrators.",
    body: jsonBody(officerPlace),
    answer: jsonAnswer(officerRecord, "The officer as the directory has it now."),
  }),
  removeOfficer: route({
    ...one,
    method: "DELETE",
    path: "/api/officers/{officer}",
    summary: "Removes an officer, with token, passkeys, invitation and sessions. For administrators.",
    notes: "A key that a designation has published goes on counting for acts until it is revoked there too.",
    body: noBody,
    answer: jsonAnswer(removedOfficer, "Who is removed."),
  }),
  inviteOfficer: route({
    ...one,
    method: "POST",
    path: "/api/officers/{officer}/invitation",
    summary: "Makes the one-time code by which an officer enrols a passkey. For administrators.",
    notes: "An earlier invitation of the officer does not hold any more.",
    body: noBody,
    answer: jsonAnswer(invitation, "The code, told only here."),
  }),
  withdrawInvitation: route({
    ...one,
    method: "DELETE",
    path: "/api/officers/{officer}/invitation",
    summary: "Takes back an invitation that was not used. For administrators.",
    body: noBody,
    answer: jsonAnswer(z.strictObject({ withdrawn: z.boolean() }), "Whether there was one."),
  }),
  setClearance: route({
    method: "POST",
    path: "/api/officers/{officer}/clearance",
    ...one,
    summary: "Gives an officer a clearance, or takes it away. It counts from the next request on.",
    body: jsonBody(z.strictObject({ clearance: clearance.nullable() })),
    answer: jsonAnswer(officerRecord, "The officer as the directory has it now."),
  }),
} as const;
