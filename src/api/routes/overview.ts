// The route of an officer's first page.

import { jsonAnswer } from "../answer.ts";
import { noBody } from "../body.ts";
import { route } from "../route.ts";
import { accordParams, noQuery } from "../schemas/common.ts";
import { overview } from "../schemas/overview.ts";

export const overviewRoutes = {
  overview: route({
    method: "GET",
    path: "/api/accords/{accord}/overview",
    caller: "officer",
    params: accordParams,
    query: noQuery,
    body: noBody,
    summary: "Whose turn it is in every open dossier, by deadline, and the next fourteen days.",
    answer: jsonAnswer(overview, "The overview."),
  }),
} as const;
