// Routes about this side's officers: who there is, and what they are cleared for.

import { z } from "../../base/index.ts";
import { jsonAnswer } from "../answer.ts";
import { jsonBody, noBody } from "../body.ts";
import { route } from "../route.ts";
import { noParams, noQuery } from "../schemas/common.ts";
import { clearance, officerRecord, officerRecords } from "../schemas/officer.ts";

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
  setClearance: route({
    method: "POST",
    path: "/api/officers/{officer}/clearance",
    caller: "officer",
    params: z.strictObject({ officer: z.string().max(40) }),
    query: noQuery,
    summary: "Gives an officer a clearance, or takes it away. It counts from the next request on.",
    body: jsonBody(z.strictObject({ clearance: clearance.nullable() })),
    answer: jsonAnswer(officerRecord, "The officer as the directory has it now."),
  }),
} as const;
